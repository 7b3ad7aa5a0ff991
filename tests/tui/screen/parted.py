"""A list that two clerks changed, each at a desk of his own, and that has come together again."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from store.acts.assigning import SideAnswer, assign, assignment_change
from store.acts.resolving import names_in, units_named
from store.file.task_file import TaskFile
from store.records.changes import Change, updated
from tests.tui.screen.pilot import row

Act = Callable[[TaskFile], Change]
CAME = "2026-11-02T09:00:00+08:00"


def leads(name: str, unit: str) -> Act:
    """Give a row another lead unit, with the leader who has it."""

    def made(file: TaskFile) -> Change:
        key = row(file, name).key
        done = assign(file.tasks, (key,), {"lead": SideAnswer(units_named(file.tasks, names_in(unit)))})
        return assignment_change(file.tasks, (key,), done)

    return made


def says(name: str, **values: object) -> Act:
    """Give a row texts."""

    def made(file: TaskFile) -> Change:
        return Change(f"改第 {name} 行", tuple(updated(row(file, name), **values)))

    return made


def part(path: Path, here: list[Act], there: list[Act]) -> None:
    """Have 李明 do some acts in a list, 王芳 others an hour later in a copy of it, and take hers in."""
    other = Path(shutil.copy(path, path.with_name("对方.json")))
    with TaskFile.open(path, by="李明") as own, TaskFile.open(other, by="王芳") as hers:
        for file, acts, hour in ((own, here, 8), (hers, there, 9)):
            for act in acts:
                file.commit(replace(act(file), at=f"2026-11-01T{hour:02}:00:00+08:00"))
        own.take_in(hers.history.docs, CAME, "王芳 · PC-05")
