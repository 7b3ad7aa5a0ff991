"""Two writers on one list, on a disk whose locks do nothing: what either was told is saved is never lost.

The real writers run in turns: one is stopped before a call to the disk, and the other goes on from where it
was stopped. So every order in which their calls can meet with so many changes of turn is tried.
"""

import itertools
import random
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from store.file import disk, lock
from store.file.beside import journals
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.refused import Refused
from tests.store.file import two_writers
from tests.store.small_list import SHORT, new_file, setting

CALLS = (
    "create",
    "create_for_append",
    "write",
    "truncate",
    "replace",
    "remove",
    "read",
    "read_ours",
    "stamp",
    "is_at",
)
"""The calls before which a writer may be stopped: making, appending, reading, putting in place, cutting."""


class Turns:
    """Lets one of two writers run at a time, as many calls to the disk at once as a schedule says."""

    def __init__(self, schedule: list[int]) -> None:
        self._schedule = iter(schedule)
        self._left = next(self._schedule)
        self._turn = 0
        self._ended: set[int] = set()
        self._changed = threading.Condition()
        self.calls = [0, 0]

    def call(self, writer: int) -> None:
        """Wait until it is a writer's turn, and use up one call of it."""
        with self._changed:
            self._changed.wait_for(lambda: self._turn == writer or 1 - writer in self._ended)
            self.calls[writer] += 1
            self._left -= 1
            if self._left <= 0:
                self._give()
                self._changed.wait_for(lambda: self._turn == writer or 1 - writer in self._ended)

    def _give(self) -> None:
        """Give the turn to the other; the last turn has no end."""
        self._left = next(self._schedule, 1 << 30)
        self._turn = 1 - self._turn
        self._changed.notify_all()

    def end(self, writer: int) -> None:
        """Let the other go on alone."""
        with self._changed:
            self._ended.add(writer)
            self._give()


WRITER = threading.local()


@contextmanager
def in_turns(turns: Turns) -> Iterator[None]:
    """Have the calls of both writers to the disk wait for their turns."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lock, "take_now", lambda _: True)
        for name in CALLS:
            patch.setattr(disk, name, waiting(getattr(disk, name), turns))
        yield


def waiting(real: Callable[..., Any], turns: Turns) -> Callable[..., Any]:
    def call(*arguments: Any) -> Any:
        if hasattr(WRITER, "number"):
            turns.call(WRITER.number)
        return real(*arguments)

    return call


def life(path: Path, writer: int, turns: Turns, saved: list[str]) -> None:
    """Open the list, change a row of one's own twice, once before a fold and once after, and close."""
    WRITER.number = writer
    try:
        with TaskFile.open(path) as file:
            saved.append(file.commit(setting(file, writer, remark="一")).id)
            file.fold()
            saved.append(file.commit(setting(file, writer, remark="二")).id)
    except Refused:
        pass  # Told: what it speaks of was not acknowledged.
    finally:
        turns.end(writer)


def tried(path: Path, left_behind: bytes, schedule: list[int]) -> list[int]:
    """Let two writers live by a schedule; how many calls to the disk each made."""
    path.parent.mkdir()
    path.write_bytes(left_behind)
    turns = Turns(schedule)
    saved: tuple[list[str], list[str]] = ([], [])
    with in_turns(turns):
        lives = [
            threading.Thread(target=life, args=(path, writer, turns, saved[writer])) for writer in range(2)
        ]
        for one in lives:
            one.start()
        for one in lives:
            one.join()
    for _ in range(2):
        with TaskFile.open(path) as file:
            there = {change.id for change in file.history}
            assert there.issuperset(itertools.chain(*saved)), (schedule, file.notices)
            assert file.breaks() == [], schedule
    assert verify(path).whole, schedule
    assert journals(path) == [], schedule
    shutil.rmtree(path.parent)
    return turns.calls


@pytest.fixture
def begun(tmp_path: Path) -> bytes:
    """The bytes of a list that both writers find."""
    new_file(tmp_path).close()
    return (tmp_path / SHORT).read_bytes()


def schedules(calls: int, turns: int) -> Iterator[list[int]]:
    """Every way to change turns so often, each turn of at least one call and none longer than a life."""
    return (list(one) for one in itertools.product(range(1, calls + 1), repeat=turns))


def test_at_any_two_changes_of_turn(tmp_path: Path, begun: bytes) -> None:
    path = tmp_path / "列" / SHORT
    alone = tried(path, begun, [1 << 30])
    assert min(alone) > 20
    chosen = random.Random(1).sample(list(schedules(max(alone), 2)), 150)
    for schedule in chosen:
        tried(path, begun, schedule)


@pytest.mark.slow
def test_at_every_change_of_turn(tmp_path: Path, begun: bytes) -> None:
    """All orders with two changes of turn, and many with more."""
    path = tmp_path / "列" / SHORT
    calls = max(tried(path, begun, [1 << 30]))
    for schedule in schedules(calls, 2):
        tried(path, begun, schedule)
    dice = random.Random(2)
    for _ in range(500):
        turns = dice.randrange(3, 12)
        tried(path, begun, [dice.randrange(1, calls) for _ in range(turns)])


def test_real_processes_lose_nothing() -> None:
    done = two_writers.main(4, 1)
    assert done["saved"] > 0


def test_a_list_that_another_is_about_to_replace_keeps_its_journal(tmp_path: Path) -> None:
    """The other looked at the list before this fold, and puts its own in place after it."""
    file = new_file(tmp_path)
    file.commit(setting(file, remark="甲"))
    other = tmp_path / f"{SHORT}.abcdefgh.tmp"
    other.write_bytes((tmp_path / SHORT).read_bytes())
    file.fold()
    other.replace(tmp_path / SHORT)
    file.close()
    with TaskFile.open(tmp_path / SHORT) as again:
        assert again.tasks.task("task00000001").remark == "甲"
