"""Rules on the numbers under which reminders went out."""

from collections.abc import Iterable

from store.checks.finding import Hit, rule
from store.checks.look import Look
from store.ledger.numbering import numbered_twice
from store.records.follow_up import FollowUp
from store.records.task import Task
from store.records.tasklist import TaskList


@rule("C36", "错误", "催办文号重复", "list", "follow_ups", "units", "notices")
def number_given_twice(look: Look) -> Iterable[Hit]:
    """A reminder under the number of one that went out before it: two desks that gave the same."""
    tasks = look.tasks
    for number, (first, *others) in numbered_twice(tasks).items():
        for slip in others:
            says = (
                f"{number}已用于{_named(tasks, first)}，{_named(tasks, slip)}请改用下一个文号，发更正的单子。"
            )
            row = next((row for row in slip.tasks if tasks.find(Task, row)), None)
            about = tasks.wording_of(slip.unit)
            yield Hit(f"{number}:{slip.key}", says, first.key, row, about=about, mend="number")


def _named(tasks: TaskList, slip: FollowUp) -> str:
    """Return whose a reminder is: 平台处（2026-10-28 发）."""
    sent = f"（{slip.sent_on} 发）" if slip.sent_on else ""
    return f"{tasks.wording_of(slip.unit)}{sent}"
