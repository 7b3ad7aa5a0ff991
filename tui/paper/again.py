"""Statistics that are printed again as they were, with what was reported or put right since."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from store.history.earlier import Earlier, State
from store.history.printed import state_printed
from store.ledger.corrections import Correction, corrections
from store.ledger.owed import OWED_WORDS, Owed
from store.ledger.stats import apart
from store.records.kept import Print
from store.records.tasklist import TaskList
from tui.paper.bases import job_of_record
from tui.paper.job import Job, of_earlier
from tui.paper.layout import written_day

_SUPPLEMENT, _CORRECTION = "补报", "更正"


def printed_again(now: State, record: Print, today: date) -> tuple[Earlier, Job]:
    """Return the list as a print of statistics showed it, and the same print again with what is new since."""
    then = state_printed(now, record)
    job = of_earlier(job_of_record(record.sheet, record.base), now, then, record.at[:10])
    said = sentences_since(then.tasks, now.tasks, job, today)
    return then, replace(job, corrected=said)


def sentences_since(then: TaskList, now: TaskList, job: Job, today: date) -> tuple[str, ...]:
    """Return what was reported or put right since a print, a sentence each; one that says so for nothing."""
    assert job.base, "a print of statistics stands on a base"
    until = written_day(today.isoformat())
    printed, present = apart(then), apart(now)
    found = corrections(printed, present, job.base, today)
    said = []
    for one in found.supplements:
        of_report = _report_named(present, one.owed)
        word = OWED_WORDS[one.owed.word]
        said.append(f"{_SUPPLEMENT}：{of_report}，{written_day(one.came_on)}收到（{word}）。")
    said += _corrections_said(printed, present, found.corrections)
    if not said:
        return (f"印发后至{until}没有补报、更正。",)
    return (f"印发后至{until}的补报、更正：", *said)


def _corrections_said(then: TaskList, now: TaskList, found: tuple[Correction, ...]) -> Iterator[str]:
    for one in found:
        is_there = one.row in now.places
        tasks = now if is_there else then
        named = f"第 {tasks.row_name(one.row)} 行"
        if one.owed:
            named = _report_named(tasks, one.owed)
        if one.fields:
            yield f"{_CORRECTION}：{named}的{'、'.join(one.fields)}改过。"
        else:
            yield f"{_CORRECTION}：{named}，{one.before}改为{one.after}。"


def _report_named(tasks: TaskList, owed: Owed) -> str:
    """Return a report by its row, unit and period: 第 3.2 行法制处2021年10月进展."""
    unit = tasks.wording_of(owed.unit)
    return f"第 {tasks.row_name(owed.row)} 行{unit}{owed.period.label}进展"
