"""From the cells of a table's rows to tasks: joined cells filled, each under its column, doubts asked."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from store.progress import Progress, silent, told
from store.reading.names.accounting import left_over
from store.reading.names.owners import Known, promoted
from store.reading.result import TaskFound
from store.reading.signs.columns import OTHER
from store.reading.signs.declarations import Declared
from store.reading.signs.lines import Span, says_nothing
from store.reading.signs.marks import mark_of
from store.reading.signs.measures import deadlines_in, is_time, targets_in
from store.reading.tables.align import aligned
from store.reading.tables.cells import CellRow, CellsByField, LabelledCell, TaskTable
from store.reading.tables.fit import fit, narrowed, stands_under
from store.reading.tables.misplaced import without_misplaced
from store.reading.tables.owner_cells import NamesByField, owners_of_row
from store.reading.tables.owners_over import owners_over
from store.records.cells import RESPONSIBILITY_FIELDS, units_field
from store.records.doubts import doubt
from store.records.values import Column, Doubt, Extra, SideName

CATEGORY = "类别"
"""The label of a heading within the table over rows that have items of their own."""

GoingOn = Mapping[int, Collection[int]]
"""Line of a row to its cells, counted from 0, that are joined with those of the row above."""

NOTHING_GOES_ON: GoingOn = {}


def rows_of(
    table: TaskTable, known: Known, going_on: GoingOn = NOTHING_GOES_ON, progress: Progress = silent
) -> tuple[TaskFound, ...]:
    """Return the tasks of a table; people and units known from the roster help to tell columns apart."""
    tasks: list[TaskFound] = []
    category = ""
    above: TaskFound | None = None
    over: NamesByField = {}
    for row in told(table.rows, progress):
        if row.category:
            category, above = row.cells[0], None
            over = owners_over(category, table.columns)
            continue
        task = _with_owners(_task(row, table.columns, above, known), over)
        joined = (*task.joined, *_joined_fields(row, table.columns, going_on))
        above = replace(task, joined=tuple(dict.fromkeys(joined)))
        tasks.append(_under_category(above, category))
    return tuple(_promoted(task, known.declared) for task in tasks)


def _task(row: CellRow, columns: Sequence[Column], above: TaskFound | None, known: Known) -> TaskFound:
    """Return the task of a row; where its item is joined to the row above, it is of the same item.

    Such a row without owners has those of the row above, since their cells are joined as well.
    """
    row = _with_blanks(row, columns)
    placed, covered = _placed(row.cells, columns, frozenset(known.people))
    cells, asked = without_misplaced(placed)
    task = _worded(cells, row.source)
    texts = {field: _text_under(cells, field) for field in RESPONSIBILITY_FIELDS}
    sides, words, unsure = owners_of_row(texts, cells, known)
    if above and not task.item and "item" in cells:
        task = replace(task, item=above.item)
        if not asked and not any(sides.values()):
            sides = {field: getattr(above, field) for field in RESPONSIBILITY_FIELDS}
            task = replace(task, joined=tuple(field for field, names in sides.items() if names))
            words = above.owner_words
    elif above:
        joined = {field: getattr(above, field) for field in _covered_owners(row, columns, covered, sides)}
        sides = {**sides, **joined}
        task = replace(task, joined=tuple(joined))
    is_short = len(row.cells) <= _last_owner(columns) and not covered
    if is_short or row.open_question:
        asked += _doubts(sides, row)
    task = _with_sides(task, sides)
    asked += unsure
    return replace(task, extras=_extras(cells, sides), doubts=asked, owner_words=words)


def _covered_owners(row: CellRow, columns: Sequence[Column], covered: int, sides: NamesByField) -> list[str]:
    """Return the fields of owners whose columns stand before the row's first filled cell.

    Joined cells group the rows there, as 责任单位 | 责任领导 | 序号 | 任务 has them.
    """
    filled = [index for index, cell in enumerate(row.cells) if cell.strip()]
    if not filled or len(row.cells) + covered > len(columns):
        return []
    before = dict.fromkeys(column.field for column in columns[: filled[0] + covered])
    return [field for field in before if field in RESPONSIBILITY_FIELDS and not sides[field]]


def _joined_fields(row: CellRow, columns: Sequence[Column], going_on: GoingOn) -> Iterator[str]:
    """Yield the fields whose cells the document joins with the row above; the item's joins anyway."""
    for cell in sorted(going_on.get(row.source[0], ())):
        if cell < len(columns) == len(row.cells) and columns[cell].field not in ("item", OTHER):
            yield columns[cell].field


def _with_sides(task: TaskFound, sides: NamesByField) -> TaskFound:
    return replace(
        task,
        lead_units=sides["lead_units"],
        lead_leaders=sides["lead_leaders"],
        participant_units=sides["participant_units"],
        participant_leaders=sides["participant_leaders"],
    )


def _with_owners(task: TaskFound, over: NamesByField) -> TaskFound:
    """Return a task with the owners whom the heading over its row names."""
    own: NamesByField = {field: getattr(task, field) for field in RESPONSIBILITY_FIELDS}
    return _with_sides(task, {**own, **over})


