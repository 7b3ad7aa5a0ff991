"""From a key to its last byte, beside a bare DataTable of the same rows; press by press, round by round."""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from store.file import disk
from store.file.task_file import TaskFile
from store.records.changes import Change, created
from tests.bench.ledger import facts_of_a_year
from tests.bench.lists import new_list
from tests.bench.opened import SEEN, at_each_size
from tests.bench.table import below, median, ms, print_table, ratio
from tests.bench.watch import Drawn, Watched

SIZES = (50, 1_000, 10_000)
LONG = 100_000
ROUNDS = 3
DOWN, UP, RIGHT, LEFT = (f"\x1b[{final}".encode() for final in "BACD")
PAGE_DOWN, TO_TOP, TO_END = b"\x1b[6~", b"\x1b[1;5H", b"\x1b[1;5F"
ESC = b"\x1b"
SPACE, TURN_VIEW = b" ", b"\x1b[19~"
PERIOD_BACK, PERIOD_ON = b"[", b"]"
_SCREEN = 38
"""Rows that a table of one line a row shows: below them each Down scrolls."""
_HELD, _RATE = 200, 30.0
"""Repetitions of a key that is held, and how many come in a second."""
MEDIAN_TIMES, P95_TIMES, GROWS, BYTES, BEHIND_MS = 1.3, 1.5, 1.2, 1_500, 100
CROSSING_TIMES = 1.5


class Kind(NamedTuple):
    """A kind of press: what is done before, then the presses."""

    name: str
    before: bytes
    presses: tuple[bytes, ...]


KINDS = (
    Kind("Down, nothing scrolls", TO_TOP, ((DOWN,) * 3 + (UP,) * 3) * 5),
    Kind("Down, scrolls", TO_TOP + DOWN * _SCREEN, (DOWN,) * 10),
    Kind("Right", TO_TOP, ((RIGHT,) * 2 + (LEFT,) * 2) * 8),
    Kind("PageDown", TO_TOP, (PAGE_DOWN,) * 4),
    Kind("End and Home of the list", TO_TOP, (TO_END, TO_TOP) * 4),
)


def keys() -> None:
    """The table of each kind of press at each size, both programs open and pressed in turn."""
    medians: dict[tuple[str, int], float] = {}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for rows in SIZES:
            path = new_list(home / f"{rows}.json", rows)
            with (
                Watched(["-m", "tests.bench.bare_table", str(path)], home) as bare,
                Watched(["-m", "tui", str(path)], home) as ours,
            ):
                bare.seen(["任务1:"])
                ours.seen(SEEN)
                table = []
                for kind in KINDS:
                    found = _in_turn(kind, bare, ours)
                    medians[kind.name, rows] = median([drawn.ms for drawn in found[1]])
                    table.append([kind.name, *_compared(*found)])
                behind = ours.hold(DOWN, _HELD, _RATE)
            heads = ["", "bare", "p95", "bytes", "ours", "p95", "bytes", "median", "p95"]
            print_table(f"A key to its last byte, {rows:,} rows", heads, table)
            print(f"  {_HELD} times Down held, behind the last: {below(behind, BEHIND_MS)}")
    for kind in KINDS[:2]:
        first, last = (medians[kind.name, rows] for rows in (SIZES[0], SIZES[-1]))
        print(f"  {kind.name}, {SIZES[-1]:,} rows to {SIZES[0]}: {ratio(last, first, GROWS)}")


def _in_turn(kind: Kind, *programs: Watched) -> list[list[Drawn]]:
    found: list[list[Drawn]] = [[] for _ in programs]
    for _ in range(ROUNDS):
        for program, drawn in zip(programs, found, strict=True):
            program.send(kind.before)
            program.settle()
            drawn += [one for one in map(program.press, kind.presses) if one.size]
    assert all(found), f"{kind.name} does nothing"
    return found


def _compared(bare: list[Drawn], ours: list[Drawn]) -> list[str]:
    figures = [median([one.ms for one in found]) for found in (bare, ours)]
    highest = [_p95(found) for found in (bare, ours)]
    sizes = [median([one.size for one in found]) for found in (bare, ours)]
    columns = zip(figures, highest, sizes, strict=True)
    cells = [cell for one, high, size in columns for cell in (ms(one), ms(high), f"{size:.0f}")]
    return [
        *cells,
        ratio(figures[1], figures[0], MEDIAN_TIMES),
        ratio(highest[1], highest[0], P95_TIMES),
    ]


