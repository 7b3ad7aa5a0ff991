"""Every command, declared once: bindings, foot, menu, find, help and re-keying are made from here.

It may import nothing of the screen.
"""

from collections.abc import Iterable, Iterator

from textual.binding import Binding

from tui.screen.commands.changing import ON_ROSTER, ON_ROWS
from tui.screen.commands.command import Command, Pane
from tui.screen.commands.course import ON_COURSE
from tui.screen.commands.everywhere import EVERYWHERE
from tui.screen.commands.forms import ON_FORMS
from tui.screen.commands.ledger import ON_LEDGER
from tui.screen.commands.ledger_setup import ON_LEDGER_SETUP
from tui.screen.commands.reminders import ON_REMINDERS
from tui.screen.commands.texts import ON_TEXTS
from tui.screen.commands.whole import ON_EXCHANGE, ON_FILE, ON_LISTS

COMMANDS: tuple[Command, ...] = (
    *EVERYWHERE,
    *ON_ROWS,
    *ON_TEXTS,
    *ON_LEDGER,
    *ON_COURSE,
    *ON_LEDGER_SETUP,
    *ON_FORMS,
    *ON_REMINDERS,
    *ON_FILE,
    *ON_ROSTER,
    *ON_EXCHANGE,
    *ON_LISTS,
)
"""In the order of the foot and of help."""


_BY_ID = {command.id: command for command in COMMANDS}


def bindings() -> Iterator[Binding]:
    """Yield the bindings of all commands."""
    for command in COMMANDS:
        yield from command.bindings()


def by_id(command_id: str) -> Command:
    """Return the command of an id."""
    return _BY_ID[command_id]


def in_pane(pane: Pane | None) -> Iterable[Command]:
    """The commands that can be used in a pane."""
    return (command for command in COMMANDS if pane is None or pane in command.panes)


GROUPS = ("修改", "台账", "分工机构", "查看", "交换", "文件")
"""The groups of commands, in the order of menu and help."""


def in_groups(pane: Pane | None = None) -> Iterator[tuple[str, list[Command]]]:
    """Yield each group with its commands: all of them, or those that can be used in a pane."""
    for group in GROUPS:
        yield group, [command for command in in_pane(pane) if command.group == group]
