"""Esc while changes of another desk come in: nothing has come, until it is written."""

import threading
from pathlib import Path
from typing import Any

import pytest

from store.file.task_file import TaskFile
from store.history.coming import TakenIn
from tests.keys import ENTER
from tests.tui.screen.acts.test_exchanging import BRING_IN, exported, remark, remarks, stick, theirs
from tests.tui.screen.pilot import opened
from tui.screen.dialogs import progress

__all__ = ["stick", "theirs"]


async def test_esc_stops_what_comes_in_until_it_is_written(
    sample: Path, theirs: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remark(theirs, 1, "已发函")
    path = exported(theirs, stick)
    may_go_on, taking_in = threading.Event(), TaskFile.take_in

    def slowly(*given: Any) -> TakenIn:
        may_go_on.wait()
        return taking_in(*given)

    monkeypatch.setattr(TaskFile, "take_in", slowly)
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 0)
    async with opened(sample) as desk:
        await desk.stop(BRING_IN + str(path) + ENTER + ENTER, "正在并入", may_go_on)
        assert len(desk.titles()) == 1
        await desk.type(BRING_IN + str(path) + ENTER + ENTER)
        assert remarks(await desk.saved(2)) == ["已发函"]
