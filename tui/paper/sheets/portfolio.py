"""领导分工表: the leaders by rank, each with his units, since when and by what; then the units that are open."""

from collections.abc import Sequence

from store.acts.handover_plans import plans
from store.portfolio.standing import Standing
from store.portfolio.standings import settled_pairs, standings
from store.records.kept import Plan
from store.records.several_lists import units_of_list
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn, banner, written_day
from tui.paper.sheets.cells import even, line_cell, line_cells, list_title

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
    known = standings(tasks)
    units = [known[unit.key] for unit in units_of_list(tasks) if unit.key in known]
    told = [standing for standing in units if standing.leader]
    if not told:
        return []
    in_doubt = [standing for standing in units if not standing.leader]
    rows = [*_by_leader(tasks, told), *_open(tasks, in_doubt)]
    under = (f"（{list_title(tasks)}）",)
    notes = tuple(_notes(tasks, told))
    return [Sheet("领导分工表", _COLUMNS, tuple(rows), notes, under=under, name="领导分工", says_empty=True)]


def _by_leader(tasks: TaskList, told: Sequence[Standing]) -> list[Row]:
    """Return the units of each leader, his name and post joined over them."""
    by_leader: dict[str, list[Standing]] = {}
    for standing in told:
        by_leader.setdefault(standing.leader or "", []).append(standing)
    posts = {entry.person: clean_line(entry.post) for entry in tasks.roster}
    ranked = [person for person in posts if person in by_leader]
    leaders = list(dict.fromkeys((*ranked, *by_leader)))
    names = even([clean_line(tasks.person_name(leader)) for leader in leaders])
    rows: list[Row] = []
    for number, (leader, name) in enumerate(zip(leaders, names, strict=True), 1):
        own = by_leader[leader]
        post = line_cell(posts.get(leader, ""), len(own))
        first: Row = (line_cell(str(number), len(own)), line_cell(name, len(own)), post)
        for standing in own:
            rows.append((*first, *_unit(tasks, standing)))
            first = (None, None, None)
    return rows


def _unit(tasks: TaskList, standing: Standing) -> Row:
    """Return a unit, since when it is its leader's, and by what that is known."""
    pair = settled_pairs(tasks).get(standing.unit) if standing.grade == "settled" else None
    since = written_day(pair.since or "") if pair else ""
    ground = (pair.basis or "已定") if pair else standing.ground
    if standing.grade == "inferred":
        ground = f"{ground}（推断）"
    return line_cells((clean_line(tasks.unit_name(standing.unit)), since, clean_line(ground)))


def _open(tasks: TaskList, in_doubt: Sequence[Standing]) -> list[Row]:
    """Return the units of no leader, with those whose they may be."""
    rows: list[Row] = []
    if in_doubt:
        rows.append(banner(f"分管领导待定的单位（{len(in_doubt)} 个）", len(_COLUMNS)))
    for standing in in_doubt:
        names = "或".join(map(tasks.person_name, standing.candidates))
        who = SheetCell((names or _NOBODY,), colspan=3, centred=True)
        unit = line_cell(clean_line(tasks.unit_name(standing.unit)))
        reason = SheetCell((clean_line(standing.reason),), colspan=2, centred=False)
        rows.append((who, None, None, unit, reason, None))
    return rows


def _notes(tasks: TaskList, told: Sequence[Standing]) -> list[str]:
    """Return the leaders of the group who have no unit, and the handovers dated ahead, a line each."""
    busy = {standing.leader for standing in told}
    ranked = [entry for entry in tasks.roster if entry.role and entry.role != _MEMBER]
    idle = [clean_line(tasks.person_name(entry.person)) for entry in ranked if entry.person not in busy]
    notes = [f"注：看不出分管单位的领导：{'、'.join(idle)}。"] if idle else []
    return [*notes, *(_planned(tasks, plan) for plan in plans(tasks))]


def _planned(tasks: TaskList, plan: Plan) -> str:
    """Return a handover dated ahead: 2026年12月1日起，法制处由徐涛移交胡军。"""
    day = written_day(plan.effective_on)
    units = "、".join(map(tasks.wording_of, plan.units))
    giver, taker = tasks.person_name(plan.from_leader), tasks.person_name(plan.to_leader)
    basis = f"（{plan.basis}）" if plan.basis else ""
    return f"预定调整：{day}起，{units}由{giver}移交{taker}{basis}。"
