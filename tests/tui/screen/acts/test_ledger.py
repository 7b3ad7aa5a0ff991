"""The ledger at the keyboard: turning to it, its periods, entering what units report, sending back."""

import re
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.records.changes import Change, created
from store.records.closing import Closing, closing_key
from store.records.report import Report, report_key
from tests.keys import CTRL, DOWN, END, ENTER, F2, F8, F10, LEFT, RIGHT, TAB, UP
from tests.tui.screen.ledger_list import at_ledger, make_ledger, unit_named
from tests.tui.screen.pilot import ESC, NARROW, Clerk, opened


@pytest.fixture
def ledger(sample: Path) -> Path:
    make_ledger(sample)
    return sample


def report(file: TaskFile, row: str, unit: str, period: str = "2021-10") -> Report | None:
    """What a unit reported of a row for a period."""
    (key,) = file.tasks.rows_named(row)
    return file.tasks.find(Report, report_key(key, unit_named(file.tasks, row, unit), period))


def line_with(desk: Clerk, words: str) -> str:
    return next(line for line in desk.text.splitlines() if words in line)


# ---------------------------------------------------------------------- the view


async def test_a_list_without_a_ledger_is_turned_past_it(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F8)
        assert desk.sees("方阵（单位）") and not desk.sees("台账")


async def test_f8_leads_to_the_ledger_of_the_period_and_on_to_the_matrix(ledger: Path) -> None:
    async with at_ledger(ledger) as desk:
        await desk.type(DOWN + F8)
        assert desk.sees("台账 2021年10月 +6 事项 9 任务")
        head = line_with(desk, "本期进展").split()
        expected = "重点任务 牵头单位 完成时限 状态 本期进展 存在问题 下一步 完成值/目标 应报/已报"
        assert head == expected.split()
        await desk.type(F8)
        assert desk.sees("方阵（单位）")
        await desk.type(F8 * 2)
        assert desk.sees("重点任务清单")
        await desk.type("gh")
        assert desk.sees("第 2 行牵头单位[^:]"), "the cursor is where it was"


async def test_a_row_says_how_it_stands_and_what_was_reported(ledger: Path) -> None:
    async with at_ledger(ledger) as desk:
        await desk.type(F8)
        first = line_with(desk, "▌1 ")
        assert re.search("9月底前 +●逾期 ", first)
        assert first.rstrip().endswith("1/0 待报")
        assert re.search(r"10月24日前 +●红临期·落", line_with(desk, "10月24日前"))
        assert desk.sees("18/40家"), "the last value stands until another is reported"
        assert not desk.sees("新认定三家")
        await desk.type("[")
        assert desk.sees("台账 2021年9月")
        second = line_with(desk, "10月24日前")
        assert "新认定三家" in second and "用地紧张" in second and "组织评审" in second
        assert second.rstrip().endswith("1/1 按时")
        assert re.search("1/0 ●未报", line_with(desk, "9月底前"))


async def test_several_units_have_a_line_each(ledger: Path) -> None:
    async with at_ledger(ledger) as desk:
        await desk.type(F8 + "[")
        assert (
            desk.sees("法制处：窗口已$|法制处：窗口已 ")
            and desk.sees("转化中心：已派…")
            and desk.sees("2/2 按时")
        )


async def test_periods_go_on_and_back_and_are_gone_to_by_name(ledger: Path) -> None:
    async with at_ledger(ledger) as desk:
        await desk.type(F8 + "]" + "[" * 3)
        assert desk.sees("台账 2021年8月")
        await desk.type("】")
        assert desk.sees("台账 2021年9月"), "what an input method makes of the key"
        await desk.type(F10 + "看哪一期" + ENTER + CTRL("a") + "十月" + ENTER)
        assert desk.sees("不是报送期")
        await desk.type(CTRL("a") + "2021Q3" + ENTER)
        assert desk.sees("台账 2021年第三季度")


async def test_esc_goes_back_to_the_list_after_the_marks(ledger: Path) -> None:
    async with at_ledger(ledger) as desk:
        await desk.type(F8 + " " + DOWN + " ")
        assert desk.sees("已选 2 行")
        await desk.type(ESC)
        assert desk.sees("台账") and not desk.sees("已选")
        await desk.type(ESC)
        assert desk.sees("重点任务清单")


async def test_cells_of_the_list_are_changed_as_in_the_list(ledger: Path) -> None:
    async with at_ledger(ledger) as desk:
        await desk.type(F8 + LEFT * 3 + "ptc" + ENTER)
        assert (await desk.saved(3)).history[-1].title.startswith("第 1 行牵头单位")
        assert desk.sees("台账 2021年10月")
        await desk.type(UP + RIGHT * 2 + ENTER)
        assert desk.title.startswith("第 1 行"), "a state opens the card"


