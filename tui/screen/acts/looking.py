"""Acts that look and change nothing: find, filter, the panes, menu, help."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.records.fields import names_for
from store.records.naming import names_of_person, names_of_unit, unit_label
from store.records.notice import WorkPoint
from store.records.person import Person
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.whois import told_apart
from store.words.names import name_key
from store.words.search import Names
from tui.screen.commands import COMMANDS, in_groups
from tui.screen.commands.command import Command
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.list_panes import Filter

_HITS = 200
"""Of a search, more than anybody reads."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where find leads: a row, a node of the tree, a line of the roster, a command."""

    kind: str
    key: str
    field: str = ""


class LookingActs:
    """Finding one's way about the list."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    # ------------------------------------------------------------------ find

    async def find(self) -> None:
        """Find in all panes, names by characters and pinyin, task texts by characters; then go there."""
        from tui.screen.dialogs.choose import ChooseDialog

        desk = self._desk
        search = _Search(desk.tasks)
        dialog = ChooseDialog("查找", search.found, placeholder="任务、单位、人员、要点或命令")
        match await desk.ask(dialog):
            case Target("row", key):
                desk.go_to_row(key)
            case Target("roster", key):
                desk.go_to_roster(key)
            case Target("command", key):
                await desk.run(key)
            case Target(table, key, field):
                desk.go_to_work_point(table, key, field)

    # ------------------------------------------------------------------ filter, panes

    async def filter(self) -> None:
        """Show only one unit's or leader's rows; where a filter is on, show all rows again."""
        desk = self._desk
        if desk.panes.filter:
            desk.panes.set_filter(None)
            return
        title = "筛选:只看一个单位或一位领导的行"
        chosen = await desk.choose(title, _filters(desk.tasks), nothing="没有符合的单位或领导。")
        if chosen:
            desk.panes.set_filter(chosen)

    async def next_pane(self) -> None:
        """Go to the next pane."""
        self._desk.panes.to_next_pane(1)

    async def previous_pane(self) -> None:
        """Go to the pane before."""
        self._desk.panes.to_next_pane(-1)

    # ------------------------------------------------------------------ menu, help

    async def menu(self) -> None:
        """Show all commands by groups, and carry out the one that is chosen."""
        from tui.screen.dialogs.menu import MenuDialog, MenuEntry

        room = self._desk.room
        entries = []
        for group, commands in in_groups():
            for one in commands:
                why_not = room.why_not(one.id)
                entries.append(MenuEntry(one.id, one.label, one.key_name, one.help, group, why_not))
        chosen = await self._desk.ask(MenuDialog("菜单", entries))
        if chosen:
            await self._desk.run(chosen)

    async def help(self) -> None:
        """Show the keys that can be used here."""
        from tui.screen.dialogs.help import HelpDialog

        await self._desk.ask(HelpDialog(self._desk.room.place))


def _filters(tasks: TaskList) -> list[Choice[Filter]]:
    """Return the units and leaders that rows name, with how many rows."""
    choices = []
    for unit in tasks.units:
        name = tasks.wording_of(unit.key)
        choices += _filter(tasks, Filter(unit.key, name), names_of_unit(tasks, unit))
    for entry in tasks.roster:
        filter = Filter(entry.person, told_apart(tasks, entry.person))
        choices += _filter(tasks, filter, names_of_person(tasks, entry.person))
    return choices


def _filter(tasks: TaskList, filter: Filter, names: Names) -> list[Choice[Filter]]:
    """Return a filter to choose, found by some names; none where no row would be shown."""
    rows = tasks.rows_naming(filter.key)
    label = f"{filter.name}  {len(rows)} 行"
    return [Choice(filter, label, names)] if rows else []


class _Search:
    """What find looks through: all that goes by a name, and the texts of the rows."""

    def __init__(self, tasks: TaskList) -> None:
        self._tasks = tasks
        self._named = _named(tasks)
        self._by_names = by_names(self._named)
        self._texts = {row: name_key(_task_text(tasks, row)).lower() for row in tasks.task_keys}

    def found(self, typed: str) -> Sequence[Choice[Target]]:
        """Names first, then rows whose text has what was typed."""
        wanted = name_key(typed).lower()
        if not wanted:
            return self._named[:_HITS]
        rows = [row for row, text in self._texts.items() if wanted in text]
        hits = [*self._by_names(typed), *(_row_choice(self._tasks, row) for row in rows)]
        return hits[:_HITS]


def _named(tasks: TaskList) -> list[Choice[Target]]:
    """Return everything that goes by a name: units, people, headings, items, commands."""
    commands = [_command_choice(command) for command in COMMANDS]
    return [*_units(tasks), *_people(tasks), *_work_points(tasks), *_items(tasks), *commands]


def _units(tasks: TaskList) -> Iterator[Choice[Target]]:
    for unit in tasks.units:
        label = f"单位  {unit_label(tasks, unit)}"
        yield Choice(Target("roster", unit.key), label, names_of_unit(tasks, unit))


def _people(tasks: TaskList) -> Iterator[Choice[Target]]:
    for entry in tasks.roster:
        person = tasks.find(Person, entry.person)
        if person:
            label = f"人员  {person.name}  {entry.post}"
            yield Choice(Target("roster", entry.key), label, names_of_person(tasks, entry.person))


def _work_points(tasks: TaskList, parent: str | None = None) -> Iterator[Choice[Target]]:
    """Yield a heading, then those under it, as the tree has them."""
    for point in tasks.work_points(parent):
        heading = point.heading or point.text[:20]
        target = Target(WorkPoint.TABLE, point.key, "text")
        yield Choice(target, f"要点  {point.number}{heading}", (heading,))
        yield from _work_points(tasks, point.key)


def _items(tasks: TaskList) -> Iterator[Choice[Target]]:
    for item in tasks.items:
        rows = tasks.task_keys_of(item.key)
        if rows:
            yield Choice(Target("row", rows[0]), f"事项  {item.title}", (item.title,))


def _command_choice(command: Command) -> Choice[Target]:
    label = f"命令  {command.label}  {command.key_name}"
    return Choice(Target("command", command.id), label, (command.label,))


def _task_text(tasks: TaskList, row: str) -> str:
    task = tasks.task(row)
    return "".join(getattr(task, name) or "" for name in names_for(Task, "find"))


def _row_choice(tasks: TaskList, row: str) -> Choice[Target]:
    label = f"任务  {tasks.row_name(row)}  {_task_text(tasks, row)}"
    return Choice(Target("row", row), label)
