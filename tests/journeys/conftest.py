"""A desk for the journeys: a home of its own, the sample list, and the program in a terminal."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.records.task import Task
from store.records.values import Mention
from tests.pty import PATIENCE, Terminal
from tests.sample import sample_bytes
from tests.window import Window

Screen = Terminal | Window
"""The program at which one types: in a terminal, or without one."""

PACED = pytest.mark.parametrize(
    "paced", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["burst", "paced"]
)
"""All keys in one write, which asks more; and key by key."""

Start = Callable[..., Window]
Launch = Callable[..., Terminal]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "Documents").mkdir()
    return tmp_path


@pytest.fixture
def sample(home: Path) -> Path:
    """The sample list as a file."""
    path = home / "示例.json"
    path.write_bytes(sample_bytes())
    return path


_OPEN: list[Screen] = []
"""The screens of the test that runs."""


@pytest.fixture
def folders(home: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Where the program looks for what is this user's own, in this process too."""
    named = {
        "HOME": str(home),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
    }
    for name, folder in named.items():
        monkeypatch.setenv(name, folder)
    return named


@pytest.fixture
def start(folders: dict[str, str]) -> Iterator[Start]:
    """Start the program on a file, in this process and without a terminal: the same app, keys and screen."""
    with ExitStack() as open_windows:

        def begin(path: Path | None = None, size: tuple[int, int] = (120, 40)) -> Window:
            window = open_windows.enter_context(Window(path, size))
            _OPEN.append(window)
            return window

        yield begin
    _OPEN.clear()


@pytest.fixture
def launch(home: Path, folders: dict[str, str]) -> Iterator[Launch]:
    """Start the program in a terminal, a process of its own."""
    with ExitStack() as open_terminals:

        def begin(
            *words: str | Path,
            size: tuple[int, int] = (120, 40),
            program: str = "tui",
            env: Mapping[str, str] | None = None,
        ) -> Terminal:
            argv = [sys.executable, "-m", program, *map(str, words)]
            terminal = open_terminals.enter_context(Terminal(argv, size, {**folders, **(env or {})}, home))
            _OPEN.append(terminal)
            return terminal

        yield begin
    _OPEN.clear()


def wait_until(screen: Screen, holds: Callable[[], object], keys: Sequence[str] = ()) -> None:
    """Wait for what is not on the screen, and press keys meanwhile, one after another and over again."""
    end = time.monotonic() + PATIENCE
    pressed = cycle(keys)
    while not holds():
        assert time.monotonic() < end, f"it never came to be\n{screen.text}"
        if keys:
            screen.write(next(pressed))
        screen.settle()


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
