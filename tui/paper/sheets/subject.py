"""A unit's sheet (任务分解单) or a leader's: the rows that it leads, those it shares, those it may share."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.acts.crossings import By, crossings
from store.records.cells import CELLS, CellKind, units_field
from store.records.columns import shown_columns
from store.records.person import Person
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention, SideName
from store.records.whois import is_collective_unit
from store.words.cleaning import clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn, banner
from tui.paper.sheets.cells import list_title, sheet_columns, spreads_names
from tui.paper.sheets.grid import list_rows
from tui.paper.sheets.open_rows import open_note, open_rows, undecided_note

_MEMBER = "成员"
_PLAIN_LABELS = ("", "牵头单位", "配合单位")
"""Labels of a column of units that say no more than the side does."""


def unit_sheets(
    tasks: TaskList, units: Sequence[str] | None = None, *, with_idle: bool = False
) -> list[Sheet]:
    """Return the sheets of some units by key, or of all that a row names, or of the others too."""
    if units is None:
        units = all_units(tasks) if with_idle else busy_units(tasks)
    sheets = []
    for key in units:
        title = f"{tasks.unit_name(key)}任务分解单"
        name = tasks.wording_of(key)
        sheets.append(_sheet(tasks, key, title, name))
    return sheets


def all_units(tasks: TaskList) -> list[str]:
    """Return the keys of all units in the matrix's order, collectives apart."""
    return [key for key in _keys_across(tasks, "unit") if not is_collective_unit(tasks, key)]


def busy_units(tasks: TaskList) -> list[str]:
    """Return those of them that a row names, to lead or to share."""
    return [key for key in all_units(tasks) if tasks.rows_naming(key)]


def leader_sheets(tasks: TaskList, people: Sequence[str] | None = None) -> list[Sheet]:
    """Return the sheets of some leaders by key, or of all who answer for a row."""
    if people is None:
        people = [key for key in _keys_across(tasks, "leader") if tasks.rows_naming(key)]
    sheets = []
    for key in people:
        name = tasks.person_name(key)
        sheets.append(_sheet(tasks, key, f"{name}同志分管任务清单", name))
    return sheets


def _keys_across(tasks: TaskList, by: By) -> list[str]:
    """Return the keys of the units or leaders of the matrix, as they stand across it."""
    mentions = [column.mention for column in crossings(tasks, by=by).columns]
    return [mention.key for mention in mentions if mention.key]


@dataclass(frozen=True, slots=True)
class _Duties:
    """The keys of the rows that a unit or leader has to do with."""

    led: tuple[str, ...]
    shared: tuple[str, ...]
    """Rows that name it as a partner, and do not let it lead."""
    perhaps: tuple[str, ...]
    """Rows that do not name it, but a collective that may mean it."""


def rows_of(tasks: TaskList, key: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the keys of the rows that a unit or leader leads, of those it shares, and of those it may share.

    The last name a collective that may mean it.
    """
    duties = _duties(tasks, key)
    return duties.led, duties.shared, duties.perhaps


def _duties(tasks: TaskList, key: str) -> _Duties:
    led = tasks.rows_naming(key, side="lead")
    named = set(led)
    partnered = tasks.rows_naming(key, side="participant")
    shared = tuple(row for row in partnered if row not in named)
    named.update(shared)
    others = [task for task in tasks.tasks if task.key not in named]
    perhaps = [task.key for task in others if _may_mean(tasks, task, key)]
    return _Duties(led, shared, tuple(perhaps))


def _may_mean(tasks: TaskList, task: Task, key: str) -> bool:
    """Return whether a collective in a row may mean a unit or leader."""
    person = tasks.find(Person, key)
    if person and not in_charge(tasks, key):
        return False
    kind: CellKind = "leaders" if person else "units"
    cells = [cell for cell in CELLS if cell.kind == kind]
    mentions = [mention for cell in cells for mention in task.mentions(cell)]
    return any(_is_open_to(tasks, mention, key) for mention in mentions)


def _is_open_to(tasks: TaskList, mention: Mention, key: str) -> bool:
    """Return whether a mention is a collective that may mean a unit or leader.

    One whose members are known means these alone.
    """
    if mention.is_collective:
        return True
    unit = tasks.find(Unit, mention.key)
    if unit is None or unit.kind != "collective":
        return False
    return not unit.members or key in unit.members


def in_charge(tasks: TaskList, key: str) -> bool:
    """Return whether a person is one of the leaders: over the members of the group, or named by a row."""
    if tasks.rows_naming(key):
        return True
    roles = [entry.role for entry in tasks.roster if entry.person == key]
    return any(role != _MEMBER for role in roles)


def _sheet(tasks: TaskList, key: str, title: str, name: str) -> Sheet:
    duties = _duties(tasks, key)
    printed = [
        column for column in shown_columns(tasks) if column.field != "number"
    ]  # The rows' names stand there.
    fields = [column.field for column in printed]
    columns = (SheetColumn("序号", 6, True), *sheet_columns(printed))
    sections: dict[str, tuple[str, ...]] = {}
    sections[f"{_duty(tasks, 'lead')}的任务"] = duties.led
    sections[f"{_duty(tasks, 'participant')}的任务"] = duties.shared
    sections["按统称可能涉及的任务"] = duties.perhaps
    headings = [heading for heading, keys in sections.items() if keys]
    printed_rows = (*duties.led, *duties.shared, *duties.perhaps)
    is_spread = spreads_names(tasks, printed_rows)
    rows: list[Row] = []
    for number, heading in zip("一二三", headings, strict=False):
        keys = sections[heading]
        counted = f"{number}、{heading}（{len(keys)} 项）"
        rows.append(banner(counted, len(columns)))
        rows += _rows(tasks, keys, fields, is_spread)
    if not rows:
        rows = [banner("清单中没有涉及的任务。", len(columns))]
    under = (f"（{list_title(tasks)}）", _counted(duties))
    name = clean_line(name)
    made = Sheet(clean_line(title), columns, tuple(rows), under=under, name=name, says_empty=True)
    doubtful = open_rows(tasks, printed_rows)
    notes = (*open_note(doubtful), *undecided_note(tasks, printed_rows))
    return replace(made, notes=notes, open_rows=doubtful)


def _counted(duties: _Duties) -> str:
    """Return how many rows a unit or leader has to do with: 牵头 2 项,配合 1 项."""
    perhaps = f"；按统称可能涉及 {len(duties.perhaps)} 项" if duties.perhaps else ""
    led = len(duties.led)
    shared = len(duties.shared)
    return f"牵头 {led} 项，配合 {shared} 项{perhaps}"


def _duty(tasks: TaskList, side: SideName) -> str:
    """Return what a side is called: with the list's own label of its units, 配合(责任单位)."""
    duty = "牵头" if side == "lead" else "配合"
    for column in shown_columns(tasks):
        if column.field == units_field(side):
            label = clean_line(column.label)
            return f"{duty}（{label}）" if label not in _PLAIN_LABELS else duty
    return duty


def _rows(tasks: TaskList, keys: Sequence[str], fields: Sequence[str], is_spread: bool) -> list[Row]:
    """Return rows with their names before them, joined as far as they stand together here."""
    grid = list_rows(tasks, keys, fields, spread_names=is_spread)
    rows: list[Row] = []
    for key, row in zip(keys, grid, strict=True):
        rows.append((SheetCell((tasks.row_name(key),)), *row))
    return rows
