"""Undo and redo: which change is next, and the change that takes it back, read from the history alone."""

from collections.abc import Sequence

from store.changes import Change
from store.describing import place
from store.model import Edit, Refused
from store.tasklist import TaskList


def undo_change(tasks: TaskList, history: Sequence[Change]) -> Change:
    """The change that takes back the last change not yet undone; Refused where there is none or it was overwritten."""
    done, _ = _open_acts(history)
    if not done:
        raise Refused("没有可以撤销的变更。")
    edits = _inverted(done[-1].edits)
    _refuse_overwritten(tasks, edits, history)
    return Change(title=f"撤销:{done[-1].title}", edits=edits, undoes=done[-1].id)


def redo_change(tasks: TaskList, history: Sequence[Change]) -> Change:
    """The change that takes back the last undo while no other change came after it; Refused without one."""
    _, undone = _open_acts(history)
    if not undone:
        raise Refused("没有可以重做的变更。")
    edits = _inverted(undone[-1].edits)
    _refuse_overwritten(tasks, edits, history)
    return Change(title=f"重做:{undone[-1].title.removeprefix('撤销:')}", edits=edits, redoes=undone[-1].id)


def _inverted(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    return tuple(edit.inverted() for edit in reversed(edits))


def _open_acts(history: Sequence[Change]) -> tuple[list[Change], list[Change]]:
    """The changes that can be undone and the undos that can be redone, each with the next one last.

    The change that began the list (its import) is not taken back: an empty list is never what was meant.
    """
    done: list[Change] = []
    undone: list[Change] = []
    for change in history[1:]:
        if change.undoes is not None:
            done = [other for other in done if other.id != change.undoes]
            undone.append(change)
        elif change.redoes is not None:
            done.append(change)
            undone.pop()
        else:
            done.append(change)
            undone.clear()
    return done, undone


def _refuse_overwritten(tasks: TaskList, edits: Sequence[Edit], history: Sequence[Change]) -> None:
    for edit in edits:
        if tasks.value(edit.table, edit.key, edit.field) == edit.before:
            continue
        touches = ((change, other) for change in reversed(history) for other in change.edits)
        later = next((change for change, other in touches if (other.table, other.key) == (edit.table, edit.key)), None)
        by = f"后来的“{later.title}”({later.at[:16].replace('T', ' ')})" if later else "别的变更"
        raise Refused(f"{place(tasks, edit)}已被{by}改动,不能直接撤销。请先撤销那一次。")
