"""What a standing rests on, in the clerk's words: the rows as they were issued, the day it was settled."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from store.portfolio.proof import LISTED, ORDERED, TOGETHER, Proof
from store.portfolio.puzzle import KeyCell
from store.portfolio.standing import Grade, Standing
from store.records.kept import Pair
from store.records.ranges import issued_rows, lines_in_words, rows_in_words
from store.records.record import Doc
from store.records.tasklist import TaskList

_ASSUMED = {
    LISTED: "每个单位由一位领导分管，一格中的领导正是格中单位的分管领导",
    ORDERED: "格中领导的次序就是单位的次序",
    TOGETHER: "格中同一位领导分管的单位排在一起",
}


def settled(tasks: TaskList, pair: Pair) -> Standing:
    """Return how a unit stands that the bureau has settled."""
    since = f"，自 {pair.since} 起" if pair.since else ""
    basis = f"依据：{pair.basis}" if pair.basis else ""
    ground = f"{pair.basis} {_day(tasks, pair.since)}".strip() if pair.basis else f"已定{since}"
    return Standing(pair.unit, "settled", pair.leader, reason=f"已定{since}。{basis}", ground=ground)


def _day(tasks: TaskList, day: str | None) -> str:
    """Return a day as one names it: without the year where it is this one."""
    return (day or "").removeprefix(f"{tasks.today[:4]}-")


def proved(tasks: TaskList, unit: str, proof: Proof, said_by: Mapping[KeyCell, Sequence[Doc]]) -> Standing:
    """Return how a unit stands that some cells say something of; `said_by` has the grounds of these cells."""
    if proof.contradicted:
        return _contradicted(tasks, unit, proof, said_by)
    if len(proof.left[LISTED]) == 1:
        for (units, leaders), grounds in said_by.items():
            if len(units) == 1:
                where = _rows(tasks, grounds)
                reason = f"{where}只有这一个单位、一位领导。"
                return _resting(tasks, Standing(unit, "certain", leaders[0], (), reason), grounds, where)
    grounds = [ground for said in said_by.values() for ground in said]
    where = _rows(tasks, grounds)
    for name, left in proof.left.items():
        if len(left) == 1:
            grade: Grade = "certain" if name == LISTED else "inferred"
            assumed = f"{'' if name == LISTED else '假定'}{_ASSUMED[name]}"
            reason = f"由{where}推得：{assumed}。"
            return _resting(tasks, Standing(unit, grade, left[0], (), reason), grounds, where)
    left = proof.left[TOGETHER]
    names = "或".join(map(tasks.person_name, left))
    reason = f"{where}看不出是{names}分管。"
    return _resting(tasks, Standing(unit, "open", None, left, reason), grounds, where)


def _contradicted(
    tasks: TaskList, unit: str, proof: Proof, said_by: Mapping[KeyCell, Sequence[Doc]]
) -> Standing:
    apart = "与".join(_rows(tasks, grounds) for grounds in said_by.values())
    reason = f"{apart}互相矛盾，请核对这些行，或直接定下分管领导。"
    grounds = [ground for said in said_by.values() for ground in said]
    standing = Standing(unit, "open", None, proof.left[LISTED], reason)
    return _resting(tasks, standing, grounds, _rows(tasks, grounds))


def _resting(tasks: TaskList, standing: Standing, grounds: Sequence[Doc], where: str) -> Standing:
    """Return a standing with the grounds that it rests on, and those of their rows that are still there."""
    places = tasks.places
    named = dict.fromkeys([ground["row"] for ground in grounds if ground["row"] in places])
    rows = tuple(sorted(named, key=places.__getitem__))
    return replace(standing, rows=rows, ground=_ground(grounds, where))


def _ground(grounds: Sequence[Doc], where: str) -> str:
    """Return grounds as they were issued: 通知第 4 行,原文第 64 行; 第 3.2 行,2026-11-02 手改."""
    first = grounds[0] if grounds else {}
    if first.get("origin", "") != "notice":
        day = max(ground.get("at", "") for ground in grounds)[:10] if "at" in first else ""
        return f"{where}，{day} 手改" if day else where
    lines = lines_in_words(_lines(grounds))
    return f"通知{where}，原文第 {lines} 行" if lines else f"通知{where}"


def _lines(grounds: Iterable[Doc]) -> Iterator[int]:
    """Yield the lines of the notice's text that some grounds came from."""
    for ground in grounds:
        source: Sequence[int] = ground["source"]
        if source:
            yield from range(source[0], source[-1] + 1)


def _rows(tasks: TaskList, grounds: Iterable[Doc]) -> str:
    """Return the rows of some grounds by the names that they had: 第 3.1–3.3、4 行."""
    names: list[str] = []
    standing: list[str] = []
    for ground in grounds:
        if "name" in ground:
            names.append(ground["name"])
        else:
            standing.append(ground["row"])
    said = filter(None, (issued_rows(names), rows_in_words(tasks, standing)))
    return f"第 {'、'.join(said)} 行"
