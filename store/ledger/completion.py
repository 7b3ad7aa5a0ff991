"""Whether the lead units of a row have said 已完成, and since when."""

from typing import NamedTuple

from store.ledger.facts import facts_of
from store.ledger.heirs import heirs_of, last_words
from store.ledger.received import stands_on
from store.ledger.reporters import reporting_units
from store.records.tasklist import TaskList


class Completion(NamedTuple):
    """What the lead units of a row say last, as it stands on a day."""

    missing: tuple[str, ...]
    """Who has not said 已完成, as the row words them: units, and collectives whose members are not known."""
    said_on: str | None
    """The day on which the last of them said so, ISO; none while one is missing, or nobody leads the row."""


def completion_of(tasks: TaskList, row: str, day: str) -> Completion:
    """Return who has not said by a day (ISO) that a row is done, and when the last one said it."""
    reporting = reporting_units(tasks, tasks.task(row))
    stand = [report for report in facts_of(tasks).reports(row) if stands_on(report, day)]
    last = last_words(heirs_of(tasks), reporting.units, stand)
    missing: list[str] = []
    said_on: list[str] = []
    for unit in reporting.units:
        word = last.get(unit)
        if word and word.word == "completed":
            said_on.append(word.received_on or word.first_received_on or day)
        else:
            missing.append(tasks.wording_of(unit))
    missing += reporting.unclear
    is_said = bool(said_on) and not missing
    return Completion(tuple(missing), max(said_on) if is_said else None)
