"""Undo and redo: which change is next, and the change that takes it back, read from the history alone.

What it promises, and the test that holds it (tests/store/history/test_undoing.py; an older change:
test_history.py):
- A print is never taken back, and undo and redo pass over it: test_undo_and_redo_pass_over_a_print.
- Acts are taken back from the last to the first and given again from the first:
  test_acts_are_taken_back_from_the_last_to_the_first_and_given_again_from_the_first.
- What began the list is never taken back: test_the_import_is_not_taken_back.
- A field that was overwritten is not taken back, and the later change is named:
  test_a_field_that_was_overwritten_is_not_taken_back_and_the_later_change_is_named.
- A change of any age is taken back where no later one that stands touched its fields:
  test_an_older_change_is_undone_where_nothing_later_touched_its_fields,
  test_an_older_change_that_was_overwritten_names_the_later_one,
  test_even_a_later_change_back_to_the_same_value_counts.
"""

from collections.abc import Sequence
from dataclasses import replace

from store.history.prints import is_print
from store.records.changes import Change, Edit, History, inverted
from store.records.describing import edited_in_words
from store.records.tasklist import TaskList
from store.refused import Refused


def undo_change(tasks: TaskList, history: History) -> Change:
    """Return the change that takes back the last change not yet undone.

    Refused where there is none or it was overwritten.
    """
    done = last_act(history)
    if done is None:
        raise Refused("没有可以撤销的变更。")
    undo = Change(_title("撤销", done, history), inverted(done.edits), undoes=done.id)
    return _taking_back(tasks, done, undo, history)


def redo_change(tasks: TaskList, history: History) -> Change:
    """Return the change that takes back the last undo, after which no other change came; else Refused."""
    undone = _next_redo(history)
    if undone is None:
        raise Refused("没有可以重做的变更。")
    redo = Change(_title("重做", undone, history), inverted(undone.edits), redoes=undone.id)
    return _taking_back(tasks, undone, redo, history)


def undo_older_change(tasks: TaskList, history: History, change_id: str) -> Change:
    """Return the change that takes back one of any age.

    Refused where a later one that stands touched the same fields.
    """
    index = _index_of(history, change_id)
    if index == 0:
        raise Refused("没有这次变更，或它是新建清单的那一次，不能撤销。")
    done = history[index]
    if done.undoes or done.redoes or change_id not in {change.id for change in _standing(history)}:
        raise Refused(f"“{done.title}”已经撤销，或本身就是撤销或重做。")
    undo = Change(_title("撤销", done, history), inverted(done.edits), undoes=done.id)
    later = _standing(history[index + 1 :])
    if history.is_straight:
        _refuse_edited(tasks, done, later, history)
    return _taking_back(tasks, done, undo, history)


def _refuse_edited(tasks: TaskList, done: Change, later: Sequence[Change], history: History) -> None:
    """Refuse to take back what one of some later changes, which stand, touched."""
    edits = inverted(done.edits)
    for change in later:
        overwriting = _overwriting(edits, change)
        if overwriting and not _about(change, done, history):
            raise _overwritten(tasks, overwriting, change)


def _title(what: str, change: Change, history: History) -> str:
    """Name the act that is taken back or given again, however often it was so before: 撤销:甲处 → 乙处."""
    act: Change | None = change
    while act and (meant := act.undoes or act.redoes):
        act = next((one for one in reversed(history) if one.id == meant), None)
    return f"{what}：{(act or change).title}"


def _index_of(history: Sequence[Change], change_id: str) -> int:
    """Return where a change stands in a history; 0, which is the import's place, for one that is not
    there.
    """
    for index, change in enumerate(history):
        if change.id == change_id:
            return index
    return 0


def _overwriting(edits: Sequence[Edit], later: Change) -> Edit | None:
    """Return the edit of a later change that touches what some edits touch: a field, or a record as a
    whole.
    """
    fields = {(edit.table, edit.key, edit.field) for edit in edits}
    records = {(edit.table, edit.key) for edit in edits}
    whole_records = {(edit.table, edit.key) for edit in edits if not edit.field}
    for edit in later.edits:
        record = edit.table, edit.key
        if (*record, edit.field) in fields or record in (whole_records if edit.field else records):
            return edit
    return None


def _standing(history: Sequence[Change]) -> list[Change]:
    """Return the changes that nothing took back, the last first.

    An undo and what it took back within them count as neither.
    """
    within = {change.id for change in history}
    taken: set[str] = set()
    standing = []
    for change in reversed(history):
        if change.id in taken:
            continue
        taken |= {other for other in (change.undoes, change.redoes) if other}
        if change.undoes not in within:
            standing.append(change)
    return standing


def _about(later: Change, done: Change, history: History) -> bool:
    """Tell whether a change does no more than bring another back."""
    by_id = {change.id: change for change in history}
    change: Change | None = later
    while change and change.id != done.id:
        change = by_id.get(change.undoes or change.redoes or "")
    return change is not None


def last_act(history: History) -> Change | None:
    """Return the last change made here that is no undo and that none took back, looked for from the end.

    The change that began the list (its import) is not taken back: an empty list is never what was meant.
    """
    undone = set()
    for index in range(len(history) - 1, 0, -1):
        change = history[index]
        if change.undoes is not None:
            undone.add(change.undoes)
        elif change.id not in undone and change.id not in history.arrived and not is_print(change):
            return change
    return None


def _next_redo(history: History) -> Change | None:
    """Return the last undo made here that none took back, while only undos and redos were made after it."""
    redone = set()
    for index in range(len(history) - 1, 0, -1):
        change = history[index]
        if is_print(change) or change.id in history.arrived:
            continue
        if change.redoes is not None:
            redone.add(change.redoes)
        elif change.undoes is None:
            return None
        elif change.id not in redone:
            return change
    return None


def _taking_back(tasks: TaskList, done: Change, taking: Change, history: History) -> Change:
    """Return the undo or redo that takes a change back; Refused where it was overwritten."""
    if history.is_straight:
        _refuse_overwritten(tasks, taking.edits, history)
        return taking
    from store.history.undoing_branches import edits_taking_back, seen_by

    later = _standing(history[_index_of(history, done.id) + 1 :])
    _refuse_edited(tasks, done, seen_by(history, later, done), history)
    return replace(taking, edits=edits_taking_back(tasks, history, taking))


def _refuse_overwritten(tasks: TaskList, edits: Sequence[Edit], history: History) -> None:
    edit = tasks.conflict(edits)
    if edit is not None:
        raise _overwritten(tasks, edit, _last_that_touched(history, edit.table, edit.key))


def _last_that_touched(history: History, table: str, key: str) -> Change | None:
    for change in reversed(history):
        if any((edit.table, edit.key) == (table, key) for edit in change.edits):
            return change
    return None


def _overwritten(tasks: TaskList, edit: Edit, later: Change | None) -> Refused:
    by = "别的变更"
    if later:
        moment = later.at[:16].replace("T", " ")
        by = f"后来的“{later.title}”（{moment}）"
    what = edited_in_words(tasks, edit)
    return Refused(f"{what}已被{by}改动，不能直接撤销。请先撤销那一次。")
