"""Findings in words, and accepting them: a finding that is right as it is stays accepted while its facts are the same."""

from collections.abc import Iterable

from store.checks.finding import Finding
from store.machine.whoami import now
from store.records.changes import Change, created, deleted
from store.records.describing import rows_in_words
from store.records.kept import Acceptance
from store.records.keys import new_key
from store.records.task import Item
from store.records.tasklist import TaskList
from store.refused import Refused


def place_of(tasks: TaskList, finding: Finding) -> str:
    """Where a finding is, in words: 第 3.2 行, 第 3.1–3.4 行; empty where it is about no row."""
    hit = finding.hit
    there = tasks.documents["tasks"]
    if hit.record and hit.record[0] == Item.TABLE:
        rows = [row for row in tasks.task_keys_of(hit.record[1]) if row in there]
        return f"第 {rows_in_words(tasks, rows)} 行" if rows else ""
    return f"第 {tasks.row_name(hit.row)} 行" if hit.row in there and hit.row else ""


def message(tasks: TaskList, finding: Finding) -> str:
    """A finding in a sentence that begins with its place and says what to do."""
    where = place_of(tasks, finding)
    return f"{where}:{finding.hit.says}" if where else finding.hit.says


def about(tasks: TaskList, finding: Finding) -> str:
    """What a finding is about, in a few words: the body, person or item, else the row's text."""
    hit = finding.hit
    row = tasks.documents["tasks"].get(hit.row or "")
    return hit.about or (str(row.get("text", "")) if row else "")


def accept(tasks: TaskList, findings: Iterable[Finding], reason: str, by: str) -> Change:
    """Accept findings with a reason; an older acceptance of one goes, since its facts no longer hold."""
    if not reason.strip():
        raise Refused("请写明认可的理由。")
    accepted = list(findings)
    names = {finding.name for finding in accepted}
    edits = [deleted(old) for old in _acceptances(tasks) if (old.code, old.subject) in names]
    for finding in accepted:
        edits.append(
            created(
                Acceptance(
                    new_key(), finding.code, finding.hit.subject, finding.hit.facts, reason.strip(), by, now()
                )
            )
        )
    return Change(f"认可{_named(tasks, accepted)}:{reason.strip()}", tuple(edits))


def take_back(tasks: TaskList, findings: Iterable[Finding]) -> Change:
    """Take back that findings were accepted: they are open again."""
    given = list(findings)
    names = {finding.name for finding in given}
    edits = tuple(deleted(old) for old in _acceptances(tasks) if (old.code, old.subject) in names)
    if not edits:
        raise Refused(f"{_named(tasks, given)}没有认可过,不必收回。")
    return Change(f"收回认可{_named(tasks, given)}", edits)


def _acceptances(tasks: TaskList) -> list[Acceptance]:
    return [tasks.get(Acceptance, key) for key in tasks.documents[Acceptance.TABLE]]


def _named(tasks: TaskList, findings: list[Finding]) -> str:
    if len(findings) != 1:
        return f" {len(findings)} 条核对结果"
    where = place_of(tasks, findings[0]) or f"“{findings[0].hit.about}”"
    return f" {findings[0].code} {where}"
