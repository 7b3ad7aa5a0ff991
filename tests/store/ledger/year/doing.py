"""How each fact of the made year is put into a list."""

from collections.abc import Callable
from dataclasses import replace

from store.acts.handover import Handover, handover_preview
from store.acts.units_merged import Merger, merge_preview
from store.records.changes import Change, created, updated
from store.records.closing import Adjustment, AdjustmentKind, Closing, adjustment_key, closing_key
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

    def done(_: TaskList, day: str) -> Change:
        row, unit = row_key(said.row), UNITS[said.unit]
        is_measured = said.row == "1.1"
        values = (MeasuredValue(MEASURE, said.number),) if is_measured else ()
        report = Report(
            report_key(row, unit, said.period),
            row,
            unit,
            said.period,
            f"{said.period}-25",
            said.word,
            done=f"{said.month}月进展",
            problem=said.problem,
            values=values,
            share="" if is_measured else said.number,
            first_received_on=day,
            received_on=day,
        )
        return Change(f"登记{said.row}的进展", (created(report),))

    return done


def _send_back(act: Act) -> Done:
    def done(tasks: TaskList, day: str) -> Change:
        edits = updated(_report(tasks, act), returned_on=day, returned_why="没有写数")
        return Change("退回", tuple(edits))

    return done


def _again(act: Act) -> Done:
    def done(tasks: TaskList, day: str) -> Change:
        edits = updated(_report(tasks, act), received_on=day, returned_on=None, returned_why="")
        return Change("重报", tuple(edits))

    return done


def _report(tasks: TaskList, act: Act) -> Report:
    unit, period = UNITS[act.said["unit"]], act.said["period"]
    return tasks.get(Report, report_key(row_key(act.row), unit, period))


def _adjusted(kind: AdjustmentKind) -> Callable[[Act], Done]:
    def of(act: Act) -> Done:
        def done(tasks: TaskList, day: str) -> Change:
            row, to_due = row_key(act.row), act.said.get("to")
            approved_on = act.said.get("approved_on", day)
            adjustment = Adjustment(
                adjustment_key(row, kind, day, to_due or ""),
                row,
                kind,
                to_due=to_due,
                asked_on=day,
                approved_on=approved_on,
                applies_from=approved_on,
                days_late=8 if kind == "deferral" else 0,
            )
            moved = updated(tasks.task(row), due_on=to_due) if to_due else []
            return Change(kind, (created(adjustment), *moved))

        return done

    return of


def _ask_closing(act: Act) -> Done:
    def done(_: TaskList, day: str) -> Change:
        row = row_key(act.row)
        closing = Closing(closing_key(row, 1), row, 1, act.said["result"], asked_by=act.said["asked_by"])
        return Change("申请销号", (created(replace(closing, asked_on=day)),))

    return done


def _close(act: Act) -> Done:
    def done(tasks: TaskList, day: str) -> Change:
        row = row_key(act.row)
        leader = act.said["approved_by"]
        asked = tasks.find(Closing, closing_key(row, 1))
        if asked:
            return Change("销号", tuple(updated(asked, approved_by=leader, approved_on=day)))
        closing = Closing(closing_key(row, 1), row, 1, act.said["result"], asked_on=day)
        return Change("销号", (created(replace(closing, approved_by=leader, approved_on=day)),))

    return done


def _remind(act: Act) -> Done:
    def done(_: TaskList, day: str) -> Change:
        reminder = FollowUp("reminder1", "催办〔2021〕1号", unit=UNITS[act.said["unit"]], sent_on=day)
        reminder = replace(reminder, tasks=(row_key(act.row),), answer_by=act.said["answer_by"])
        return Change("催办", (created(reminder),))

    return done


def _answer(act: Act) -> Done:
    def done(tasks: TaskList, day: str) -> Change:
        reminder = tasks.all_of(FollowUp)[0]
        return Change("回复", tuple(updated(reminder, answered_on=day, answer=act.said["answer"])))

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
    "ask_closing": _ask_closing,
    "close": _close,
}
"""What an act of `facts` does, by its name."""
