"""What is owed and what was reported, as JSON."""

from collections.abc import Iterator, Sequence
from datetime import date

from store.ledger.facts import facts_of
from store.ledger.owed import OWED_WORDS, Owed, owed_on
from store.ledger.periods import Period
from store.ledger.received import came_by
from store.records.report import REPORT_WORDS, Report
from store.records.schedule import Measure
from store.records.tasklist import TaskList
from store.views.values import JsonObject

_SAID = (
    "done",
    "problem",
    "next_step",
    "share",
    "signed_by",
    "reporter",
    "source",
    "first_received_on",
    "received_on",
    "returned_on",
    "returned_why",
)


def reports_view(
    tasks: TaskList, day: date, rows: Sequence[str], period: Period | None = None, unit: str = ""
) -> list[JsonObject]:
    """Return of some rows, up to a day, what is owed for a period or for all and by one unit (its key) or
    all, with what was reported; what came unasked stands there too.
    """
    found = []
    for row in rows:
        for line in _of_row(tasks, day, row):
            is_period = period is None or line["period"] == period.name
            if is_period and (not unit or line["unit_key"] == unit):
                found.append(line)
    return found


def _of_row(tasks: TaskList, day: date, row: str) -> Iterator[JsonObject]:
    owed = owed_on(tasks, day).of(row)
    known = {one.report.key for one in owed if one.report}
    for one in owed:
        yield _owed(tasks, one)
    for report in facts_of(tasks).reports(row):
        if report.key not in known and came_by(report, day.isoformat()):
            yield _unasked(tasks, report)


def unclear_view(tasks: TaskList, day: date, rows: Sequence[str]) -> list[JsonObject]:
    """Return of some rows what stands there, should report, and is no known unit (统称未明)."""
    owed = owed_on(tasks, day)
    found = []
    for row in rows:
        wordings = list(owed.unclear(row))
        if wordings:
            found.append({"row": tasks.row_name(row), "key": row, "unclear": wordings})
    return found


def _owed(tasks: TaskList, owed: Owed) -> JsonObject:
    view = _place(tasks, owed.row, owed.unit, owed.period.name)
    view |= {"due_on": owed.due_on, "word": owed.word, "word_text": OWED_WORDS[owed.word]}
    view["days_late"] = owed.days_late
    view["report"] = _report(tasks, owed.report) if owed.report else None
    return view


def _unasked(tasks: TaskList, report: Report) -> JsonObject:
    view = _place(tasks, report.task, report.unit, report.period)
    view |= {"due_on": None, "word": None, "word_text": "不计应报", "days_late": 0}
    view["report"] = _report(tasks, report)
    return view


def _place(tasks: TaskList, row: str, unit: str, period: str) -> JsonObject:
    view: JsonObject = {"row": tasks.row_name(row), "key": row, "unit": tasks.wording_of(unit)}
    return view | {"unit_key": unit, "period": period}


def _report(tasks: TaskList, report: Report) -> JsonObject:
    view: JsonObject = {"state": report.word, "state_word": REPORT_WORDS.get(report.word, "")}
    for name in _SAID:
        view[name] = getattr(report, name)
    view["values"] = [_value(tasks, one.measure, one.value) for one in report.values]
    return view


def _value(tasks: TaskList, key: str, value: str) -> JsonObject:
    measure = tasks.find(Measure, key)
    view: JsonObject = {"measure": measure.text if measure else None, "value": value}
    view["target"] = measure.target if measure else None
    return view | {"unit_of_measure": measure.unit_of_measure if measure else ""}
