"""Kills a writer at random moments and looks at what it left: `python -m tests.store.file.crash KILLS
[SEED]`.

The writer is a fork of this loaded process. It numbers its changes, writes each number into two rows as one
change, and says it over a pipe once it is saved; between them it folds, backs up, closes and opens again, and
says what it is about to do. Some changes are taken and saved with those after them.
"""

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from store.file.backups import Backups
from store.file.task_file import TaskFile
from store.records.changes import Change, hash_of, updated
from tests.store.small_list import IMPORT, ROWS

TOGETHER = 3
"""At most so many changes are saved at once."""

MOST_SAID = 24
"""So many lines at most a writer says before the moment at which it is killed comes."""


def numbered(file: TaskFile) -> Change:
    """The next change."""
    number = str(len(file.history))
    return Change(
        f"第 {number} 次",
        tuple(edit for row in ROWS[:2] for edit in updated(file.tasks.task(row.key), remark=number)),
    )


def write_on(path: Path, pipe: int, dice: random.Random) -> None:
    """Work on the list until killed."""
    while True:
        os.write(pipe, b"open\n")
        with TaskFile.open(path) if path.exists() else TaskFile.create(path, IMPORT) as file:
            os.write(pipe, b"%d\n" % (len(file.history) - 1))
            while dice.random() > 0.05:
                if dice.random() < 0.1:
                    os.write(pipe, b"backup\n")
                    number = str(len(file.history))
                    file.back_up(Backups(path, path.parent / f"备份{number}"))
                steps = file.fold_steps() if dice.random() < 0.2 else iter(())
                os.write(pipe, b"work\n")
                next(steps, None)
                for _ in range(dice.choice((0, 0, 1, TOGETHER - 1))):
                    file.take(numbered(file))
                file.commit(numbered(file))
                os.write(pipe, b"%d\n" % (len(file.history) - 1))
                os.write(pipe, b"fold\n")
                for _ in steps:
                    pass
            os.write(pipe, b"close\n")


def warm_up(folder: Path) -> None:
    """Import all that a writer imports on its way, so that a kill meets its work."""
    with TaskFile.create(folder / "清单.json", IMPORT) as file:
        file.back_up()
        file.commit(numbered(file))
        file.fold()


def life(path: Path, dice: random.Random) -> tuple[int, str]:
    """Start a writer, kill it, and give the last number that it said, -1 where it said none, and what it was
    doing.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            write_on(path, writing, dice)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        # How far it comes is by what it says, so that a machine with other work to do kills in all acts too.
        said = [pipe.readline() for _ in range(dice.choice((0, dice.randrange(MOST_SAID))))]
        time.sleep(dice.random() * 0.01)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        said = [line.strip() for line in (*said, *pipe.read().splitlines())]
    assert status == signal.SIGKILL, "the writer ended by itself"
    numbers, acts = (
        [line for line in said if line.isdigit()],
        [line.decode() for line in said if not line.isdigit()],
    )
    return int(numbers[-1]) if numbers else -1, acts[-1] if acts else "start"


def look(path: Path, said: int) -> None:
    """Everything said is there, at most one save more, nothing half, every change after the one before it."""
    if not path.exists():
        assert said == -1, f"the list is gone, {said} was said"
        return
    with TaskFile.open(path, read_only=True) as file:
        history = file.history
        rows = {file.tasks.task(row.key).remark or "0" for row in ROWS[:2]}
        assert rows == {str(len(history) - 1)}, f"half a change: {rows} after {len(history)} changes"
        assert said <= len(history) - 1 <= said + TOGETHER or said == -1, (
            f"{said} was said, {len(history) - 1} is there"
        )
        assert [change.parents for change in history[1:]] == [(hash_of(doc),) for doc in history.docs[:-1]]
        assert file.notices == []
    for copy in path.parent.glob("备份*/*.json"):
        assert TaskFile.open(copy, read_only=True).breaks() == [], f"half a backup: {copy}"


def main(kills: int, seed: int) -> None:
    """Kill so many writers; the seed repeats a run's dice, though not the machine's timing."""
    dice = random.Random(seed)
    acts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "清单.json"
        warm_up(Path(folder))
        for number in range(kills):
            if number % 20 == 0:
                for left in Path(folder).iterdir():
                    shutil.rmtree(left) if left.is_dir() else left.unlink()
            said, act = life(path, dice)
            acts[act] += 1
            look(path, said)
    print(
        f"{kills} kills, seed {seed}: {', '.join(f'{count} in {act}' for act, count in acts.most_common())}"
    )


if __name__ == "__main__":
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 32)
    print(f"seed {seed}", flush=True)
    main(int(sys.argv[1]), seed)
