"""What a command is: its keys, its words, and the act that it carries out."""

from typing import Literal, NamedTuple

from textual.binding import Binding

Pane = Literal["work_points", "matrix", "ledger", "crossing", "roster"]
PANES_OF_LIST: tuple[Pane, ...] = ("work_points", "matrix", "ledger", "crossing", "roster")
"""Where the cursor is; the rows are shown as the list (matrix), as the ledger or as the 方阵 (crossing)."""

NO_KEY = "no_key"
"""Stands in the bindings for the key of a command that has none: it never comes, and may be re-keyed."""


class Command(NamedTuple):
    """A command: its first key is the one that is shown."""

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    act: str
    """The act that it carries out: an attribute of `Acts` and a method of it, such as `history.undo`."""
    panes: tuple[Pane, ...] = PANES_OF_LIST
    """The panes in which it can be used."""
    beside_keys: tuple[str, ...] = ()
    """Keys that do it in the panes beside the rows alone: among the rows they are the cells'."""
    changes: bool = False
    """Whether it changes the list: a list that is only looked at refuses it before anything is asked."""
    in_lists_order: bool = False
    """Whether it makes or moves rows: it is refused while they are sorted."""
    refusal: str = ""
    """What a read-only window says of it where it has something better to say than of the other commands."""

    @property
    def action(self) -> str:
        """The one action of the main screen, with this command."""
        return f"run({self.id!r})"

    def bindings(self) -> list[Binding]:
        """The Textual bindings of this command: its first key, re-keyed by its id, then the second keys."""
        first, *others = (*(self.keys or (NO_KEY,)), *self.beside_keys)
        made = Binding(first, self.action, self.label, show=False, id=self.id)
        return [made, *(Binding(key, self.action, self.label, show=False) for key in others)]


_NAMES = {
    "down": "↓",
    "digit": "数字",
    "escape": "Esc",
    "left": "←",
    "left_square_bracket": "[",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "right": "→",
    "right_square_bracket": "]",
    "space": "空格",
    "text": "直接输入",
    "up": "↑",
}


def key_name(key: str) -> str:
    """Return a key as people write it: Ctrl+Z for ctrl+z."""
    return "+".join(map(_part_name, key.split("+")))


def _part_name(part: str) -> str:
    named = part.upper() if len(part) < 3 else part.capitalize()  # F2 and Z, but Ctrl and Home.
    return _NAMES.get(part, named)
