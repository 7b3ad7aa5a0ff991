"""Kills two desks at random moments of their exchange: `python -m tests.store.exchange.crash KILLS [SEED]`.

The desks are in turn one fork of this loaded process. It edits a list, puts what it has on a stick, lets the
other list take in some of the files there, decides a conflict now and then, and says before each step which
sizes a list may have after it. Then both lists are opened and all files of the stick are read: a list has
one of those sizes and is whole, a file is whole or not there.
"""

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from store.acts.deciding import take_sides
from store.exchange.entering import entering, take_in
from store.exchange.leaving import leaving
from store.exchange.parcel import SUFFIX
from store.exchange.reading import read_parcel
from store.file.task_file import TaskFile
from store.machine.clock import SYSTEM_CLOCK
from store.records.changes import Change, Edit
from tests.store.exchange.desks import two_desks
from tests.store.small_list import ROWS, SHORT

DESKS = ("甲", "乙")
STICK = "U盘"
MOST_SAID = 30
"""So many lines at most are said before the moment of the kill comes."""
KILLS_OF_A_LIST = 15
"""After so many kills there are new lists: long ones only take time."""

Say = Callable[..., object]
Sizes = dict[str, tuple[int, ...]]
"""By desk the numbers of changes that its list may have."""


def work_on(folder: Path, say: Say, dice: random.Random) -> None:
    """Edit, put out and take in until killed."""
    steps = (edit, edit, put_out, put_out, bring_in, bring_in, decide)
    while True:
        desk = dice.choice(DESKS)
        say("open", desk)
        with TaskFile.open(folder / desk / SHORT, by=desk) as file:
            for _ in range(dice.randrange(1, 4)):
                dice.choice(steps)(file, desk, say, dice)


def edit(file: TaskFile, desk: str, say: Say, dice: random.Random) -> None:
    """Write a remark where nothing is undecided."""
    key = dice.choice(ROWS).key
    if not file.tasks.documents.undecided.of("tasks", key):
        before = file.tasks.task(key).remark
        words = Edit("tasks", key, "remark", before, f"{desk} {len(file.history)}")
        committed(file, Change("修改", (words,)), desk, say)


def decide(file: TaskFile, desk: str, say: Say, dice: random.Random) -> None:
    """Take a side of the first conflict."""
    for conflict in list(file.tasks.documents.undecided)[:1]:
        side = dice.choice(conflict.sides)
        committed(file, take_sides(file.tasks, [(conflict, side)]), desk, say)


def committed(file: TaskFile, change: Change, desk: str, say: Say) -> None:
    count = len(file.history)
    say("commit", desk, count, count + 1)
    file.commit(change)
    say("done", desk, count + 1)


def put_out(file: TaskFile, desk: str, say: Say, dice: random.Random) -> None:
    """Put on the stick what the other desk is not known to have, or everything."""
    found = leaving(file, SYSTEM_CLOCK, everything=dice.random() < 0.3)
    say("out", desk)
    path = found.written(file.path.parent.parent / STICK, SYSTEM_CLOCK, "").path
    say("there", desk, path.name)


def bring_in(file: TaskFile, desk: str, say: Say, dice: random.Random) -> None:
    """Take in all that lies on the stick."""
    files = sorted((file.path.parent.parent / STICK).glob(f"*{SUFFIX}"))
    dice.shuffle(files)
    coming = entering(file, files, SYSTEM_CLOCK) if files else None
    if coming and coming.docs:
        before = len(file.history)
        after = before + len(coming.docs)
        say("in", desk, before, after)
        take_in(file, coming, SYSTEM_CLOCK)
        say("done", desk, after)


def life(folder: Path, dice: random.Random) -> list[str]:
    """Let the desks work, kill them, and give what they said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            os.environ["XDG_STATE_HOME"] = str(folder / "state")

            def say(*words: object) -> None:
                os.write(writing, (" ".join(map(str, words)) + "\n").encode())

            work_on(folder, say, dice)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        # How far it comes is by what it says, so that a machine with other work to do kills in all steps too.
        said = [pipe.readline() for _ in range(dice.randrange(MOST_SAID))]
        time.sleep(dice.random() * 0.01)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        said += pipe.readlines()
    assert status == signal.SIGKILL, f"the desks ended by themselves after {said[-3:]}"
    return [line.decode().strip() for line in said]


def look(folder: Path, said: list[str], sizes: Sizes) -> Sizes:
    """Return the sizes that the lists have, which are among those that were said; all is whole."""
    there: set[str] = set()
    for line in said:
        act, desk, *more = line.split(" ", 2)
        if act == "there":
            there.update(more)
        elif more:
            sizes[desk] = tuple(map(int, more[0].split()))
    files = {path.name for path in (folder / STICK).glob(f"*{SUFFIX}")}
    assert there <= files, f"gone from the stick: {there - files}"
    for name in files:
        read_parcel(folder / STICK / name)
    return dict(found_sizes(folder, sizes))


def found_sizes(folder: Path, sizes: Sizes) -> Iterator[tuple[str, tuple[int, ...]]]:
    for desk in DESKS:
        with TaskFile.open(folder / desk / SHORT, read_only=True) as file:
            assert len(file.history) in sizes[desk], f"{desk}: {len(file.history)} of {sizes[desk]}"
            assert file.notices == []
            assert list(file.breaks()) == []
            yield desk, (len(file.history),)


def begun(folder: Path) -> Sizes:
    """Make the two lists and an empty stick."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir()
    two_desks(folder)
    (folder / STICK).mkdir()
    return dict.fromkeys(DESKS, (1,))


def main(kills: int, seed: int) -> None:
    """Kill so many times; the seed repeats a run's dice, though not the machine's timing."""
    dice = random.Random(seed)
    acts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / "两台"
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        sizes: Sizes = {}
        for number in range(kills):
            if number % KILLS_OF_A_LIST == 0:
                sizes = begun(folder)
            said = life(folder, dice)
            acts[said[-1].split(" ")[0] if said else "start"] += 1
            sizes = look(folder, said, sizes)
    told = ", ".join(f"{count} in {act}" for act, count in acts.most_common())
    print(f"{kills} kills of two desks, seed {seed}: {told}")


if __name__ == "__main__":
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 32)
    print(f"seed {seed}", flush=True)
    main(int(sys.argv[1]), seed)
