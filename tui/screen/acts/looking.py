"""Acts that look and change nothing: find, filter, the card, menu, help."""

from collections.abc import Sequence
from dataclasses import dataclass

from store.records.person import Person
from store.records.tasklist import TaskList
from store.records.whois import told_apart
from store.words.names import name_key
from tui.screen.commands import COMMANDS, Pane
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.list_screen import ListScreen

_HITS = 200


@dataclass(frozen=True, slots=True)
class Filter:
    """Only the rows that name one unit or leader."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Target:
    """What find leads to: a row, a node of the tree, a line of the roster, a command."""

    kind: str
    key: str
    field: str = ""


class Looking(ListScreen):
    """Finding one's way about the list."""

    filter: Filter | None = None
    pane: Pane

    # ------------------------------------------------------------------ find

    def action_find(self) -> None:
        """Find in all panes: names by characters and pinyin, task texts by characters."""
        from tui.screen.dialogs.choose import ChooseDialog

        named = _named(self.tasks)
        names = by_names(named)
        texts = [(row, name_key(_task_text(self.tasks, row)).lower()) for row in self.tasks.task_keys]

        def search(typed: str) -> Sequence[Choice[Target]]:
            wanted = name_key(typed).lower()
            if not wanted:
                return named[:_HITS]
            rows = [row for row, text in texts if wanted in text]
            return [*names(typed), *(_row_choice(self.tasks, row) for row in rows)][:_HITS]

        self.app.push_screen(
            ChooseDialog("查找", search, placeholder="任务、单位、人员、要点或命令"), self._found
        )

    async def _found(self, target: Target | None) -> None:
        match target:
            case Target("row", key):
                self.go_to_row(key)
            case Target("roster", key):
                self.go_to_roster(key)
            case Target("command", key):
                await self.run_command(key)
            case Target(table, key, field):
                self.go_to_work_point(table, key, field)

    async def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        raise NotImplementedError

    def set_filter(self, filter: Filter | None) -> None:
        """Show only some rows, or all."""
        raise NotImplementedError

    # ------------------------------------------------------------------ filter, card

    def action_filter(self) -> None:
        """Show only one unit's or leader's rows; again, all rows."""
        from tui.screen.dialogs.choose import ChooseDialog

        if self.filter:
            self.set_filter(None)
            return
        tasks = self.tasks
        people = [
            (entry.person, told_apart(tasks, entry.person), (tasks.person_name(entry.person),))
            for entry in tasks.roster
        ]
        units = [
            (unit.key, tasks.wording_of(unit.key), (unit.full_name, *unit.aliases)) for unit in tasks.units
        ]
        choices = [
            Choice(Filter(key, name), f"{name}  {len(rows)} 行", (name, *names))
            for key, name, names in (*units, *people)
            if (rows := tasks.rows_naming(key))
        ]
        dialog = ChooseDialog(
            "筛选:只看一个单位或一位领导的行", by_names(choices), nothing="没有符合的单位或领导。"
        )
        self.app.push_screen(dialog, lambda filter: self.set_filter(filter) if filter else None)

    def action_open_card(self) -> None:
        """Open the card of the row under the cursor."""
        if row := self.row_at_cursor:
            self.open_card(row)

    def open_card(self, row: str, field: str = "text") -> None:
        """Open a row's card, on one of its fields."""
        from tui.screen.dialogs.card import CardDialog

        if self.tasks.find(type(self.tasks.task(row)), row):
            dialog = CardDialog(self.tasks, self.file.history, row, field)
            self.app.push_screen(dialog, lambda field: self.edit_card_field(row, field) if field else None)

    # ------------------------------------------------------------------ menu, help

    def action_menu(self) -> None:
        """All commands."""
        from tui.screen.dialogs.choose import ChooseDialog

        choices = [
            Choice(
                command.id,
                f"{command.group}  {command.label:\u3000<5} {command.key_name:<8} {command.help}",
                (command.label,),
            )
            for command in sorted(COMMANDS, key=lambda command: ("文件", "修改", "查看").index(command.group))
            if command.id != "menu"
        ]

        async def chosen(command_id: str | None) -> None:
            if command_id:
                await self.run_command(command_id)

        self.app.push_screen(ChooseDialog("菜单", by_names(choices)), chosen)

    def action_help(self) -> None:
        """The keys that can be used here."""
        from tui.screen.dialogs.help import HelpDialog

        self.app.push_screen(HelpDialog(self.pane))


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
    return f"{task.number}{task.text}"


def _row_choice(tasks: TaskList, row: str) -> Choice[Target]:
    return Choice(Target("row", row), f"任务  {tasks.row_name(row)}  {_task_text(tasks, row)}")
