"""The leading group's roster (名单) as it is issued: roles once, names equally wide, posts as worded."""

from itertools import groupby

from store.records.person import RosterEntry
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn
from tui.paper.sheets.cells import annex, even

_COLUMNS = (SheetColumn("组内职务", 12, True), SheetColumn("姓名", 14, True), SheetColumn("职务", 60, False))


def roster_sheet(tasks: TaskList) -> Sheet:
    """The roster in rank order; who has left the group is not on it."""
    entries = [entry for entry in tasks.roster if not entry.left_on or entry.left_on > tasks.today]
    title = roster_title(tasks)
    return Sheet(
        title,
        _COLUMNS,
        tuple(_rows(tasks, entries)),
        notes=_office(tasks),
        annex=annex(tasks, title),
        name="名单",
    )


def roster_title(tasks: TaskList) -> str:
    """What the notice calls the roster."""
    named = next((name for name in tasks.notice.annexes if clean_line(name).endswith("名单")), "")
    return clean_line(named or f"{tasks.notice.group or '领导小组'}成员名单")


def _rows(tasks: TaskList, entries: list[RosterEntry]) -> list[Row]:
    names = even([clean_line(tasks.person_name(entry.person)) for entry in entries])
    roles = even([clean_line(entry.role) for entry in entries])
    rows: list[Row] = []
    for role, group in groupby(zip(roles, names, entries, strict=True), key=lambda line: line[0]):
        members = list(group)
        for place, (_, name, entry) in enumerate(members):
            cell = None if place else SheetCell((role,), len(members))
            rows.append(
                (cell, SheetCell((name,)), SheetCell((clean_line(entry.post),) if entry.post else ()))
            )
    return rows


def _office(tasks: TaskList) -> tuple[str, ...]:
    """Where the group's office sits, and who heads it."""
    unit = clean_line(tasks.unit_name(tasks.notice.group_office_unit))
    director = clean_line(tasks.person_name(tasks.notice.group_office_director))
    said = [*([f"设在{unit}"] if unit else []), *([f"办公室主任:{director}"] if director else [])]
    return (f"领导小组办公室{','.join(said)}。",) if said else ()
