"""States kept: those of a list's rows on a day, each worked out when it is asked for."""

from collections.abc import Iterator
from datetime import date

from store.ledger.facts import facts_of
from store.ledger.row_on_a_day import RowOnADay, Rules, rules_of
from store.ledger.states import RowState
from store.records.derived import derived
from store.records.documents import on
from store.records.notice import Notice
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit

_READ_BY_ALL = (on(Notice), on(Unit))
"""What may change the state of any row, beside the rules."""


class States:
    """The states of a list's rows on one day."""

    def __init__(self, tasks: TaskList) -> None:
        """Know no state yet."""
        self._tasks = tasks
        self._version = -1
        self._rules: Rules | None = None
        self._facts = facts_of(tasks)
        self._states: dict[str, RowState] = {}

    def bring_in_line(self, day: date) -> None:
        """Forget the states that edits touched since the last time; all of them where the rules changed."""
        documents = self._tasks.documents
        if documents.version == self._version and self._rules and self._rules.day == day:
            return
        self._facts.bring_in_line()
        rules = rules_of(self._tasks, day)
        if rules != self._rules or documents.changed_since(self._version, _READ_BY_ALL):
            self._rules = rules
            self._states.clear()
        touched = [*documents.touched_since(self._version, Task)]
        touched += self._facts.rows_touched_since(self._version)
        for row in touched:
            self._states.pop(row, None)
        self._version = documents.version

    def of(self, row: str) -> RowState:
        """Return the state of a row."""
        state = self._states.get(row)
        if state is None:
            assert self._rules is not None, "brought in line before it is asked"
            task = self._tasks.task(row)
            state = RowOnADay(self._tasks, self._facts, self._rules, task).state()
            self._states[row] = state
        return state

    def __iter__(self) -> Iterator[tuple[str, RowState]]:
        """Yield each row of the list with its state, in the list's order."""
        for row in self._tasks.task_keys:
            yield row, self.of(row)


@derived()
def _kept(tasks: TaskList) -> States:
    """Return the states of a list, made once: they bring themselves in line."""
    return States(tasks)


def states_on(tasks: TaskList, day: date) -> States:
    """Return the states of a list's rows on a day."""
    states = _kept(tasks)
    states.bring_in_line(day)
    return states
