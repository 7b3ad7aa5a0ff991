"""Every place that has keys of its own, by its id."""

from tui.screen.commands.command import Command, Pane
from tui.screen.commands.dialogs import DIALOGS
from tui.screen.commands.panes import PANES
from tui.screen.commands.place import InPlace, Place
from tui.screen.commands.program_dialogs import PROGRAM_DIALOGS

PLACES: dict[str, Place] = {**PANES, **PROGRAM_DIALOGS, **DIALOGS}

_BACK: dict[Pane, str] = {"crossing": "F8", "ledger": "Esc"}
"""The key that leads from another view of the rows back to the list."""


def place_id(screen: object) -> str:
    """Return the id of the place that a screen is; one that names none has something to choose."""
    return screen.place if isinstance(screen, InPlace) else "choose"


def why_not_in(command: Command, here: Pane) -> str:
    """Return the sentence that says in which pane a command is used that is not used here."""
    there = "matrix" if "matrix" in command.panes else command.panes[0]
    how = f"按 F6 到{PLACES[there].name}"
    if there == "matrix" and here in _BACK:
        how = f"按 {_BACK[here]} 回到清单"
    elif there == "ledger":
        how = "按 F8 到台账"
    return f"“{command.label}”在{PLACES[here].name}中不能用，请先{how}。"
