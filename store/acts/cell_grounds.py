"""What a change of a side does to its grounds, and to what stands open because of what is not known.

What the clerk says by hand of units and leaders is a ground of its own, which goes when the cell says again
what the notice said. Of a list without a notice the cell that is changed is kept as one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from store.portfolio.grounds import has_notice
from store.portfolio.left_open import standing_doubts
from store.portfolio.missing import missing_leaders
from store.records.cells import CellKind
from store.records.changes import Edit, created, deleted, updated
from store.records.ground import ORIGINS, Ground, Origin, ground_key, named, names_of
from store.records.kept import Pair
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import SIDES, Mention, SideName

Reason = Literal["", "only_here", "misread"]
"""Why leaders are others than have the units: in this row alone (仅此行), or since the notice was misread."""


def ground_edits(
    tasks: TaskList, old: Task, new: Task, side: SideName, *, is_said: bool = False, reason: Reason = ""
) -> list[Edit]:
    """Return the edits of grounds that go with a change of a side; `is_said`: the clerk named the leaders."""
    notice = _ground(tasks, new, side, "notice")
    hand = _ground(tasks, new, side, "hand")
    if reason == "misread":
        origin: Origin = "notice" if notice or new.source else "hand"
        edits = _put(tasks, new, side, origin)
        return [*edits, *([deleted(hand)] if hand and origin == "notice" else [])]
    if hand and (_is_as_before(hand, new, side, notice)):
        return [deleted(hand)]
    if is_said and _says_something(new, side) and not (notice and _says(notice, new, side)):
        return _put(tasks, new, side, "hand")
    if hand is None and not has_notice(tasks) and _says_something(old, side):
        return _put(tasks, old, side, "hand", is_said=False)
    return []


def _ground(tasks: TaskList, task: Task, side: SideName, origin: Origin) -> Ground | None:
    return tasks.find(Ground, ground_key(task.key, side, origin))


def _says(ground: Ground, task: Task, side: SideName) -> bool:
    """Tell whether a side says what a ground of it does."""
    said = task.side(side)
    return (ground.units, ground.leaders) == (names_of(said.units), names_of(said.leaders))


def is_as_issued(tasks: TaskList, task: Task, side: SideName) -> bool:
    """Tell whether a side names whom it named in the notice: then nothing about it is open since."""
    ground = _ground(tasks, task, side, "notice")
    now = task.side(side)
    said = (set(names_of(now.units)), set(names_of(now.leaders)))
    return ground is not None and said == (set(ground.units), set(ground.leaders))


def in_issued_order(
    tasks: TaskList, task: Task, side: SideName, kind: CellKind, mentions: Sequence[Mention]
) -> Sequence[Mention]:
    """Return units or leaders in the order of the notice, where they are those that it names."""
    ground = _ground(tasks, task, side, "notice")
    if ground is None:
        return mentions
    issued = ground.units if kind == "units" else ground.leaders
    names = [named(mention.key, mention.wording) for mention in mentions]
    if sorted(names) != sorted(issued):
        return mentions
    by_name = dict(zip(names, mentions, strict=True))
    return [by_name[name] for name in issued]


def without_what_goes(tasks: TaskList, task: Task, side: SideName) -> TaskList:
    """Return a list as it is known once a side stands so: what was said by hand of it may go with that."""
    hand = _ground(tasks, task, side, "hand")
    if hand is None or not _is_as_before(hand, task, side, _ground(tasks, task, side, "notice")):
        return tasks
    then = tasks.copy()
    then.apply((deleted(hand),))
    return then


def _is_as_before(hand: Ground, task: Task, side: SideName, notice: Ground | None) -> bool:
    """Tell whether a side is as it was before anything was said by hand: as the notice has it, or empty."""
    now = task.side(side)
    is_empty = not now.units and not now.leaders
    return _says(notice, task, side) if notice else is_empty and bool(hand.at)


def _says_something(task: Task, side: SideName) -> bool:
    """Tell whether a side may prove whose its units are: no doubt, not 仅此行, no more leaders than units."""
    now = task.side(side)
    in_doubt = side in task.only_here or bool(task.doubt(side))
    return not in_doubt and 0 < len(names_of(now.leaders)) <= len(names_of(now.units))


def _put(tasks: TaskList, task: Task, side: SideName, origin: Origin, *, is_said: bool = True) -> list[Edit]:
    """Return the edits that make a side as it stands the ground of its row."""
    now = task.side(side)
    units, leaders = names_of(now.units), names_of(now.leaders)
    was = _ground(tasks, task, side, origin)
    at = tasks.clock.stamp() if is_said and origin == "hand" else ""
    if was and (was.units, was.leaders) == (units, leaders):
        return []
    if was:
        return updated(was, units=units, leaders=leaders, at=at)
    source = task.source if origin == "notice" else ()
    key, name = ground_key(task.key, side, origin), tasks.row_name(task.key)
    made = Ground(key, tasks.notice.key, task.key, name, side, units, leaders, source, origin, at)
    return [created(made)]


def confirmed_edits(tasks: TaskList, task: Task) -> list[Edit]:
    """Return the edits that make grounds of a row's sides: the clerk said that the notice has them so."""
    sides = [side for side in SIDES if _says_something(task, side)]
    return [edit for side in sides for edit in _put(tasks, task, side, "notice")]


