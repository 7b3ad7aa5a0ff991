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

Start = Callable[..., Terminal]


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


_OPEN: list[Terminal] = []
"""The terminals of the test that runs."""


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    """Start the program with arguments, in a terminal of a size."""
    with ExitStack() as open_terminals:

        def begin(
            *words: str | Path,
            size: tuple[int, int] = (120, 40),
            program: str = "tui",
            env: Mapping[str, str] | None = None,
        ) -> Terminal:
            desk = {
                "HOME": str(home),
                "XDG_STATE_HOME": str(home / "state"),
                "XDG_CONFIG_HOME": str(home / "config"),
            }
            argv = [sys.executable, "-m", program, *map(str, words)]
            _OPEN.append(open_terminals.enter_context(Terminal(argv, size, {**desk, **(env or {})}, home)))
            return _OPEN[-1]

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
