"""Work that takes long: how far it is, Esc, and the keys that come meanwhile."""

import asyncio
import threading
from pathlib import Path

import pytest

from data import sample_notice
from store.progress import Cancelled, Progress, begin_to_write, share
from tests.keys import ENTER, F10
from tests.tui.screen.pilot import ESC, NARROW, asked, opened
from tui.screen.dialogs import progress
from tui.screen.dialogs.progress import LongWork, ProgressDialog
from tui.screen.dialogs.text import TextDialog


class Slow:
    """Work that is at three of its ten parts until it is let go on."""

    def __init__(self) -> None:
        self.may_end = threading.Event()

    def do(self, tell: Progress) -> str:
        while not self.may_end.wait(0.01):
            tell(3, 10)
        return "done"


async def test_long_work_says_how_far_it_is_and_esc_stops_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 0)
    async with asked(TextDialog("标题")) as desk:
        working = asyncio.ensure_future(LongWork(Slow().do).result(desk.app, "正在读通知"))
        await desk.wait_for("30%")
        assert desk.title == "正在读通知" and desk.sees("Esc 停止")
        typing = asyncio.ensure_future(desk.type("甲乙"))
        await asyncio.sleep(0.1)
        await desk.type(ESC)
        await typing
        with pytest.raises(Cancelled, match="已停止，一切照旧。"):
            await working
        await desk.wait_until(lambda: desk.title == "标题")
        assert not desk.sees("甲"), "what came before Esc was for what is no more"


async def test_what_is_being_written_is_not_stopped_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 0)
    may_end = threading.Event()

    def write(tell: Progress) -> str:
        begin_to_write(tell)
        may_end.wait()
        tell(1, 1)
        return "written"

    async with asked(TextDialog("标题")) as desk:
        working = asyncio.ensure_future(LongWork(write).result(desk.app, "正在并入"))
        await desk.wait_for("正在并入")
        typing = asyncio.ensure_future(desk.type(ESC))
        await desk.wait_for("正在并入：已开始写入，不能停止，请稍候")
        may_end.set()
        assert await working == "written"
        await typing


async def test_other_keys_wait_for_what_comes_after_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 0)
    slow = Slow()
    async with asked(TextDialog("标题")) as desk:
        working = asyncio.ensure_future(LongWork(slow.do).result(desk.app, "正在读通知"))
        await desk.wait_for("30%")
        typing = asyncio.ensure_future(desk.type("甲乙" + ENTER))
        await desk.wait_for("30%")
        assert desk.title == "正在读通知" and desk.is_open
        slow.may_end.set()
        assert await working == "done"
        await typing
        assert desk.answer == "甲乙"


async def test_short_work_shows_nothing_and_says_what_went_wrong() -> None:
    def fail(tell: Progress) -> None:
        tell(1, 1)
        raise ValueError("no")

    async with asked(TextDialog("标题")) as desk:
        with pytest.raises(ValueError, match="no"):
            await LongWork(fail).result(desk.app, "正在读通知")
        assert desk.title == "标题"


async def test_how_far_it_is_stands_in_the_narrowest_window_and_is_unknown_at_first() -> None:
    work: LongWork[None] = LongWork(lambda tell: None)
    async with asked(ProgressDialog("正在与清单比较", work), size=(40, 12)) as desk:
        assert desk.sees("正在与清单比较") and desk.sees("Esc 停止") and not desk.sees("%")
        work.done = (5, 4)
        await desk.wait_for("100%")
    async with asked(ProgressDialog("正在与清单比较", work), size=NARROW) as desk:
        await desk.wait_for("100%")


def test_shares_of_work_make_one_whole() -> None:
    heard: list[float] = []

    def hear(done: int, total: int) -> None:
        heard.append(done / total)

    for number, total in enumerate((2, 4)):
        part = share(hear, number, 2)
        for done in range(total + 1):
            part(done, total)
    assert heard == [0, 0.25, 0.5, 0.5, 0.625, 0.75, 0.875, 1]


async def test_a_notice_whose_reading_is_stopped_leaves_the_list_as_it_was(
    sample: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "\n".join(f"{number}.推进第{number}项改革\t成果处\t胡军" for number in range(1, 3_000))
    table = f"\n重点任务清单\n重点任务\t牵头单位\t分管领导\n{rows}"
    (home / "大通知.txt").write_text(sample_notice().decode() + table, encoding="utf-8")
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 0)
    async with opened(sample) as desk:
        typing = asyncio.ensure_future(desk.type(F10 + "导入通知" + ENTER + str(home / "大通知.txt") + ENTER))
        await desk.wait_for(r"正在读通知[\s\S]*%")
        await desk.type(ESC)
        await typing
        await desk.wait_for("已停止，一切照旧。")
        assert desk.title == "" and len(desk.titles()) == 1
