"""The daily act: who answers for a row, changed in a few keys."""

import base64
import re
from pathlib import Path

import pytest

from store.words.blocks import block_of
from tests.journeys.conftest import PACED, Launch, Saved, Start
from tests.journeys.hands import ready
from tests.keys import CTRL, DOWN, ENTER, ESC, F5, LEFT, RIGHT, SHIFT_DOWN, TAB, paste


@PACED
def test_four_keys_give_a_joined_cell_a_new_lead(launch: Launch, sample: Path, paced: bool) -> None:
    terminal = ready(launch(sample))
    keys = DOWN + DOWN + "ptc" + ENTER
    (terminal.type if paced else terminal.write)(keys)
    terminal.wait_for("第 3.1–3.3 行牵头单位：法制处 → 平台处；分管领导：徐涛 → 刘红")
    saved = Saved(sample)
    assert [saved.lead(row) for row in ("3.1", "3.2", "3.3")] == [("平台处", "刘红")] * 3
    assert saved.lead("3.4") == ("法制处 转化中心", "徐涛 胡军")
    assert len(saved.titles) == 2
    terminal.write(CTRL("z"))
    terminal.wait_for("撤销：第 3.1–3.3 行牵头单位")
    assert [Saved(sample).lead(row) for row in ("3.1", "3.2", "3.3")] == [("法制处", "徐涛")] * 3
    terminal.write(CTRL("y"))
    terminal.wait_for("重做：")
    assert Saved(sample).lead("3.2") == ("平台处", "刘红")


def test_the_change_is_there_after_the_program_was_closed(launch: Launch, sample: Path) -> None:
    terminal = ready(launch(sample))
    terminal.write("ptc" + ENTER + CTRL("q"))
    assert terminal.exit_code() == 0
    again = launch(sample)
    again.wait_for("变更 2")
    again.wait_for("一、实施科技.* 平台处 +刘红")


@pytest.mark.slow
@PACED
def test_tab_narrows_a_joined_cell_to_the_row_the_cursor_came_from(
    start: Start, sample: Path, paced: bool
) -> None:
    terminal = ready(start(sample))
    # Over the text column to row 3.2, then right onto the cell that covers three rows.
    keys = LEFT + DOWN * 3 + RIGHT + "ptc" + TAB + ENTER
    (terminal.type if paced else terminal.write)(keys)
    terminal.wait_for("第 3.2 行牵头单位：法制处 → 平台处；分管领导：徐涛 → 刘红")
    saved = Saved(sample)
    assert [saved.lead(row) for row in ("3.1", "3.2", "3.3")] == [
        ("法制处", "徐涛"),
        ("平台处", "刘红"),
        ("法制处", "徐涛"),
    ]
    # In rows 3.1, 3.3, 3.4 and 5; joined again, 3.3 shows it no more.
    assert len(re.findall("法制处 +徐涛", terminal.text)) == 4
    assert re.search(r"2\.加快电子证照共享\S* +平台处 +刘红", terminal.text)
    terminal.write(CTRL("z"))
    terminal.wait_gone("2\\.加快电子证照共享\\S* +平台处")
    assert len(re.findall("法制处 +徐涛", terminal.text)) == 3


