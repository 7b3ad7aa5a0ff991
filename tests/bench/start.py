"""What a person waits for before the first key: the first usable screen; then what a screen costs at rest."""

import compileall
import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.lists import new_list
from tests.bench.opened import SEEN, at_each_size
from tests.bench.table import below, median, ms, print_table, ratio, timed
from tests.bench.watch import ROOT, Watched

ROUNDS = 9
SIZES = (50, 1_000, 10_000)
MIB_WANTED = {50: 60, 10_000: 130}
"""Memory after the first pinyin search."""
IDLE_SECONDS = 5.0
IDLE_WANTED = 0.5
"""Percent of a processor."""
RIGHT, ESC = b"\x1b[C", b"\x1b"
_JSON_TIMES, _START_TIMES = 1.5, 1.3


def start() -> None:
    """From spawn to the first screen, round by round in turn: a bare app, and ours with lists of each size.

    The screen is usable: a key that is pressed then draws.
    """
    for package in ("store", "tui", "data", "tests/bench"):
        compileall.compile_dir(ROOT / package, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        programs: dict[str, tuple[Sequence[str], Sequence[str]]] = {
            "bare app, one Static": (["-m", "tests.bench.bare"], ["READY"])
        }
        floors = {}
        for rows in SIZES:
            path = new_list(home / f"{rows}.json", rows)
            programs[_name(rows)] = (["-m", "tui", str(path)], SEEN)
            text = path.read_text("utf-8")
            floors[rows] = median([timed(json.loads, text)[0] for _ in range(ROUNDS)])
        figures = _starts(programs, home)
    table = [[name, ms(median(found)), ms(min(found)), ms(max(found))] for name, found in figures.items()]
    print_table("Spawn to first usable screen, 120x40", ["", "median", "min", "max"], table)
    bare, ours = median(figures["bare app, one Static"]), median(figures[_name(50)])
    print(f"  {_name(50)} to the bare app: {ratio(ours, bare, _START_TIMES)}")
    for rows in SIZES[1:]:
        wanted = ours + _JSON_TIMES * floors[rows]
        took = median(figures[_name(rows)])
        print(f"  {_name(rows)}: {below(took, round(wanted))}: those of 50, and {_JSON_TIMES} × json.loads")


def _starts(
    programs: Mapping[str, tuple[Sequence[str], Sequence[str]]], home: Path
) -> dict[str, list[float]]:
    figures: dict[str, list[float]] = {name: [] for name in programs}
    for turn in range(ROUNDS + 1):
        for name, (arguments, texts) in programs.items():
            with Watched(arguments, home) as program:
                seen = program.seen(texts) * 1e3
                assert texts is not SEEN or program.press(RIGHT).size, "the key does nothing"
            if turn:  # The first run fills the caches.
                figures[name].append(seen)
    return figures


def at_rest() -> None:
    """Memory after the first pinyin search, and what is done while nothing is to be done."""
    table = []
    for rows, program in at_each_size(SIZES):
        program.settle(2)
        program.press(b"c", 0.5)
        program.press(ESC, 0.5)
        used = program.mebibytes
        share, size = program.idle(IDLE_SECONDS)
        wanted = MIB_WANTED.get(rows, used)
        missed = used > wanted or share > IDLE_WANTED or size
        told = f"{used:.0f} MiB (wanted {wanted:.0f})"
        table.append([_name(rows), told, f"{share:.2f} %", f"{size}", "MISSED" if missed else ""])
    heads = ["", "memory", f"processor (wanted {IDLE_WANTED} %)", "bytes (wanted 0)", ""]
    print_table(f"At rest, {IDLE_SECONDS:g} s", heads, table)


def _name(rows: int) -> str:
    return f"yaodian, {rows:,} rows"
