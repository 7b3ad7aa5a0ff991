"""Acts that look: the panes, what is shown of them and how, going to a row, menu, help."""

from store.acts.columns import arrange_columns
from store.records.columns import may_be_put_away, other_columns, shown_columns
from store.records.describing import label
from tui.screen.commands import in_groups
from tui.screen.commands.rekeying import shown_key
from tui.screen.desk import Desk


class LookingActs:
    """Finding one's way about the list."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    async def next_pane(self) -> None:
        """Go to the next pane."""
        self._desk.panes.to_next_pane(1)

    async def previous_pane(self) -> None:
        """Go to the pane before."""
        self._desk.panes.to_next_pane(-1)

    # ------------------------------------------------------------------ what is seen, and where

    async def shown(self) -> None:
        """Choose the list's columns and their order, the height of rows, and which panes are seen."""
        from tui.screen.dialogs.shown import ColumnLine, ShownDialog

        desk = self._desk
        tasks = desk.tasks
        lines = []
        for column in shown_columns(tasks):
            fixed = not may_be_put_away(tasks, column.field)
            lines.append(ColumnLine(column, label(tasks, column.field), shown=True, fixed=fixed))
        for column in other_columns(tasks):
            lines.append(ColumnLine(column, column.label, shown=False, fixed=False))
        chosen = await desk.ask(ShownDialog(lines, desk.view.state))
        if chosen is None:
            return
        desk.view.take(chosen.view)
        desk.panes.take_view(chosen.view)
        if chosen.columns != shown_columns(tasks):
            await desk.commit(arrange_columns(tasks, chosen.columns))

    async def zoom(self) -> None:
        """Have the pane that has the keys fill the screen, or show the others beside it again."""
        desk = self._desk
        zoomed = not desk.view.state.zoomed
        desk.view.set(zoomed=zoomed)
        desk.panes.take_view(desk.view.state)
        desk.say("只看当前窗格，F6 换窗格，Ctrl+J 恢复" if zoomed else "")

    async def go_to_row(self) -> None:
        """Ask for the name of a row (3.2; of an item its first row) and go there."""
        desk = self._desk
        names = desk.tasks.row_names
        words = await desk.ask_text("到第几行，如 3.2；只写事项的序号则到它的第一行", check=names.first_named)
        if words is not None:
            desk.go_to_row(names.first_named(words))

    # ------------------------------------------------------------------ menu, help

    async def menu(self) -> None:
        """Show all commands by groups, and carry out the one that is chosen."""
        from tui.screen.dialogs.menu import MenuDialog, MenuEntry

        room = self._desk.room
        entries = []
        for group, commands in in_groups():
            for one in commands:
                why_not = room.why_not(one.id)
                entries.append(MenuEntry(one.id, one.label, shown_key(one), one.help, group, why_not))
        chosen = await self._desk.ask(MenuDialog("菜单", entries))
        if chosen:
            await self._desk.run(chosen)

    async def settings(self) -> None:
        """Show the settings, to be changed there."""
        from tui.screen.dialogs.settings import SettingsDialog

        await self._desk.ask(SettingsDialog())

    async def manual(self) -> None:
        """Show the manual from its first page."""
        from tui.screen.dialogs.manual import ManualDialog

        await self._desk.ask(ManualDialog())

    async def help(self) -> None:
        """Show the keys that can be used here."""
        from tui.screen.dialogs.help import HelpDialog

        await self._desk.ask(HelpDialog(self._desk.room.place))
