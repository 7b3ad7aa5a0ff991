"""Further notices beside an open list, at the keyboard: compared with it, kept beside it, turned between."""

from pathlib import Path

import pytest

from data import sample_notice
from store.file.task_file import TaskFile
from store.importing.new_list import blank_change
from tests.keys import CTRL, DOWN, ENTER, F10, TAB
from tests.tui.screen.pilot import ESC, Clerk, opened, row


@pytest.fixture
def corrected(home: Path) -> Path:
    """The notice of the sample with another figure."""
    path = home / "更正.txt"
    path.write_text(sample_notice().decode().replace("孵化机构40家", "孵化机构50家"), encoding="utf-8")
    return path


@pytest.fixture
def of_2022(home: Path) -> Path:
    """The notice of another year."""
    path = home / "2022.txt"
    path.write_text(sample_notice().decode().replace("2021", "2022"), encoding="utf-8")
    return path


async def read(desk: Clerk, notice: Path) -> None:
    await desk.type(F10 + "导入通知" + ENTER)
    assert desk.title == "选要导入的通知"
    await desk.type(str(notice) + ENTER)


async def test_a_notice_read_again_changes_what_is_accepted(sample: Path, corrected: Path) -> None:
    async with opened(sample) as desk:
        await read(desk, corrected)
        await desk.wait_for("处不同")
        await desk.wait_for("已选")
        count = desk.title.rpartition("已选 ")[2]
        await desk.type(ENTER)
        assert desk.sees(f"已按通知更新清单，采用 {count}，Ctrl")
        assert row(await desk.saved(2), "2").text == "新增省级及以上众创孵化机构50家。"
        await desk.type(CTRL("z"))
        assert row(await desk.saved(3), "2").text == "新增省级及以上众创孵化机构40家。"


async def test_nothing_accepted_changes_nothing(sample: Path, corrected: Path) -> None:
    async with opened(sample) as desk:
        await read(desk, corrected)
        await desk.wait_for("处不同")
        await desk.type(TAB + ENTER)
        assert desk.sees("没有采用，清单没有改动。")
        assert len(desk.titles()) == 1


async def test_the_same_notice_has_nothing_new(sample: Path, home: Path) -> None:
    same = home / "通知.txt"
    same.write_bytes(sample_notice())
    async with opened(sample) as desk:
        await read(desk, same)
        await desk.wait_for("清单与这份通知没有不同。")


async def test_another_notice_is_kept_beside_and_turned_to(sample: Path, of_2022: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "换清单" + ENTER)
        assert desk.sees("本文件只有一份清单；要加一份，请用菜单中的“导入通知”。")
        await desk.type(DOWN + CTRL("e"))
        assert desk.sees("本文件只有一份清单")
        await read(desk, of_2022)
        await desk.wait_for("作为另一份清单存入本文件")
        await desk.type("另一份" + ENTER)
        await desk.wait_for("本文件的另一份清单")
        await desk.type(ENTER)
        await desk.wait_for("现在是：市科技局2022年")
        await desk.type(F10 + "换清单" + ENTER + "2021" + ENTER)
        assert desk.sees("现在是：市科技局2021年")
        await desk.type(CTRL("e"))
        assert desk.sees("现在是：市科技局2022年")
        await desk.type(CTRL("e"))
        assert desk.sees("现在是：市科技局2021年")
        await desk.type(F10 + "换清单" + ENTER + ESC)
        assert len((await desk.saved(2)).tasks.notices) == 2


async def test_the_panes_show_the_list_that_is_shown(sample: Path, home: Path) -> None:
    other = home / "民生.txt"
    other.write_text(
        "2024年民生实事责任分解\n序号\t重点任务\t牵头单位\n1\t新建口袋公园\t区城管局\n2\t改造小区\t区住建局",
        encoding="utf-8",
    )
    async with opened(sample) as desk:
        await read(desk, other)
        await desk.type("另一份" + ENTER)
        await desk.wait_for("本文件的另一份清单")
        await desk.type(ENTER)
        await desk.wait_for(r"现在是：2024年民生实事责任分解（2/2）")
        await desk.wait_for(r"重点任务清单 2024年（2/2） +2 事项 2 任务  核对")
        assert desk.sees("名册 +0 人 2 个单位") and desk.sees("单位   区城管局")
        assert not desk.sees("成果转化处")
        await desk.type(CTRL("e"))
        await desk.wait_for(r"重点任务清单 2021年（1/2） +6 事项 9 任务  核对")
        assert desk.sees("名册 +24 人 15 个单位")
        await desk.type(CTRL("e") + CTRL("e"))
        assert desk.sees(r"重点任务清单 2021年（1/2）")


async def test_another_notice_may_be_compared_or_left(sample: Path, of_2022: Path) -> None:
    async with opened(sample) as desk:
        await read(desk, of_2022)
        await desk.wait_for("作为另一份清单存入本文件")
        await desk.type("比较" + ENTER)
        await desk.wait_for("处不同")
        await desk.type(ESC)
        assert desk.sees("没有采用，清单没有改动。")
        await read(desk, of_2022)
        await desk.wait_for("作为另一份清单存入本文件")
        await desk.type(ESC)
        assert len(desk.titles()) == 1


async def test_a_path_that_is_no_notice_is_refused(sample: Path, home: Path) -> None:
    (home / "坏.docx").write_bytes(b"PK\x03\x04 no document")
    async with opened(sample) as desk:
        await read(desk, home / "没有.txt")
        assert desk.title == "选要导入的通知" and desk.sees("没有这个文件，请核对路径。")
        await desk.type(ESC)
        await read(desk, home / "坏.docx")
        await desk.wait_for("文件已损坏或不是 Word 文档")
        assert desk.title == ""


async def test_a_list_given_as_a_notice_is_offered_as_what_it_is(sample: Path, home: Path) -> None:
    other = home / "另一份.json"
    TaskFile.create(other, blank_change("另一份清单")).close()
    async with opened(sample) as desk:
        await read(desk, other)
        assert desk.title == "“另一份.json”是要点的清单文件"
        await desk.type(ESC)
        assert desk.title == "" and desk.sees("6 事项 9 任务")
        await read(desk, other)
        await desk.type("打开" + ENTER)
        await desk.wait_for("还没有任务，请按 Ctrl\\+N 新增事项")


async def test_a_json_that_is_no_list_is_refused_in_a_sentence(sample: Path, home: Path) -> None:
    (home / "别的.json").write_text('{"甲": 1}', encoding="utf-8")
    async with opened(sample) as desk:
        await read(desk, home / "别的.json")
        assert desk.sees("“别的.json”不是通知，也不是要点的清单")
        assert len(desk.titles()) == 1


async def test_the_whole_way_is_gone_in_one_burst(sample: Path, corrected: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "导入通知" + ENTER + str(corrected) + ENTER + ENTER)
        await desk.wait_for("已按通知更新清单")  # The last Enter waited for the notice to be read.
        assert row(await desk.saved(2), "2").text == "新增省级及以上众创孵化机构50家。"
