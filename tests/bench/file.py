"""What the file costs: commit, open, fold, undo, history of a row, find, at growing sizes."""

import json
import os
import tempfile
from pathlib import Path

from tinydb import TinyDB

from store.file import TaskFile
from store.names import name_key
from store.search import ranked
from tests.bench.lists import new_list, remark
from tests.bench.table import median, ms, print_table, ratio, timed

SIZES = (100, 1_000, 10_000, 100_000)
COMMITS = 60


def costs() -> None:
    """A commit beside a raw append and TinyDB's update, in turn; and what is done with a list of that size."""
    rows, commits = [], {}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            path = new_list(Path(folder) / f"{size}.json", size)
            opened, file = timed(lambda path=path: TaskFile.open(path))
            with file, (Path(folder) / "raw").open("ab", buffering=0) as raw:
                ours, floor = [], []
                for number in range(1, COMMITS + 1):
                    change = remark(file, number)
                    ours.append(timed(lambda file=file, change=change: file.commit(change))[0])
                    floor.append(timed(lambda raw=raw: (raw.write(b"x" * 199 + b"\n"), os.fsync(raw.fileno())))[0])
                undone, _ = timed(file.undo)
                folded, _ = timed(file.fold)
                row = file.tasks.task_keys[size // 2]
                touched, _ = timed(lambda file=file, row=row: [c for c in file.history if any(edit.key == row for edit in c.edits)])
                found, _ = timed(lambda file=file: find(file))
                again, _ = timed(lambda file=file: find(file))
            commits[size] = median(ours)
            tiny = median(tinydb_update(Path(folder) / "tiny.json", size))
            figures = (commits[size], median(floor), tiny, opened, undone, folded, touched, found, again)
            rows.append([f"{size:,}", *map(ms, figures), ratio(commits[size], median(floor), 3)])
    heads = ["rows", "commit", "append+fsync", "TinyDB update", "open", "undo", "fold", "row history", "find", "again", "commit/append"]
    print_table("The file at growing sizes", heads, rows)
    print(f"  commit at 100,000 to commit at 100: {ratio(commits[100_000], commits[100], 1.5)}")


def find(file: TaskFile) -> int:
    """Hits for a name and for a text, over all units and rows."""
    units = [(unit.full_name, *unit.aliases) for unit in file.tasks.units]
    texts = (name_key(doc["text"]).lower() for doc in file.tasks.documents["tasks"].values())
    return len(ranked("成果", units)) + sum("垂直管理" in text for text in texts)


def tinydb_update(path: Path, size: int) -> list[float]:
    """Milliseconds of TinyDB's own update of one document, some times."""
    path.unlink(missing_ok=True)
    with TinyDB(path, encoding="utf-8", ensure_ascii=False) as db:
        db.insert_multiple({"key": f"task{number}", "text": "深入推进“一网通办”" * 3} for number in range(size))
        return [timed(lambda number=number: db.update({"remark": str(number)}, doc_ids=[1]))[0] for number in range(3)]


def reading() -> None:
    """Opening 10,000 rows with 10,000 changes, beside `json.load` of the same file."""
    with tempfile.TemporaryDirectory() as folder:
        path = new_list(Path(folder) / "list.json", 10_000, 10_000)
        floor, ours = [], []
        for _ in range(5):
            with path.open(encoding="utf-8") as stream:
                floor.append(timed(lambda stream=stream: json.load(stream))[0])
            taken, file = timed(lambda: TaskFile.open(path))
            file.close()
            ours.append(taken)
    print_table("Open 10,000 rows, 10,000 changes", ["json.load", "open"], [[ms(median(floor)), ms(median(ours))]])
    print(f"  ratio {ratio(median(ours), median(floor), 2.5)}")
