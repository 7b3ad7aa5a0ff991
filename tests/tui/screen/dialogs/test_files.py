"""Choosing a file at the keyboard: real folders, lists and notices."""

import os
import threading
from pathlib import Path

import pytest

from data import sample_notice
from store.file.task_file import TaskFile
from store.importing.new_list import blank_change
from store.machine.folders import Entry, entries
from tests.keys import BACKSPACE, DOWN, ENTER, LEFT, TAB
from tests.tui.screen.pilot import ESC, NARROW, WIDE, Asked, asked
from tui.screen.dialogs.file_request import LISTS, NOTICES, FileRequest
from tui.screen.dialogs.files import FileDialog

OPEN = FileRequest("打开清单或通知", (*LISTS, *NOTICES), "open", "打开")
BOTH_PACES = pytest.mark.parametrize("paced", [False, True])


@pytest.fixture
def documents(home: Path) -> Path:
    """Documents with a list, two notices, folders, and what is neither."""
    folder = home / "Documents"
    (folder / "2021年材料").mkdir()
    (folder / "2021年材料" / "工作要点.txt").write_bytes(sample_notice())
    (folder / "会议纪要").mkdir()
    TaskFile.create(folder / "民生实事.json", blank_change("2024年民生实事责任分解")).close()
    (folder / "通知全文.txt").write_bytes(sample_notice())
    (folder / "照片.png").write_bytes(b"\x89PNG")
    (folder / "别的.json").write_text("{}", encoding="utf-8")
    for day, name in enumerate(("别的.json", "民生实事.json", "通知全文.txt")):
        os.utime(folder / name, (1_600_000_000 + day * 86_400,) * 2)
    return folder


def shown(hands: Asked[Path | None]) -> list[str]:
    """The first words of the lines that list files."""
    lines = [line.strip(" │▌") for line in hands.text.splitlines()]
    names = [line.split("  ")[0] for line in lines if line]
    return [name for name in names if name.endswith((".json", ".txt", ".png", "/")) and " " not in name]


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_folders_lists_and_notices_stand_with_title_and_day(
    documents: Path, size: tuple[int, int]
) -> None:
    async with asked(FileDialog(OPEN), size=size) as hands:
        await hands.wait_for("2024年民生实事责任分解")
        await hands.wait_for("不是要点的清单")
        assert shown(hands) == [
            "../",
            "2021年材料/",
            "会议纪要/",
            "通知全文.txt",
            "民生实事.json",
            "别的.json",
        ]
        assert hands.sees(r"通知全文\.txt +市科技局关于印发《2021年深化.* 2020年9月15日")
        assert hands.sees(r"民生实事\.json +2024年民生实事责任分解 +2020年9月14日")
        await hands.type(ENTER)
        assert hands.answer == documents / "通知全文.txt"


@BOTH_PACES
@pytest.mark.parametrize(
    ("typed", "name"), [("tz", "通知全文.txt"), ("民生", "民生实事.json"), ("mss", "民生实事.json")]
)
async def test_a_file_is_found_by_its_name_or_initials(
    documents: Path, typed: str, name: str, *, paced: bool
) -> None:
    async with asked(FileDialog(OPEN)) as hands:
        await hands.type(typed + ENTER, paced=paced)
        assert hands.answer == documents / name


@BOTH_PACES
async def test_folders_are_gone_into_and_out_of_and_the_last_is_remembered(
    documents: Path, *, paced: bool
) -> None:
    async with asked(FileDialog(OPEN)) as hands:
        await hands.type("cl" + ENTER, paced=paced)
        assert shown(hands) == ["../", "工作要点.txt"]
        await hands.type(LEFT, paced=paced)
        assert "会议纪要/" in shown(hands)
        await hands.type(ENTER, paced=paced)  # The cursor stands on the folder that was left.
        await hands.type(BACKSPACE + ENTER + ENTER, paced=paced)
        assert hands.answer == documents / "2021年材料" / "工作要点.txt"
    async with asked(FileDialog(OPEN)) as hands:
        assert shown(hands) == ["../", "工作要点.txt"]


@BOTH_PACES
async def test_a_path_is_typed_whole_or_completed(documents: Path, *, paced: bool) -> None:
    async with asked(FileDialog(OPEN), size=WIDE) as hands:
        await hands.type(f"{documents}/通" + TAB, paced=paced)
        assert hands.sees(f"{documents}/通知全文.txt")
        await hands.type(ENTER, paced=paced)
        assert hands.answer == documents / "通知全文.txt"
    async with asked(FileDialog(OPEN)) as hands:
        await hands.type("2021年材料/工作要点.txt" + ENTER, paced=paced)
        assert hands.answer == documents / "2021年材料" / "工作要点.txt"
    async with asked(FileDialog(OPEN)) as hands:
        await hands.type(f"{documents}/没有.txt" + ENTER, paced=paced)
        assert hands.sees("没有这个文件，请核对路径。")
        await hands.type(BACKSPACE * 6 + "2021" + TAB + "工" + TAB + ENTER, paced=paced)
        assert hands.answer == documents / "2021年材料" / "工作要点.txt"


async def test_places_elsewhere_are_offered(documents: Path, home: Path) -> None:
    (home / "Desktop").mkdir()
    (home / "Desktop" / "桌上.txt").write_bytes(sample_notice())
    async with asked(FileDialog(OPEN)) as hands:
        await hands.wait_for("→ 桌面")
        await hands.type("zm" + ENTER)
        assert "桌上.txt" in shown(hands)
        await hands.type("zs" + ENTER)
        assert hands.answer == home / "Desktop" / "桌上.txt"


async def test_a_folder_that_hangs_holds_no_key(documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    let_go = threading.Event()

    def hanging(folder: Path, suffixes: tuple[str, ...]) -> list[Entry]:
        if folder.name == "会议纪要":
            let_go.wait(30)
        return entries(folder, suffixes)

    monkeypatch.setattr("tui.screen.dialogs.files.entries", hanging)
    monkeypatch.setattr("tui.screen.dialogs.slow_disk.PATIENCE_SECONDS", 0.1)
    async with asked(FileDialog(OPEN)) as hands:
        await hands.type("会议" + ENTER)
        await hands.wait_for("正在读取，这个盘或文件夹较慢")
        await hands.type(f"{documents}/2021年材料/" + ENTER)
        assert shown(hands) == ["../", "工作要点.txt"]
        let_go.set()
        await hands.type(ENTER)
        assert hands.answer == documents / "2021年材料" / "工作要点.txt"


async def test_a_folder_that_is_gone_is_said_and_documents_are_shown(documents: Path, home: Path) -> None:
    async with asked(FileDialog(OPEN)) as hands:
        await hands.type("2021" + ENTER + ENTER)
    (documents / "2021年材料").rename(home / "别处")
    async with asked(FileDialog(OPEN)) as hands:
        assert "通知全文.txt" in shown(hands)
        await hands.type(ESC)
        assert hands.answer is None


async def test_a_name_is_given_to_what_is_saved(documents: Path) -> None:
    request = FileRequest("另存副本到", LISTS, "copy", "存到此处", documents / "示例 副本.json")
    async with asked(FileDialog(request)) as hands:
        assert "民生实事.json" in shown(hands) and hands.sees("示例 副本.json")
        await hands.type(ENTER)
        assert hands.answer == documents / "示例 副本.json"
    async with asked(FileDialog(request)) as hands:
        await hands.type(DOWN * 2 + ENTER + ENTER)
        assert hands.answer == documents / "2021年材料" / "示例 副本.json"
