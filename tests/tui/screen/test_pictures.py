"""Each screen looks as it did: its picture is the one beside this file, at 120x40 and at 80x24.

After a change that is meant, `make screens` draws the pictures anew; look at them before they are committed.
"""

import asyncio
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import rich._wrap
import rich.text
import textual._wrap
import textual.content
import textual.document._wrapped_document
from textual.widgets import Input, TextArea

from data import sample_notice
from store.acts.field_values import set_fields
from store.file.task_file import TaskFile
from store.records.changes import Change
from tests.keys import DOWN, ENTER, F1, F3, F4, F5, F6, F7, F8, F9, F10, RIGHT, TAB, UP
from tests.sample import sample_change
from tests.tui.screen.ledger_list import at_ledger, make_ledger
from tests.tui.screen.picture import picture_of
from tests.tui.screen.pilot import NARROW, WIDE, Hands, opened, running
from tui.screen.app import YaodianApp
from tui.terminal import patches, wrapping

PICTURES = Path(__file__).with_name("pictures")
NEW = "YAODIAN_NEW_PICTURES"
"""The variable of the environment that says that the pictures are to be drawn anew."""

_LOOKS = 50
"""How often a screen that looks otherwise is looked at again, on a busy machine."""

CHECKED = r"核对 (\d|…)"
"""Stands over the rows once the list was checked, cut off where the title is long."""

BOTH_SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])

REPLACED = (
    (rich._wrap, "divide_line"),
    (rich.text, "divide_line"),
    (textual.content, "divide_line"),
    (textual._wrap, "compute_wrap_offsets"),
    (textual.document._wrapped_document, "compute_wrap_offsets"),
)
"""What the program's own line breaks stand in the place of, for the time of a test."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A screen of an open list: the keys that lead to it, and words that stand on it once it is drawn."""

    keys: tuple[str, ...]
    words: str


SCREENS = {
    "list": Shown((), "深化科技成果"),
    "crossing-units": Shown((F8, RIGHT * 3 + DOWN * 2), "合计 牵"),
    "crossing-leaders": Shown((F8, F8, RIGHT + DOWN), "合计 牵"),
    "roster": Shown((F6, DOWN * 5), "副组长"),
    "tree": Shown((F6, F6, DOWN * 11), "总体要求"),
    "card": Shown((RIGHT, "\x1b[D" * 2 + ENTER), "出处"),
    "picker": Shown((ENTER, "f"), "法制处"),
    "find": Shown((F3, "xutao"), "徐涛"),
    "filter": Shown((F4, "cgc" + ENTER), "只看"),
    "findings": Shown((F5,), "核对"),
    "questions": Shown((F5, F5), "待定"),
    "history": Shown((F7,), "历史"),
    "help": Shown((F1,), "任务清单"),
    "menu": Shown((F10,), "修改"),
    "print": Shown((F9,), "第 1 页"),
    "unit-card": Shown((F6, UP * 5 + ENTER), "全称"),
    "person-card": Shown((F6, DOWN * 2 + ENTER), "职务"),
    "handover": Shown(
        (F10 + "分工调整" + ENTER, "hujun" + ENTER, "zhaofeng" + ENTER, ENTER, ENTER + "会议纪要" + ENTER),
        "处要答复",
    ),
}


@pytest.fixture(autouse=True)
def at_one_desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One zone for all, lines that break as in the program, and a folder whose name fits in a line."""
    folder = TemporaryDirectory(prefix="yd")
    monkeypatch.chdir(folder.name)
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    for module, name in REPLACED:
        monkeypatch.setattr(module, name, getattr(module, name))
    assert not patches.fit([wrapping.DRAWN, wrapping.EDITED])
    yield
    monkeypatch.undo()
    time.tzset()
    folder.cleanup()


def dated(change: Change, at: str) -> Change:
    """A change that one clerk made on one machine."""
    return replace(change, at=f"2026-03-{at}+08:00", by="李文书", machine="办公室")


@pytest.fixture(scope="session")
def past_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample list with two changes after its import, as a file's bytes."""
    path = tmp_path_factory.mktemp("past") / "示例.json"
    with TaskFile.create(path, dated(sample_change(), "02T09:00:00")) as file:
        for row, remark, at in (("1", "每季度报送", "03T10:30:00"), ("2", "并入平台考核", "04T15:00:00")):
            task = file.tasks.task(file.tasks.rows_named(row)[0])
            file.commit(dated(set_fields(file.tasks, task, remark=remark), at))
    return path.read_bytes()


