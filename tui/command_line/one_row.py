"""Commands that work on what one row has several of: its measures, its milestones."""

from collections.abc import Sequence
from typing import TypeVar

from store.records.schedule import Measure, Milestone
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.cleaning import clean_line
from tui.command_line.selecting import rows_typed

_Part = TypeVar("_Part", Measure, Milestone)


def one_row(tasks: TaskList, typed: str | None) -> str:
    """Return the one row that is meant; refused for none and for several."""
    rows = rows_typed(tasks, typed or "")
    if len(rows) > 1:
        raise Refused("一次只改一行，请写明哪一行。")
    return rows[0]


def part_named(records: Sequence[_Part], typed: str, what: str) -> _Part:
    """Return what words number (1 for the first) or name, whole or in part; `what` says what it is."""
    wanted = clean_line(typed).strip()
    numbers = [str(number) for number in range(1, len(records) + 1)]
    if wanted in numbers:
        return records[numbers.index(wanted)]
    fitting = [one for one in records if one.text == wanted]
    fitting = fitting or [one for one in records if wanted and wanted in one.text]
    if len(fitting) == 1:
        return fitting[0]
    if not records:
        raise Refused(f"这一行还没有{what}，请用 --add 新增。")
    names = "、".join(one.text for one in records)
    raise Refused(f"这一行的{what}有：{names}，请写明是哪一个。")
