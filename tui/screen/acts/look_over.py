"""The states of all rows are worked out between frames, so that no key waits for them."""

import asyncio
from collections.abc import Callable

from store.records.tasklist import TaskList

_ROWS_AT_ONCE = 50
"""Rows that are looked at between two frames."""


async def look_over(tasks: TaskList, stops: Callable[[], bool] = bool) -> bool:
    """Work out the state of each row and what it owes, some rows between frames, and have them kept.

    Whether it stops there is asked between two steps. Return whether all rows were looked at.
    """
    from store.ledger.owed import owed_on
    from store.ledger.state_keeping import states_on

    day = tasks.clock.day()
    for number, row in enumerate(tasks.task_keys, start=1):
        states_on(tasks, day).of(row)
        owed_on(tasks, day).of(row)
        if number % _ROWS_AT_ONCE == 0:
            await asyncio.sleep(0)
            if stops():
                return False
    return True
