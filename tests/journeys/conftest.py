"""A desk for the journeys: a home of its own, the sample list, and the program in a terminal."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.records.task import Task
from store.records.values import Mention
from tests.pty import Terminal
from tests.sample import sample_change
from tests.window import Window

Screen = Terminal | Window
"""The program at which one types: in a terminal, or without one."""

Start = Callable[..., Screen]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "Documents").mkdir()
    return tmp_path


@pytest.fixture
def sample(home: Path) -> Path:
    """The sample list as a file."""
    path = home / "示例.json"
    TaskFile.create(path, sample_change()).close()
    return path


_OPEN: list[Screen] = []
"""The screens of the test that runs."""


@pytest.fixture
def start(home: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Start the program with arguments, on a screen of a size.

    It runs in a terminal where the test is marked `pty`, or needs another program or environment; else in this process,
    without one: the same app, the same keys, the same screen.
    """
    in_terminal = request.node.get_closest_marker("pty") is not None
    folders = {
        "HOME": str(home),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
    }
    for name, folder in folders.items():
        monkeypatch.setenv(name, folder)
    with ExitStack() as open_screens:

        def begin(
            *words: str | Path,
            size: tuple[int, int] = (120, 40),
            program: str = "tui",
            env: Mapping[str, str] | None = None,
        ) -> Screen:
            screen: Screen
            if in_terminal or env or program != "tui":
                argv = [sys.executable, "-m", program, *map(str, words)]
                screen = Terminal(argv, size, {**folders, **(env or {})}, home)
            else:
                screen = Window(Path(words[0]) if words else None, size)
            _OPEN.append(open_screens.enter_context(screen))
            return screen

        yield begin
    _OPEN.clear()


class Saved:
    """What is on the disk, read as another program would: once no screen says 正在保存, or at once."""

    def __init__(self, path: Path, *, at_once: bool = False) -> None:
        for terminal in () if at_once else _OPEN:
            if terminal.runs:
                terminal.wait_gone("正在保存")
        self.file = TaskFile.open(path, read_only=True)

    def row(self, name: str) -> Task:
        (key,) = self.file.tasks.rows_named(name)
        return self.file.tasks.task(key)

    def lead(self, name: str) -> tuple[str, str]:
        """Lead units and their leaders of a row, in words."""
        task = self.row(name)
        return words(task.lead_units), words(task.lead_leaders)

    @property
    def titles(self) -> list[str]:
        return [change.title for change in self.file.history]


def words(mentions: tuple[Mention, ...]) -> str:
    return " ".join(mention.wording for mention in mentions)
