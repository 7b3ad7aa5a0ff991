"""The lines in which things to choose from are shown: under headings, each with what is said of it."""

from collections.abc import Collection, Sequence
from typing import Generic, TypeVar

from tui.screen.dialogs.choices import Choice
from tui.screen.widgets.line import BLANK, Line, Part, heading, padded, plain, widest

_T = TypeVar("_T")

_INDENT = "  "
"""Before what stands under a heading."""
MARK = "* "
"""Before what is marked, where several can be taken."""
_LONGEST_LABEL = 24
"""Cells of a label beside which what is said of it stands in a column."""


class ChoiceLines(Generic[_T]):
    """Choices line by line.

    All of them stand under the headings of their groups; those found by typing, the best first, have
    their group before them.
    """

    def __init__(
        self,
        choices: Sequence[Choice[_T]],
        *,
        is_found: bool,
        nothing: str,
        marked: Collection[_T] | None = None,
    ) -> None:
        """Lay them out; `nothing` is said where there are none, `marked` are those with a mark."""
        self.lines: list[Line] = []
        self._choices: list[Choice[_T] | None] = []
        self._marked = marked
        self._label_width = self._widest_label(choices)
        self._group_width = widest([one.group for one in choices]) if is_found else 0
        self.heads: list[int] = []
        """The lines of the headings."""
        group = ""
        for one in choices:
            if one.group != group and not is_found:
                group = one.group
                self._add_heading(group)
            self.lines.append(self._line(one))
            self._choices.append(one)
        if not choices:
            self.lines.append(plain(nothing, "dim", is_read_only=True))

    def at(self, line: int | None) -> Choice[_T] | None:
        """Return the choice on a line; none on a heading or where there is no line."""
        return None if line is None or line >= len(self._choices) else self._choices[line]

    def _add_heading(self, group: str) -> None:
        if self.lines:
            self.lines.append(BLANK)
            self._choices.append(None)
        self.heads.append(len(self.lines))
        self.lines.append(heading(group))
        self._choices.append(None)

    def _line(self, one: Choice[_T]) -> Line:
        lead = [Part(_INDENT)] if self.heads else []
        if self._marked is not None:
            lead.append(Part(MARK if one.value in self._marked else " " * len(MARK), "accent"))
        if self._group_width:
            lead.append(Part(f"{padded(one.group, self._group_width)}  ", "dim"))
        label = Part(one.label, "dim" if one.is_dim else "text")
        if not one.about:
            return Line((label,), tuple(lead), right=one.right)
        beside = Part(padded(one.label, self._label_width) + "  ", label.weight)
        if self._label_width and not self._group_width:
            return Line((Part(one.about, "dim"),), (*lead, beside), right=one.right)
        return Line((beside, Part(one.about, "dim")), tuple(lead), right=one.right)

    @staticmethod
    def _widest_label(choices: Sequence[Choice[_T]]) -> int:
        """Return the cells of the column of labels; none where one of them is too long for a column."""
        width = widest([one.label for one in choices if one.about])
        return width if width <= _LONGEST_LABEL else 0