# ---------------------------------------------------------------------- reports


@pytest.mark.parametrize("paced", [False, True])
async def test_a_report_is_its_text_and_enter(ledger: Path, paced: bool) -> None:
    async with at_ledger(ledger) as desk:
        await desk.type(F8 + "已报送方案。" + ENTER, paced=paced)
        file = await desk.saved(3)
        made = report(file, "1", "成果处")
        assert made
        assert (made.done, made.word, made.received_on) == ("已报送方案。", "under_way", "2021-10-20")
        assert made.due_on == "2021-10-25"
        assert desk.sees("第 1 行2021年10月进展：成果处")
        assert desk.sees(r"▌2 "), "the next row is to come"
        assert "已报送方案。" in line_with(desk, "9月底前")
        await desk.type("第二行" + ENTER, paced=paced)
        made = report(await desk.saved(4), "2", "平台处")
        assert made and made.done == "第二行"


async def test_the_last_text_stands_above_and_is_taken_over(ledger: Path) -> None:
    async with at_ledger(ledger) as desk:
        await desk.type(F8 + DOWN + ENTER)
        assert desk.title == "第 2 行2021年10月进展 应报 2021-10-25"
        assert desk.sees("上期（2021年9月）推进中  新认定三家机构。")
        await desk.type(CTRL("d") + "又二家。" + ENTER)
        made = report(await desk.saved(3), "2", "平台处")
        assert made
        assert made.done == "新认定三家机构。又二家。"
        assert (made.problem, made.next_step) == ("用地紧张", "组织评审")
        assert made.values == (), "figures are never taken over"


async def test_each_field_is_written_and_read_back(ledger: Path) -> None:
    async with at_ledger(ledger) as desk:
        keys = ["做了", "缺地", "评审", "25", "62.5", "徐涛", "10-18", "王小明", "电话"]
        await desk.type(F8 + DOWN + ENTER + UP + RIGHT + DOWN)
        await desk.type(TAB.join(keys[:6]) + TAB + CTRL("a") + TAB.join(keys[6:]) + ENTER)
        made = report(await desk.saved(3), "2", "平台处")
        assert made
        assert (made.word, made.done, made.problem, made.next_step) == ("completed", "做了", "缺地", "评审")
        assert ([one.value for one in made.values], made.share) == (["25"], "62.5")
        assert (made.signed_by, made.received_on) == ("徐涛", "2021-10-18")
        assert (made.reporter, made.source) == ("王小明", "电话")
        await desk.type(UP + ENTER)
        assert all(desk.sees(words) for words in ("缺地", "62.5", "徐涛", "2021-10-18", "王小明", "电话"))
        await desk.type(ENTER)
        assert desk.sees("没有变化")


async def test_typing_in_another_column_begins_that_field(ledger: Path) -> None:
    async with at_ledger(ledger) as desk:
        await desk.type(F8 + DOWN + RIGHT + "缺人" + ENTER)
        made = report(await desk.saved(3), "2", "平台处")
        assert made and (made.done, made.problem) == ("", "缺人")
        await desk.type(UP + RIGHT * 2 + "20" + ENTER)
        made = report(await desk.saved(4), "2", "平台处")
        assert made and [one.value for one in made.values] == ["20"]
        assert desk.sees("20/40家")


async def test_what_is_refused_is_said_and_nothing_is_lost(ledger: Path) -> None:
    async with at_ledger(ledger) as desk:
        await desk.type(F8 + DOWN + ENTER * 2)
        assert desk.sees("还没有写内容，请写进展情况，或另选状况。")
        await desk.type("做了" + TAB * 3 + "很多" + ENTER)
        assert desk.sees("完成值要写数字，不能写“很多”") and desk.sees("做了")
        await desk.type(CTRL("a") + "12" + TAB * 3 + CTRL("a") + "2022-01-01" + ENTER)
        assert desk.sees("收到日期 2022-01-01 还没有到，请核对。")
        await desk.type(ESC)
        assert desk.title.startswith("文字还没有保存")
        await desk.type(ESC + CTRL("a") + "昨天后" + ENTER)
        assert desk.title.startswith("第 2 行"), "no day is named"
        await desk.type(ESC + DOWN + ENTER)
        assert len(TaskFile.open(ledger, read_only=True).history) == 2


