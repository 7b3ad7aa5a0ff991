"""Two clerks, two programs, a stick: each works alone, and afterwards both lists are one."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from tests.journeys.conftest import PACED, Launch
from tests.journeys.hands import on_disk, ready, send
from tests.keys import DOWN, ENTER, ESC, F10
from tests.pty import Terminal


@dataclass
class Desk:
    """A clerk at a PC of his own, with a copy of the list."""

    screen: Terminal
    path: Path
    stick: Path
    paced: bool

    def type(self, keys: str) -> None:
        send(self.screen, keys, self.paced)

    def send(self) -> Path:
        """Put what the other does not have on the stick, and wait until it may go."""
        before = set(self.stick.iterdir())
        self.type(F10 + "导出到U盘" + ENTER + f"{self.stick}" + ENTER)
        self.screen.wait_for("已导出")
        (made,) = set(self.stick.iterdir()) - before
        return made

    @property
    def list(self) -> TaskFile:
        return TaskFile.open(self.path, read_only=True)


def desk(launch: Launch, sample: Path, stick: Path, clerk: str, paced: bool) -> Desk:
    folder = sample.parent / clerk
    (folder / "Documents").mkdir(parents=True)
    path = Path(shutil.copy(sample, folder / "清单.json"))
    own = {"HOME": folder, "XDG_STATE_HOME": folder / "state", "XDG_CONFIG_HOME": folder / "config"}
    env = {name: str(place) for name, place in own.items()}
    return Desk(ready(launch(path, env={**env, "LOGNAME": clerk})), path, stick, paced)


@PACED
@pytest.mark.slow
def test_what_two_clerks_did_apart_comes_together_by_a_stick(
    launch: Launch, sample: Path, home: Path, paced: bool
) -> None:
    stick = home / "U盘"
    stick.mkdir()
    li = desk(launch, sample, stick, "liming", paced)
    wang = desk(launch, sample, stick, "wangfang", paced)
    li.type("ptc" + ENTER)
    on_disk(li.screen, 2)
    wang.type("hzc" + ENTER + DOWN + "hzc" + ENTER)
    on_disk(wang.screen, 3)
    # Left at the preview, nothing has changed.
    made = li.send()
    wang.type(F10 + "并入对方" + ENTER + f"{made}" + ENTER)
    wang.screen.wait_for("将并入 1 次变更（.* liming 1），1 处不一致待定夺")
    wang.type(ESC)
    wang.screen.wait_for("没有并入，清单没有改动")
    wang.type(F10 + "并入对方" + ENTER + f"{made}" + ENTER + ENTER)
    on_disk(wang.screen, 4)
    wang.screen.wait_for("并入 1 次变更（.* liming 1），1 处不一致待定夺。按 F5")
    back = wang.send()
    li.type(F10 + "并入对方" + ENTER + f"{back}" + ENTER + ENTER)
    on_disk(li.screen, 4)
    ours, theirs = li.list, wang.list
    assert {doc["id"] for doc in ours.history.docs} == {doc["id"] for doc in theirs.history.docs}
    assert [task.to_doc() for task in ours.tasks.tasks] == [task.to_doc() for task in theirs.tasks.tasks]
    assert len(ours.tasks.documents.undecided) == len(theirs.tasks.documents.undecided) == 1
    # What each has now, the other has too.
    li.type(F10 + "并入对方" + ENTER + f"{back}" + ENTER)
    li.screen.wait_for("没有新的变更")
