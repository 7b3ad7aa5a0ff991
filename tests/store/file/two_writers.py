"""Two or three writers at once on a disk whose locks do nothing.

`python -m tests.store.file.two_writers RUNS [SEED]`. Each writer is a fork of this loaded process. It opens
the list, commits changes of a row, its own or that of both, folds now and then, closes and opens again, and
says the id of a change over a pipe once it is saved. Half of the runs end with a kill of all. Then the list
is opened: it is whole and has every change that was said.
"""

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.file import lock
from store.file.task_file import TaskFile
from store.refused import Refused
from tests.store.file.crash import warm_up
from tests.store.small_list import SHORT, new_file, setting

SECONDS = 0.25
"""How long two writers are at work."""


@contextmanager
def without_locks() -> Iterator[None]:
    """Let the lock of a list in whoever asks, in this process and its forks, for a while."""
    held = lock.take_now
    lock.take_now = _taken
    try:
        yield
    finally:
        lock.take_now = held


def _taken(fd: int) -> bool:
    return True


def write_on(path: Path, row: int, pipe: int, dice: random.Random) -> None:
    """Work on a row until killed or told to stop."""
    end = time.monotonic() + SECONDS
    number = 0
    while time.monotonic() < end:
        try:
            with TaskFile.open(path) as file:
                while dice.random() > 0.2:
                    number += 1
                    change = file.commit(setting(file, row, remark=f"{os.getpid()}-{number}"))
                    os.write(pipe, f"{change.id}\n".encode())
                    if dice.random() < 0.3:
                        file.fold()
        except Refused as refusal:
            os.write(pipe, f"- {str(refusal)[:60]}\n".encode())


def writer(path: Path, row: int, seed: int) -> tuple[int, int]:
    """Start a writer; its process and the end of its pipe."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    try:
        os.close(reading)
        write_on(path, row, writing, random.Random(seed))
    finally:
        os._exit(0)


def run(folder: Path, dice: random.Random) -> Counter[str]:
    """Let the writers work, kill them or not, and look for every change that they said was saved."""
    new_file(folder).close()
    path = folder / SHORT
    killing = dice.random() < 0.5
    rows = dice.choice(((0, 1), (0, 1, 2), (0, 0)))
    writers = [writer(path, row, dice.randrange(1 << 32)) for row in rows]
    if killing:
        time.sleep(dice.random() * SECONDS)
    said: list[str] = []
    for child, reading in writers:
        if killing:
            os.kill(child, signal.SIGKILL)
        with os.fdopen(reading, encoding="utf-8", errors="replace") as pipe:
            said += pipe.read().splitlines()
        os.waitpid(child, 0)
    saved = {line for line in said if line[:2] != "- "}
    with TaskFile.open(path) as file:
        lost = saved - {change.id for change in file.history}
        assert not lost, f"{len(lost)} of {len(saved)} are lost: {lost}; {file.notices}"
        assert file.breaks() == [], file.breaks()
        told = len(file.notices)
    left = [one.name for one in folder.iterdir() if one.suffix == ".tmp"]
    assert not left, left
    return Counter(runs=1, saved=len(saved), refused=len(said) - len(saved), told=told, killed=int(killing))


def main(runs: int, seed: int) -> Counter[str]:
    """Run so often; the seed repeats the dice, though not the machine's timing."""
    dice = random.Random(seed)
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        warm_up(Path(folder))
    with without_locks():
        for _ in range(runs):
            with tempfile.TemporaryDirectory() as folder:
                total += run(Path(folder), dice)
    return total


if __name__ == "__main__":
    chosen = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 32)
    print(f"seed {chosen}", flush=True)
    print(dict(main(int(sys.argv[1]), chosen)))
