"""Whose reports count for a unit: its own, and those of units that were merged into it or split off to it.

A report stays that of the unit that made it. Of a row that 转化中心 led until it became part of 成果处, what
转化中心 said last is what 成果处 goes on from.
"""

from collections.abc import Collection, Iterable, Mapping

from store.records.derived import derived
from store.records.documents import on
from store.records.report import Report
from store.records.tasklist import TaskList
from store.records.unit import Unit

Heirs = Mapping[str, frozenset[str]]
"""By a unit (key) that is no more those that it lives on in, however many times it was taken over."""


@derived(on(Unit, "successors"))
def heirs_of(tasks: TaskList) -> Heirs:
    """Return the heirs of each unit that has some."""
    units = tasks.all_of(Unit)
    next_ones = {unit.key: unit.successors for unit in units if unit.successors}
    return {unit: _reached(unit, next_ones) for unit in next_ones}


def _reached(unit: str, next_ones: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Return all that is reached from a unit; wrong records may lead round in a ring."""
    found: set[str] = set()
    looking = list(next_ones[unit])
    while looking:
        heir = looking.pop()
        if heir not in found and heir != unit:
            found.add(heir)
            looking += next_ones.get(heir, ())
    return frozenset(found)


def speaking(heirs: Heirs, unit: str, among: Collection[str]) -> tuple[str, ...]:
    """Return for which of some units a report of a unit counts: for itself, else for its heirs."""
    if unit in among:
        return (unit,)
    known = heirs.get(unit, frozenset())
    return tuple(heir for heir in among if heir in known)


def last_words(heirs: Heirs, units: Collection[str], reports: Iterable[Report]) -> dict[str, Report]:
    """Return the last report of each of some units, of reports in the order of their periods.

    Of one period a unit's own report goes before one that it has taken over.
    """
    found: dict[str, Report] = {}
    for report in reports:
        for unit in speaking(heirs, report.unit, units):
            held = found.get(unit)
            own = held if held and held.unit == unit else None
            goes_before = own is not None and own.period == report.period
            if report.unit == unit or not goes_before:
                found[unit] = report
    return found
