"""Two desks, a folder as the stick: merged by the command line, decided at the keyboard, taken back to the
other desk.
"""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from tests.journeys.conftest import PACED, Launch, Saved
from tests.journeys.hands import on_disk, send
from tests.keys import ENTER, F5, LEFT, RIGHT
from tests.pty import ROOT

SIZES = pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["wide", "narrow"])


class Desk:
    """A clerk at a PC of his own, with a copy of the list."""

    def __init__(self, sample: Path, clerk: str, folders: Mapping[str, str]) -> None:
        folder = sample.parent / clerk
        folder.mkdir()
        self.path = Path(shutil.copy(sample, folder / "清单.json"))
        self.env = {**folders, "XDG_STATE_HOME": str(folder / "state"), "LOGNAME": clerk}

    def run(self, *words: str | Path) -> str:
        """Run a command of the command line on the list, as it is typed."""
        argv = [sys.executable, "-m", "tui", *map(str, words), "-f", str(self.path)]
        env = {**self.env, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
        done = subprocess.run(argv, env=env, capture_output=True, check=True)
        return done.stdout.decode()


@pytest.fixture
def desks(sample: Path, folders: dict[str, str]) -> tuple[Desk, Desk]:
    """李明 and 王芳 changed three cells differently; what she did is in his list."""
    li, wang = Desk(sample, "李明", folders), Desk(sample, "王芳", folders)
    stick = sample.parent / "U盘"
    stick.mkdir()
    for desk, unit, remark in ((li, "平台处", "已发函"), (wang, "合作处", "已回复")):
        desk.run("assign", "1", "--lead", unit)
        desk.run("assign", "3.2", "--lead", unit, "--basis", "局办公会纪要")
        desk.run("set", "3.2", "--remark", remark)
    wang.run("exchange", "out", "-d", stick)
    (parcel,) = stick.iterdir()
    assert "3 处不一致待定夺" in li.run("exchange", "in", parcel)
    parcel.unlink()
    return li, wang


@pytest.mark.slow
@SIZES
@PACED
def test_what_two_desks_changed_is_decided_and_holds_at_both(
    launch: Launch, desks: tuple[Desk, Desk], size: tuple[int, int], paced: bool
) -> None:
    li, wang = desks
    terminal = launch(li.path, size=size, env=li.env)
    terminal.wait_for("不一致 3 处")
    terminal.wait_for("⇄未定")
    send(terminal, F5, paced)
    terminal.wait_for("3 不一致")
    terminal.wait_for("甲 合作处；分管领导 王振旭  王芳")
    send(terminal, (RIGHT * 2 + ENTER) * 2 + LEFT + ENTER, paced)
    on_disk(terminal, 10)
    saved = Saved(li.path)
    assert saved.lead("1") == saved.lead("3.2") == ("平台处", "刘红")
    assert saved.row("3.2").remark == "已发函"
    terminal.close()

    stick = li.path.parent.parent / "U盘"
    li.run("exchange", "out", "-d", stick)
    (parcel,) = stick.iterdir()
    assert "不一致" not in wang.run("exchange", "in", parcel)
    assert wang.run("conflicts") == "没有不一致。\n"
    with TaskFile.open(wang.path, read_only=True) as hers, TaskFile.open(li.path, read_only=True) as his:
        assert list(hers.tasks.tasks) == list(his.tasks.tasks)
