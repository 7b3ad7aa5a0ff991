"""The course of a row: whether it is cancelled, suspended or closed on a day, by what was approved."""

from collections.abc import Sequence
from typing import Literal

from store.records.closing import Adjustment, Closing

Course = Literal["", "cancelled", "suspended"]

_COURSES: dict[str, Course] = {"cancellation": "cancelled", "suspension": "suspended", "resumption": ""}
"""To what an adjustment leads; the others leave the course as it is."""


def applies_from(adjustment: Adjustment) -> str:
    """Return the day from which an adjustment holds, ISO: as it says, else of its approval, else of its
    asking; empty where it names none.
    """
    return adjustment.applies_from or adjustment.approved_on or adjustment.asked_on or ""


def course_set_by(adjustments: Sequence[Adjustment], day: str) -> Adjustment | None:
    """Return the adjustment by which a row has its course on a day: the last that applies then."""
    found: Adjustment | None = None
    since = ""
    for adjustment in adjustments:
        begins = applies_from(adjustment)
        if adjustment.kind in _COURSES and since <= begins <= day:
            found, since = adjustment, begins
    return found


def course_on(adjustments: Sequence[Adjustment], day: str) -> Course:
    """Return whether a row is cancelled or suspended on a day, by the last adjustment that applies then."""
    found = course_set_by(adjustments, day)
    return _COURSES[found.kind] if found else ""


def closing_on(closings: Sequence[Closing], day: str) -> Closing | None:
    """Return the closing that was approved by a day, and not taken back by it."""
    for closing in closings:
        if closing.approved_on and closing.approved_on <= day and not _is_reopened(closing, day):
            return closing
    return None


def closing_asked_on(closings: Sequence[Closing], day: str) -> Closing | None:
    """Return the closing that was asked for by a day, and neither approved nor taken back by it."""
    for closing in closings:
        is_approved = closing.approved_on is not None and closing.approved_on <= day
        is_asked = closing.asked_on is not None and closing.asked_on <= day
        if is_asked and not is_approved and not _is_reopened(closing, day):
            return closing
    return None


def _is_reopened(closing: Closing, day: str) -> bool:
    return closing.reopened_on is not None and closing.reopened_on <= day
