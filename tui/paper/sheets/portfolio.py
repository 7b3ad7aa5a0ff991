"""领导分工表: the leaders by rank, each with his units, since when and by what; then what is open."""

from collections.abc import Iterator, Sequence

from store.acts.handover_plans import plans
from store.portfolio.standing import Standing
from store.portfolio.standings import settled_pairs, standings
from store.records.kept import Plan
from store.records.several_lists import units_of_list
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn, banner, written_day
from tui.paper.sheets.cells import even, line_cell, line_cells, of_list

_COLUMNS = (
    SheetColumn("序号", 5, True),
    SheetColumn("分管领导", 9, True),
    SheetColumn("职务", 15, False),
    SheetColumn("分管单位", 16, False),
    SheetColumn("起始日期", 12, True),
    SheetColumn("依据", 24, False),
)
_MEMBER = "成员"
_NOBODY = "未定"


def portfolio_sheets(tasks: TaskList) -> list[Sheet]:
    """Return who has which unit, where it is known of any; else no sheet."""
    told: list[Standing] = []
    in_doubt: list[Standing] = []
    for standing in _standings(tasks):
        part = told if standing.leader else in_doubt
        part.append(standing)
    if not told:
        return []
    rows = (*_by_leader(tasks, told), *_open(tasks, in_doubt))
    notes = tuple(_notes(tasks, told))
    under = (of_list(tasks),)
    return [Sheet("领导分工表", _COLUMNS, rows, notes, under=under, name="领导分工", says_empty=True)]


def _standings(tasks: TaskList) -> Iterator[Standing]:
    """Yield how the units of the list stand, in their order."""
    known = standings(tasks)
    for unit in units_of_list(tasks):
        if unit.key in known:
            yield known[unit.key]


def _by_leader(tasks: TaskList, told: Sequence[Standing]) -> Iterator[Row]:
    """Yield the units of each leader, his name and post joined over them."""
    units: dict[str, list[Standing]] = {}
    for standing in told:
        own = units.setdefault(standing.leader or "", [])
        own.append(standing)
    posts = {entry.person: entry.post for entry in tasks.roster}
    ranked = [person for person in posts if person in units]
    leaders = list(dict.fromkeys((*ranked, *units)))
    people = map(tasks.person_name, leaders)
    names = even(list(map(clean_line, people)))
    for number, leader in enumerate(leaders):
        count = len(units[leader])
        place = line_cell(str(number + 1), count)
        name = line_cell(names[number], count)
        post = line_cell(posts.get(leader, ""), count)
        first: Row = (place, name, post)
        for standing in units[leader]:
            yield (*first, *_unit(tasks, standing))
            first = (None, None, None)


def _unit(tasks: TaskList, standing: Standing) -> Row:
    """Return a unit, since when it is its leader's, and by what that is known."""
    since = ""
    ground = standing.ground
    pair = settled_pairs(tasks).get(standing.unit)
    if pair and standing.grade == "settled":
        since = written_day(pair.since or "")
        ground = pair.basis or "已定"
    elif standing.grade == "inferred":
        ground = f"{ground}（推断）"
    return line_cells(tasks.unit_name(standing.unit), since, ground)


def _open(tasks: TaskList, in_doubt: Sequence[Standing]) -> Iterator[Row]:
    """Yield the units of no leader, with those whose they may be."""
    if in_doubt:
        count = len(in_doubt)
        yield banner(f"分管领导待定的单位（{count} 个）", len(_COLUMNS))
    for standing in in_doubt:
        names = "或".join(map(tasks.person_name, standing.candidates))
        who = SheetCell((names or _NOBODY,), colspan=3, centred=True)
        unit = line_cell(tasks.unit_name(standing.unit))
        why = clean_line(standing.reason)
        reason = SheetCell((why,), colspan=2, centred=False)
        yield (who, None, None, unit, reason, None)


def _notes(tasks: TaskList, told: Sequence[Standing]) -> Iterator[str]:
    """Yield the leaders of the group who have no unit, and the handovers dated ahead, a line each."""
    busy = {standing.leader for standing in told}
    idle = []
    for entry in tasks.roster:
        if entry.role not in ("", _MEMBER) and entry.person not in busy:
            name = tasks.person_name(entry.person)
            idle.append(clean_line(name))
    if idle:
        names = "、".join(idle)
        yield f"注：看不出分管单位的领导：{names}。"
    for plan in plans(tasks):
        yield _planned(tasks, plan)


def _planned(tasks: TaskList, plan: Plan) -> str:
    """Return a handover dated ahead: 2026年12月1日起，法制处由徐涛移交胡军。"""
    day = written_day(plan.effective_on)
    units = "、".join(map(tasks.wording_of, plan.units))
    giver = tasks.person_name(plan.from_leader)
    taker = tasks.person_name(plan.to_leader)
    basis = f"（{plan.basis}）" if plan.basis else ""
    passing = f"{units}由{giver}移交{taker}"
    return f"预定调整：{day}起，{passing}{basis}。"
