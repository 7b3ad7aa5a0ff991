"""What the commands that close and adjust rows share: the rows, days, who approved, and how it is said."""

from datetime import date

from store.acts.course import CourseChange
from store.file.task_file import TaskFile
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line
from store.words.days import day_named
from tui.command_line.arguments import Argument, names, word
from tui.command_line.committing import change_rows
from tui.command_line.words import Options

ROWS = word("rows", "行,..", "行的位置，如 3.2；几行写 3.2,3.4 或 3.1-3.3", take=names)
APPROVAL = (
    Argument("--approved-by", "姓名", "批准人", default=""),
    Argument("--approved-on", "日期", "批准日期", default=""),
)
BASIS = Argument("--basis", "依据", "依据，如会议纪要", default="")


def rows_of(tasks: TaskList, typed: list[str]) -> tuple[str, ...]:
    """Return the rows that were named, each once, in the list's order."""
    found = {row for name in typed for row in tasks.rows_named(clean_line(name))}
    return tuple(sorted(found, key=tasks.places.__getitem__))


def day_of(words: str, today: date) -> str | None:
    """Return the day that was given, ISO; none where none was."""
    return day_named(clean_line(words), today)


def say_course_change(options: Options, file: TaskFile, done: CourseChange) -> None:
    """Commit a change of the course of rows, or show it, with what is to be told with it."""
    change_rows(options, file, done.change, [f"{said}。" for said in done.said])
