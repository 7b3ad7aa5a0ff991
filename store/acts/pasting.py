"""A block of cells pasted over rows of the list: what would change, what cannot be placed, the one change.

    block -> `Pasting(tasks, block, target)` -> its cells (old and new) -> `change(left_out)`

A joined cell takes the value of the first line that has one. Names that fit nothing become open mentions.
Titles of items are not pasted over: a title holds for rows that the block may not name.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Literal

from store.acts.assigning import Assignment, asked_of, assign, assigned_edits
from store.acts.cell_grounds import Reason
from store.acts.field_values import field_text
from store.acts.pasted_names import mentions_pasted, open_names, refusal_of
from store.acts.pasted_row import answers_pasted, text_edits
from store.portfolio.missing import Missing
from store.records.cells import cell_of
from store.records.changes import Change, Edit, created
from store.records.describing import NOTHING, column_label, label
from store.records.joining import joined_rows
from store.records.keys import new_key, order_between
from store.records.leaving_out import said_left_out
from store.records.ranges import numbered_rows
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.values import wordings
from store.words.blocks import Block
from store.words.names import name_key

_FIRST_ITEM = "新事项"
"""The item of rows that an empty list is given without one."""

OnJoined = Literal["first", "each", "leave"]
"""What a joined cell does with lines that differ: takes the first, parts, or stays as it is."""


@dataclass(frozen=True, slots=True)
class PasteTarget:
    """Where a block goes: the rows from the cursor on, and the columns from the cursor on."""

    rows: tuple[str, ...]
    fields: tuple[str, ...]
    may_add: bool = False
    """Lines beyond the last row may make new rows at the end of the list."""
    act: str = "粘贴"
    """What is done, for the title."""
    alone: bool = False
    """Rows are meant as they are named, not with those that share a joined cell with them."""


@dataclass(frozen=True, slots=True)
class PastedCell:
    """A cell of the list that a block changes, with the rows that it is joined over."""

    rows: tuple[str, ...]
    field: str
    text: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Differing:
    """A joined cell for which lines of the block say one thing and another."""

    rows: tuple[str, ...]
    field: str
    texts: tuple[str, ...]


class Pasting:
    """A block over a target, worked out once; what is left out of it is left out by cell."""

    def __init__(
        self, tasks: TaskList, block: Block, target: PasteTarget, on_joined: OnJoined = "first"
    ) -> None:
        """Work out nothing yet. A first line that repeats the labels of the columns is left out."""
        self._target = target
        self._on_joined = on_joined
        self.has_heads = _has_heads(tasks, block, target.fields)
        self._lines = block[1:] if self.has_heads else block
        beyond = len(self._lines) - len(target.rows)
        self.new_rows, made = _new_rows(tasks, self._lines[len(target.rows) :], target)
        """The rows that it makes."""
        self._made = tuple(made)
        self._tasks = tasks
        if made:
            self._tasks = tasks.copy()
            self._tasks.apply(made)
        self.lines_beyond = max(0, beyond - len(self.new_rows))
        """Lines for which there is no row."""

    # ------------------------------------------------------------------ what would change

    @property
    def columns_beyond(self) -> int:
        """Columns of the block for which the list has none."""
        return max(0, self._width - len(self._target.fields))

    @cached_property
    def cells(self) -> tuple[PastedCell, ...]:
        """The cells that come to say something else, in the order of the rows."""
        found: list[PastedCell] = []
        for (rows, field), text in self._given.items():
            if not self._refusal(field, text):
                found.append(self._cell(rows, field, text))
        found.sort(key=lambda cell: (self._tasks.places[cell.rows[0]], self._target.fields.index(cell.field)))
        return tuple(cell for cell in found if cell.before != cell.after)

    @cached_property
    def refused(self) -> tuple[str, ...]:
        """Why texts cannot stand where the block has them: sentences in cells of units and leaders."""
        said = (self._refusal(field, text) for (_, field), text in self._given.items())
        return tuple(dict.fromkeys(filter(None, said)))

    def _refusal(self, field: str, text: str) -> str:
        cell = cell_of(field)
        return refusal_of(cell.kind, text) if cell else ""

    @cached_property
    def differing(self) -> tuple[Differing, ...]:
        """The joined cells that are to be asked about."""
        found: list[Differing] = []
        for rows, field, texts in self._joined:
            said = tuple(dict.fromkeys(filter(None, texts)))
            if len(rows) > 1 and len(said) > 1:
                found.append(Differing(rows, field, said))
        return tuple(found)

    @cached_property
    def titles_kept(self) -> int:
        """Titles of items that the block would have otherwise: they stay."""
        return sum(
            bool(text) and name_key(text) != name_key(self._title(row))
            for row, field, text in self._places()
            if field == "item" and row not in self.new_rows
        )

    @property
    def open_names(self) -> tuple[str, ...]:
        """The names that fit no unit or person of the list, or several: they stay open."""
        found: dict[str, None] = {}
        for cell in self.cells:
            of_cell = cell_of(cell.field)
            if of_cell:
                found |= dict.fromkeys(open_names(self._tasks, of_cell.kind, cell.text))
        return tuple(found)

    def where(self, *cells: PastedCell) -> str:
        """Return cells of one column in words: 第 3.1–3.3 行牵头单位."""
        rows = [row for cell in cells for row in cell.rows]
        return f"{numbered_rows(self._tasks, rows)}{label(self._tasks, cells[0].field)}"

    # ------------------------------------------------------------------ the change

    def change(self, left_out: Collection[PastedCell] = (), reason: Reason = "") -> Change:
        """Return the one change, without the cells that are left out.

        Refused where it is to be said why (`asked`) and is not.
        """
        kept = [cell for cell in self.cells if cell not in left_out]
        rows = {row: None for cell in kept for row in cell.rows}
        made = [row for row in self.new_rows if row in rows]
        title = (
            f"{self._target.act}：{numbered_rows(self._tasks, rows)} {len(kept)} 处" if kept else "没有变化"
        )
        if made:
            title += f"，新增 {len(made)} 行"
        assigned = assigned_edits(self._tasks, rows, list(self._assigned(kept, reason)))
        return Change(title, (*self._made_for(made), *self._edits(kept), *assigned))

    def asked(self, left_out: Collection[PastedCell] = ()) -> tuple[Missing, ...]:
        """Return the units whose known leader would not stand beside them: the clerk is to say why."""
        kept = [cell for cell in self.cells if cell not in left_out]
        return asked_of(self._assigned(kept))

    def left_out(self, cell: PastedCell) -> tuple[str, ...]:
        """Say what of a cell is to stay as it is, a sentence each."""
        assigned = (edit for one in self._assigned([cell]) for edit in one.edits)
        return said_left_out(self._tasks, chain(self._edits([cell]), assigned))

    def _made_for(self, rows: Collection[str]) -> Iterator[Edit]:
        """Yield what makes the rows, and the items that they begin."""
        items = {self._tasks.task(row).item for row in rows}
        for edit in self._made:
            if edit.key in rows or edit.key in items:
                yield edit

    def _by_row(self, kept: Iterable[PastedCell]) -> Iterator[tuple[Task, dict[str, str]]]:
        """Yield each row with what it is given, by field, in the list's order."""
        by_row: dict[str, dict[str, str]] = {}
        for cell in kept:
            for row in cell.rows:
                by_row.setdefault(row, {})[cell.field] = cell.text
        for row in sorted(by_row, key=self._tasks.places.__getitem__):
            yield self._tasks.task(row), by_row[row]

    def _edits(self, kept: Iterable[PastedCell]) -> Iterator[Edit]:
        for task, texts in self._by_row(kept):
            yield from text_edits(self._tasks, task, texts)

    def _assigned(self, kept: Iterable[PastedCell], reason: Reason = "") -> Iterator[Assignment]:
        says = self._target.fields[: self._width]
        for task, texts in self._by_row(kept):
            answers = answers_pasted(self._tasks, task, texts, says)
            yield from assign(self._tasks, (task.key,), answers, reason).values()

    @cached_property
    def _width(self) -> int:
        return max(map(len, self._lines), default=0)

    # ------------------------------------------------------------------ what goes where

    def _places(self) -> Iterator[tuple[str, str, str]]:
        """Yield each cell of the block that has a place, by its row and field."""
        rows = (*self._target.rows, *self.new_rows)
        for row, line in zip(rows, self._lines, strict=False):
            for field, text in zip(self._target.fields, line, strict=False):
                yield row, field, text

    @cached_property
    def _joined(self) -> Sequence[tuple[tuple[str, ...], str, tuple[str, ...]]]:
        """The cells of the list that the block covers, each with what its lines say there."""
        found: dict[tuple[tuple[str, ...], str], list[str]] = {}
        for row, field, text in self._places():
            if field != "item":
                found.setdefault((self._rows_of(row, field), field), []).append(text)
        return [(rows, field, tuple(texts)) for (rows, field), texts in found.items()]

    def _rows_of(self, row: str, field: str) -> tuple[str, ...]:
        return (row,) if self._target.alone else joined_rows(self._tasks, row, field)

    @cached_property
    def _given(self) -> Mapping[tuple[tuple[str, ...], str], str]:
        """What each cell is given: a joined one the first that is said, where its lines may not part it."""
        asked = {(one.rows, one.field) for one in self.differing}
        given: dict[tuple[tuple[str, ...], str], str] = {}
        for rows, field, texts in self._joined:
            if (rows, field) not in asked or self._on_joined == "first":
                given[rows, field] = next(filter(None, texts), "")
        if self._on_joined == "each":
            for row, field, text in self._places():
                if (self._rows_of(row, field), field) in asked:
                    given[(row,), field] = text
        return given

    def _cell(self, rows: tuple[str, ...], field: str, text: str) -> PastedCell:
        task = self._tasks.task(rows[0])
        cell = cell_of(field)
        if cell is None:
            before = field_text(self._tasks, task, field)
            return PastedCell(rows, field, text, before or NOTHING, text or NOTHING)
        held = "、".join(wordings(task.mentions(cell)))
        mentions = mentions_pasted(self._tasks, cell.kind, text)
        return PastedCell(rows, field, text, held or NOTHING, "、".join(wordings(mentions)) or NOTHING)

    def _title(self, row: str) -> str:
        item = self._tasks.find(Item, self._tasks.task(row).item)
        return item.title if item else ""


