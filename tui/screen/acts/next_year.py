"""The act that makes the list of the year after from the one that is shown."""

import asyncio
from dataclasses import replace
from functools import partial
from pathlib import Path

from rich.cells import cell_len

from store.acts.next_year import NextYear
from store.file.task_file import TaskFile
from store.machine.whereabouts import file_name, free_path
from store.progress import Progress
from store.records.ranges import rows_in_words
from store.records.tasklist import TaskList
from store.words.cutting import cut
from store.words.years import of_next_year
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice
from tui.screen.dialogs.mark import MarkDialog

_LONGEST = 80
_ABOUT = "所选各行带到下年：文字、目标、责任照旧，时限清空，历史从头记。本清单不改动。"


class NextYearActs:
    """Making the list of the year after."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    async def make(self) -> None:
        """Ask for the rows, all marked at first, then for the name; make the list and open it."""
        desk, tasks = self._desk, self._desk.tasks
        choices = [Choice(row, _row_words(tasks, row)) for row in tasks.task_keys]
        dialog = MarkDialog(
            "据此建下年清单", choices, tasks.task_keys, nothing="请至少选一行。", about=_ABOUT
        )
        rows = await desk.ask(dialog)
        if rows is None:
            return
        plan = replace(NextYear.proposed(tasks), rows=frozenset(rows))
        path = await asyncio.to_thread(_path_for, plan, desk.file.path)
        name = await desk.ask_text(
            "下年清单的名称",
            plan.name,
            check=lambda name: replace(plan, name=name).refuse_incomplete(),
            problem=_hints(plan, path),
        )
        if name is None:
            return
        await desk.long_work("正在建立下年清单", partial(_make, replace(plan, name=name), path))
        desk.room.open_another(path)


def _make(plan: NextYear, path: Path, progress: Progress) -> None:
    TaskFile.create(path, plan.change(progress), progress=progress).close()


def _path_for(plan: NextYear, beside: Path) -> Path:
    """Return a free path beside the old list: its name with the year after, else the new list's name."""
    stem = of_next_year(beside.stem)
    return free_path(beside.with_name(f"{file_name(plan.name if stem == beside.stem else stem)}.json"))


def _row_words(tasks: TaskList, row: str) -> str:
    task = tasks.task(row)
    text = " ".join(filter(None, (task.number, task.text)))
    return f"{tasks.row_name(row):<5} {cut(text, _LONGEST, cell_len)}"


def _hints(plan: NextYear, path: Path) -> str:
    """Return what is to be known before it is made: where it goes, and what is to be looked at."""
    hints = [f"存为 {path}。"]
    if plan.name != plan.tasks.list_name:
        hints.insert(0, "名称中的年份已加一。")
    of_the_year = plan.rows_of_the_year()
    if of_the_year:
        rows = rows_in_words(plan.tasks, of_the_year)
        hints.append(f"第 {rows} 行的文字里写有当年的年份，建好后请核对。")
    return "".join(hints)
