"""The program on lists of growing sizes, one after the other."""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.bench.lists import new_list
from tests.bench.watch import Watched

SEEN = ("任务1:", "已保存", "菜单")
"""What stands on our first screen."""


def at_each_size(sizes: Iterable[int]) -> Iterator[tuple[int, Watched]]:
    """Yield how many rows a new list has, and the program on it, its first screen seen."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for rows in sizes:
            path = new_list(home / f"{rows}.json", rows)
            with Watched(["-m", "tui", str(path)], home) as program:
                program.seen(SEEN)
                yield rows, program
