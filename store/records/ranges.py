"""Many rows, lines or names in few words: 3.1–3.3、4; 54–66; 甲处、乙处等."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from typing import TypeVar

from store.records.tasklist import TaskList

_T = TypeVar("_T")

_MOST_RANGES = 6
_MOST_NAMES = 12


def rows_in_words(tasks: TaskList, rows: Iterable[str], most: int = _MOST_RANGES) -> str:
    """Return rows by their names, neighbours of one item as a range: 3.1–3.3、4; many are cut short."""
    in_order = sorted(dict.fromkeys(rows), key=tasks.places.__getitem__)
    return _in_runs(in_order, partial(follows, tasks), most, tasks.row_name)


def follows(tasks: TaskList, row: str, other: str) -> bool:
    """Tell whether a row is the next after another in one item."""
    is_next = tasks.places[other] == tasks.places[row] + 1
    return is_next and tasks.task(row).item == tasks.task(other).item


def numbered_row(tasks: TaskList, row: str) -> str:
    """Return a row as a sentence has it: 第 3.2 行."""
    return f"第 {tasks.row_name(row)} 行"


def numbered_rows(tasks: TaskList, rows: Iterable[str]) -> str:
    """Return rows as a sentence has them: 第 3.1–3.3、4 行."""
    return f"第 {rows_in_words(tasks, rows)} 行"


def issued_rows(names: Iterable[str], most: int = _MOST_RANGES) -> str:
    """Return rows by the names that they had when they were issued: 3.1–3.3、4; many are cut short."""
    in_order = sorted(filter(None, set(names)), key=_place)
    return _in_runs(in_order, _was_issued_next, most, str)


def _was_issued_next(name: str, other: str) -> bool:
    """Tell whether a row's name is the next after another's in one item."""
    place = _place(other)
    return len(place) > 1 and _place(name) == (*place[:-1], place[-1] - 1)


@lru_cache(maxsize=1 << 15)
def _place(name: str) -> tuple[int, ...]:
    """Return what a row's name counts: 3.2 is the second row of the third item."""
    return tuple([int(part) for part in name.split(".") if part.isdecimal()])


def lines_in_words(lines: Iterable[int], most: int = _MOST_RANGES) -> str:
    """Return lines of a text in few words: 54–61、66."""
    return _in_runs(sorted(set(lines)), lambda line, other: other == line + 1, most, str)


def _in_runs(
    things: Iterable[_T], follows: Callable[[_T, _T], bool], most: int, said: Callable[[_T], str]
) -> str:
    """Return things in order, those that follow one another as a range; many ranges are cut short."""
    runs: list[list[_T]] = []
    for thing in things:
        if runs and follows(runs[-1][-1], thing):
            runs[-1].append(thing)
        elif len(runs) > most:
            break
        else:
            runs.append([thing])
    named = [ends_in_words((said(run[0]), said(run[-1]))) for run in runs[:most]]
    return _cut_short(named, is_cut=len(runs) > most)


def ends_in_words(names: Sequence[object]) -> str:
    """Return the first and the last of what follows one another: 54–66; one alone by itself."""
    ends = dict.fromkeys((names[0], names[-1]))
    return "–".join(map(str, ends))


def names_in_words(names: Sequence[str]) -> str:
    """Return names one after the other; many are cut short: 甲处、乙处等."""
    return _cut_short(names[:_MOST_NAMES], is_cut=len(names) > _MOST_NAMES)


def _cut_short(names: Iterable[str], *, is_cut: bool) -> str:
    return "、".join(names) + ("等" if is_cut else "")
