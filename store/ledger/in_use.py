"""Whether a list uses the ledger: where it does not, nothing of it shows."""

from store.ledger.days import schedules_of
from store.ledger.facts import facts_of
from store.records.derived import derived
from store.records.documents import on, on_which
from store.records.notice import Notice
from store.records.row_order import ORDER_OF_ROWS
from store.records.schedule import Schedule
from store.records.tables import KINDS_OF_ROWS
from store.records.task import Task
from store.records.tasklist import TaskList

_FIELDS = ("deadline", "due_on", "due_kind")
"""Fields of a row that say when it is due."""

_FACTS = tuple(map(on_which, KINDS_OF_ROWS))


@derived(on(Task, *_FIELDS), on(Schedule), on(Notice), *ORDER_OF_ROWS, *_FACTS)
def is_in_use(tasks: TaskList) -> bool:
    """Tell whether a list has a schedule, a row with a deadline, or a fact of one: a report, a closing."""
    return bool(schedules_of(tasks)) or _has_deadline(tasks) or _has_fact(tasks)


def _has_deadline(tasks: TaskList) -> bool:
    """Look at documents and make no record: the list may have 10,000 rows."""
    docs = tasks.documents.tables[Task.TABLE]
    for row in tasks.task_keys:
        doc = docs[row]
        if any(doc.get(field) for field in _FIELDS):
            return True
    return False


def _has_fact(tasks: TaskList) -> bool:
    facts, places = facts_of(tasks), tasks.places
    rows = (row for kind in KINDS_OF_ROWS for row in facts.rows(kind))
    return any(row in places for row in rows)
