"""A unit's sheet (任务分解单) or a leader's: the rows he answers for, those he shares, and apart those that a collective may lay on him."""

from collections.abc import Iterator, Sequence

from store.acts.crossings import crossings
from store.records.cells import CELLS, CellKind, units_field
from store.records.person import Person
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import SideName
from store.words.cleaning import clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn, banner
from tui.paper.sheets.cells import list_title, printed_columns, sheet_columns
from tui.paper.sheets.grid import list_rows

_MEMBER = "成员"


def unit_sheets(tasks: TaskList, units: Sequence[str] | None = None) -> list[Sheet]:
    """The sheets of some units by key, or of all that there are, collectives apart."""
    every = [column.mention.key for column in crossings(tasks).columns if column.mention.key]
    chosen = (
        units if units is not None else [key for key in every if key and not _is_collective_unit(tasks, key)]
    )
    return [_sheet(tasks, key, f"{tasks.unit_name(key)}任务分解单", tasks.wording_of(key)) for key in chosen]


def leader_sheets(tasks: TaskList, people: Sequence[str] | None = None) -> list[Sheet]:
    """The sheets of some leaders by key, or of all who answer for a row."""
    every = [column.mention.key for column in crossings(tasks, by="leader").columns if column.mention.key]
    chosen = people if people is not None else [key for key in every if key and tasks.rows_naming(key)]
    return [
        _sheet(tasks, key, f"{tasks.person_name(key)}同志分管任务清单", tasks.person_name(key))
        for key in chosen
    ]


def rows_of(tasks: TaskList, key: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Keys of the rows in which a unit or leader leads, of the others that name it, and of the others whose collective may mean it."""
    led = tasks.rows_naming(key, side="lead")
    shared = tuple(row for row in tasks.rows_naming(key, side="participant") if row not in set(led))
    named = {*led, *shared}
    return (
        led,
        shared,
        tuple(task.key for task in tasks.tasks if task.key not in named and any(_may_mean(tasks, task, key))),
    )


def _may_mean(tasks: TaskList, task: Task, key: str) -> Iterator[bool]:
    """For each collective of a row whether it may mean a unit or leader: one whose members are known means these alone."""
    person = tasks.find(Person, key)
    if person and not in_charge(tasks, key):
        return
    kind: CellKind = "leaders" if person else "units"
    for cell in CELLS:
        if cell.kind == kind:
            for mention in task.mentions(cell):
                unit = tasks.find(Unit, mention.key)
                yield mention.is_collective or (
                    unit is not None
                    and unit.kind == "collective"
                    and (not unit.members or key in unit.members)
                )


def in_charge(tasks: TaskList, key: str) -> bool:
    """Whether a person is one of the leaders: over the members of the group, or named as a leader by a row."""
    return bool(tasks.rows_naming(key)) or any(
        entry.person == key and entry.role != _MEMBER for entry in tasks.roster
    )


def _is_collective_unit(tasks: TaskList, key: str) -> bool:
    unit = tasks.find(Unit, key)
    return unit is not None and unit.kind == "collective"


def _sheet(tasks: TaskList, key: str, title: str, name: str) -> Sheet:
    led, shared, perhaps = rows_of(tasks, key)
    printed = printed_columns(tasks, (*led, *shared, *perhaps), "sheet")
    fields = [column.field for column in printed]
    columns = (SheetColumn("序号", 6, True), *sheet_columns(printed))
    sections = (
        (f"{_duty(tasks, 'lead')}的任务", led),
        (f"{_duty(tasks, 'participant')}的任务", shared),
        ("按统称可能涉及的任务", perhaps),
    )
    rows: list[Row] = []
    for number, (heading, keys) in zip(
        "一二三", ((heading, keys) for heading, keys in sections if keys), strict=False
    ):
        rows += [banner(f"{number}、{heading}({len(keys)} 项)", len(columns)), *_rows(tasks, keys, fields)]
    counted = f"牵头 {len(led)} 项,配合 {len(shared)} 项" + (
        f";按统称可能涉及 {len(perhaps)} 项" if perhaps else ""
    )
    return Sheet(
        clean_line(title),
        columns,
        tuple(rows) or (banner("清单中没有涉及的任务。", len(columns)),),
        under=(f"({list_title(tasks)})", counted),
        name=clean_line(name),
    )


def _duty(tasks: TaskList, side: SideName) -> str:
    """What a side is called: by the list's own label of its units."""
    label = next(
        (clean_line(column.label) for column in tasks.columns if column.field == units_field(side)), ""
    )
    return f"{'牵头' if side == 'lead' else '配合'}{f'({label})' if label and label not in ('牵头单位', '配合单位') else ''}"


def _rows(tasks: TaskList, keys: Sequence[str], fields: Sequence[str]) -> list[Row]:
    """Rows with their partners, joined as far as they stand together here."""
    return [
        (SheetCell((tasks.row_name(key),)), *row)
        for key, row in zip(keys, list_rows(tasks, keys, fields), strict=True)
    ]
