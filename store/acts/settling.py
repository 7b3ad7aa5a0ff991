"""Settling who has a unit: the bureau's word, as a record of the portfolio. It changes no row."""

from collections.abc import Iterable, Iterator, Sequence

from store.acts.cell_grounds import answered_edits
from store.acts.preview import Preview, RowChange, RowSide
from store.portfolio.standings import leaders_of, settled_pairs
from store.records.changes import Change, Edit, created, deleted, updated
from store.records.kept import Pair, pair_key
from store.records.ranges import names_in_words
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Side
from store.refused import Refused


def settling_edits(
    tasks: TaskList,
    unit: str,
    leader: str,
    since: str | None = None,
    basis: str = "",
    from_leader: str | None = None,
    witness: str = "",
) -> Sequence[Edit]:
    """The edits that give a unit its leader in charge; none where that is settled so already.

    A handover, and what is settled after one, ends the pair that held and begins another; what was settled
    before without one is put right.
    """
    pair = settled_pairs(tasks).get(unit)
    is_handed_over = pair is not None and pair.leader != leader and bool(from_leader or pair.from_leader)
    if pair is None or is_handed_over:
        begun = Pair(next_pair_key(tasks, unit), unit, leader, since, basis, from_leader, witness=witness)
        return [*(ended(pair, since or tasks.today) if pair else ()), created(begun)]
    return updated(pair, leader=leader, since=since, basis=basis)


def next_pair_key(tasks: TaskList, unit: str) -> str:
    """Return the key of the pair that a unit is to have next."""
    before = sum(pair.unit == unit for pair in tasks.all_of(Pair))
    while tasks.find(Pair, pair_key(unit, before)):
        before += 1
    return pair_key(unit, before)


def ended(pair: Pair, day: str) -> list[Edit]:
    """Return the edits that end a pair on a day."""
    return updated(pair, until=day)


def settle(tasks: TaskList, unit: str, leader: str, since: str | None = None, basis: str = "") -> Change:
    """Settle that a leader has a unit; said again without a day and a basis, it keeps those it has.

    Rows whose leaders did not follow the unit while its leader was open are not in doubt about it then.
    """
    pair = settled_pairs(tasks).get(unit)
    is_so_already = pair is not None and pair.leader == leader
    again = is_so_already and not (since or basis)
    edits = [] if again else list(settling_edits(tasks, unit, leader, since, basis))
    edits += answered_edits(tasks, edits)
    named, charged = tasks.wording_of(unit), tasks.person_name(leader)
    title = f"定下{named}由{charged}分管"
    return Change(title, tuple(edits), basis=basis, effective_on=since)


def settle_together(tasks: TaskList, units: Sequence[str], leader: str) -> Change:
    """Settle that a leader has several units, as one change."""
    edits: list[Edit] = []
    for unit in units:
        pair = settled_pairs(tasks).get(unit)
        if pair is None or pair.leader != leader:
            edits += settling_edits(tasks, unit, leader)
    edits += answered_edits(tasks, edits)
    named = names_in_words([tasks.wording_of(unit) for unit in units])
    return Change(f"定下{named}由{tasks.person_name(leader)}分管", tuple(edits))


def unsettle(tasks: TaskList, unit: str) -> Change:
    """Take back what was settled last of a unit's leader: what held before holds again."""
    pair = settled_pairs(tasks).get(unit)
    if pair is None:
        raise Refused(f"{tasks.wording_of(unit)}的分管领导还没有定，不必取消。")
    named, charged = tasks.wording_of(unit), tasks.person_name(pair.leader)
    title = f"取消已定的分管：{named}（{charged}）"
    edits = [deleted(pair)]
    before = [one for one in tasks.all_of(Pair) if one.unit == unit and one is not pair]
    if before:
        edits += updated(before[-1], until=None)
    return Change(title, tuple(edits))


def followers_preview(tasks: TaskList, unit: str, settled: Iterable[Edit]) -> Preview:
    """Propose leaders for rows where they did not follow a unit, its leader being open, and are known now.

    These are the rows that the edits which settled him took out of doubt.
    """
    rows: list[RowChange] = []
    for row, name in _answered_sides(settled):
        side = tasks.task(row).side(name)
        leaders, still_open = leaders_of(tasks, side.units)
        after = Side(side.units, leaders)
        if not still_open and after != side:
            rows.append(RowChange(row, name, side, after))
    title = f"{tasks.wording_of(unit)}的分管领导已定，各行分管领导随之改动"
    return Preview(title, tuple(rows))


def _answered_sides(edits: Iterable[Edit]) -> Iterator[RowSide]:
    """Yield the sides of rows whose leaders had not followed before some edits."""
    for edit in edits:
        if (edit.table, edit.field) == (Task.TABLE, "doubts"):
            for doubt in edit.before:
                if doubt.get("code") == "leaders_left":
                    yield edit.key, doubt["side"]
