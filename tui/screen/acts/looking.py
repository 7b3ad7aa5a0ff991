"""Acts that look and change nothing: find, filter, the panes, menu, help."""

from collections.abc import Sequence
from dataclasses import dataclass

from store.records.fields import names_for
from store.records.person import Person
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.whois import told_apart
from store.words.names import name_key
from tui.screen.commands import COMMANDS
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.list_panes import Filter

_HITS = 200
"""Of a search, more than anybody reads."""

_GROUPS = ("文件", "修改", "查看")
"""The groups of commands, in the order of the menu."""


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
        """List all commands, and carry out the one that is chosen."""
        choices = []
        for command in sorted(COMMANDS, key=lambda command: _GROUPS.index(command.group)):
            if command.id != "menu":
                label = f"{command.group}  {command.label:\u3000<5} {command.key_name:<8} {command.help}"
                choices.append(Choice(command.id, label, (command.label,)))
        chosen = await self._desk.choose("菜单", choices)
        if chosen:
            await self._desk.run(chosen)

    async def help(self) -> None:
        """Show the keys that can be used here."""
        from tui.screen.dialogs.help import HelpDialog

        await self._desk.ask(HelpDialog(self._desk.pane))


def _filters(tasks: TaskList) -> list[Choice[Filter]]:
    """The units and leaders that rows name, with how many."""
    named = [(unit.key, tasks.wording_of(unit.key), (unit.full_name, *unit.aliases)) for unit in tasks.units]
    for entry in tasks.roster:
        name = told_apart(tasks, entry.person)
        named.append((entry.person, name, (tasks.person_name(entry.person),)))
    choices = []
    for key, name, names in named:
        if rows := tasks.rows_naming(key):
            choices.append(Choice(Filter(key, name), f"{name}  {len(rows)} 行", (name, *names)))
    return choices


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
        rows = [_row_choice(self._tasks, row) for row, text in self._texts.items() if wanted in text]
        return [*self._by_names(typed), *rows][:_HITS]


def _named(tasks: TaskList) -> list[Choice[Target]]:
    """Everything that goes by a name: units, people, headings, items, commands."""
    found = []
    for unit in tasks.units:
        found.append(
            Choice(
                Target("roster", unit.key),
                f"单位  {unit.full_name}",
                (unit.full_name, *unit.aliases, *unit.former_names),
            )
        )
    for entry in tasks.roster:
        name = tasks.find(Person, entry.person)
        if name:
            found.append(
                Choice(Target("roster", entry.key), f"人员  {name.name}  {entry.post}", (name.name,))
            )
    waiting = list(tasks.work_points())
    while waiting:
        point = waiting.pop(0)
        heading = point.heading or point.text[:20]
        found.append(
            Choice(Target("work_points", point.key, "text"), f"要点  {point.number}{heading}", (heading,))
        )
        waiting[:0] = tasks.work_points(point.key)
    for item in tasks.items:
        rows = tasks.task_keys_of(item.key)
        if rows:
            found.append(Choice(Target("row", rows[0]), f"事项  {item.title}", (item.title,)))
    found += [
        Choice(Target("command", command.id), f"命令  {command.label}  {command.key_name}", (command.label,))
        for command in COMMANDS
    ]
    return found


def _task_text(tasks: TaskList, row: str) -> str:
    task = tasks.task(row)
    return "".join(getattr(task, name) or "" for name in names_for(Task, "find"))


def _row_choice(tasks: TaskList, row: str) -> Choice[Target]:
    return Choice(Target("row", row), f"任务  {tasks.row_name(row)}  {_task_text(tasks, row)}")
