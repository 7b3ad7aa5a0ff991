"""Proposals of a reading that are taken into the list: rows like the others, behind those of its own list."""

from collections.abc import Collection
from dataclasses import replace

from store.reading.document import collectives_of
from store.reading.names.units import units_found
from store.reading.result import Proposed, Reading, TaskFound
from store.records.changes import Edit, deleted
from store.records.tasklist import TaskList
from store.words.names import name_key


def with_proposals(reading: Reading, taken: Collection[int]) -> Reading:
    """Return a reading whose rows hold the proposals with some numbers as well, the first being 0."""
    if not taken:
        return reading
    rows = list(reading.rows)
    left: list[Proposed] = []
    for number, one in enumerate(reading.proposed):
        if number in taken:
            rows.append(one.task)
        else:
            left.append(one)
    units = units_found(reading.roster, rows)
    reading = replace(reading, rows=tuple(rows), proposed=tuple(left), units=units)
    return replace(reading, collectives=collectives_of(rows))


def owners_words(task: TaskFound) -> str:
    """Say who answers for a task by when: 牵头 科技局 · 分管 王明 责任 财政局 时限 6月底前."""
    sides = (
        ("牵头", task.lead_units, task.lead_leaders),
        ("责任", task.participant_units, task.participant_leaders),
    )
    words: list[str] = []
    for side, units, leaders in sides:
        if units or leaders:
            words.append(f"{side} {' '.join(units) or '（空）'}")
        if leaders:
            words.append(f"· 分管 {' '.join(leaders)}")
    if task.deadline:
        words.append(f"时限 {task.deadline}")
    return " ".join(words)


def taken_at_first(reading: Reading) -> frozenset[int]:
    """Return which proposals are ticked before anybody looks: all where the notice has no list, else none."""
    return frozenset() if reading.rows else frozenset(range(len(reading.proposed)))


def dropping(tasks: TaskList, rows: Collection[str], made: Reading, kept: Reading) -> list[Edit]:
    """Return the edits that take rows out of a list just made, with the items and units that only they name.

    `made` is what the list was made of, `kept` the reading without what the rows came from.
    """
    edits = [deleted(tasks.task(row)) for row in rows]
    gone = set(rows)
    for item in tasks.items:
        own = tasks.task_keys_of(item.key)
        if own and gone.issuperset(own):
            edits.append(deleted(item))
    kept_rows = [task for task in tasks.tasks if task.key not in gone]
    named = {mention.key for task in kept_rows for mention in task.all_mentions}
    still_there = {unit.full_name for unit in kept.units}
    only_theirs = {unit.full_name for unit in made.units} - still_there
    for unit in tasks.units:
        if unit.full_name in only_theirs and unit.key not in named:
            edits.append(deleted(unit))
    return edits


def with_those_of(reading: Reading, tasks: TaskList) -> Reading:
    """Return a reading with the proposals that a list took from it, or from an earlier print of it.

    Of a list made of proposals alone all are compared: one that is not in it yet is what the notice adds.
    """
    own = {name_key(task.text) for task in tasks.tasks}
    texts = [name_key(one.task.text) for one in reading.proposed]
    known = {number for number, text in enumerate(texts) if text in own}
    if known and not reading.rows:
        return with_proposals(reading, taken_at_first(reading))
    return with_proposals(reading, known)
