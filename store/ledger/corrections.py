"""What became otherwise since statistics were printed: reports that came since (补报), and what was put right
(更正), of the same day and period.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from store.ledger.owed import OWED_WORDS, Owed, owed_on
from store.ledger.received import came_on
from store.ledger.stat_base import StatBase
from store.ledger.state_keeping import states_on
from store.records.fields import field_of
from store.records.report import Report
from store.records.tasklist import TaskList

_CONTENT = ("word", "done", "problem", "next_step", "values", "share")
"""Fields of a report that say how far a row is."""
_CAME = ("in_time", "late")
_ABSENT = "—"

Key = tuple[str, str, str]
"""A row, a unit and the name of a period."""


@dataclass(frozen=True, slots=True)
class Supplement:
    """A report that was not there when it was printed, and came since."""

    owed: Owed
    came_on: str
    """ISO."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a row, or a unit's report of it, says otherwise: in words, before and after."""

    row: str
    before: str
    after: str
    owed: Owed | None = None
    """Of a report; none of the row's state."""
    fields: tuple[str, ...] = ()
    """Labels of the fields of a report that say something else; before and after are empty then."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that became otherwise, in the list's order."""

    supplements: tuple[Supplement, ...]
    corrections: tuple[Correction, ...]


def corrections(then: TaskList, now: TaskList, base: StatBase, today: date) -> Corrections:
    """Return what became otherwise between a list as it was printed and as it is."""
    printed, as_of_day = _owed(then, base, base.day), _owed(now, base, base.day)
    by_today = _owed(now, base, max(today, base.day))
    supplements, changed = [], list(_of_states(then, now, base))
    for key in {**printed, **as_of_day}:
        came = _supplement(printed.get(key), by_today.get(key))
        if came:
            supplements.append(came)
        else:
            changed += _of_report(printed.get(key), as_of_day.get(key))
    return Corrections(tuple(supplements), tuple(changed))


def _owed(tasks: TaskList, base: StatBase, day: date) -> Mapping[Key, Owed]:
    """Return the reports that are counted on a day, by what they are of."""
    found = {}
    for owed in owed_on(tasks, day):
        if base.covers(owed.period):
            found[owed.row, owed.unit, owed.period.name] = owed
    return found


def _supplement(printed: Owed | None, by_today: Owed | None) -> Supplement | None:
    """Return the report that came since; none where there was one, or is none."""
    if printed is None or printed.word in _CAME or by_today is None or by_today.word not in _CAME:
        return None
    came = came_on(by_today.report) if by_today.report else None
    return Supplement(by_today, came or "")


def _of_report(printed: Owed | None, now: Owed | None) -> Iterator[Correction]:
    """Yield how a report differs from what was printed of it."""
    one = now or printed
    if one is None:
        return
    before = OWED_WORDS[printed.word] if printed else _ABSENT
    after = OWED_WORDS[now.word] if now else _ABSENT
    if before != after:
        yield Correction(one.row, before, after, one)
    elif fields := _fields_changed(printed, now):
        yield Correction(one.row, "", "", one, fields)


def _fields_changed(printed: Owed | None, now: Owed | None) -> tuple[str, ...]:
    before, after = printed and printed.report, now and now.report
    if before is None or after is None:
        return ()
    names = [name for name in _CONTENT if getattr(before, name) != getattr(after, name)]
    return tuple(field_of(Report, name).label for name in names)


def _of_states(then: TaskList, now: TaskList, base: StatBase) -> Iterator[Correction]:
    """Yield the rows whose state on the day is another, and those that came or went."""
    before = {row: state.words for row, state in states_on(then, base.day)}
    after = {row: state.words for row, state in states_on(now, base.day)}
    for row in {**before, **after}:
        was, is_now = before.get(row, _ABSENT), after.get(row, _ABSENT)
        if was != is_now:
            yield Correction(row, was, is_now)
