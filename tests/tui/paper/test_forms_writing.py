"""Forms on the disk: none over another, and those that are there are noted, whatever becomes of the rest."""

import errno
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from store.file import disk
from store.ledger.forms import PastLine, UnitForm, forms_of
from store.ledger.periods import period_named
from store.progress import Cancelled
from store.records.follow_up import Form
from store.records.schedule import Schedule
from store.records.tasklist import TaskList
from store.records.values import Mention
from store.refused import Refused
from tests.store.file.failing_disk import failing
from tests.store.ledger.small_list import small_list
from tui.paper.forms_writing import write_forms

DAY = date(2021, 10, 20)
MANY = 30


@pytest.fixture
def tasks() -> TaskList:
    schedule = Schedule("s", every="month", due_day=25, who="all")
    return small_list(schedule, participant_units=(Mention("results", "成果处"),))


@pytest.fixture
def forms(tasks: TaskList) -> list[UnitForm]:
    return forms_of(tasks, "file", period_named("2021-10"), DAY)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_forms_are_noted_with_their_files(tasks: TaskList, forms: list[UnitForm], tmp_path: Path) -> None:
    sent = write_forms(tasks, forms, tmp_path / "新", DAY)
    assert names(tmp_path / "新") == [
        "平台处_2021年10月_进展情况报送表.xlsx",
        "成果处_2021年10月_进展情况报送表.xlsx",
    ]
    tasks.apply(sent.change.edits)
    assert {(one.unit, one.sent_on, one.rows) for one in tasks.all_of(Form)} == {
        ("platform", "2021-10-20", ("row",)),
        ("results", "2021-10-20", ("row",)),
    }
    again = write_forms(tasks, forms[:1], tmp_path / "新", date(2021, 10, 21))
    assert again.change.title == "发出平台处2021年10月报送表"
    tasks.apply(again.change.edits)
    (platform,) = (one for one in tasks.all_of(Form) if one.unit == "platform")
    assert (platform.sent_on, platform.file) == ("2021-10-21", "平台处_2021年10月_进展情况报送表 2.xlsx")


@pytest.mark.parametrize("folder", [".", "新/十月"])
def test_a_disk_that_takes_nothing_leaves_nothing(
    tasks: TaskList, forms: list[UnitForm], tmp_path: Path, folder: str
) -> None:
    with (
        failing("write"),
        pytest.raises(Refused, match=r"没有写成“平台处_2021年10月_进展情况报送表\.xlsx”.*磁盘已满"),
    ):
        write_forms(tasks, forms, tmp_path / folder, DAY)
    assert names(tmp_path) == []


def test_a_disk_that_is_full_half_way_keeps_and_notes_what_is_there(
    tasks: TaskList, forms: list[UnitForm], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, written = disk.write_whole, list[Path]()

    def full(path: Path, data: bytes) -> None:
        if written:
            raise OSError(errno.ENOSPC, "full")
        written.append(path)
        write(path, data)

    monkeypatch.setattr(disk, "write_whole", full)
    sent = write_forms(tasks, forms, tmp_path, DAY)
    assert names(tmp_path) == ["平台处_2021年10月_进展情况报送表.xlsx"]
    assert [one.form.unit for one in sent.written] == ["平台处"]
    assert "1 份没有发出（成果处起）" in sent.problem and len(sent.change.edits) == 1


def large(form: UnitForm) -> UnitForm:
    """A form of many lines, with as many that were reported before."""
    line = form.lines[0]
    past = PastLine(line.name, line.text, "2021年9月", {"done": "做了"})
    return replace(form, lines=[line] * MANY, past=[past] * MANY)


def parts_of(tasks: TaskList, forms: Sequence[UnitForm], folder: Path) -> list[tuple[int, int]]:
    """What is told while forms are written."""
    told = list[tuple[int, int]]()
    write_forms(tasks, forms, folder, DAY, lambda *heard: told.append(heard))
    return told


def test_it_is_told_how_far_a_large_form_is(tasks: TaskList, forms: list[UnitForm], tmp_path: Path) -> None:
    told = parts_of(tasks, list(map(large, forms)), tmp_path)
    done = [done for done, _ in told]
    (total,) = {total for _, total in told}
    assert done == list(range(total)) and total >= 4 * MANY


def test_called_off_anywhere_nothing_stays(tasks: TaskList, forms: list[UnitForm], tmp_path: Path) -> None:
    """The second form is under way: its lines, what it told before, and its putting together."""
    both = list(map(large, forms))
    total = parts_of(tasks, both, tmp_path / "whole")[0][1]
    stick = tmp_path / "U盘" / "十月"
    for last in (0, 1, MANY, total // 2, total // 2 + 1, total - MANY, total - 2, total - 1):

        def stop(done: int, total: int, last: int = last) -> None:
            if done >= last:
                raise Cancelled

        with pytest.raises(Cancelled):
            write_forms(tasks, both, stick, DAY, stop)
        assert names(tmp_path) == ["whole"], last


def test_called_off_it_takes_away_nothing_of_others(
    tasks: TaskList, forms: list[UnitForm], tmp_path: Path
) -> None:
    sent = write_forms(tasks, forms[:1], tmp_path / "U盘", DAY)
    before = names(tmp_path / "U盘")

    def stop(done: int, total: int) -> None:
        if done == total - 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_forms(tasks, forms, tmp_path / "U盘", DAY, stop)
    assert names(tmp_path / "U盘") == before == [sent.written[0].file]


def test_what_a_disk_alters_is_not_said_to_be_there(
    tasks: TaskList, forms: list[UnitForm], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "read_back", lambda path: b"other")
    with pytest.raises(Refused, match="读回来不一样"):
        write_forms(tasks, forms, tmp_path, DAY)
    assert names(tmp_path) == []