@pytest.fixture
def past(past_bytes: bytes) -> Path:
    path = Path("示例.json")
    path.write_bytes(past_bytes)
    return path


async def compare(hands: Hands[YaodianApp], name: str, size: tuple[int, int], folder: Path) -> None:
    """The screen looks as its picture; where it does not, the new picture is beside the old for the eye."""
    for field in hands.app.screen.query(Input):
        field.cursor_blink = False
    for text in hands.app.screen.query(TextArea):
        text.cursor_blink = False
    await hands.rest()
    constants = {date.today().isoformat(): "2026-03-05", str(Path.cwd()): "/home/clerk"}
    drawn = picture_of(hands.app, constants)
    kept = PICTURES / f"{name}-{size[0]}x{size[1]}.svg"
    if NEW in os.environ:
        PICTURES.mkdir(exist_ok=True)
        kept.write_text(drawn, encoding="utf-8")
        return
    wanted = kept.read_text(encoding="utf-8") if kept.exists() else ""
    for _ in range(_LOOKS):  # A scroll bar follows what was laid out a moment later.
        if drawn == wanted:
            return
        await asyncio.sleep(0.1)
        drawn = picture_of(hands.app, constants)
    if drawn != wanted:
        new = folder / kept.name
        new.write_text(drawn, encoding="utf-8")
        pytest.fail(f"the screen looks otherwise: it was {kept}, it is {new}\n{hands.text}")


@BOTH_SIZES
@pytest.mark.parametrize(("name", "keys"), [("ledger", F8 + "["), ("report", F8 + DOWN + ENTER)])
async def test_a_screen_of_the_ledger(
    past: Path, tmp_path: Path, name: str, keys: str, size: tuple[int, int]
) -> None:
    make_ledger(past, at="2026-03-05T16:00:00+08:00")
    async with at_ledger(past, size=size) as clerk:
        await clerk.wait_for(CHECKED)
        await clerk.type(keys)
        await compare(clerk, name, size, tmp_path)


@BOTH_SIZES
@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_of_an_open_list(past: Path, tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    async with opened(past, size=size) as clerk:
        await clerk.wait_for(CHECKED)
        for keys in SCREENS[name].keys:
            await clerk.type(keys)
        await clerk.wait_for(SCREENS[name].words)
        await compare(clerk, name, size, tmp_path)


@BOTH_SIZES
async def test_a_read_only_window(past: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(past, size=size, read_only=True) as clerk:
        await clerk.wait_for(CHECKED)
        await compare(clerk, "read-only", size, tmp_path)


@BOTH_SIZES
async def test_an_earlier_list(past: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(past, size=size) as clerk:
        await clerk.type(F7 + TAB + DOWN + F8)
        await clerk.wait_for("查看 ")
        await clerk.wait_for(CHECKED)
        await compare(clerk, "earlier-list", size, tmp_path)


@BOTH_SIZES
async def test_the_start_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    app = YaodianApp()
    async with running(app, size):
        hands = Hands(app)
        await hands.wait_for("打开示例")
        await compare(hands, "start", size, tmp_path)


@BOTH_SIZES
async def test_the_preview_of_an_import(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("通知.txt").write_bytes(sample_notice())
    app = YaodianApp(wanted=Path("通知.txt"))
    async with running(app, size):
        hands = Hands(app)
        await hands.wait_for("将存为 通知.json")
        await hands.rest()
        await compare(hands, "import-preview", size, tmp_path)
