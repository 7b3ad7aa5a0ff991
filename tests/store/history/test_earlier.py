"""An earlier state is a value: it holds still while the list goes on, and has earlier states of its own."""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.history.earlier import Earlier
from store.records.changes import Change, created
from store.records.notice import Notice
from tests.store.small_list import new_file, remark, setting


@pytest.fixture
def file(tmp_path: Path) -> TaskFile:
    file = new_file(tmp_path)
    for text in ("一", "二", "三"):
        file.commit(setting(file, remark=text))
    return file


def said(earlier: Earlier) -> tuple[str, int]:
    return remark(earlier), len(earlier.history)


def test_it_holds_still_while_the_list_goes_on(file: TaskFile) -> None:
    now, before = file.after(4), file.after(2)
    file.commit(setting(file, remark="四"))
    assert (said(now), said(before), remark(file)) == (("三", 4), ("一", 2), "四")


def test_it_has_earlier_states_of_its_own(file: TaskFile) -> None:
    earlier = file.after(3)
    assert [said(earlier.after(count)) for count in (3, 2, 1)] == [("二", 3), ("一", 2), ("", 1)]
    assert said(earlier) == ("二", 3)


def test_it_looks_at_the_list_that_was_looked_at(file: TaskFile) -> None:
    file.commit(Change("另一份清单", (created(Notice("other", list_title="另一份")),)))
    file.choose("other")
    assert [file.after(count).tasks.list_name for count in (5, 4)] == ["另一份", "关于印发工作要点的通知"]


def test_it_is_saved_as_a_list_of_its_own(file: TaskFile, tmp_path: Path) -> None:
    file.save_copy(tmp_path / "当时.json", file.after(2))
    with TaskFile.open(tmp_path / "当时.json") as then:
        assert (remark(then), len(then.history), then.file_id, then.breaks()) == ("一", 2, file.file_id, [])
        assert then.commit(setting(then, remark="别的")).parents == (file.after(2).history.head,)
