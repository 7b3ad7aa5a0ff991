"""A print: a kind of sheet, for whom, of which rows, since when, and of which state of the list."""

from dataclasses import dataclass, field, replace

from store.history.earlier import State
from store.history.prints import newer_print
from store.ledger.scoring import ScoreBase
from store.ledger.stat_base import StatBase
from store.ledger.stat_columns import By
from tui.paper.layout import written_day
from tui.paper.words import PaperWords


@dataclass(frozen=True, slots=True)
class Job:
    """One print."""

    kind: str = "list"
    """The name of a kind of sheet, one of `kinds.KINDS`."""
    subjects: tuple[str, ...] | None = None
    """Keys of the units, leaders or reminders; None for all, of reminders for those of the last day."""
    rows: tuple[str, ...] | None = None
    """Keys of the rows that a filter shows; None for all."""
    with_idle: bool = False
    """Whether units that no row names have a sheet too, where all are printed."""
    as_of: str = ""
    """The day of the state that is printed (2026-11-01); empty for that of now."""
    newer_print: str = ""
    """When a later state was printed than this one; empty where none was."""
    handover: int | None = None
    """How many changes there are up to the handover that a 移交清单 is of; None for the last."""
    words: PaperWords = field(default_factory=PaperWords)
    """Those of a template; empty for what ships."""
    since: int | None = None
    """How many changes precede what a 调整对照表 or 变更记录 shows.

    None for the list as it was issued, or all changes.
    """
    until: int | None = None
    """How many changes there are up to the last that a 变更记录 shows; None for all."""
    by: By = "unit"
    """By what a 统计表 is made."""
    corrected: tuple[str, ...] = ()
    """Of statistics that are printed again: what was reported or put right since, a sentence each."""
    base: StatBase | None = None
    """On which day and period a 统计表 stands; None for today and the last period that was due."""
    scored: ScoreBase | None = None
    """On which day and period a 考核表 stands; None for all up to today."""


def of_earlier(job: Job, now: State, shown: State, day: str) -> Job:
    """Return a print of an earlier state with its day, and with when a later one was printed."""
    newer = newer_print(now.tasks, now.history, len(shown.history), job.kind)
    return replace(job, as_of=day, newer_print=newer)


def newer_note(job: Job) -> str:
    """Return the sentence that a later state was printed already."""
    return f"{written_day(job.newer_print[:10])}已有更新的打印，以后印的为准。"
