"""A notice that the program is begun with: read on the screen, previewed, imported."""

import asyncio
import re
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from data import sample_notice
from store.reading.signs.source_text import read_lines
from tests.keys import CTRL, ENTER
from tests.tui.screen.pilot import ESC, NARROW, WIDE, Hands
from tui.screen.app import YaodianApp
from tui.screen.dialogs import progress


@asynccontextmanager
async def begun_with(
    home: Path, notice: bytes, size: tuple[int, int] = WIDE
) -> AsyncIterator[Hands[YaodianApp]]:
    """The program, begun with a file that holds a notice."""
    path = home / "通知.txt"
    path.write_bytes(notice)
    app = YaodianApp(wanted=path)
    async with app.run_test(size=size):
        yield Hands(app)


async def test_a_notice_is_previewed_and_imported(home: Path) -> None:
    async with begun_with(home, sample_notice()) as clerk:
        await clerk.wait_for("6 事项 9 行")
        await clerk.type(ENTER)
        await clerk.wait_for("6 事项 9 任务")
        await clerk.type(CTRL("q"))
    assert (home / "通知.json").exists()


async def test_leaving_the_preview_goes_to_the_start_page(home: Path) -> None:
    async with begun_with(home, sample_notice()) as clerk:
        await clerk.wait_for("6 事项 9 行")
        await clerk.type(ESC)
        await clerk.wait_for("打开示例")
        await clerk.type(ESC)
    assert clerk.app.return_code == 0
    assert not list(home.glob("*.json"))


@pytest.mark.parametrize("paced", [False, True])
@pytest.mark.parametrize("shown", ["正在读通知", "^$"], ids=["progress shown", "nothing shown"])
async def test_keys_wait_for_the_notice_that_the_program_was_begun_with(
    home: Path, monkeypatch: pytest.MonkeyPatch, shown: str, *, paced: bool
) -> None:
    may_read = threading.Event()

    def slow(*given: Any) -> Any:
        assert may_read.wait(60)
        return read_lines(*given)

    monkeypatch.setattr("store.reading.document.read_lines", slow)
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 0 if shown == "正在读通知" else 60)
    async with begun_with(home, sample_notice()) as clerk:
        await clerk.wait_until(lambda: re.search(shown, clerk.text.strip()))
        typing = asyncio.ensure_future(clerk.type(ENTER + CTRL("q"), paced=paced))
        await asyncio.sleep(0.1)
        may_read.set()
        await typing
    assert (home / "通知.json").exists()


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_notice_that_cannot_be_read_is_told_on_the_start_page(
    home: Path, size: tuple[int, int]
) -> None:
    async with begun_with(home, b"\x00\x01\x02" * 40, size) as clerk:
        await clerk.wait_for("打开示例")
        assert clerk.sees("这个文件不是文本，读不出文字")
        await clerk.type(CTRL("q"))
