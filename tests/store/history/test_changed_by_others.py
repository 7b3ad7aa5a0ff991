"""Rows that were edited here and by another desk since."""

from pathlib import Path

from store.file.task_file import TaskFile
from store.history.changed_by_others import rows_changed_by_others
from store.views.selection import Selection, rows_selected
from tests.store.file.two_desks import take_in, two_desks
from tests.store.small_list import ROWS, setting


def rows(file: TaskFile) -> list[str]:
    return [one.row for one in rows_changed_by_others(file.tasks, file.history)]


def test_a_row_of_mine_is_named_once_what_another_did_to_it_is_here(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        one.commit(setting(one, 0, remark="甲"))
        two.commit(setting(two, 0, deadline="6月底前"))
        made = two.commit(setting(two, 1, remark="乙"))
        assert rows(one) == []
        take_in(one, two)
        assert rows(one) == [ROWS[0].key], "The second row was nobody's here."
        assert rows_selected(one.tasks, one.history, Selection(by_others=True)) == (ROWS[0].key,)
        first = rows_changed_by_others(one.tasks, one.history)
        two.commit(setting(two, 0, text="另一件事"))
        take_in(one, two)
        (again,) = rows_changed_by_others(one.tasks, one.history)
        assert (again.row, again.name != first[0].name) == (ROWS[0].key, True), "Another change is news."
        assert made.id not in again.name


def test_a_row_that_was_edited_here_since_is_known(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        one.commit(setting(one, 0, remark="甲"))
        two.commit(setting(two, 0, deadline="6月底前"))
        take_in(one, two)
        one.commit(setting(one, 0, remark="看过"))
        assert rows(one) == []


def test_a_list_of_one_desk_has_none(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        one.commit(setting(one, 0, remark="甲"))
        assert rows(one) == [] and rows(two) == []
