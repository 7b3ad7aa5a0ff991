"""Acts that look and change nothing: the panes, menu, help."""

from tui.screen.commands import in_groups
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
