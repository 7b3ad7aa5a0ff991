"""For which period statistics and scores may be printed, and by what, as the print dialog offers it."""

from datetime import date
from typing import cast

from store.history.earlier import State
from store.ledger.periods import period_named
from store.ledger.scoring import score_base
from store.ledger.stat_base import StatBase, periods_to_look_at, stat_base
from store.ledger.stat_columns import BYS, By
from tui.paper.job import Job
from tui.paper.kinds import KINDS

_BY_NOTHING = ""


def spelled(by: str, period: str) -> str:
    """Return the value that stands for statistics by something, for the period of a name: unit:2021-10."""
    return f"{by}:{period}"


def recorded(job: Job) -> str:
    """Return what a print of statistics stood on, as its record has it: unit:2021-10:2021-10-31."""
    if job.base is None or KINDS[job.kind].range != "base":
        return ""
    day = job.base.day.isoformat()
    return f"{spelled(job.by, job.base.period.name)}:{day}"


def job_of_record(kind: str, words: str) -> Job:
    """Return the print that such a record was of."""
    by, name, day = words.split(":")
    base = StatBase(date.fromisoformat(day), period_named(name))
    return Job(kind, by=cast(By, by), base=base)


def bases(kind: str, state: State, chosen: str = "") -> list[tuple[str, str]]:
    """Return what a kind of sheet may be of with its words: what was chosen, then the last period first."""
    tasks = state.tasks
    offered = periods_to_look_at(tasks, tasks.clock.day())
    _, _, asked = chosen.partition(":")
    names = [asked] if asked else []
    names += [period.name for period in offered]
    values = []
    for name in dict.fromkeys(names):
        label = period_named(name).label
        if kind != "stats":
            values.append((spelled(_BY_NOTHING, name), label))
            continue
        for by, words in BYS.items():
            value = spelled(by, name)
            values.append((value, f"按{words}，{label}"))
    return values


def job_on_base(kind: str, value: str, state: State) -> Job:
    """Return the print that such a value stands for."""
    by, _, name = value.partition(":")
    tasks = state.tasks
    base = stat_base(tasks, tasks.clock.day(), period_named(name))
    return Job(kind, by=cast(By, by or "unit"), base=base)


def periods_alone(state: State) -> list[tuple[str, str]]:
    """Return the periods whose events alone a 考核表 may count, with their words: those that have begun."""
    tasks = state.tasks
    today = tasks.clock.day()
    offered = periods_to_look_at(tasks, today)
    return [(period.name, period.label) for period in offered if period.first <= today]


def job_of_period(kind: str, name: str, state: State) -> Job:
    """Return the print of the events of a period of this name; Refused where it has not begun."""
    tasks = state.tasks
    return Job(kind, scored=score_base(tasks, tasks.clock.day(), period_named(name)))
