"""Printing from the screen: what is offered first, the file that comes out, and opening it."""

from pathlib import Path

from tests.keys import CTRL, DOWN, ENTER, F2, F3, F6, F7, F9, F10, RIGHT, TAB
from tests.tui.paper.reading import docx_tables
from tests.tui.screen.pilot import ESC, opened

ROOMY = (200, 40)
"""A screen on which the sentence that names a long path is not cut."""


async def test_the_list_is_printed_and_the_print_is_recorded(sample: Path, home: Path) -> None:
    async with opened(sample, size=ROOMY) as desk:
        await desk.type(F9)
        await desk.wait_for("打印")
        await desk.wait_for("重点任务清单")
        await desk.type(ENTER)
        await desk.wait_for_words("菜单“打开打印件”可打开它。")
        (printed,) = list(home.rglob("*.docx"))
        assert printed.stat().st_size
        assert len((await desk.saved(2)).history) == 2


async def test_of_a_unit_under_the_cursor_its_own_sheet_is_offered(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "成果转化处" + ENTER + CTRL("p"))
        await desk.wait_for("分解单")
        await desk.wait_for("成果转化处")
        await desk.type(ESC)
        assert desk.title == ""


async def test_the_contacts_are_printed_with_the_phone_from_the_card(sample: Path, home: Path) -> None:
    async with opened(sample, size=ROOMY) as desk:
        await desk.type(F3 + "胡军" + ENTER + F2 + DOWN * 6 + ENTER + "65692100" + ENTER)
        await desk.saved(2)
        await desk.type(F9 + F2 + "通讯录" + ENTER)
        await desk.wait_for("65692100")
        await desk.type(ENTER)
        await desk.wait_for_words("菜单“打开打印件”可打开它。")
        (printed,) = list(home.rglob("*联络员通讯录.docx"))
        (table,) = docx_tables(printed.read_bytes())
        assert [text for text, *_ in table.values()].count("65692100") == 1


async def test_a_window_that_looks_prints_and_records_nothing(sample: Path) -> None:
    async with opened(sample, read_only=True) as desk:
        await desk.type(F9)
        await desk.wait_for("重点任务清单")
        await desk.type(ENTER)
        await desk.wait_for("已保存到")
        assert len(desk.titles()) == 1


async def test_opening_what_was_printed_says_where_nothing_can_open_it(sample: Path) -> None:
    async with opened(sample, size=ROOMY) as desk:
        await desk.type(F10 + "打开打印件" + ENTER)
        assert desk.sees("这次还没有打印过，请先按 F9。")
        await desk.type(F9)
        await desk.wait_for("重点任务清单")
        await desk.type(ENTER)
        await desk.wait_for_words("菜单“打开打印件”可打开它。")
        await desk.type(F10 + "打开打印件" + ENTER)
        await desk.wait_for("这里没有桌面可以打开文件，请自行打开|已请桌面打开")


TO_HANDOVER = (
    F10 + "分工调整" + ENTER + "hujun" + ENTER + "zhaofeng" + ENTER + " " + ENTER + ENTER + ENTER + ENTER
)
"""Of his units that are marked the first one is let go: the other is asked about in no row."""


async def test_after_a_handover_its_list_is_offered_and_afterwards_from_the_history(
    sample: Path, home: Path
) -> None:
    async with opened(sample, size=ROOMY) as desk:
        await desk.type(TO_HANDOVER)
        await desk.wait_for("按 F9 打印移交清单")
        await desk.saved(2)
        await desk.type(F9)
        await desk.wait_for("重点任务移交清单")
        await desk.wait_for("转化中心由胡军移交赵峰")
        await desk.type(ENTER)
        await desk.wait_for_words("菜单“打开打印件”可打开它。")
        (printed,) = list(home.rglob("*.docx"))
        assert "移交清单" in printed.name
        await desk.type(F9)
        await desk.wait_for("任务清单")
        assert not desk.sees("移交清单")
        await desk.type(ESC + F7 + TAB + F9)
        await desk.wait_for("这次变更没有移交分管")
        await desk.type(DOWN + F9)
        await desk.wait_for("重点任务移交清单")


async def test_what_was_chosen_becomes_a_template_for_the_next_print(sample: Path, home: Path) -> None:
    async with opened(sample, size=ROOMY) as desk:
        await desk.type(F9)
        await desk.wait_for("任务清单")
        await desk.type(F6 + DOWN + RIGHT * 2)
        await desk.type(CTRL("s") + "局发" + ENTER)
        await desk.wait_for_words("已存为模板“局发”，以后可在“模板”一项选用。")
        await desk.type(ENTER)
        await desk.wait_for_words("菜单“打开打印件”可打开它。")
        file = await desk.saved(3)
        assert file.history[1].title == "存打印模板“局发”"
        await desk.type(F9 + F6)
        await desk.wait_for("模板 +◂ 局发")
        await desk.wait_for("方向 +◂ 竖版横排")
        await desk.type(ESC + CTRL("z"))
        assert (await desk.saved(4)).history[3].title.startswith("撤销")
        await desk.type(F9 + F6)
        await desk.wait_for("不用")


async def test_a_list_that_is_only_looked_at_keeps_no_template(sample: Path) -> None:
    async with opened(sample, read_only=True) as desk:
        await desk.type(F9)
        await desk.wait_for("重点任务清单")
        await desk.type(CTRL("s"))
        await desk.wait_for("只能查看，不能存模板")
