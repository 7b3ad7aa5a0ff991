"""How each fact of the made year is put into a list."""

from collections.abc import Callable
from datetime import date

from store.acts.adjusting import AdjustmentGiven, adjust_rows
from store.acts.closing import ClosingGiven, close_rows
from store.acts.handover import Handover, handover_preview
from store.acts.reminding import answered, follow_up_numbered, reminded
from store.acts.reporting import ReportGiven, sent_back
from store.acts.reporting import reported as report_given
from store.acts.units_merged import Merger, merge_preview
from store.ledger.periods import period_named
from store.records.changes import Change
from store.records.closing import AdjustmentKind
from store.records.follow_up import FollowUp
from store.records.report import Report, report_key
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import MeasuredValue
from tests.store.ledger.year.facts import LEADERS, MEASURE, UNITS, Act, Said, row_key

Done = Callable[[TaskList, str], Change]
"""Makes the change of an act in a list, on a day."""


def reported(said: Said) -> Done:
    """A report comes in."""

    def done(tasks: TaskList, day: str) -> Change:
        is_measured = said.row == "1.1"
        given = ReportGiven(
            said.word,
            f"{said.month}月进展",
            said.problem,
            values=(MeasuredValue(MEASURE, said.number),) if is_measured else None,
            share="" if is_measured else said.number,
        )
        unit, period = UNITS[said.unit], period_named(said.period)
        return report_given(tasks, row_key(said.row), unit, period, given, date.fromisoformat(day))

    return done


def _send_back(act: Act) -> Done:
    def done(tasks: TaskList, day: str) -> Change:
        return sent_back(tasks, _report(tasks, act), "没有写数", date.fromisoformat(day))

    return done


def _again(act: Act) -> Done:
    def done(tasks: TaskList, day: str) -> Change:
        given = ReportGiven(done="3月登记合同 40 份")
        unit, period = UNITS[act.said["unit"]], period_named(act.said["period"])
        return report_given(tasks, row_key(act.row), unit, period, given, date.fromisoformat(day))

    return done


def _report(tasks: TaskList, act: Act) -> Report:
    unit, period = UNITS[act.said["unit"]], act.said["period"]
    return tasks.get(Report, report_key(row_key(act.row), unit, period))


def _adjusted(kind: AdjustmentKind) -> Callable[[Act], Done]:
    def of(act: Act) -> Done:
        def done(tasks: TaskList, day: str) -> Change:
            given = AdjustmentGiven(
                act.said.get("to", ""),
                act.said.get("reason", ""),
                asked_on=act.said.get("asked_on", day),
                approved_by="徐涛",
                approved_on=day,
            )
            return adjust_rows(tasks, kind, [row_key(act.row)], given, date.fromisoformat(day)).change

        return done

    return of


def _closing(act: Act) -> Done:
    def done(tasks: TaskList, day: str) -> Change:
        approved_by = act.said.get("approved_by", "")
        given = ClosingGiven(
            act.said["result"],
            asked_by=act.said.get("asked_by", ""),
            approved_by=approved_by,
            approved_on=day if approved_by else None,
        )
        return close_rows(tasks, [row_key(act.row)], given, date.fromisoformat(day)).change

    return done


def _remind(act: Act) -> Done:
    def done(tasks: TaskList, _: str) -> Change:
        unit, rows = UNITS[act.said["unit"]], (row_key(act.row),)
        return reminded(tasks, [FollowUp("", unit=unit, tasks=rows, answer_by=act.said["answer_by"])])

    return done


def _answer(act: Act) -> Done:
    def done(tasks: TaskList, day: str) -> Change:
        return answered(tasks, follow_up_numbered(tasks, "催办〔2021〕1号"), act.said["answer"], day)

    return done


def _hand_over(act: Act) -> Done:
    def done(tasks: TaskList, day: str) -> Change:
        giver, taker = LEADERS[act.said["from"]], LEADERS[act.said["to"]]
        preview = handover_preview(tasks, Handover(giver, taker, (UNITS[act.said["unit"]],), day), {})
        return preview.change(tasks)

    return done


def _merge(act: Act) -> Done:
    def done(tasks: TaskList, _: str) -> Change:
        into = tasks.get(Unit, UNITS[act.said["into"]])
        merger = Merger((UNITS[act.said["unit"]],), into, act.said["from"], "机构改革方案")
        return merge_preview(tasks, merger, {}).change(tasks)

    return done


ACTS: dict[str, Callable[[Act], Done]] = {
    "send_back": _send_back,
    "again": _again,
    "suspend": _adjusted("suspension"),
    "resume": _adjusted("resumption"),
    "defer": _adjusted("deferral"),
    "cancel": _adjusted("cancellation"),
    "remind": _remind,
    "answer": _answer,
    "hand_over": _hand_over,
    "merge": _merge,
    "ask_closing": _closing,
    "close": _closing,
}
"""What an act of `facts` does, by its name."""
