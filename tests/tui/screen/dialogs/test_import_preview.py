"""The preview of a notice, and what puts a draft right before it is a list."""

from pathlib import Path

import pytest

from data import sample_notice
from store.file.task_file import TaskFile
from store.reading import read_file
from tests.keys import BACKSPACE, CTRL, DOWN, ENTER, F2, F3
from tests.tui.screen.pilot import ESC, Hands, lead
from tui.screen.app import YaodianApp


@pytest.fixture
def doubtful(home: Path) -> Path:
    """The sample with an owner that fits two divisions, and a line that belongs nowhere."""
    text = sample_notice().decode().replace("成果处 | 胡 军", "科技处 | 胡 军")
    path = home / "通知.txt"
    path.write_text(text.replace("二、建设", "此段无处可归。\n二、建设", 1), encoding="utf-8")
    return path


def preview(notice: Path) -> YaodianApp:
    return YaodianApp(reading=(read_file(notice), notice))


async def test_a_doubtful_cell_is_settled_before_the_import(doubtful: Path) -> None:
    app = preview(doubtful)
    async with app.run_test(size=(120, 40)):
        clerk = Hands(app)
        await clerk.wait_for("没有读懂 1 行")
        await clerk.type(F3)
        assert clerk.sees("“科技处”不知指谁")
        await clerk.type(F2 + DOWN + ENTER)
        assert not clerk.sees("“科技处”不知指谁")
        await clerk.type(ENTER)
        await clerk.wait_for("6 事项 9 任务")
        await clerk.type(CTRL("q"))
    assert lead(TaskFile.open(doubtful.with_suffix(".json"), read_only=True), "1") == ("科技处", "胡军")


async def test_a_text_is_put_right_and_a_wrong_name_refused(doubtful: Path) -> None:
    app = preview(doubtful)
    async with app.run_test(size=(120, 40)):
        clerk = Hands(app)
        await clerk.wait_for("没有读懂 1 行")
        await clerk.type(F3 + F2 + "牵头单位" + ENTER)
        await clerk.type("、无此处" + ENTER)
        assert clerk.sees("清单里没有单位“无此处”")
        await clerk.type(BACKSPACE * 7 + "规划处" + ENTER)
        assert clerk.sees("牵头 规划处 胡军")
        await clerk.type(F2 + ESC)
        await clerk.type(F2 + "牵头单位" + ENTER + ESC)
        await clerk.type(ESC)
    assert not list(doubtful.parent.glob("*.json"))
