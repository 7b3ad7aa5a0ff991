"""Rules on how the work stands today: rows past their day."""

from collections.abc import Iterable

from store.checks.finding import Hit, in_row, rule
from store.checks.look import Look
from store.ledger.state_keeping import states_on
from store.records.task import Task


@rule("C29", "提醒", "逾期")
def overdue(look: Look, task: Task) -> Iterable[Hit]:
    """A row whose day is past and that is not closed; one that waits for its closing is not late."""
    tasks = look.tasks
    state = states_on(tasks, tasks.clock.day()).of(task.key)
    if state.code == "overdue" and state.due and state.days_left is not None:
        says = f"应于 {state.due} 完成，已逾期 {-state.days_left} 天，请办理销号或延期，或核对时限。"
        yield in_row(task, "deadline", says, state.due, mend="card")
