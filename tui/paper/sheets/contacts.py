"""联络员通讯录: the people of the roster in its groups, with unit, post, phone and office."""

from itertools import groupby

from store.records.person import Person, RosterEntry
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn, banner
from tui.paper.sheets.cells import even, line_cell, line_cells, list_title

_COLUMNS = (
    SheetColumn("姓名", 8, True),
    SheetColumn("单位", 16, False),
    SheetColumn("职务", 20, False),
    SheetColumn("电话", 14, False),
    SheetColumn("办公地点", 12, False),
    SheetColumn("备注", 8, False),
)
_TITLE = "联络员通讯录"


def contact_sheets(tasks: TaskList) -> list[Sheet]:
    """Return the people who are in the group by rank, a line each; no sheet where the roster has none."""
    entries = tasks.roster
    if not entries:
        return []
    people = [tasks.person_name(entry.person) for entry in entries]
    names = iter(even(list(map(clean_line, people))))
    rows: list[Row] = []
    for role, group in groupby(entries, key=lambda entry: entry.role):
        if role:
            rows.append(banner(clean_line(role), len(_COLUMNS)))
        rows += [_row(tasks, entry, next(names)) for entry in group]
    group_name = clean_line(tasks.notice.group) or list_title(tasks)
    under = (f"（{group_name}）",)
    return [Sheet(_TITLE, _COLUMNS, tuple(rows), under=under, name="通讯录")]


def _row(tasks: TaskList, entry: RosterEntry, name: str) -> Row:
    person = tasks.find(Person, entry.person) or Person(entry.person)
    unit = tasks.unit_name(entry.unit)
    phones = SheetCell(_several(person.phone))
    office = line_cell(person.office)
    remark = line_cell("")
    return (*line_cells(name, unit, entry.post), phones, office, remark)


def _several(phone: str) -> tuple[str, ...]:
    """Return phones that are written one after the other, a line each: 65692166、13800138000."""
    for sign in "，,;；/":
        phone = phone.replace(sign, "、")
    phones = clean_line(phone).split("、")
    return tuple(filter(None, map(str.strip, phones)))
