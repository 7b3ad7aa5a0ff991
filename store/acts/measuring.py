"""What a row is measured by: measures, proposed from its targets and taken by the clerk, and milestones.

    新增省级及以上众创孵化机构40家    a measure 新增省级及以上众创孵化机构, 至少 40 家
    办理时间不超过3个工作日           办理时间, 至多 3 个工作日

Nothing is made silently: `proposed_measures` only says what could be taken.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from store.acts.due_set import day_set
from store.ledger.facts import facts_of
from store.ledger.figures import number_in
from store.reading.signs.indicators import indicators_of
from store.reading.signs.lines import folded
from store.records.changes import Change, Edit, created, deleted, updated
from store.records.keys import key_made_of, new_key, order_between
from store.records.ranges import numbered_rows
from store.records.schedule import SENSES, Measure, Milestone, Sense
from store.records.task import Task
from store.records.tasklist import TaskList
from store.refused import Refused

# 不超过3个工作日, 控制在2%以内; 不少于 and 不低于 are none.
_AT_MOST = re.compile(r"不超过|不高于|不大于|不多于|控制在|压[减缩]到|(?<!不)低于|(?<!不)少于")
_AT_MOST_BEHIND = re.compile(r"以[内下]")

_Part = TypeVar("_Part", Measure, Milestone)


@dataclass(frozen=True, slots=True)
class MeasureGiven:
    """What the clerk says of a measure; what is None stays as it was."""

    text: str | None = None
    target: str | None = None
    """A number in figures; empty to take it out."""
    unit_of_measure: str | None = None
    sense: Sense | None = None
    baseline: str | None = None


@dataclass(frozen=True, slots=True)
class MilestoneGiven:
    """What the clerk says of a milestone; what is None stays as it was."""

    text: str | None = None
    day: str | None = None
    """In his words: 6月底前, 2026-06-30; empty to take it out."""


def measures_of(tasks: TaskList, row: str) -> Sequence[Measure]:
    """Return the measures of a row in their order."""
    return _in_order(facts_of(tasks).of(Measure, row))


def milestones_of(tasks: TaskList, row: str) -> Sequence[Milestone]:
    """Return the milestones of a row in their order."""
    return _in_order(facts_of(tasks).of(Milestone, row))


def _in_order(records: Iterable[_Part]) -> list[_Part]:
    return sorted(records, key=lambda one: (one.order, one.key))


def measure_in_words(measure: Measure) -> str:
    """Return a measure as the clerk reads it: 众创孵化机构 至少 40 家."""
    target = f"{measure.target}{measure.unit_of_measure}" if measure.target else "（未定目标值）"
    return f"{measure.text}{SENSES[measure.sense]}{target}"


# ---------------------------------------------------------------------- measures


def proposed_measures(tasks: TaskList, row: str) -> Sequence[Measure]:
    """Return the measures that the targets of a row word and that it does not have yet."""
    task = tasks.task(row)
    known = [(one.text, one.unit_of_measure) for one in measures_of(tasks, row)]
    found: dict[str, Measure] = {}
    for target in task.targets:
        for measure in _worded(task, target):
            if (measure.text, measure.unit_of_measure) not in known:
                found.setdefault(measure.key, measure)
    return tuple(found.values())


def _worded(task: Task, target: str) -> list[Measure]:
    """Return the measures that one target words."""
    found, end, one_form = [], 0, folded(target)
    for indicator in indicators_of((target,)):
        start = one_form.index(indicator.value, end)
        before = one_form[end:start]
        end = start + len(indicator.value) + len(indicator.unit)
        is_limit = _AT_MOST.search(before) or _AT_MOST_BEHIND.match(one_form, end)
        text = indicator.base or target
        key = key_made_of("measure", task.key, text, indicator.unit)
        number = number_in(indicator.value)
        value = "" if number is None else str(number)
        sense: Sense = "at_most" if is_limit else "at_least"
        found.append(Measure(key, task.key, "", text, value, indicator.unit, sense))
    return found


def measures_taken(tasks: TaskList, measures: Sequence[Measure]) -> Change:
    """Take proposed measures into the list, those of each row behind its others, as one change."""
    last: dict[str, str] = {}
    edits: list[Edit] = []
    for measure in measures:
        row = measure.task
        if row not in last:
            last[row] = _last_order(measures_of(tasks, row))
        last[row] = order_between(last[row], "")
        is_free = tasks.find(Measure, measure.key) is None
        key = measure.key if is_free else new_key()
        made = replace(measure, order=last[row], key=key)
        edits.append(created(made))
    if not measures:
        return Change("没有采用指标", ())
    said = measure_in_words(measures[0]) if len(measures) == 1 else f"{len(measures)} 个"
    return Change(f"设{numbered_rows(tasks, last)}指标：{said}", tuple(edits))


def _last_order(records: Sequence[Measure] | Sequence[Milestone]) -> str:
    return records[-1].order if records else ""


def measure_added(tasks: TaskList, row: str, given: MeasureGiven) -> Change:
    """Measure a row by one thing more."""
    made = _measured(Measure("", row), given)
    key = key_made_of("measure", row, made.text, made.unit_of_measure)
    return measures_taken(tasks, [replace(made, key=key)])


def measure_changed(tasks: TaskList, measure: Measure, given: MeasureGiven) -> Change:
    """Change a measure; what was reported of it stays."""
    made = _measured(measure, given)
    edits = updated(measure, **_fields_of(made, given))
    where = numbered_rows(tasks, [made.task])
    return Change(f"改{where}指标：{measure_in_words(made)}", tuple(edits))


def measure_removed(tasks: TaskList, measure: Measure) -> Change:
    """Take a measure out; reports keep what they said of it."""
    where = numbered_rows(tasks, [measure.task])
    return Change(f"删除{where}指标：{measure_in_words(measure)}", (deleted(measure),))


def _measured(measure: Measure, given: MeasureGiven) -> Measure:
    said = _said(given)
    for name, what in (("target", "目标值"), ("baseline", "基数")):
        if said.get(name):
            said[name] = _figure(said[name], what)
    made = replace(measure, **said)
    if not made.text:
        raise Refused("指标要有名称，如 众创孵化机构。")
    return made


def _figure(words: str, what: str) -> str:
    number = number_in(words)
    if number is None:
        raise Refused(f"{what}要写数字，不能写“{words}”；计量单位另写，如 40 和 家。")
    return str(number)


# ---------------------------------------------------------------------- milestones


def milestone_added(tasks: TaskList, row: str, given: MilestoneGiven) -> Change:
    """Give a row a step with a day of its own."""
    last = _last_order(milestones_of(tasks, row))
    begun = Milestone(new_key(), row, order_between(last, ""))
    made = _step(tasks, begun, given)
    where = numbered_rows(tasks, [row])
    return Change(f"设{where}节点：{milestone_in_words(made)}", (created(made),))


def milestone_changed(tasks: TaskList, milestone: Milestone, given: MilestoneGiven) -> Change:
    """Change a milestone."""
    made = _step(tasks, milestone, given)
    edits = updated(milestone, text=made.text, due_on=made.due_on, worded=made.worded)
    where = numbered_rows(tasks, [made.task])
    return Change(f"改{where}节点：{milestone_in_words(made)}", tuple(edits))


def milestone_removed(tasks: TaskList, milestone: Milestone) -> Change:
    """Take a milestone out."""
    where = numbered_rows(tasks, [milestone.task])
    return Change(f"删除{where}节点：{milestone_in_words(milestone)}", (deleted(milestone),))


def milestone_in_words(milestone: Milestone) -> str:
    """Return a milestone as the clerk reads it: 建成平台（2026-06-30）."""
    return f"{milestone.text}（{milestone.due_on or '未定日期'}）"


def _step(tasks: TaskList, milestone: Milestone, given: MilestoneGiven) -> Milestone:
    made = milestone
    if given.text is not None:
        made = replace(made, text=given.text.strip())
    if given.day is not None:
        worded = given.day.strip()
        due_on = day_set(tasks, worded) if worded else None
        made = replace(made, worded=worded, due_on=due_on)
    if not made.text:
        raise Refused("节点要写内容，如 完成立项。")
    return made


# ---------------------------------------------------------------------- what was given


def _said(given: MeasureGiven) -> dict[str, Any]:
    """Return what was given, by field."""
    said: dict[str, Any] = {}
    for field in fields(given):
        value = getattr(given, field.name)
        if value is not None:
            said[field.name] = value.strip()
    return said


def _fields_of(made: Measure, given: MeasureGiven) -> dict[str, Any]:
    return {field.name: getattr(made, field.name) for field in fields(given)}
