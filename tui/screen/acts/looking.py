"""Acts that look and change nothing: the panes, menu, help."""

from tui.screen.commands import COMMANDS
from tui.screen.commands.command import Command
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice

_GROUPS = ("文件", "修改", "查看")
"""The groups of commands, in the order of the menu."""


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
        """List all commands, and carry out the one that is chosen."""
        choices = []
        for command in sorted(COMMANDS, key=lambda command: _GROUPS.index(command.group)):
            if command.id != "menu":
                choices.append(Choice(command.id, _menu_line(command), (command.label,)))
        chosen = await self._desk.choose("菜单", choices)
        if chosen:
            await self._desk.run(chosen)

    async def help(self) -> None:
        """Show the keys that can be used here."""
        from tui.screen.dialogs.help import HelpDialog

        await self._desk.ask(HelpDialog(self._desk.pane))


def _menu_line(command: Command) -> str:
    name = f"{command.label:\u3000<5} {command.key_name:<8}"
    return f"{command.group}  {name} {command.help}"
