"""The line over the panes: the program, the list, its file, and whether all of it is on the disk."""

from collections.abc import Sequence
from typing import ClassVar, Literal, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment

from store.words.cleaning import clean_line
from tui.screen.widgets.key_words import cut
from tui.screen.widgets.one_line import OneLine
from tui.screen.widgets.signs import DOT, WELL

Mood = Literal["well", "busy", "due"]
"""All is saved; something is on its way; something wants to be known or done."""
_SIGNS: dict[Mood, str] = {"well": f"{WELL} ", "busy": "", "due": f"{DOT} "}

_PLATE = " 要点 "
_GAP = 2
_LEAST = 8
"""Cells under which nothing is cut: it is left out."""


class FileState(NamedTuple):
    """What is so of the list and its file."""

    list_name: str = ""
    file_name: str = ""
    changes: int = 0
    notes: tuple[str, ...] = ()
    """Such as the basis that all changes get."""
    saving: str = ""
    """Such as 已保存 14:32."""
    mood: Mood = "busy"
    all_saved: bool = True
    unsaved_because: str = ""
    """Why the disk did not take what is unsaved."""


class TopLine(OneLine):
    """Where there is little room the number of changes goes first, then the file's name, then the list's."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "top-line--plate",
        "top-line--title",
        "top-line--dim",
        "top-line--well",
        "top-line--busy",
        "top-line--due",
    }

    def __init__(self) -> None:
        """Say nothing of a file yet."""
        super().__init__()
        self._state = FileState()

    def show(self, state: FileState) -> None:
        """Show what is so now."""
        if state != self._state:
            self._state = state
            self.refresh()

    def pieces(self, y: int, width: int) -> Sequence[Segment]:
        """Return the program and the list at the left, the file at the right."""
        room = width - cell_len(_PLATE) - 1
        right = self._right(room)
        room = max(0, room - sum(cell_len(words) + _GAP for words, _ in right))
        title = cut(clean_line(self._state.list_name), room) if room >= _LEAST else ""
        drawn = [self._drawn(_PLATE, "plate"), self._drawn(f" {set_cell_size(title, room)}", "title")]
        for words, look in right:
            drawn += [Segment(" "), self._drawn(words, look), Segment(" ")]
        return drawn

    def _right(self, room: int) -> list[tuple[str, str]]:
        """Return what stands at the right, each with its look, as much of it as there is room for."""
        state = self._state
        saving = cut(f"{_SIGNS[state.mood]}{state.saving}", room - _GAP)
        room -= cell_len(saving) + _GAP
        changes = f"变更 {state.changes}" if state.changes else ""
        words = {"notes": " · ".join(state.notes), "changes": changes, "file": state.file_name}
        for name in ("notes", "file", "changes"):
            most = min(room - _GAP, _LEAST + room // 2)
            fitting = cut(clean_line(words[name]), most)
            is_cut_away = fitting != words[name] and cell_len(fitting) < _LEAST
            words[name] = "" if is_cut_away else fitting
            room -= cell_len(words[name]) + _GAP if words[name] else 0
        looks = {"notes": "due", "changes": "dim", "file": "dim"}
        shown = [(said, looks[name]) for name, said in words.items() if said]
        return [*shown, (saving, state.mood)]

    def _drawn(self, words: str, look: str) -> Segment:
        return Segment(words, self.get_component_rich_style(f"top-line--{look}", partial=True))
