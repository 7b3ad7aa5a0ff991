"""What an act on the list costs from its key to the last byte, at growing sizes."""

from collections.abc import Callable

from tests.bench.opened import at_each_size
from tests.bench.start import ESC
from tests.bench.table import below, median, ms, print_table
from tests.bench.watch import Watched
from tui.screen.widgets.light import LIT_SECONDS

SIZES = (50, 1_000, 10_000)
ROUNDS = 3
PAUSE_MS = 150
"""Find waits so long for more signs."""
FIND_WANTED = 50
QUIET = 0.3
_DIALOG_SECONDS = 1.0
"""After a dialog came or went, until nothing more follows."""
FIND, FILTER, TURN_VIEW = b"\x1bOR", b"\x1bOS", b"\x1b[19~"
CTRL_Z, DELETE, ENTER = b"\x1a", b"\x1b[3~", b"\r"
_COMMITTED = "推进高效办成一件事统一受理"


def acts() -> None:
    """Find, filter, sort, undo, F8, resize, and a paste of 200 rows."""
    table = []
    for rows, program in at_each_size(SIZES):
        program.settle(2)
        table.append([f"{rows:,}", *(median_of(act, program) for act in ACTS.values())])
    print_table("Acts, from the key to the last byte (ms)", ["rows", *ACTS], table)


def median_of(act: Callable[[Watched], float], program: Watched) -> str:
    """The middle one of some rounds of an act, in words."""
    figure = median([act(program) for _ in range(ROUNDS)])
    return below(figure, FIND_WANTED) if act in (_find, _find_committed) else ms(figure)


def _find(program: Watched) -> float:
    return _found(program, "任务7")


def _find_committed(program: Watched) -> float:
    return _found(program, _COMMITTED)


def _found(program: Watched, words: str) -> float:
    program.press(FIND, QUIET)
    took = program.press(words.encode(), QUIET).ms - PAUSE_MS
    program.press(ESC, QUIET)
    return max(0.0, took)


def _filter(program: Watched) -> float:
    return _narrowed(program, "胡军")


def _sort(program: Watched) -> float:
    return _narrowed(program, "排序")


def _narrowed(program: Watched, words: str) -> float:
    program.press(FILTER, QUIET)
    program.press(words.encode(), QUIET)
    took = program.press(ENTER).ms
    program.settle(QUIET)
    program.press(FILTER, QUIET)
    return took


def _undo(program: Watched) -> float:
    program.send(DELETE)
    program.settle(LIT_SECONDS)
    took = program.press(CTRL_Z).ms
    program.settle(LIT_SECONDS)
    return took


def _turn_view(program: Watched) -> float:
    took = program.press(TURN_VIEW).ms
    for _ in range(2):
        program.settle(QUIET)
        program.press(TURN_VIEW)
    return took


def _resize(program: Watched) -> float:
    took = program.resize(100, 40)
    program.settle(QUIET)
    assert program.resize(120, 40).size and took.size, "the window stays as it is"
    program.settle(QUIET)
    return took.ms


def _paste(program: Watched) -> float:
    lines = "\r".join(f"第{number}行" for number in range(200))
    took = program.press(f"\x1b[200~{lines}\x1b[201~".encode(), QUIET)
    program.settle(_DIALOG_SECONDS)
    assert program.press(ESC, QUIET).size and took.size, "no preview of the paste to leave"
    program.settle(_DIALOG_SECONDS)
    return took.ms


ACTS = {
    "find": _find,
    "13 signs": _find_committed,
    "filter": _filter,
    "sort": _sort,
    "undo": _undo,
    "F8": _turn_view,
    "resize": _resize,
    "paste": _paste,
}
