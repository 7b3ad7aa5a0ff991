"""The lines of what a notice would make: by group, each with what it goes by, who answers, what is open."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.cells import cell_len

from store.importing.made import PROPOSED, ROLES, WORDS, Made
from tui.screen.widgets.line import BLANK, Line, Part, heading, padded, plain, widest

_LONGEST = 14
"""Cells of the column of what things go by."""
_GAP = 2
_KEYS = {PROPOSED: "空格 列入或不列入  ", WORDS: "回车 改读法  ", ROLES: "回车 一并改  "}
"""What a key does on the lines of a group."""
_TAKEN, _LEFT = "[*] ", "[ ] "


class MadeLines:
    """What is made, in order, and the line on which each stands."""

    def __init__(self, made: Iterable[Made]) -> None:
        """Lay it out."""
        self.made: Sequence[Made] = list(made)
        self.lines: list[Line] = []
        self._rows: list[int] = []
        """The line on which each stands."""
        for group, members in groupby(self.made, key=lambda one: one.group):
            some = list(members)
            heads = [BLANK] if self.lines else []
            heads.append(heading(group, f"{_KEYS.get(group, '')}{len(some)}"))
            width = min(widest([one.before for one in some]), _LONGEST)
            self.lines += [*heads, *(_line(one, width) for one in some)]
            self._rows += range(len(self.lines) - len(some), len(self.lines))

    def number_at(self, row: int | None) -> int | None:
        """Return the number of what stands on a line; none on a heading."""
        return self._rows.index(row) if row in self._rows else None

    def row_of(self, number: int) -> int:
        """Return the line on which something stands, or the last that there is."""
        if not self.made:
            return 0
        return self._rows[min(number, len(self.made) - 1)]

    def next_question(self, number: int | None) -> int | None:
        """Return the next thing after one that is in question, or was not read; at the end from the top."""
        here = 0 if number is None else number + 1
        order: Sequence[int] = [*range(here, len(self.made)), *range(here)]
        for other in order:
            if self.made[other].questions or not self.made[other].key:
                return other
        return None

    def asked_at(self, line: int) -> int | None:
        """Return the first thing in question, or not understood, that came from a line of the source."""
        for number, one in enumerate(self.made):
            is_asked = bool(one.questions) or not one.key
            if is_asked and one.source and one.source[0] <= line <= one.source[-1]:
                return number
        return None


def _line(one: Made, width: int) -> Line:
    lead = [Part(f"{padded(one.before, width)}{' ' * _GAP}", "dim")] if width else []
    indent = max(width, cell_len(one.before)) + _GAP if width else 0
    if one.group == PROPOSED:
        lead.insert(0, Part(_TAKEN, "accent") if one.taken else Part(_LEFT, "dim"))
        indent += len(_TAKEN)
    below = [plain(one.below, "dim", indent=indent)] if one.below else []
    for question in one.questions:
        below.append(Line((Part(question),), (Part(" " * indent + "? ", "due"),)))
    return Line((Part(one.label),), tuple(lead), below=tuple(below))
