"""Reminders as the history has them: which of them the newest change sent."""

from store.history.earlier import State
from store.records.follow_up import FollowUp


def newest_reminders(state: State) -> tuple[FollowUp, ...]:
    """Return the reminders that the newest change sent, those by telephone apart; none where it did not."""
    if not state.history:
        return ()
    found = []
    for edit in state.history[-1].edits:
        is_new = edit.table == FollowUp.TABLE and not edit.field and edit.before is None
        slip = state.tasks.find(FollowUp, edit.key) if is_new else None
        if slip and slip.kind != "phone":
            found.append(slip)
    return tuple(found)
