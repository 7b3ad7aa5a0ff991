"""What is open about one unit or person: the findings on it, and those on the rows that name it."""

from collections.abc import Callable, Sequence

from store.checks.accepting import message
from store.checks.checker import Checker
from store.records.tasklist import TaskList


def findings_concerning(checker: Checker) -> Callable[[TaskList, str], Sequence[str]]:
    """For the key of a unit or person, its open findings in words, the gravest first."""

    def found(tasks: TaskList, key: str) -> Sequence[str]:
        rows, accepted = set(tasks.rows_naming(key)), checker.accepted()
        return [
            f"{one.grade} {one.code} {message(tasks, one)}"
            for one in checker.findings()
            if one.name not in accepted
            and (one.hit.row in rows or key in one.hit.subject or (one.hit.record or ("", ""))[1] == key)
        ]

    return found
