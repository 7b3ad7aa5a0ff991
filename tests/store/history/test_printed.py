"""A list as it was when a sheet was printed: by its heads, whatever came from another desk since."""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.history.printed import printed_last, state_printed
from store.history.prints import print_change
from store.records.kept import Print
from store.refused import Refused
from tests.store.file.two_desks import take_in, two_desks
from tests.store.small_list import new_file, remark, setting

AT = "2026-11-0{}T09:30:00+08:00"


def printed(file: TaskFile, day: int, base: str = "unit:2026-10:2026-10-31") -> Print:
    """Record that statistics were printed."""
    at = AT.format(day)
    file.commit(print_change(file.history, "统计表", "stats", (), "text", at, base))
    return max(file.tasks.all_of(Print), key=lambda one: one.at)


def test_the_list_is_as_it_was_and_the_day_that_of_the_print(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="甲"))
        record = printed(file, 2)
        file.commit(setting(file, remark="乙"))
        then = state_printed(file, record)
        assert (remark(then), remark(file)) == ("甲", "乙")
        assert then.tasks.today == "2026-11-02"


def test_what_came_from_another_desk_since_is_left_out_though_it_was_made_before(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        two.commit(setting(two, 1, remark="别处"))
        one.commit(setting(one, remark="甲"))
        record = printed(one, 2)
        take_in(two, one)
        one_more = setting(two, 2, remark="丙")
        two.commit(one_more)
        # At the other desk the change of before the print stands before it, and the print does not show it.
        then = state_printed(two, record)
        rows = [task.remark for task in then.tasks.tasks]
        assert rows == ["甲", "", ""]
        assert [task.remark for task in two.tasks.tasks] == ["甲", "别处", "丙"]


def test_the_last_print_up_to_a_day_is_found_and_older_ones_without_base_are_passed_over(
    tmp_path: Path,
) -> None:
    with new_file(tmp_path) as file:
        printed(file, 1, base="")
        with pytest.raises(Refused, match="还没有这样的打印"):
            printed_last(file.tasks, "stats")
        early, late = printed(file, 2), printed(file, 4)
        assert printed_last(file.tasks, "stats") == late
        assert printed_last(file.tasks, "stats", "2026-11-03") == early
        with pytest.raises(Refused):
            printed_last(file.tasks, "bulletin")