async def test_the_unit_is_that_which_has_not_reported_and_may_be_another(ledger: Path) -> None:
    async with at_ledger(ledger) as desk:
        await desk.type(F8 + DOWN * 5 + "甲" + ENTER)
        assert report(await desk.saved(3), "3.4", "法制处")
        assert desk.sees(r"▌3.4 "), "its other unit is to come"
        await desk.type("乙" + ENTER)
        made = report(await desk.saved(4), "3.4", "转化中心")
        assert made and made.done == "乙"
        await desk.type(UP + ENTER + UP * 2)
        assert desk.sees("单位 +◂ 法制处 ▸") and desk.sees("上期（2021年9月）推进中  窗口已设。")
        await desk.type(RIGHT)
        assert desk.sees("单位 +◂ 转化中心 ▸") and desk.sees("已派专人。")
        await desk.type(DOWN * 2 + "丙" + UP * 2 + RIGHT)
        assert desk.sees("已写的内容还没有保存") and desk.sees("◂ 转化中心 ▸")


async def test_marked_rows_get_one_text_as_one_change(ledger: Path) -> None:
    async with at_ledger(ledger) as desk:
        await desk.type(F8 + DOWN * 2 + " " + DOWN + " " + DOWN + " " + "都在推进。" + ENTER)
        file = await desk.saved(3)
        reports = [report(file, row, "法制处") for row in ("3.1", "3.2", "3.3")]
        assert [one.done for one in reports if one] == ["都在推进。"] * 3
        assert desk.sees("已选 3 行"), "they stay for the next act"
        await desk.type(CTRL("z"))
        file = await desk.saved(4)
        assert [report(file, row, "法制处") for row in ("3.1", "3.2", "3.3")] == [None] * 3


async def test_marked_rows_without_a_unit_in_common_are_refused(ledger: Path) -> None:
    async with at_ledger(ledger) as desk:
        await desk.type(F8 + " " + DOWN + " " + "甲")
        assert desk.sees("所选各行没有共同的单位，请分开登记。")


async def test_a_row_whose_units_nobody_knows_says_so(ledger: Path) -> None:
    async with at_ledger(ledger) as desk:
        await desk.type(F8 + DOWN * 8 + ENTER)
        assert desk.sees("第 6 行还没有可以报送的单位，请先写明牵头单位，或定下统称所含的单位。")


async def test_a_closed_row_is_refused_before_anything_is_typed(ledger: Path) -> None:
    with TaskFile.open(ledger) as file:
        (row,) = file.tasks.rows_named("1")
        closed = Closing(closing_key(row, 1), row, approved_by="徐涛", approved_on="2021-10-19")
        file.commit(Change("销号", (created(closed),)))
    async with at_ledger(ledger) as desk:
        await desk.type(F8)
        assert line_with(desk, "▌1 ").endswith("✓已销号")
        await desk.type("又做了")
        assert desk.sees("已于 2021-10-19 销号（徐涛批准），要改请先恢复。") and not desk.title
        await desk.type(" " + DOWN + " " + ENTER + "只有第二行" + ENTER)
        file = await desk.saved(4)
        made = report(file, "2", "平台处")
        assert made and made.done == "只有第二行" and report(file, "1", "成果处") is None


async def test_a_report_is_sent_back_and_comes_again(ledger: Path) -> None:
    async with at_ledger(ledger) as desk:
        await desk.type(F8 + "太短" + ENTER + UP + ENTER + CTRL("r") + "请写明方案" + ENTER)
        made = report(await desk.saved(4), "1", "成果处")
        assert made and (made.returned_on, made.returned_why) == ("2021-10-20", "请写明方案")
        assert desk.sees("〔退回〕太短")
        await desk.type(ENTER + "，已补" + ENTER)
        made = report(await desk.saved(5), "1", "成果处")
        assert made and (made.returned_on, made.done) == (None, "太短，已补")


async def test_the_menu_sends_back_and_reports_from_the_list_too(ledger: Path) -> None:
    async with at_ledger(ledger) as desk:
        await desk.type(DOWN + F10 + "登记进展" + ENTER + "从清单" + ENTER)
        made = report(await desk.saved(3), "2", "平台处")
        assert made and made.done == "从清单"
        await desk.type(UP + F10 + "退回" + ENTER + "不全" + ENTER)
        made = report(await desk.saved(4), "2", "平台处")
        assert made and made.returned_why == "不全"
        await desk.type(UP + F10 + "退回" + ENTER)
        assert desk.sees("第 1 行还没有报2021年10月的进展，不能退回。")


async def test_in_a_small_window_columns_are_gone_to(ledger: Path) -> None:
    async with at_ledger(ledger, size=NARROW) as desk:
        await desk.type(F8 + END)
        assert desk.sees("应/已报") and desk.sees("待报") and desk.sees("▌1 ")
        await desk.type(F2)
        assert desk.title.startswith("第 1 行2021年10月进展") and desk.sees("Esc 不改")


async def test_in_the_smallest_window_the_period_is_read_whole(ledger: Path) -> None:
    async with at_ledger(ledger, size=(40, 12)) as desk:
        await desk.type(F8)
        assert desk.sees("台账 2021年10月 ")
