"""What the file costs: commit, open, fold, undo, history of a row, find, at growing sizes."""

import contextlib
import gc
import itertools
import json
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO
from unittest import mock

from tinydb import TinyDB

from store.file import disk
from store.file.task_file import TaskFile
from store.history.finding import changes_found, keys_of_rows
from store.records.task import Task
from store.words.names import name_key
from store.words.search import Names, ranked
from tests.bench.lists import new_list, remark
from tests.bench.table import below, median, ms, print_table, ratio, timed
from tests.store.small_list import undo

SIZES = (100, 1_000, 10_000, 100_000)
COMMITS = 60


def costs() -> None:
    """A commit beside a raw append and TinyDB's update, in turn; and what is done with a list of that
    size.
    """
    rows, commits, floors = [], {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            path = new_list(Path(folder) / f"{size}.json", size)
            opened, file = timed(TaskFile.open, path)
            with file, (Path(folder) / "raw").open("ab", buffering=0) as raw:
                ours, floor = [], []
                for number in range(1, COMMITS + 1):
                    change = remark(file, number)
                    ours.append(timed(file.commit, change)[0])
                    floor.append(timed(append, raw)[0])
                undone, _ = timed(undo, file)
                slices = longest_slice(file)
                file.commit(remark(file, COMMITS + 1))
                folded, _ = timed(file.fold)
                keys = keys_of_rows(file.tasks, [file.tasks.task_keys[size // 2]])
                touched, _ = timed(changes_found, file.history, keys=keys)
                found, _ = timed(find, file)
                again, _ = timed(find, file)
            commits[size], floors[size] = median(ours), median(floor)
            tiny = median(tinydb_update(Path(folder) / "tiny.json", size))
            figures = (commits[size], median(floor), tiny, opened, undone, folded)
            looked = (touched, found, again)
            rows.append(
                [
                    f"{size:,}",
                    *map(ms, figures),
                    below(slices, 5),
                    *map(ms, looked),
                    ratio(commits[size], median(floor), 3),
                ]
            )
    heads = ["rows", "commit", "append+fsync", "TinyDB update", "open", "undo", "fold", "its longest slice"]
    heads += ["row history", "find", "again", "commit/append"]
    print_table("The file at growing sizes", heads, rows)
    flat = ratio(commits[100_000] / floors[100_000], commits[100] / floors[100], 1.5)
    grown = ratio(commits[100_000], commits[100], 1.5)
    print(f"  commit at 100,000 to commit at 100: {grown}; each by its own append + fsync: {flat}")


def append(raw: BinaryIO) -> None:
    """Put as many bytes as a change has at a file's end, on the disk."""
    raw.write(b"x" * 199 + b"\n")
    os.fsync(raw.fileno())


def longest_slice(file: TaskFile) -> float:
    """Fold; the most milliseconds of processor that one of its steps takes, which is how long it may hold the
    interpreter.

    What the system works in its own calls is not counted: the interpreter is let go for them.
    """
    longest, outside = 0.0, 0.0

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            nonlocal outside
            before = time.thread_time()
            try:
                return real(*arguments)
            finally:
                outside += time.thread_time() - before

        return call

    with contextlib.ExitStack() as patches:
        for name in ("write", "sync", "close", "replace", "sync_folder", "truncate"):
            patches.enter_context(mock.patch.object(disk, name, counted(getattr(disk, name))))
        steps, began = file.fold_steps(), time.thread_time()
        for _ in itertools.chain(steps, (None,)):
            longest, began, outside = (
                max(longest, time.thread_time() - began - outside),
                time.thread_time(),
                0.0,
            )
    return longest * 1e3


def find(file: TaskFile) -> int:
    """Hits for a name and for a text, over all units and rows."""
    units = [Names(unit.full_name, unit.aliases) for unit in file.tasks.units]
    texts = (name_key(task.text).lower() for task in file.tasks.all_of(Task))
    return len(ranked("成果", units)) + sum("垂直管理" in text for text in texts)


def tinydb_update(path: Path, size: int) -> list[float]:
    """Milliseconds of TinyDB's own update of one document, some times."""
    path.unlink(missing_ok=True)
    with TinyDB(path, encoding="utf-8", ensure_ascii=False) as db:
        db.insert_multiple(
            {"key": f"task{number}", "text": "深入推进“一网通办”" * 3} for number in range(size)
        )
        return [timed(db.update, {"remark": str(number)}, doc_ids=[1])[0] for number in range(3)]


def reading() -> None:
    """Opening 10,000 rows with 10,000 changes, beside `json.load` of the same file with and without its
    search for garbage.

    The second is the floor: opening does not look for garbage either.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = new_list(Path(folder) / "list.json", 10_000, 10_000)
        usual, floor, ours = [], [], []
        for _ in range(7):
            gc.collect()
            usual.append(timed(lambda: loaded(path))[0])
            gc.collect()
            gc.disable()
            floor.append(timed(lambda: loaded(path))[0])
            gc.enable()
            gc.collect()
            taken, file = timed(lambda: TaskFile.open(path))
            file.close()
            del file
            ours.append(taken)
    heads = ["json.load", "the same without gc", "open"]
    print_table(
        "Open 10,000 rows, 10,000 changes", heads, [[ms(median(usual)), ms(median(floor)), ms(median(ours))]]
    )
    to_load, to_floor = ratio(median(ours), median(usual), 2.5), ratio(median(ours), median(floor), 2.5)
    print(f"  ratio to json.load {to_load}; without gc {to_floor}")


def loaded(path: Path) -> object:
    """What json makes of a file."""
    with path.open(encoding="utf-8") as stream:
        return json.load(stream)