def _new_rows(
    tasks: TaskList, lines: Sequence[Sequence[str]], target: PasteTarget
) -> tuple[tuple[str, ...], list[Edit]]:
    """Return a row for each line behind the last, in its item or in one that the line begins, made empty."""
    if not target.may_add:
        return (), []
    item = tasks.items[-1] if tasks.items else None
    order = tasks.task(tasks.task_keys[-1]).order if tasks.task_keys else ""
    rows: list[str] = []
    edits: list[Edit] = []
    for line in lines:
        title = _title_in(line, target.fields)
        if item is None or (title and name_key(title) != name_key(item.title)):
            place = order_between(item.order if item else "", "")
            item = Item(new_key(), place, title or _FIRST_ITEM, notice=tasks.notice.key)
            order = ""
            edits.append(created(item))
        order = order_between(order, "")
        row = Task(new_key(), item.key, order)
        rows.append(row.key)
        edits.append(created(row))
    return tuple(rows), edits


def _title_in(line: Sequence[str], fields: Sequence[str]) -> str:
    """Return what a line says in the column of items."""
    return next((text for field, text in zip(fields, line, strict=False) if field == "item"), "")


def _has_heads(tasks: TaskList, block: Block, fields: Sequence[str]) -> bool:
    """Tell whether the first of several lines repeats the labels of the columns that it would go to."""
    if len(block) < 2 or not block[0]:
        return False
    pairs = list(zip(fields, block[0], strict=False))
    return all(name_key(text) == name_key(column_label(tasks, field)) for field, text in pairs)
