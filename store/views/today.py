"""What is to be seen to on a day (今日), whole: that of the ledger, plans, conflicts, errors; and as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from store.acts.handover import handover_words
from store.acts.handover_plans import due_plans, handover_of
from store.checks.accepting import about
from store.checks.checker import Checker
from store.ledger.today import TODAY_GROUPS, TodayLine, in_groups, ledger_lines
from store.records.describing import conflict_named
from store.records.kept import Plan
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.undecided_cells import cell_of_conflict
from store.views.values import JsonObject
from store.words.moments import month_and_day


def today_lines(tasks: TaskList, checker: Checker | None, day: date) -> list[TodayLine]:
    """Return all that is to be seen to on a day, by groups; the checks and conflicts are those of now.

    Without a checker the errors are left out.
    """
    lines = ledger_lines(tasks, day)
    lines += [*_plans(tasks, day), *_conflicts(tasks)]
    if checker:
        lines += _errors(tasks, checker)
    return in_groups(tasks, lines)


def _plans(tasks: TaskList, day: date) -> Iterator[TodayLine]:
    for plan in due_plans(tasks, day.isoformat()):
        words = handover_words(tasks, handover_of(plan))
        begins = date.fromisoformat(plan.effective_on)
        line = TodayLine("plans", text=words, record=(Plan.TABLE, plan.key))
        yield replace(line, day=plan.effective_on, said=f"{month_and_day(begins, day)} 生效")


def _conflicts(tasks: TaskList) -> Iterator[TodayLine]:
    for conflict in tasks.documents.undecided:
        row, field = cell_of_conflict(tasks, conflict) or ("", "")
        place = tasks.row_name(row) if row else ""
        words = conflict_named(tasks, conflict).removeprefix(place).strip()
        said = f"{len(conflict.sides)} 方不一致"
        line = TodayLine("conflicts", row, words, said=said)
        yield replace(line, record=(conflict.table, conflict.key), field=field)


def _errors(tasks: TaskList, checker: Checker) -> Iterator[TodayLine]:
    accepted, rows = checker.accepted(), tasks.keys_of(Task)
    for finding in checker.findings():
        if finding.grade == "错误" and finding.name not in accepted:
            hit = finding.hit
            row = hit.row if hit.row in rows else None
            what = "" if row else about(tasks, finding)
            said = f"{what}：{hit.says}" if what else hit.says
            line = TodayLine("errors", row or "", finding.code, said=said)
            yield replace(line, record=hit.record, field=hit.field)


def today_view(tasks: TaskList, lines: Sequence[TodayLine], day: date) -> JsonObject:
    """Return lines as JSON, each group with its count; those in which nothing is are left out."""
    groups: dict[str, JsonObject] = {}
    for line in lines:
        words = TODAY_GROUPS[line.group]
        group = groups.setdefault(line.group, {"group": line.group, "group_word": words, "lines": []})
        group["lines"].append(_line(tasks, line))
    for group in groups.values():
        group["count"] = len(group["lines"])
    return {"day": day.isoformat(), "groups": list(groups.values())}


def _line(tasks: TaskList, line: TodayLine) -> JsonObject:
    view: JsonObject = {"row": tasks.row_name(line.row) if line.row else None}
    view["key"] = line.row or None
    view["rows"] = [tasks.row_name(row) for row in line.rows]
    view["text"] = line.text
    view["units"] = list(line.units)
    view["leaders"] = list(line.leaders)
    view["day"] = line.day
    view["period"] = line.period or None
    view["said"] = line.said
    view["figures"] = line.figures
    return view
