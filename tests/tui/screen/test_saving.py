"""What was changed goes to the disk, is tried again where the disk refuses, and is folded when no key
comes.
"""

from pathlib import Path
from threading import Event

import pytest

from store.file import disk
from store.file.backups import Backups
from tests.keys import CTRL, DOWN, ENTER
from tests.pty import PATIENCE
from tests.store.small_list import journal_path
from tests.tui.screen.pilot import lead, opened
from tui.screen import main_screen, saving


async def test_saved_is_said_of_nothing_that_is_not_and_ctrl_s_tries_again(sample: Path) -> None:
    async with opened(sample) as desk:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(disk, "sync", _refuse)
            await desk.type("ptc" + ENTER)
            await desk.wait_for(r"未保存 1 项（Ctrl\+S 重试）")
            assert desk.sees("磁盘已满")
            assert not desk.sees("第 1 行牵头单位：成果处 → 平台处")
        await desk.type(CTRL("s"))
        await desk.wait_for("第 1 行牵头单位：成果处 → 平台处；分管领导：胡军 → 刘红")
        assert lead(await desk.saved(2), "1") == ("平台处", "刘红")


def _refuse(_: int) -> None:
    raise OSError(28, "No space left on device")


async def test_what_the_disk_did_not_take_is_tried_again_by_itself(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "RETRY_SECONDS", 0.05)
    async with opened(sample) as desk:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(disk, "sync", _refuse)
            await desk.type("ptc" + ENTER)
            await desk.wait_for("未保存 1 项")
        assert lead(await desk.saved(2), "1") == ("平台处", "刘红")


async def test_without_a_key_the_journal_is_folded_and_a_backup_kept(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "FOLD_AFTER_SECONDS", 0.05)
    async with opened(sample) as desk:
        await desk.type("ptc" + ENTER + DOWN)
        await desk.until(lambda: not journal_path(sample).stat().st_size)
        await desk.until(lambda: len(list(sample.parent.rglob("*示例*.json"))) > 1)


async def test_a_disk_that_fails_under_the_backup_and_a_change_is_told_once_and_the_backup_follows(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "FOLD_AFTER_SECONDS", 0.05)
    monkeypatch.setattr(main_screen, "BACK_UP_AFTER_SECONDS", 0.01)
    backing_up, saving_too = Event(), Event()

    def refuse_the_backup_last(handle: int) -> None:
        if backing_up.is_set():
            saving_too.set()
        else:
            backing_up.set()
            assert saving_too.wait(PATIENCE)
        _refuse(handle)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk, "sync", refuse_the_backup_last)
        async with opened(sample) as desk:
            await desk.until(backing_up.is_set)
            await desk.type("ptc" + ENTER)
            await desk.wait_for(r"未保存 1 项（Ctrl\+S 重试）")
            await desk.wait_for("这次修改没有保存：磁盘已满")
            assert not desk.sees("备份没有存成")
            patch.undo()
            await desk.type(CTRL("s") + DOWN)
            await desk.until(lambda: bool(Backups(sample).all()))
            assert lead(await desk.saved(2), "1") == ("平台处", "刘红")


async def test_a_fold_that_fails_is_said_and_loses_nothing(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "FOLD_AFTER_SECONDS", 0.05)
    async with opened(sample) as desk:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(disk, "replace", _refuse_replace)
            await desk.type("ptc" + ENTER)
            await desk.wait_for("磁盘已满")
        assert lead(await desk.saved(2), "1") == ("平台处", "刘红")


def _refuse_replace(*_: object) -> None:
    raise OSError(28, "No space left on device")
