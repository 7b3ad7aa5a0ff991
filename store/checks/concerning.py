"""What is open about one unit or person: the findings on it, and those on the rows that name it."""

from collections.abc import Callable, Sequence, Set

from store.checks.accepting import message
from store.checks.checker import Checker
from store.checks.finding import Hit
from store.records.tasklist import TaskList


def findings_concerning(checker: Checker) -> Callable[[TaskList, str], Sequence[str]]:
    """Return what tells, for the key of a unit or person, its open findings in words, the gravest first."""

    def found(tasks: TaskList, key: str) -> Sequence[str]:
        rows = set(tasks.rows_naming(key))
        accepted = checker.accepted()
        words: list[str] = []
        for finding in checker.findings():
            if finding.name not in accepted and _concerns(finding.hit, key, rows):
                says = message(tasks, finding)
                words.append(f"{finding.grade} {finding.code} {says}")
        return words

    return found


def _concerns(hit: Hit, key: str, rows: Set[str]) -> bool:
    """Return whether a hit is about a unit or person, or about a row that names it."""
    if hit.row in rows or key in hit.subject:
        return True
    return hit.record is not None and hit.record[1] == key
