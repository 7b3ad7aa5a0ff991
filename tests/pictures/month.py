"""A list a month on: a deadline set, a unit handed over, a finding accepted, a unit reminded."""

from dataclasses import replace
from datetime import datetime

from store.acts.field_values import set_fields
from store.acts.handover import Handover, handover_preview, units_in_charge, units_perhaps
from store.acts.reminding import reminded, rows_of_unit, units_to_remind
from store.acts.roster import set_contact
from store.acts.score_rules import rule_in, set_score_rules
from store.acts.settling import settle
from store.checks.accepting import accept
from store.checks.checker import checked
from store.history.earlier import Earlier
from store.machine.clock import Clock
from store.records.changes import Change, History
from store.records.follow_up import FollowUp
from store.records.person import Person
from store.records.record import Doc
from store.records.tasklist import TaskList

_MINUTES = "局党组会议纪要〔2026〕6号"


def append(docs: list[Doc], change: Change) -> None:
    """Write a change to documents, made by one who had seen them all."""
    docs.append(replace(change, parents=History(docs).heads).to_doc())


def after_a_month(first: Change) -> Earlier:
    """Return the list that a change made, with what was done to it since."""
    tasks = TaskList()
    tasks.apply(first.edits)
    tasks.clock = Clock(lambda: datetime(2026, 6, 1, 9))
    docs = [replace(first, at="2026-04-30T09:12:00", by="李明").to_doc()]

    def commit(change: Change, day: int, basis: str = "") -> None:
        tasks.apply(change.edits)
        at = f"2026-05-{day:02}T15:40:00"
        append(docs, replace(change, at=at, by="王芳", basis=basis))

    people = [person.key for person in tasks.all_of(Person)]
    giver = next((one for one in people if units_in_charge(tasks, one)), people[0])
    taker = next(person for person in people if person != giver)
    if not units_in_charge(tasks, giver):
        commit(settle(tasks, units_perhaps(tasks, giver)[0], giver, "2026-05-06", _MINUTES), 6, _MINUTES)
    task = tasks.task(tasks.task_keys[0])
    commit(set_fields(tasks, task, deadline="2026年6月底前"), 8, "局长办公会纪要")
    commit(
        set_contact(
            tasks,
            next(person for person in tasks.all_of(Person) if person.key == giver),
            phone="65692100",
            office="3号楼 501 室",
        ),
        12,
    )
    unit = units_in_charge(tasks, giver)[0]
    act = Handover(giver, taker, (unit,), "2026-05-20", _MINUTES, "盛继亮")
    asked = handover_preview(tasks, act, {}).questions
    preview = handover_preview(tasks, act, {(one.row, one.side): "drop" for one in asked})
    commit(preview.change(tasks), 20, _MINUTES)
    findings = checked(tasks).findings()
    if findings:
        commit(accept(tasks, findings[:1], "两家共同牵头，照此", "王芳"), 25)
    commit(_reminder(tasks), 28)
    commit(set_score_rules(tasks, [rule_in("被催办=-0.5/2")]), 29, "考核办法")
    return Earlier(tasks, History(docs))


def _reminder(tasks: TaskList) -> Change:
    """Remind the first unit that leads a row of all that it leads."""
    row = next(row for row in tasks.task_keys if units_to_remind(tasks, [row]))
    unit = units_to_remind(tasks, [row])[0]
    rows = rows_of_unit(tasks, unit, tasks.task_keys)
    asked = FollowUp("", unit=unit, tasks=rows, sent_on="2026-05-28", answer_by="2026-06-05")
    return reminded(tasks, [replace(asked, require="请报送进展情况和下一步措施。", signed_by="徐涛")])
