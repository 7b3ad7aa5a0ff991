"""What a person waits for: the first usable screen, and the screen after a key."""

import compileall
import tempfile
from pathlib import Path

from store.file.task_file import TaskFile
from tests.bench.lists import new_list
from tests.bench.table import median, ms, print_table, ratio
from tests.bench.watch import ROOT, Watched
from tests.sample import sample_change

ROUNDS = 9
BARE, OURS = "bare Textual app, one Static", "yaodian SAMPLE.json"
DOWN, RIGHT, SPACE, TURN_VIEW = b"\x1b[B", b"\x1b[C", b" ", b"\x1b[19~"
PRESSES = 30


def start() -> None:
    """From spawn to the sample's first screen, beside a bare Textual app; one after the other, round by
    round.
    """
    for package in ("store", "tui", "data", "tests/bench"):
        compileall.compile_dir(ROOT / package, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        sample = home / "示例.json"
        TaskFile.create(sample, sample_change()).close()
        programs = {
            BARE: (["-m", "tests.bench.bare"], ["READY"]),
            OURS: (["-m", "tui", str(sample)], ["深化", "成果处", "已保存", "F10 菜单"]),
        }
        figures: dict[str, list[float]] = {name: [] for name in programs}
        work: dict[str, list[float]] = {name: [] for name in programs}
        for turn in range(ROUNDS + 1):
            for name, (arguments, texts) in programs.items():
                with Watched(arguments, home) as program:
                    seen = program.seen(texts) * 1e3
                if turn:  # The first run fills the caches.
                    figures[name].append(seen)
                    work[name].append(program.work * 1e3)
    floor, ours = (median(found) for found in figures.values())
    rows = [
        [name, ms(median(found)), ms(min(found)), ms(max(found)), ms(median(work[name]))]
        for name, found in figures.items()
    ]
    print_table("Spawn to first usable screen, 120x40", ["", "median", "min", "max", "processor"], rows)
    print(
        f"  ratio {ratio(ours, floor, 1.5)}; of processor time {median(work[OURS]) / median(work[BARE]):.2f}"
    )


def keys() -> None:
    """From Down to the painted screen, to the last byte before 60 ms of silence."""
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for rows in (100, 10_000):
            path = new_list(home / f"{rows}.json", rows)
            with Watched(["-m", "tui", str(path)], home) as program:
                seen = program.seen(["任务1:", "查找"])
                program.settle()
                pressed = [program.press(DOWN) * 1e3 for _ in range(PRESSES)]
            figures[rows] = [figure for figure in pressed if figure]
            assert len(figures[rows]) > PRESSES // 2, "the key does nothing"
            print(f"  {rows} rows: first screen after {seen * 1e3:.0f} ms")
    table = [[f"{rows} rows", ms(median(found)), ms(sorted(found)[-2])] for rows, found in figures.items()]
    print_table(f"Down to painted screen, {PRESSES} presses", ["", "median", "p95"], table)
    print(f"  ratio {ratio(median(figures[10_000]), median(figures[100]), 1.5)}")


def crossings() -> None:
    """In the matrix proper, from Down, Right and Space to the painted screen: a small matrix, and one of
    10,000 rows and 200 units.
    """
    figures: dict[tuple[str, str], list[float]] = {}
    keys = {"Down": DOWN, "Right": RIGHT, "Space": SPACE}
    wanted = {
        "Down": 1.5,
        "Right": 1.5,
        "Space": 2,
    }  # A change draws the roster's lines anew, one for each unit.
    sizes = {"100 x 50": (100, 50), "10000 x 200": (10_000, 200)}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for name, (rows, units) in sizes.items():
            path = new_list(
                home / f"{rows}.json", rows, divisions=[f"第{number + 1}业务处" for number in range(units)]
            )
            with Watched(["-m", "tui", str(path)], home) as program:
                program.seen(["任务1:", "查找"])
                program.settle()
                turned = program.press(TURN_VIEW) * 1e3
                for key, code in keys.items():
                    program.settle()
                    pressed = [program.press(code) * 1e3 for _ in range(PRESSES)]
                    figures[name, key] = [figure for figure in pressed if figure]
            print(f"  {name}: F8 to the first matrix {turned:.0f} ms")
    table = [
        [f"{key}, {name}", ms(median(found)), ms(sorted(found)[-2])] for (name, key), found in figures.items()
    ]
    print_table(
        f"Keys to painted matrix proper, rows x units, {PRESSES} presses", ["", "median", "p95"], table
    )
    for key in keys:
        large, small = median(figures["10000 x 200", key]), median(figures["100 x 50", key])
        print(f"  ratio of {key} {ratio(large, small, wanted[key])}")