def _last_owner(columns: Sequence[Column]) -> int:
    """Return the index of the last column of owners; -1 where there is none."""
    last = -1
    for index, column in enumerate(columns):
        if column.field in RESPONSIBILITY_FIELDS:
            last = index
    return last


def _with_blanks(row: CellRow, columns: Sequence[Column]) -> CellRow:
    """Return a row that has too few cells with the blank ones where they fit, where they are at neither end.

    1 ⇥ 推进改革。 ⇥ 市财政局 ⇥ 6月底前 under 序号, 任务, 牵头, 配合, 时限: no time stands under units.
    """
    for shift in range(len(columns) - len(row.cells) + 1):
        pairs = zip(row.cells, columns[shift:], strict=False)
        if all(stands_under(cell, column.field) for cell, column in pairs):
            return row
    cells, open_question = aligned(row.cells, columns)
    return replace(row, cells=cells, open_question=row.open_question or open_question)


def _placed(
    cells: Sequence[str], columns: Sequence[Column], people: frozenset[str]
) -> tuple[CellsByField, int]:
    """Return the cells by field, and how many columns at the left are covered by a joined cell from above.

    Covered cells are missing at the left and the row was filled up at the right; what the cells
    hold says by how much.
    """
    width = len(columns)
    given = [*cells, *_blanks(width - len(cells))]
    if len(cells) > width:
        given = max(narrowed(cells, width), key=lambda way: fit(way, 0, columns, people))
    shifts = range(min(_blanks_at_end(given), width - 1) + 1)
    shift = max(shifts, key=lambda shift: (fit(given, shift, columns, people), -shift))
    placed: CellsByField = {}
    for column, cell in zip(columns, [*_blanks(shift), *given], strict=False):
        placed.setdefault(column.field, []).append(LabelledCell(column.label, cell))
    return placed, shift


def _blanks(count: int) -> list[str]:
    return [""] * count


def _blanks_at_end(cells: Sequence[str]) -> int:
    blanks = 0
    while blanks < len(cells) and not cells[-1 - blanks]:
        blanks += 1
    return blanks


def _text_under(cells: CellsByField, field: str) -> str:
    """Return what the cells of a field say; a line break stands between two names, but within a sentence."""
    texts: list[str] = []
    for cell in cells.get(field, ()):
        lines = cell.text.split("\n")
        are_several = field in RESPONSIBILITY_FIELDS or (field == "deadline" and all(map(is_time, lines)))
        text = (" " if are_several else "").join(lines)
        if not says_nothing(text):
            texts.append(text)
    return " ".join(texts)


def _worded(cells: CellsByField, source: Span) -> TaskFound:
    """Return the task of some cells without its owners."""
    text = _text_under(cells, "text").replace("\t", " ")
    number = _text_under(cells, "number")
    deadline = _text_under(cells, "deadline") or deadlines_in(text)
    target = _text_under(cells, "targets")
    targets = (target,) if target else targets_in(text)
    mark = mark_of(text)
    if mark and not number:
        number, text = mark.printed, mark.rest
    task = TaskFound(_text_under(cells, "item"), number, text, source)
    return replace(task, deadline=deadline, targets=targets, remark=_text_under(cells, "remark"))


def _extras(cells: CellsByField, sides: NamesByField) -> tuple[Extra, ...]:
    """Return the cells of unknown columns, and owners' cells that say more than names."""
    found = [cell for cell in cells.get(OTHER, ()) if cell.text]
    names = "".join(map("".join, sides.values()))
    owners = [cell for field in RESPONSIBILITY_FIELDS for cell in cells.get(field, ())]
    found += (cell for cell in owners if left_over(cell.text, names))
    return tuple(map(_extra, found))


def _extra(cell: LabelledCell) -> Extra:
    return Extra(cell.label, cell.text.replace("\n", ""))


def _under_category(task: TaskFound, category: str) -> TaskFound:
    """Return a task with the heading over its row: as its item, or beside the item that it has."""
    if not category:
        return task
    if not task.item:
        return replace(task, item=category)
    return replace(task, extras=(Extra(CATEGORY, category), *task.extras))


def _promoted(task: TaskFound, declared: Declared) -> TaskFound:
    """Return the task with the units in the lead that the notice declares to be, where it has none itself."""
    if not declared or task.lead_units or not task.participant_units:
        return task
    lead, participants, doubts = promoted(task.participant_units, declared)
    return replace(task, lead_units=lead, participant_units=participants, doubts=(*task.doubts, *doubts))


def _doubts(sides: NamesByField, row: CellRow) -> tuple[Doubt, ...]:
    """Ask about a row with too few cells that names owners: it leaves open which columns they stand in."""
    if not any(sides.values()):
        return ()
    side: SideName = "participant" if sides[units_field("participant")] else "lead"
    filled = [cell for cell in row.cells if cell]
    return (doubt(side, "few_cells", len(filled)),)
