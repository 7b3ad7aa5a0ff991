"""The leading group's roster (名单) as it is issued: roles once, names equally wide, posts as worded."""

from itertools import groupby
from operator import itemgetter

from store.records.person import RosterEntry
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn
from tui.paper.sheets.cells import annex, even

_COLUMNS = (SheetColumn("组内职务", 12, True), SheetColumn("姓名", 14, True), SheetColumn("职务", 60, False))


def roster_sheet(tasks: TaskList) -> Sheet:
    """Return the roster in rank order; who has left the group is not on it."""
    entries = [entry for entry in tasks.roster if not entry.left_on or entry.left_on > tasks.today]
    title = roster_title(tasks)
    rows = tuple(_rows(tasks, entries))
    which = annex(tasks, title)
    return Sheet(title, _COLUMNS, rows, notes=_office(tasks), annex=which, name="名单")


def roster_title(tasks: TaskList) -> str:
    """Return what the notice calls the roster."""
    for name in map(clean_line, tasks.notice.annexes):
        if name.endswith("名单"):
            return name
    group = tasks.notice.group or "领导小组"
    return clean_line(f"{group}成员名单")


def _rows(tasks: TaskList, entries: list[RosterEntry]) -> list[Row]:
    people = [tasks.person_name(entry.person) for entry in entries]
    names = even(list(map(clean_line, people)))
    roles = even([clean_line(entry.role) for entry in entries])
    posts = [clean_line(entry.post) for entry in entries]
    rows: list[Row] = []
    for role, group in groupby(zip(roles, names, posts, strict=True), key=itemgetter(0)):
        members = list(group)
        first: SheetCell | None = SheetCell((role,), len(members))
        for _, name, post in members:
            last = SheetCell((post,) if post else ())
            rows.append((first, SheetCell((name,)), last))
            first = None
    return rows


def _office(tasks: TaskList) -> tuple[str, ...]:
    """Return where the group's office sits, and who heads it."""
    notice = tasks.notice
    unit = clean_line(tasks.unit_name(notice.group_office_unit))
    director = clean_line(tasks.person_name(notice.group_office_director))
    said = [f"设在{unit}"] if unit else []
    if director:
        said.append(f"办公室主任：{director}")
    return (f"领导小组办公室{'，'.join(said)}。",) if said else ()
