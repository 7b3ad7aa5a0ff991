"""The print dialog: the sheet as it will be, and what it says where there is none."""

import re
from pathlib import Path

import pytest

from store.history.earlier import State
from store.machine.settings import Settings, load_settings
from tests.keys import BACKSPACE, CTRL, DOWN, END, ENTER, ESC, F2, F6, F9, LEFT, PAGE_DOWN, RIGHT, UP
from tests.tui.paper.font import FONT_FILES
from tests.tui.screen.pilot import opened
from tui.paper import PageSetup, Sheet, making
from tui.paper.job import Job
from tui.paper.making import sheets_for


@pytest.fixture
def paper_settings(home: Path) -> Path:
    """Settings that name the tests' letters, and a bureau."""
    path = home / "config" / "yaodian" / "settings.toml"
    path.parent.mkdir(parents=True)
    lines = ["[paper]", 'bureau = "武汉市科学技术局"', "[paper.font_files]"]
    lines += [f'{role} = "{file}"' for role, file in FONT_FILES.items()]
    path.write_text("\n".join(lines), "utf-8")
    return path


async def test_the_settings_are_read_once_a_print(
    sample: Path, paper_settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[Settings] = []

    def counted() -> Settings:
        reads.append(load_settings())
        return reads[-1]

    monkeypatch.setattr("tui.paper.setup.load_settings", counted)
    async with opened(sample) as desk:
        await desk.type(F9)
        await desk.wait_for("武汉市科学技术局")
        await desk.type(ENTER)
        await desk.wait_for("已保存到")
        (settings,) = reads
        assert settings.paper.said["bureau"] == "武汉市科学技术局"


async def test_the_sheet_is_made_anew_only_for_a_choice_that_changes_it(
    sample: Path, paper_settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Job] = []

    def counted(job: Job, state: State, page: PageSetup) -> list[Sheet]:
        made.append(job)
        return sheets_for(job, state, page)

    monkeypatch.setattr(making, "sheets_for", counted)
    async with opened(sample) as desk:
        await desk.type(F9)
        await desk.wait_for("武汉市科学技术局")
        await desk.type(DOWN * 2 + RIGHT)
        await desk.wait_for(r"示例\.(?!docx)")
        await desk.type(UP * 2 + RIGHT)
        await desk.until(lambda: len(made) == 2)
    assert made[0].kind != made[1].kind


async def test_a_wrong_entry_of_the_settings_is_named_in_the_dialog(
    sample: Path, paper_settings: Path
) -> None:
    paper_settings.write_text("[paper]\nsize = 100\nbureau = '武汉市科学技术局'\n", "utf-8")
    async with opened(sample) as desk:
        await desk.type(F9)
        await desk.wait_for("武汉市科学技术局")
        said = re.sub(r"[\s│]", "", desk.text)
        assert "第2行的paper.size应为6至22的数" in said


async def test_the_file_is_chosen_from_a_list(sample: Path, home: Path) -> None:
    (home / "送审").mkdir()
    async with opened(sample) as desk:
        await desk.type(F9 + DOWN * 4 + F2)
        assert desk.title == "打印存到" and desk.sees("送审/")
        while not desk.sees("▌送审/"):  # State and backups may have folders there by now, or not.
            await desk.type(DOWN)
        await desk.type(ENTER)
        await desk.wait_for(r"/送审\s*\n")
        await desk.type(ENTER)
        assert desk.title == "打印"
        await desk.type(ENTER)
        await desk.wait_for("已保存到")
    assert [path.name for path in (home / "送审").iterdir()] == ["示例.docx"]


async def test_on_a_low_screen_the_sheet_takes_the_room_of_the_fields(sample: Path) -> None:
    async with opened(sample, size=(40, 12)) as desk:
        await desk.type(F9)
        await desk.wait_for("存成文件")
        assert not desk.sees("重点任务清单")
        await desk.type(PAGE_DOWN)
        assert desk.sees("附件2") and desk.sees("重点任务") and not desk.sees("存成文件")
        await desk.type(PAGE_DOWN)
        await desk.wait_for("三权")
        await desk.type(DOWN)
        assert desk.sees("存成文件") and desk.sees("Enter 打印")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_the_page_is_chosen_in_a_second_group_of_fields(sample: Path, size: tuple[int, int]) -> None:
    async with opened(sample, size=size) as desk:
        await desk.type(F9)
        await desk.wait_for("存成文件")
        await desk.type(F6)
        assert desk.sees("方向") and desk.sees("横版") and not desk.sees("存成文件")
        await desk.type(DOWN + RIGHT)
        assert desk.sees("竖版")
        await desk.type(F6)
        assert desk.sees("存成文件") and desk.sees("任务清单")


async def test_what_is_chosen_stands_on_paper_and_is_remembered_for_the_sheet(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F9 + DOWN * 2 + LEFT + F6 + DOWN * 2 + F2 + "7" + ENTER)
        assert desk.sees("起始页码") and desk.sees("◂ 7 ▸")
        await desk.type(ENTER)
        await desk.wait_for("已保存到")
        assert "— 7 —" in sample.with_suffix(".txt").read_text("utf-8")
    async with opened(sample) as desk:
        await desk.type(F9 + F6)
        await desk.wait_for("◂ 7 ▸")
        await desk.type(F6 + RIGHT + F6)
        assert desk.sees("◂ 1 ▸"), "another sheet has its own"


async def test_a_name_that_promises_another_format_is_asked_about(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F9)
        await desk.wait_for("存成文件")
        await desk.type(DOWN * 4 + END + BACKSPACE * 4 + "txt" + ENTER)
        await desk.wait_for("宜改为")
        assert not list(sample.parent.glob("*.txt"))
        await desk.type(ENTER)
        await desk.wait_for("已保存到")
        assert [path.name for path in sample.parent.glob("*.txt")] == ["示例.txt"]


async def test_letters_that_are_not_here_are_said_for_the_format_before_it_is_printed(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.paper.lacking.names_here", lambda: frozenset(["宋体"]))
    async with opened(sample) as desk:
        await desk.type(F9)
        await desk.wait_for("缺字体：方正小标宋简体")
        await desk.type(DOWN * 2 + LEFT)
        await desk.wait_for("纯文本")
        assert not desk.sees("缺字体")


async def test_a_template_that_was_kept_is_remembered_though_nothing_was_printed(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F9)
        await desk.wait_for("存成文件")
        await desk.type(CTRL("s") + "送审" + ENTER)
        await desk.wait_for("已存为模板“送审”")
        await desk.type(ESC + F9 + F6)
        await desk.wait_for("◂ 送审 ▸")