def _p95(found: list[Drawn]) -> float:
    return sorted(drawn.ms for drawn in found)[int(len(found) * 0.95)]


def long_list() -> None:
    """Down and PageDown in a list of 100,000 rows beside one of 1,000: scrolling costs what is seen."""
    kinds = (KINDS[1], KINDS[3])
    figures: dict[tuple[str, int], float] = {}
    for rows, program in at_each_size((1_000, LONG)):
        program.rest()
        for kind in kinds:
            (found,) = _in_turn(kind, program)
            figures[kind.name, rows] = median([drawn.ms for drawn in found])
    table = []
    for kind in kinds:
        small, large = (figures[kind.name, rows] for rows in (1_000, LONG))
        table.append([kind.name, ms(small), ms(large), ratio(large, small, GROWS)])
    print_table("Scrolling a long list", ["", "1,000 rows", f"{LONG:,} rows", "ratio"], table)


def ledger_view() -> None:
    """Keys in the ledger of 10,000 rows and 12 periods beside those in the list, and another period."""
    table = []
    with tempfile.TemporaryDirectory() as folder:
        path = new_list(Path(folder) / "ledger.json", SIZES[-1])
        with mock.patch.object(disk, "sync"), TaskFile.open(path) as file:
            edits = (created(fact) for fact in facts_of_a_year(file.tasks))
            file.commit(Change("登记一年的进展", tuple(edits)))
        with Watched(["-m", "tui", str(path)], Path(folder)) as program:
            program.seen(["任务1:"])
            program.settle(2)
            program.send(ESC)
            in_list = [_in_turn(kind, program)[0] for kind in KINDS]
            program.settle()
            turned = program.press(TURN_VIEW).ms
            in_ledger = [_in_turn(kind, program)[0] for kind in KINDS]
            periods = [program.press(key).ms for key in (PERIOD_BACK, PERIOD_ON) * 5]
    for kind, ours, theirs in zip(KINDS, in_ledger, in_list, strict=True):
        table.append([kind.name, *_compared(theirs, ours)])
    heads = ["", "list", "p95", "bytes", "ledger", "p95", "bytes", "median", "p95"]
    print_table(f"A key to its last byte in the ledger, {SIZES[-1]:,} rows, 12 periods", heads, table)
    print(f"  F8 to the ledger {turned:.0f} ms, another period {median(periods):.0f} ms")


def crossings() -> None:
    """Keys in the 方阵: a small one, and one of 10,000 rows and 200 units."""
    figures: dict[tuple[str, str], list[Drawn]] = {}
    presses: Mapping[str, bytes] = {"Down": DOWN, "Right": RIGHT, "Space": SPACE}
    sizes = {"100 x 50": (100, 50), "10000 x 200": (10_000, 200)}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for name, (rows, units) in sizes.items():
            divisions = [f"第{number + 1}业务处" for number in range(units)]
            path = new_list(home / f"{rows}.json", rows, divisions=divisions)
            with Watched(["-m", "tui", str(path)], home) as program:
                program.seen(["任务1:"])
                program.settle()
                turned = program.press(TURN_VIEW).ms
                for key, code in presses.items():
                    program.settle(2)
                    found = [program.press(code) for _ in range(30)]
                    figures[name, key] = [drawn for drawn in found if drawn.size]
            print(f"  {name}: F8 to the first 方阵 {turned:.0f} ms")
    _print_crossings(list(sizes), list(presses), lambda name, key: figures[name, key])


def _print_crossings(sizes: list[str], presses: list[str], found: Callable[[str, str], list[Drawn]]) -> None:
    table = []
    for key in presses:
        small, large = (median([one.ms for one in found(size, key)]) for size in sizes)
        highest = [ms(_p95(found(size, key))) for size in sizes]
        table.append([key, ms(small), highest[0], ms(large), highest[1], ratio(large, small, CROSSING_TIMES)])
    heads = ["", sizes[0], "p95", sizes[1], "p95", "ratio"]
    print_table("A key to its last byte in the 方阵, rows x units", heads, table)
