"""What a cell of the matrix says, and its lines: wrapped to a width, cut to the room there is."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from store.records.cells import Cell, cell_of
from store.records.describing import column_parts
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.undecided_cells import conflicts_at
from store.records.values import wordings
from store.words.line_breaking import parted
from tui.screen.widgets.cutting import cut_to, with_more
from tui.screen.widgets.signs import UNDECIDED

IN_DOUBT = "〔待定〕"
_WAITS = "〔待定："
_SHORT_DOUBT = "待定?"
"""The same where it must stand in half a line."""
_DOUBT = "?"
_IN_CONFLICT = f"{UNDECIDED}未定"


class CellContent(NamedTuple):
    """The names that stand in a cell, one a line, or the paragraphs of its text; then what is open of it."""

    parts: tuple[str, ...]
    open: tuple[str, ...] = ()
    are_names: bool = False
    marks: tuple[str, ...] = ()
    """Lines behind all others that say how the row stands."""
    part_of_marks: str = "open"
    """The look of these."""
    is_a_line_each: bool = False
    """Each part has a line of its own where there are few, and is cut to it."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines before they are wrapped."""
        return (*self.parts, *self.open, *self.marks)

    @property
    def sign(self) -> str:
        """A sign or two that something is open of it; empty where nothing is."""
        if not self.open:
            return ""
        return UNDECIDED if _IN_CONFLICT in self.open else _DOUBT

    @property
    def in_words(self) -> str:
        """All of it in a line."""
        said = ("、" if self.are_names else " ").join(self.parts)
        first, *units = self.open or ("",)
        opened = first + "、".join(units)
        return " ".join(filter(None, (said, opened, *self.marks)))


class CellLines(NamedTuple):
    """The lines of a cell, each padded to the width of its column."""

    lines: tuple[str, ...]
    open_from: int
    """The first line that says what is open."""
    is_cut: bool = False


def cell_content(tasks: TaskList, row: str, field: str) -> CellContent:
    """Return what a cell shows: units and leaders one a line, and what is in doubt about them."""
    task = tasks.task(row)
    cell = cell_of(field)
    parts = column_parts(tasks, task, field)
    undecided = (_IN_CONFLICT,) if conflicts_at(tasks, row, field) else ()
    if cell is None:
        return CellContent(tuple("\n".join(parts).split("\n")), undecided)
    doubts = _in_doubt(tasks, task, cell) if task.doubts else ()
    return CellContent(tuple(parts), (*doubts, *undecided), are_names=True)


def _in_doubt(tasks: TaskList, task: Task, cell: Cell) -> tuple[str, ...]:
    """Return the lines that say what is open: with leaders, the units of whom nobody knows who has them."""
    if cell.kind == "leaders":
        if not task.has_doubt(cell.side, "leaders_left"):
            return ()
        # Few rows are in doubt, and who has which unit is worked out by much of the store.
        from store.portfolio.left_open import left_open

        units = wordings(left_open(tasks, task, cell.side))
        return (_WAITS, *units[:-1], f"{units[-1]}〕") if units else ()
    others = (doubt for doubt in task.doubts if doubt.side == cell.side and doubt.code != "leaders_left")
    return (IN_DOUBT,) if any(others) else ()


# ---------------------------------------------------------------------- lines


@lru_cache(maxsize=65536)
def lines_of(content: CellContent, width: int, room: int | None = None) -> CellLines:
    """Return a cell in lines of a width: all of it, or what can be said in as many lines as there are."""
    if room is not None and content.is_a_line_each and len(content.parts) > 1:
        return _line_each(content.parts, width, room)
    if room is not None and not content.are_names:
        said = (content.sign, *content.parts, *content.marks)
        content = CellContent((" ".join(filter(None, said)),))
    parts = _wrapped(content.parts, width)
    lines = (*parts, *_wrapped((*content.open, *content.marks), width))
    if room is None or len(lines) <= room:
        return CellLines(_padded(lines or ("",), width), len(parts))
    if not content.are_names or (len(content.parts) == 1 and not content.open):
        cut = (*lines[: room - 1], with_more(lines[room - 1], width))
        return CellLines(_padded(cut, width), len(cut), is_cut=True)
    cut = _names_cut(content, width, room)
    open_from = len(cut) - 1 if content.open else len(cut)
    return CellLines(_padded(cut, width), open_from, is_cut=True)


def _line_each(parts: Sequence[str], width: int, room: int) -> CellLines:
    """Return the first parts, each in a line, and in the last how many more there are; lines that are left
    over go to those that need them, from the first on.
    """
    spare = max(0, room - len(parts))
    lines: list[str] = []
    is_cut = len(parts) > room
    for part in parts[:room]:
        own = _wrapped((part,), width) or ("",)
        given = min(len(own), 1 + spare)
        spare -= given - 1
        lines += own[:given]
        if given < len(own):
            lines[-1], is_cut = with_more(own[given - 1], width), True
    if len(parts) > room:
        more = f"另{len(parts) - room}项"
        lines[-1] = cut_to(parts[room - 1], width - cell_len(more)) + more
    return CellLines(_padded(lines, width), len(lines), is_cut)


def _wrapped(paragraphs: Sequence[str], width: int) -> tuple[str, ...]:
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [line.rstrip() for line in parted(paragraph, width, cell_len)]
    return tuple(lines)


def _padded(lines: Sequence[str], width: int) -> tuple[str, ...]:
    return tuple(set_cell_size(line, width) for line in lines)


def _only_open(content: CellContent, width: int) -> str:
    """Return what is open of a cell without names, in one line."""
    if content.sign == UNDECIDED:
        return cut_to(_IN_CONFLICT, width)
    return IN_DOUBT if cell_len(IN_DOUBT) <= width else _SHORT_DOUBT


def _names_cut(content: CellContent, width: int, room: int) -> tuple[str, ...]:
    """Return the first names, and with the last that has room how many there are: 合作处等4; ? says open."""
    names, doubt = content.parts, content.sign
    if not names:
        return (_only_open(content, width),)
    kept: list[str] = []
    for number, name in enumerate(names, 1):
        lines = _wrapped((name,), width)
        is_last = number == len(names)
        if len(kept) + len(lines) < room and not is_last:
            kept += lines
            continue
        tail = doubt if is_last else f"等{len(names)}{doubt}"
        return (*kept, cut_to(name, width - cell_len(tail)) + tail)
    return tuple(kept)
