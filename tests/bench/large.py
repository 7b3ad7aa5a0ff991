"""What 10,000 rows cost beside 50: the first screen, and memory once names were searched by pinyin."""

import json
import tempfile
from pathlib import Path

from tests.bench.lists import new_list
from tests.bench.table import median, ms, print_table, ratio, timed
from tests.bench.watch import Watched

SMALL, LARGE = 50, 10_000
ROUNDS = 5
MOST_MIB = {SMALL: 60, LARGE: 130}
SECONDS_OF_CHECKS = 3.0
"""So long nothing is written while 10,000 rows are still checked."""


def start_and_memory() -> None:
    """From spawn to rows, both sizes in turn, beside `json.loads` of the large file; then the memory."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        paths = {rows: new_list(home / f"{rows}.json", rows) for rows in MOST_MIB}
        seen: dict[int, list[float]] = {rows: [] for rows in paths}
        read = []
        for _ in range(ROUNDS):
            for rows, path in paths.items():
                with Watched(["-m", "tui", str(path)], home) as program:
                    seen[rows].append(program.seen(["任务1:", "查找"]) * 1e3)
            read.append(timed(json.loads, paths[LARGE].read_text("utf-8"))[0])
        memory = {rows: _memory(path, home) for rows, path in paths.items()}
    table = []
    for rows, figures in seen.items():
        held, most = memory[rows], MOST_MIB[rows]
        said = f"{held:.1f} MiB (wanted {most}{'' if held <= most else ', MISSED'})"
        table.append([f"{rows:,} rows", ms(median(figures)), said])
    print_table("First screen, and memory after the first search by pinyin", ["", "median", "memory"], table)
    added = median(seen[LARGE]) - median(seen[SMALL])
    print(f"  ratio of what is added to json.loads {ratio(added, median(read), 1.5)}")


def _memory(path: Path, home: Path) -> float:
    """MiB of the program once the list was checked, and a name searched for by its initials."""
    with Watched(["-m", "tui", str(path)], home) as program:
        program.seen(["任务1:", "查找"])
        program.settle(SECONDS_OF_CHECKS)
        for key in (b"c", b"g"):
            program.press(key)
        program.settle()
        return program.memory