def settled_name_edits(
    tasks: TaskList, rows: Iterable[str], kind: CellKind, wording: str, key: str
) -> list[Edit]:
    """Return the edits that put a unit or person in the place of a wording in grounds of rows."""
    worded = named(None, wording)
    keys = [ground_key(row, side, origin) for row in rows for side in SIDES for origin in ORIGINS]
    edits: list[Edit] = []
    for ground in filter(None, (tasks.find(Ground, one) for one in keys)):
        names = ground.units if kind == "units" else ground.leaders
        now = dict.fromkeys(key if name == worded else name for name in names)
        edits += updated(ground, **{kind: tuple(now)})
    return edits


# ---------------------------------------------------------------------- rows that other acts changed


def followed_edits(tasks: TaskList, rows: Iterable[str], edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits that keep in line what hangs on rows which an act changed, beside those of the act.

    A side is marked 仅此行 where it still says what was said for its row alone.
    """
    after = tasks.copy()
    after.apply(edits)
    found: list[Edit] = []
    for row in dict.fromkeys(rows):
        old, new = tasks.task(row), after.task(row)
        found += updated(new, only_here=_only_here(tasks, old, after, new))
        for side in SIDES:
            if old.side(side) != new.side(side):
                found += ground_edits(after, old, new, side)
    after.apply(found)
    return [*found, *_answered(after)]


def _only_here(tasks: TaskList, old: Task, after: TaskList, new: Task) -> tuple[str, ...]:
    if not old.only_here:
        return ()
    known = {
        missing for side in SIDES if side in old.only_here for missing in missing_leaders(tasks, old, side)
    }
    sides: list[str] = []
    for side in SIDES:
        missing = missing_leaders(after, new, side)
        if missing and known.issuperset(missing):
            sides.append(side)
    return tuple(sides)


def answered_edits(tasks: TaskList, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits that take away doubts which some edits answer, since whose a unit is, is known."""
    says_who = any(edit.table in (Ground.TABLE, Pair.TABLE) for edit in edits)
    if not says_who or not _rows_left(tasks):
        return []
    after = tasks.copy()
    after.apply(edits)
    return _answered(after)


def _answered(after: TaskList) -> list[Edit]:
    found: list[Edit] = []
    for row in _rows_left(after):
        task = after.task(row)
        found += updated(task, doubts=standing_doubts(after, task))
    return found


def _rows_left(tasks: TaskList) -> list[str]:
    """Return the rows of the list whose leaders did not follow their units."""
    docs = tasks.documents.tables[Task.TABLE]
    doubtful = [tasks.task(row) for row, doc in docs.items() if doc.get("doubts") and row in tasks.places]
    return [task.key for task in doubtful if _is_left(task)]


def _is_left(task: Task) -> bool:
    return any(task.has_doubt(side, "leaders_left") for side in SIDES)


def with_only_here(tasks: TaskList, task: Task, side: SideName, *, is_so: bool) -> Task:
    """Return a row whose leaders on a side hold for it alone, where that is so and needed."""
    is_marked = is_so and bool(missing_leaders(tasks, task, side))
    if is_marked == (side in task.only_here):
        return task
    others = {one for one in task.only_here if one != side} | ({side} if is_marked else set())
    return replace(task, only_here=tuple(one for one in SIDES if one in others))
