"""Findings in words, and accepting them.

A finding that is right as it is stays accepted while its facts are the same.
"""

from collections.abc import Iterable

from store.checks.finding import Finding
from store.records.changes import Change, created, deleted
from store.records.kept import Acceptance, acceptance_key
from store.records.ranges import numbered_row, numbered_rows
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.refused import Refused


def place_of(tasks: TaskList, finding: Finding) -> str:
    """Say where a finding is: 第 3.2 行, 第 3.1–3.4 行; nothing where it is about no row."""
    hit = finding.hit
    there = tasks.keys_of(Task)
    if hit.record and hit.record[0] == Item.TABLE:
        rows = [row for row in tasks.task_keys_of(hit.record[1]) if row in there]
        return numbered_rows(tasks, rows) if rows else ""
    if hit.row in there and hit.row:
        return numbered_row(tasks, hit.row)
    return ""


def message(tasks: TaskList, finding: Finding) -> str:
    """Return a finding as a sentence that begins with its place and says what to do."""
    where = place_of(tasks, finding)
    return f"{where}：{finding.hit.says}" if where else finding.hit.says


def about(tasks: TaskList, finding: Finding) -> str:
    """Say in a few words what a finding is about: the body, person or item, else the row's text."""
    hit = finding.hit
    if hit.about:
        return hit.about
    row = tasks.find(Task, hit.row)
    return row.text if row else ""


def accept(tasks: TaskList, findings: Iterable[Finding], reason: str, by: str) -> Change:
    """Accept findings with a reason; an older acceptance of one goes, since its facts no longer hold."""
    reason = reason.strip()
    if not reason:
        raise Refused("请写明认可的理由。")
    accepted = list(findings)
    edits = [deleted(old) for old in _acceptances_of(tasks, accepted)]
    for finding in accepted:
        subject, facts = finding.hit.subject, finding.hit.facts
        key = acceptance_key(finding.code, subject)
        acceptance = Acceptance(key, finding.code, subject, facts, reason, by, tasks.clock.stamp())
        edits.append(created(acceptance))
    title = f"认可{_named(tasks, accepted)}：{reason}"
    return Change(title, tuple(edits))


def take_back(tasks: TaskList, findings: Iterable[Finding]) -> Change:
    """Take back that findings were accepted: they are open again."""
    given = list(findings)
    edits = tuple(deleted(old) for old in _acceptances_of(tasks, given))
    if not edits:
        raise Refused(f"{_named(tasks, given)}没有认可过，不必收回。")
    return Change(f"收回认可{_named(tasks, given)}", edits)


def acceptances(tasks: TaskList) -> list[Acceptance]:
    """Return all acceptances of a list, whether they still hold or not."""
    return list(tasks.all_of(Acceptance))


def _acceptances_of(tasks: TaskList, findings: Iterable[Finding]) -> list[Acceptance]:
    names = {finding.name for finding in findings}
    return [one for one in acceptances(tasks) if (one.code, one.subject) in names]


def _named(tasks: TaskList, findings: list[Finding]) -> str:
    if len(findings) != 1:
        return f" {len(findings)} 条核对结果"
    (finding,) = findings
    where = place_of(tasks, finding) or f"“{finding.hit.about}”"
    return f" {finding.code} {where}"
