"""One person after another, at the keyboard."""

from pathlib import Path

import pytest

from store.records.person import RosterEntry
from tests.journeys.conftest import PACED, Saved, Start
from tests.journeys.hands import on_disk, ready, send
from tests.journeys.people import SIZES, participants, roster
from tests.keys import CTRL, DOWN, ENTER, ESC, F3, F10

pytestmark = pytest.mark.slow  # The Pilot tests of these acts run in `make test`.


@SIZES
@PACED
def test_wang_is_replaced_by_a_new_person(
    start: Start, sample: Path, size: tuple[int, int], paced: bool
) -> None:
    terminal = ready(start(sample, size=size))
    before = roster(sample)
    keys = (
        F3
        + "王建平"
        + ENTER
        + F10
        + "人员接替"
        + ENTER
        + "新增"
        + ENTER
        + "李明"
        + ENTER
        + ENTER
        + ENTER
        + "任免通知"
        + ENTER
    )
    send(terminal, keys, paced)
    terminal.wait_for("没有一行要改动")
    terminal.wait_for("通知的办公室主任：王建平 → 李明")
    terminal.write(ENTER)
    on_disk(terminal, 2)
    assert roster(sample) == [name if name != "王建平" else "李明" for name in before]
    saved = Saved(sample).file
    assert saved.history[1].basis == "任免通知"
    left = [entry for entry in saved.tasks.entries if entry.left_on]
    assert [saved.tasks.person_name(entry.person) for entry in left] == ["王建平"]
    terminal.write(CTRL("z"))
    terminal.wait_for("撤销：人员接替")
    on_disk(terminal, 3)
    assert roster(sample) == before


def test_a_leader_hands_all_his_rows_to_his_successor(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    # The card: eight fields, then 人员接替.
    terminal.write(
        F3
        + "胡军"
        + ENTER
        + ENTER
        + DOWN * 8
        + ENTER
        + "新增"
        + ENTER
        + "钱进"
        + ENTER
        + ENTER
        + ENTER
        + ENTER
    )
    terminal.wait_for("共 6 行")
    terminal.write(ENTER)
    on_disk(terminal, 2)
    assert Saved(sample).lead("3.4") == ("法制处 转化中心", "徐涛 钱进")
    assert participants(sample, "4")[1] == "钱进 刘红 赵峰"


@pytest.mark.slow
def test_one_whom_rows_name_cannot_just_leave(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "胡军" + ENTER + ENTER + DOWN * 5 + ENTER + "2021-06-01" + ENTER)
    terminal.wait_for("仍由胡军分管。请用“人员接替”")
    terminal.write(ESC + ENTER)
    assert len(Saved(sample).titles) == 1
    tasks = Saved(sample).file.tasks
    assert all(entry.left_on is None for entry in tasks.all_of(RosterEntry))
