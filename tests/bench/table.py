"""What every measurement here shares: medians, milliseconds, and a table with its floors and ratios."""

import statistics
import time
from collections.abc import Callable, Sequence
from typing import ParamSpec, TypeVar

_T = TypeVar("_T")
_P = ParamSpec("_P")


def timed(act: Callable[_P, _T], *given: _P.args, **named: _P.kwargs) -> tuple[float, _T]:
    """Milliseconds that an act takes on what it is given, and its result."""
    began = time.perf_counter()
    result = act(*given, **named)
    return (time.perf_counter() - began) * 1e3, result


def median(figures: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(figures)


def print_table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table on standard output."""
    widths = [max(len(row[place]) for row in (heads, *rows)) for place in range(len(heads))]
    print(f"\n{title}")
    for row in (heads, ["-" * width for width in widths], *rows):
        cells = (
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  " + "  ".join(cells).rstrip(), flush=True)


def ms(figure: float) -> str:
    """Milliseconds in words."""
    return f"{figure:.3f} ms" if figure < 1 else f"{figure:.1f} ms"


def below(figure: float, wanted: float) -> str:
    """Milliseconds in words, and whether they are as few as wanted."""
    return f"{ms(figure)} (wanted {wanted:g}{'' if figure <= wanted else ', MISSED'})"


def ratio(figure: float, floor: float, wanted: float) -> str:
    """How often the floor goes into a figure, and whether that is as wanted."""
    times = figure / floor
    return f"{times:.2f} (wanted {wanted:g}{'' if times <= wanted else ', MISSED'})"
