"""Find (F3): rows by name and text, units, people, work points, items, commands, changes; then go there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from store.history.finding import changes_found
from store.records.changes import History
from store.records.describing import label
from store.records.fields import names_for
from store.records.naming import names_of_person, names_of_unit, unit_label
from store.records.notice import WorkPoint
from store.records.person import Person
from store.records.several_lists import units_of_list
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.selection import searched, texts_of
from store.words.cleaning import clean_line
from store.words.names import name_key
from store.words.search import Names
from tui.screen.acts.history import HistoryActs
from tui.screen.commands import COMMANDS
from tui.screen.commands.command import Command
from tui.screen.commands.rekeying import shown_key
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice, by_names

_HITS = 200
"""Of a search, more than anybody reads."""

_CHANGES = 50
"""Of the history, as much as one goes through here; the rest is found in the history itself (F7)."""

_WORD = 2
"""Signs from which on the history is looked through."""

_OF_THE_TEXT = ("number", "text")
"""Fields of a row that its line shows anyway."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where find leads: a row, a node of the tree, a line of the roster, a command, a change."""

    kind: str
    key: str
    field: str = ""


class SearchActs:
    """Finding things, and going there."""

    def __init__(self, desk: Desk, history: HistoryActs) -> None:
        """The desk to work on, and the acts that show a change that is found."""
        self._desk = desk
        self._history = history

    async def find(self) -> None:
        """Find in all panes, names by characters and pinyin, texts by characters; then go there."""
        from tui.screen.dialogs.choose import ChooseDialog

        desk = self._desk
        search = _Search(desk.tasks, desk.history)
        dialog = ChooseDialog(
            "查找",
            search.found,
            placeholder="行号、任务、时限、备注、单位、人员、要点、历史或命令",
            about="输入要找的字词、行号或拼音首字母，选定一项即到那里。",
        )
        match await desk.ask(dialog):
            case Target("row", key, field):
                desk.go_to_row(key, field)
            case Target("roster", key):
                desk.go_to_roster(key)
            case Target("command", key):
                await desk.run(key)
            case Target("change", key):
                await self._history.show_change(int(key))
            case Target(table, key, field):
                desk.go_to_work_point(table, key, field)


class _Search:
    """What find looks through: all that goes by a name, the texts of the rows, and the changes."""

    def __init__(self, tasks: TaskList, history: History) -> None:
        self._tasks = tasks
        self._history = history
        self._named = _named(tasks)
        self._by_names = by_names(self._named)
        self._texts = {task.key: searched(task) for task in tasks.tasks}

    def found(self, typed: str) -> Sequence[Choice[Target]]:
        """The rows of a name first (3.2), then names, rows by their texts, and the latest changes."""
        wanted = name_key(typed).lower()
        if not wanted:
            return self._named[:_HITS]
        rows = [row for row, text in self._texts.items() if wanted in text]
        hits = [*self._rows_named(typed), *self._by_names(typed)]
        hits += [_row_choice(self._tasks, row, wanted) for row in rows[:_HITS]]
        return [*hits[:_HITS], *self._changes(wanted)]

    def _rows_named(self, typed: str) -> list[Choice[Target]]:
        try:
            rows = self._tasks.rows_named(clean_line(typed))
        except Refused:
            return []
        return [_row_choice(self._tasks, row) for row in rows]

    def _changes(self, wanted: str) -> list[Choice[Target]]:
        """Return the latest changes whose title, author or basis holds some words of two signs and more."""
        if len(wanted) < _WORD:
            return []
        places = changes_found(self._history, words=wanted)[-_CHANGES:]
        return [_change_choice(self._history, place) for place in reversed(places)]


def _named(tasks: TaskList) -> list[Choice[Target]]:
    """Return everything that goes by a name: units, people, headings, items, commands."""
    commands = [_command_choice(command) for command in COMMANDS]
    return [*_units(tasks), *_people(tasks), *_work_points(tasks), *_items(tasks), *commands]


def _units(tasks: TaskList) -> Iterator[Choice[Target]]:
    for unit in units_of_list(tasks):
        target, names = Target("roster", unit.key), names_of_unit(tasks, unit)
        yield Choice(target, unit_label(tasks, unit), names, group="单位")


def _people(tasks: TaskList) -> Iterator[Choice[Target]]:
    for entry in tasks.roster:
        person = tasks.find(Person, entry.person)
        if person:
            target = Target("roster", entry.key)
            names = _names(tasks, person)
            yield Choice(target, person.name, names, about=entry.post, group="人员")


def _names(tasks: TaskList, person: Person) -> Names:
    """Return what a person is found by: his names, and where he is reached."""
    names = names_of_person(tasks, person.key)
    contact = [getattr(person, field) for field in names_for(Person, "find")]
    others = (*names.others, *filter(None, contact))
    return replace(names, others=others)


def _work_points(tasks: TaskList, parent: str | None = None) -> Iterator[Choice[Target]]:
    """Yield a heading, then those under it, as the tree has them."""
    for point in tasks.work_points(parent):
        heading = point.heading or point.text[:20]
        target = Target(WorkPoint.TABLE, point.key, "text")
        yield Choice(target, f"{point.number}{heading}", (heading,), group="要点")
        yield from _work_points(tasks, point.key)


def _items(tasks: TaskList) -> Iterator[Choice[Target]]:
    for item in tasks.items:
        rows = tasks.task_keys_of(item.key)
        if rows:
            yield Choice(Target("row", rows[0]), item.title, (item.title,), group="事项")


def _command_choice(command: Command) -> Choice[Target]:
    target = Target("command", command.id)
    return Choice(target, command.label, right=shown_key(command), group="命令")


def _row_choice(tasks: TaskList, row: str, wanted: str = "") -> Choice[Target]:
    """Return a row by its text, and by the further field that holds what is wanted: 3.2 备注:待会商."""
    task = tasks.task(row)
    text = task.numbered_text
    held = [(name, held) for name, held in texts_of(task) if wanted in name_key(held).lower()]
    if not wanted or not held or any(name in _OF_THE_TEXT for name, _ in held):
        return Choice(Target("row", row, "text"), f"{tasks.row_name(row)}  {text}", group="任务")
    name, found = held[0]
    line = f"{tasks.row_name(row)}  {label(tasks, name)}：{found}"
    return Choice(Target("row", row, name), line, about=text, group="任务")


def _change_choice(history: History, place: int) -> Choice[Target]:
    change = history[place]
    target = Target("change", str(place))
    return Choice(target, change.title, about=change.by, right=change.at[:10], group="历史")
