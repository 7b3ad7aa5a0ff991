"""Earlier states and prints of a list whose changes came from two desks."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.history.prints import count_at_last_print, places_since_last_print, print_change
from store.refused import Refused
from tests.store.file.two_desks import differing, take_in, two_desks
from tests.store.small_list import remark, setting, undo


def printed(file: TaskFile) -> None:
    """Record that the whole list was printed."""
    at = datetime.now().astimezone().isoformat(timespec="seconds")
    file.commit(print_change(file.history, "任务清单", "list", (), "text", at))


def test_each_earlier_state_is_what_the_list_said_when_so_many_changes_had_come(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        said = [remark(one)]
        steps = ("甲", "", "丙")
        two.commit(setting(two, remark="乙"))
        one.commit(setting(one, remark=steps[0]))
        said.append(remark(one))
        undo(one)
        said.append(remark(one))
        take_in(one, two)
        said.append(remark(one))
        one.commit(setting(one, remark=steps[2]))
        said.append(remark(one))
        now = one.after(len(one.history))
        assert [remark(one.after(count)) for count in range(1, len(one.history) + 1)] == said
        assert said == ["", "甲", "", "乙", "丙"]
        assert remark(now) == "丙"


def test_an_earlier_state_has_the_conflicts_that_were_open_then(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        two.commit(setting(two, remark="乙"))
        one.commit(setting(one, remark="甲"))
        take_in(one, two)
        one.commit(setting(one, 1, remark="别处"))
        then = one.after(3)
        assert list(then.tasks.documents.undecided) == list(one.undecided) != []
        assert list(one.after(2).tasks.documents.undecided) == []
        copy = tmp_path / "副本.json"
        one.save_copy(copy, then)
        with TaskFile.open(copy, read_only=True) as kept:
            assert (len(kept.undecided), kept.breaks(), len(kept.history.arrived)) == (1, [], 1)
            assert kept.history.heads == then.history.heads


def test_as_of_a_time_what_came_later_was_not_there_however_early_it_was_made(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        two.commit(setting(two, remark="乙"))
        came = datetime.now().astimezone() + timedelta(hours=2)
        one.take_in(two.history.docs, came.isoformat(timespec="seconds"), "b")
        assert remark(one.as_of(came - timedelta(hours=1))) == ""
        assert remark(one.as_of(came + timedelta(hours=1))) == "乙"


def test_a_print_does_not_show_what_came_after_it_from_before_it(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        two.commit(setting(two, remark="乙"))
        printed(one)
        take_in(one, two)
        assert count_at_last_print(one.tasks, one.history) == 1
        places = places_since_last_print(one.tasks, one.history)
        assert [one.history[place].title for place in places] == ["打印：任务清单", "修改"]


def test_a_print_of_another_desk_shows_what_that_desk_had(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        one.commit(setting(one, 1, remark="这里"))
        two.commit(setting(two, remark="乙"))
        printed(two)
        take_in(one, two)
        places = places_since_last_print(one.tasks, one.history)
        assert [one.history[place].title for place in places] == ["修改", "打印：任务清单"]
        assert remark(one.after(count_at_last_print(one.tasks, one.history))) == ""


def test_a_list_that_was_never_printed_has_no_last_print(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        assert places_since_last_print(one.tasks, one.history) == ()
        with pytest.raises(Refused, match="都还没有打印过"):
            count_at_last_print(one.tasks, one.history)
        assert differing(one, two) == []
