"""Reminding units (催办, 督办, by telephone), noting their answers, mending a number that two reminders have.

What is to be sent is a `FollowUp` without a number; day, level and reason are the list's where it leaves them
open.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from store.acts.course import RowsMeant
from store.ledger.follow_ups import follow_ups_of
from store.ledger.numbering import SlipNumber, next_number, number_in, numbered_twice
from store.ledger.reminder_levels import level_of
from store.ledger.reminder_words import why_reminded
from store.ledger.reporters import reporting_units
from store.ledger.state_keeping import states_on
from store.records.changes import Change, Edit, created, updated
from store.records.follow_up import FollowUp
from store.records.keys import new_key
from store.records.ranges import numbered_rows
from store.records.tasklist import TaskList
from store.records.values import SIDES
from store.refused import Refused


def rows_to_remind_of(tasks: TaskList, rows: Sequence[str], day: date) -> RowsMeant:
    """Part rows into those that a unit can be reminded of on a day, and those on which nothing is owed any
    more: a suspended one is not to be reminded of, though its course may be changed.
    """
    states = states_on(tasks, day)
    still_open = tuple(row for row in rows if states.of(row).is_open)
    ended = [row for row in rows if row not in still_open]
    said = (f"{numbered_rows(tasks, ended)}已销号、中止或取消，没有列入。",) if ended else ()
    return RowsMeant(still_open, said)


def units_to_remind(tasks: TaskList, rows: Sequence[str]) -> tuple[str, ...]:
    """Return the lead units of rows, by key; where there is none the other units that stand in them."""
    for side in SIDES:
        found: dict[str, None] = {}
        for row in rows:
            reporting = reporting_units(tasks, tasks.task(row), side)
            found |= dict.fromkeys(reporting.units)
        if found:
            return tuple(found)
    return ()


def rows_of_unit(tasks: TaskList, unit: str, rows: Sequence[str]) -> tuple[str, ...]:
    """Return those of some rows in which a unit stands, itself or in a collective."""
    return tuple(row for row in rows if _stands_in(tasks, unit, row))


def _stands_in(tasks: TaskList, unit: str, row: str) -> bool:
    task = tasks.task(row)
    sides = [reporting_units(tasks, task, side) for side in SIDES]
    return any(unit in side.units for side in sides)


def reminded(tasks: TaskList, slips: Sequence[FollowUp]) -> Change:
    """Send reminders, each with the next number of its kind; rows that have ended are left out.

    Refused where a unit does not stand in a row, no row is open, or the answer is due before the day.
    """
    numbers: dict[tuple[str, int], SlipNumber] = {}
    made: list[FollowUp] = []
    for slip in slips:
        sent_on = slip.sent_on or tasks.today
        day = date.fromisoformat(sent_on)
        rows = _rows_to_name(tasks, slip, day)
        kind = slip.kind, day.year
        number = numbers.get(kind) or next_number(tasks, *kind)
        numbers[kind] = number._replace(serial=number.serial + 1)
        level = slip.level or level_of(tasks, slip.unit, rows, day)
        why = slip.why or why_reminded(tasks, slip.unit, rows, day)
        said = replace(slip, tasks=rows, sent_on=sent_on, level=level, why=why)
        made.append(replace(said, key=new_key(), number=number.words))
    edits = map(created, made)
    return Change(_title(tasks, made), tuple(edits))


def _rows_to_name(tasks: TaskList, slip: FollowUp, day: date) -> tuple[str, ...]:
    """Return the open rows of a reminder in the list's order; Refused where it cannot go out."""
    places = tasks.places
    rows = sorted(set(slip.tasks), key=places.__getitem__)
    its_own = rows_of_unit(tasks, slip.unit, rows)
    elsewhere = [row for row in rows if row not in its_own]
    unit = tasks.wording_of(slip.unit)
    if elsewhere:
        where = numbered_rows(tasks, elsewhere)
        raise Refused(f"{unit}不在{where}的牵头、责任单位里，请核对单位，或先改责任。")
    meant = rows_to_remind_of(tasks, rows, day)
    if not meant.open:
        raise Refused(
            "所选的行都已销号、中止或取消，不用催办。" if rows else "还没有选行，请写明催办哪几行。"
        )
    if slip.answer_by and slip.answer_by < day.isoformat():
        raise Refused(f"回复期限 {slip.answer_by} 早于发出日期 {day}，请核对。")
    return meant.open


def _title(tasks: TaskList, made: Sequence[FollowUp]) -> str:
    """Return a title: 催办〔2026〕3号：平台处，第 3.2、3.4 行; of several the numbers."""
    if len(made) > 1:
        return f"{made[0].number}等 {len(made)} 份"
    slip = made[0]
    unit = tasks.wording_of(slip.unit)
    rows = numbered_rows(tasks, slip.tasks)
    return f"{slip.number}：{unit}，{rows}"


# ---------------------------------------------------------------------- answers


def follow_up_numbered(tasks: TaskList, words: str) -> FollowUp:
    """Return the reminder of a number; Refused where the list has none, or two of them."""
    wanted = number_in(words)
    slips = follow_ups_of(tasks) if wanted else ()
    found = [one for one in slips if number_in(one.number) == wanted]
    if len(found) > 1:
        raise Refused(f"有 {len(found)} 份都是{found[0].number}，请先更正文号（reminders --renumber）。")
    if not found:
        raise Refused(f"没有文号为“{words.strip()}”的催办，请核对文号，如 催办〔2026〕3号。")
    return found[0]


def answered(tasks: TaskList, slip: FollowUp, text: str, day: str, by: str = "") -> Change:
    """Note what a unit answered to a reminder, and on which day; Refused for a day before it went out."""
    if slip.sent_on and day < slip.sent_on:
        raise Refused(f"回复日期 {day} 早于发出日期 {slip.sent_on}，请核对。")
    if day > tasks.today:
        raise Refused(f"回复日期 {day} 还没有到，请核对。")
    edits = updated(slip, answered_on=day, answer=text, answered_by=by)
    unit = tasks.wording_of(slip.unit)
    title = f"{slip.number}：{unit}已回复"
    return Change(title, tuple(edits))


# ---------------------------------------------------------------------- numbers given twice


def renumbered_slips(tasks: TaskList, only: str = "") -> Change:
    """Give each reminder whose number an earlier one has, or one of them by its key, the next free number; it
    says under which it went out.
    """
    edits: list[Edit] = []
    said: list[str] = []
    given: dict[tuple[str, int], int] = {}
    for slip, number in _to_renumber(tasks):
        if only not in ("", slip.key):
            continue
        kind = number.kind, number.year
        first = next_number(tasks, *kind)
        given[kind] = given.get(kind, first.serial - 1) + 1
        new = number._replace(serial=given[kind]).words
        edits += updated(slip, number=new, number_before=slip.number)
        unit = tasks.wording_of(slip.unit)
        said.append(f"{slip.number}（{unit}）改为{new}")
    what = "，".join(said)
    return Change(f"更正文号：{what}", tuple(edits))


def _to_renumber(tasks: TaskList) -> Iterator[tuple[FollowUp, SlipNumber]]:
    """Yield the reminders that go out under another's number, with that number."""
    for alike in numbered_twice(tasks).values():
        for slip in alike[1:]:
            number = number_in(slip.number)
            if number:
                yield slip, number
