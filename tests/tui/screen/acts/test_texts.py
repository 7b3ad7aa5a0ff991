"""Texts and deadlines written in the list where they stand; nothing that was typed is lost without a word."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from store.file.task_file import TaskFile
from store.importing.new_list import blank_change
from tests.keys import CTRL, DELETE, DOWN, END, ENTER, F2, HOME, LEFT, RIGHT, SHIFT_TAB, TAB, UP
from tests.made_before import copied
from tests.tui.screen.pilot import ESC, NARROW, WIDE, lead, opened, row

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
FURTHER = Path(__file__).parents[3] / "fixtures" / "made_by_0_1_0" / "taken_over" / "further_columns.json"
BURST = "推进科技型中小企业培育工作"
"""Thirteen characters, as an input method commits them."""


@pytest.fixture
def without_year(home: Path) -> Path:
    """A list whose year nothing tells."""
    path = home / "新.json"
    TaskFile.create(path, blank_change("工作清单")).close()
    return path


# ---------------------------------------------------------------------- typing on a cell


@PACED
async def test_a_text_and_two_enters_change_one_cell(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        before = len(row(desk.file, "1").text)
        await desk.type(LEFT + "文字" + ENTER + ENTER, paced=paced)
        assert desk.title.startswith("第 2 行"), "the second Enter opens the next row's card"
        await desk.type(ESC)
        file = await desk.saved(2)
        assert [edit.field for edit in file.history[-1].edits] == ["text"]
        assert row(file, "1").text == "文字"
        assert desk.sees(f"原文 {before} 字 → 2 字，Ctrl.Z")
        await desk.type(CTRL("z"))
        assert len(row(await desk.saved(3), "1").text) == before


@PACED
async def test_a_text_and_two_escs_lose_nothing(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        before = row(desk.file, "1").text
        await desk.type(LEFT + "文字" + ESC + ESC, paced=paced)
        assert not desk.sees("Enter 保存")
        assert len((await desk.saved(1)).history) == 1
        await desk.type("推进三项" + ESC + ESC, paced=paced)
        await desk.wait_for("推进三项")
        await desk.type("工作" + ENTER, paced=paced)
        file = await desk.saved(2)
        assert row(file, "1").text == "推进三项工作"
        assert file.history[-1].edits[0].before == before


async def test_the_old_text_stands_over_a_new_one_until_it_is_kept(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + DOWN + "推")
        await desk.wait_for("第 2 行重点任务")
        await desk.wait_for_words("新增省级及以上众创孵化机构40家。")
        assert desk.sees("Enter 保存 +Ctrl.J 换行 +Esc 不改")
        await desk.type("\x7f" + ENTER)
        await desk.wait_for_words("没有改动；要清空请按Delete")
        assert len((await desk.saved(1)).history) == 1


async def test_full_width_signs_begin_a_text_too(sample: Path) -> None:
    signs = ("（", "「", "０")
    async with opened(sample) as desk:
        for number, sign in enumerate(signs):
            await desk.type((LEFT if not number else "") + sign + "一" + ENTER)
        file = await desk.saved(4)
        assert [row(file, name).text for name in ("1", "2", "3.1")] == ["（一", "「一", "０一"]


@PACED
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_a_committed_burst_arrives_whole_in_each_kind_of_cell(
    sample: Path, paced: bool, size: tuple[int, int]
) -> None:
    async with opened(sample, size=size) as desk:
        await desk.type(HOME + BURST + TAB + BURST + TAB, paced=paced)
        file = await desk.saved(3)
        assert file.tasks.items[0].title == BURST
        assert row(file, "1").text == BURST
        await desk.type(BURST, paced=paced)
        await desk.wait_for(BURST)
        await desk.type(ESC + CTRL("u") + BURST, paced=paced)
        await desk.wait_for(f"{BURST} → 看不懂这个时限")


@PACED
async def test_further_columns_take_what_is_typed(tmp_path: Path, paced: bool) -> None:
    async with opened(copied(FURTHER, tmp_path), size=(170, 40)) as desk:
        await desk.type(END + "省级专项" + TAB, paced=paced)
        await desk.type(LEFT + BURST + ENTER, paced=paced)
        file = await desk.saved(10)
        first = row(file, "1")
        assert first.measures == BURST
        assert [(extra.label, extra.text) for extra in first.extras] == [("资金来源", "省级专项")]


# ---------------------------------------------------------------------- its keys


@PACED
async def test_f2_edits_the_old_text_at_its_end_in_three_keys(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + F2 + "补充" + ENTER, paced=paced)
        assert row(await desk.saved(2), "1").text.endswith("。补充")


@PACED
async def test_tab_keeps_and_goes_right_and_shift_tab_left(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + F2 + "一" + TAB + "p" + ENTER, paced=paced)
        file = await desk.saved(3)
        assert row(file, "1").text.endswith("一")
        assert lead(file, "1")[0] == "平台处"
        await desk.type(LEFT + F2 + "二" + SHIFT_TAB + F2 + "三" + ENTER, paced=paced)
        file = await desk.saved(5)
        assert row(file, "2").text.endswith("二")
        assert file.tasks.items[1].title.endswith("三")


async def test_ctrl_j_is_a_new_line_and_f2_neither_keeps_nor_closes(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + F2 + CTRL("j") + "另起一行" + F2 + "," + F2 + ENTER)
        assert row(await desk.saved(2), "1").text.endswith("。\n另起一行,")
        await desk.type(RIGHT + F2 + F2 + "fzc" + ENTER)
        assert lead(await desk.saved(3), "2")[0] == "法制处"


async def test_the_window_of_the_input_method_opens_at_the_caret(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + DOWN * 8 + "推进")
        x, y = desk.app.cursor_position
        line = desk.text.splitlines()[y]
        assert cell_len(line[: line.index("推进")]) + cell_len("推进") == x, "behind what was typed"
        await desk.type("工作")
        assert desk.app.cursor_position == (x + 4, y)


async def test_marked_rows_take_one_text_as_one_change(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + " " + DOWN + " " + CTRL("u") + "年底前")
        await desk.wait_for("第 1、2 行完成时限.所选 2 行.")
        await desk.type(ENTER)
        file = await desk.saved(2)
        assert [row(file, name).deadline for name in ("1", "2", "3.1")] == ["年底前", "年底前", None]


async def test_a_list_that_is_only_looked_at_refuses_the_first_letter(sample: Path) -> None:
    async with opened(sample, read_only=True) as desk:
        await desk.type(LEFT + "推")
        assert desk.sees("是以只读方式打开的，不能修改")
        assert not desk.sees("Enter 保存")


async def test_leaving_with_a_text_half_typed_asks_about_it(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(LEFT + "推进三项" + CTRL("q"))
        await desk.wait_for("文字还没有保存")
        await desk.type(ENTER + ENTER)
        assert row(await desk.saved(2), "1").text == "推进三项"


@PACED
async def test_a_new_row_has_its_text_in_two_keys(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(CTRL("n") + BURST + ENTER, paced=paced)
        assert row(await desk.saved(3), "1.2").text == BURST


# ---------------------------------------------------------------------- deadlines


@PACED
async def test_a_deadline_is_written_from_any_cell_and_the_cursor_stays(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(DOWN + CTRL("u") + "６月底前", paced=paced)
        await desk.wait_for("6月底前 → 2021-06-30")
        await desk.type(ENTER + "fzc" + ENTER, paced=paced)
        file = await desk.saved(3)
        assert lead(file, "2")[0] == "法制处"
        assert row(file, "2").deadline == "6月底前"
        await desk.type(UP + CTRL("u") + "每季度" + ENTER, paced=paced)
        assert row(await desk.saved(4), "2").deadline == "每季度"
        await desk.type(CTRL("u") + DELETE + ENTER, paced=paced)
        assert row(await desk.saved(5), "2").deadline is None


async def test_a_deadline_that_is_not_understood_is_kept_only_when_told_so(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(CTRL("u") + "下周五")
        await desk.wait_for("看不懂这个时限")
        await desk.type(ENTER + ENTER)
        await desk.wait_for("下周五 → 看不懂这个时限")
        assert len((await desk.saved(1)).history) == 1
        await desk.type(ENTER + DOWN + ENTER)
        assert row(await desk.saved(2), "1").deadline == "下周五"


async def test_the_year_is_asked_once_where_nothing_tells_it(without_year: Path) -> None:
    async with opened(without_year) as desk:
        await desk.type(CTRL("b") + "一、事项" + ENTER + "任务" + ENTER)
        await desk.type(CTRL("u") + "6月底前")
        await desk.wait_for("06-30")
        await desk.type(ENTER)
        await desk.wait_for("这份清单是哪一年的")
        await desk.type(CTRL("u") + "2026" + ENTER)
        assert row(await desk.saved(4), "1").deadline == "6月底前"
        await desk.type(CTRL("u") + "9月底前")
        await desk.wait_for("9月底前 → 2026-09-30")
        await desk.type(ENTER)
        assert (await desk.saved(5)).tasks.notice.year == "2026"