@pytest.mark.slow
def test_before_enter_the_picker_shows_what_will_happen(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(DOWN + DOWN + "ptc")
    terminal.wait_for("第 3.1–3.3 行牵头单位（3 行）")
    terminal.wait_for("法制处 → 平台处")
    terminal.wait_for("分管领导：徐涛 → 刘红")
    terminal.write(ESC)
    terminal.wait_gone("Enter 确定")
    assert len(Saved(sample).titles) == 1


_SLOW = pytest.mark.slow


@pytest.mark.parametrize(
    "typed", ["cgc", "转化处", pytest.param("成果", marks=_SLOW), pytest.param("chengguo", marks=_SLOW)]
)
def test_units_are_found_by_characters_pinyin_and_initials(start: Start, sample: Path, typed: str) -> None:
    terminal = ready(start(sample))
    terminal.write(DOWN + typed)
    terminal.wait_for("平台处 → 成果处")
    terminal.write(ENTER)
    terminal.wait_for("第 2 行牵头单位：平台处 → 成果处；分管领导：刘红 → 胡军")
    assert Saved(sample).lead("2") == ("成果处", "胡军")


@pytest.mark.slow
def test_where_a_pair_is_open_the_leaders_stay_and_the_row_keeps_the_question(
    start: Start, sample: Path
) -> None:
    terminal = ready(start(sample))
    terminal.write("gxc")
    terminal.wait_for("高新处的分管领导未定")
    terminal.write(ENTER)
    terminal.wait_for("成果处 → 高新处；高新处的分管领导未定，分管领导不变")
    saved = Saved(sample)
    assert saved.lead("1") == ("高新处", "胡军")
    assert saved.row("1").doubt("lead")
    terminal.write(F5)
    terminal.wait_for("· 4 待定$")


@pytest.mark.slow
def test_space_marks_several_units(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(ENTER)
    terminal.wait_for("第 1 行牵头单位[^:]")
    terminal.write("ptc" + " " + ENTER)
    terminal.wait_for("第 1 行牵头单位：\\+平台处；分管领导：\\+刘红")
    assert Saved(sample).lead("1") == ("成果处 平台处", "胡军 刘红")


@pytest.mark.slow
def test_a_leader_cell_offers_the_roster(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(RIGHT + "wzx" + ENTER + RIGHT + ENTER)
    terminal.wait_for("第 1 行牵头单位的分管领导：胡军 → 王振旭")
    assert Saved(sample).lead("1") == ("成果处", "王振旭")


@pytest.mark.slow
def test_enter_on_a_cell_left_as_it_is_records_nothing(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(ENTER + ENTER)
    terminal.wait_for("没有变化")
    assert len(Saved(sample).titles) == 1


def test_cells_are_copied_pasted_filled_down_and_cleared_as_in_a_table(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(CTRL("c") + DOWN + CTRL("v"))
    terminal.wait_for("第 2 行牵头单位：平台处 → 成果处")
    terminal.write(DOWN + DOWN + CTRL("d"))
    terminal.wait_for("第 3.4 行牵头单位：-转化中心；分管领导：-胡军")
    terminal.write("\x1b[3~")
    # Filled alike, 3.4 stays a cell of its own: cells that merely say the same do not join.
    terminal.wait_for("第 3.4 行牵头单位：法制处 → （空）")
    assert Saved(sample).lead("3.3") == ("法制处", "徐涛")
    assert Saved(sample).lead("3.4") == ("", "")
    assert Saved(sample).lead("2") == ("成果处", "胡军")


def test_a_block_from_wps_is_pasted_and_marked_rows_go_back_to_it(launch: Launch, sample: Path) -> None:
    terminal = ready(launch(sample))
    terminal.write(paste('法制处、转化中心\t徐涛\r县发改局\t胡军\r"平台处\n成果处"\t刘红\r'))
    terminal.wait_for("改动 5 行 6 处。1 个名称清单中没有，作为待定写入：县发改局")
    terminal.write(ENTER)
    terminal.wait_for("转化中心、成果处由胡军分管，改后没有他")
    terminal.write(RIGHT + ENTER)
    terminal.wait_for("粘贴：第 1、2、3.1–3.3 行 6 处")
    saved = Saved(sample)
    assert saved.lead("1") == ("法制处 转化中心", "徐涛")
    assert saved.lead("2") == ("县发改局", "胡军")
    assert [saved.lead(row) for row in ("3.1", "3.3")] == [("平台处 成果处", "刘红")] * 2
    assert len(saved.titles) == 2
    terminal.write(SHIFT_DOWN + CTRL("c"))
    terminal.wait_for("已复制 2 行")
    (given,) = re.findall(rb"\x1b]52;c;([^\x07\x1b]+)", bytes(terminal.output))
    lines = block_of(base64.b64decode(given).decode())
    assert [line[2:4] for line in lines] == [("法制处、转化中心", "徐涛"), ("县发改局", "胡军")]
