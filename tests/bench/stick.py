"""What it costs to take in 10,000 changes from a stick, beside hashing them once."""

import shutil
import tempfile
import time
from pathlib import Path
from unittest import mock

from store.exchange.entering import entering, take_in
from store.exchange.leaving import leaving
from store.file import disk
from store.file.task_file import TaskFile
from store.machine.clock import SYSTEM_CLOCK
from store.records.changes import hash_of
from tests.bench.lists import new_list, remark
from tests.bench.table import below, ms, print_table, ratio

CHANGES = 10_000
ROWS = 1_000
MOST_MS = 2_000
MOST_FLOORS = 30


def by_stick() -> None:
    """10,000 changes come to a list that goes straight on, and to one that was changed meanwhile."""
    rows: list[list[str]] = []
    with tempfile.TemporaryDirectory() as name, mock.patch.object(disk, "sync", lambda fd: None):
        folder = Path(name)
        ours = new_list(folder / "ours.json", ROWS)
        theirs = folder / "theirs.json"
        shutil.copy(ours, theirs)
        with TaskFile.open(theirs) as file:
            for number in range(CHANGES):
                file.take(remark(file, number))
            file.save()
            made = leaving(file, SYSTEM_CLOCK, everything=True).written(folder, SYSTEM_CLOCK, "").path
        branched = folder / "branched.json"
        shutil.copy(ours, branched)
        with TaskFile.open(branched) as file:
            file.commit(remark(file, 1))
        rows.append(measured("straight on", ours, made))
        rows.append(measured("two branches", branched, made))
    heads = ["10,000 changes", "read and admitted", "taken in", "hashing them", "both", "to hashing"]
    print_table("Changes by a stick", heads, rows)


def measured(name: str, path: Path, made: Path) -> list[str]:
    """A row: what it takes to read a file of changes and to take it in."""
    with TaskFile.open(path) as file:
        began = time.process_time()
        coming = entering(file, [made], SYSTEM_CLOCK)
        read = time.process_time()
        take_in(file, coming, SYSTEM_CLOCK)
        taken = time.process_time()
        list(map(hash_of, coming.docs))
        floor = (time.process_time() - taken) * 1e3
    both = (taken - began) * 1e3
    parts = [ms((read - began) * 1e3), ms((taken - read) * 1e3), ms(floor)]
    return [name, *parts, below(both, MOST_MS), ratio(both, floor, MOST_FLOORS)]
