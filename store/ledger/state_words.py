"""The states of rows by their codes, and the clerk's words for them; states.py says when each holds."""

from collections.abc import Mapping
from typing import Literal

StateCode = Literal[
    "cancelled",
    "suspended",
    "closed",
    "awaiting_closing",
    "overdue",
    "near",
    "continuing",
    "not_started",
    "no_deadline",
    "under_way",
]

STATES: Mapping[StateCode, str] = {
    "cancelled": "已取消",
    "suspended": "已中止",
    "closed": "已销号",
    "awaiting_closing": "待销号",
    "overdue": "逾期",
    "near": "临期",
    "continuing": "长期坚持",
    "not_started": "未启动",
    "no_deadline": "未定时限",
    "under_way": "正常推进",
}
"""The states in the clerk's words; a row is in the first that holds."""

ENDED: frozenset[StateCode] = frozenset(("cancelled", "suspended", "closed"))
"""The states in which nothing is owed; rows in the others are open."""

WARN_DAYS = 7
"""From so many days before its day on a row is near, where the list says nothing else."""

BEHIND = "behind"
"""What goes beside a state, as if it were a code: the row is behind the plan."""

BY_GRAVITY: Mapping[str, str] = {
    "overdue": STATES["overdue"],
    "near": STATES["near"],
    BEHIND: "落后",
    "awaiting_closing": STATES["awaiting_closing"],
    "not_started": STATES["not_started"],
    "under_way": STATES["under_way"],
    "continuing": STATES["continuing"],
    "no_deadline": STATES["no_deadline"],
    "suspended": STATES["suspended"],
    "cancelled": STATES["cancelled"],
    "closed": STATES["closed"],
}
"""The states by which rows are chosen and sorted, and 落后, those that want attention first."""
