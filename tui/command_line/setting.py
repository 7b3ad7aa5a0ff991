"""`set`: deadline, day due, start, text or remark of one row."""

from store.acts.due_set import day_set, due_values
from store.acts.field_values import set_fields
from store.reading.signs.deadline_given import DeadlineGiven, deadline_given, list_year
from store.records.task import Task
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.cleaning import clean_line
from tui.command_line.arguments import Argument, flag, word
from tui.command_line.committing import PREVIEW, change_rows
from tui.command_line.lists import FILE, opened
from tui.command_line.moments import BASIS, with_basis
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_EMPTY = {"deadline": None, "text": "", "remark": ""}
"""What a field holds when it is emptied."""

_ARGUMENTS = (
    word("row", "行", "行的位置，如 3.2"),
    Argument("--deadline", "时限", "完成时限，照写，如 6月底前"),
    Argument("--due", "日期", "到期日，以此为准，完成时限的文字不动；也可写长期坚持、定期"),
    Argument("--start", "日期", "开始日期，序时进度从这天算起；不写为清单年度的第一天"),
    Argument("--text", "内容", "重点任务的文字，不含编号"),
    Argument("--remark", "备注", "备注"),
    flag("--as-worded", "看不懂的时限也照写保留"),
    *BASIS,
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `set`."""
    fields = ("--deadline", "--due", "--start", "--text", "--remark")
    return Parser(name, "改一行的文字；写 '' 为清空。", _ARGUMENTS, one_needed=fields)


def run(options: Options) -> None:
    """Change the row."""
    with opened(options, read_only=options.dry_run) as file:
        rows = file.tasks.rows_named(clean_line(options.row))
        if len(rows) > 1:
            raise Refused(f"set 一次只改一行，请写明 {options.row} 中的哪一行。")
        task = file.tasks.task(rows[0])
        values: dict[str, str | None] = {}
        for field, empty in _EMPTY.items():
            typed = vars(options)[field]
            if typed is not None:
                values[field] = clean_line(typed) or empty
        said: list[str] = []
        if wording := values.get("deadline"):
            given = _deadline(file.tasks, wording, as_worded=options.as_worded)
            values["deadline"] = given.wording
            said.append(f"{given.wording} → {given.said}")
        values |= _days(file.tasks, task, options)
        change = set_fields(file.tasks, task, **values)
        change_rows(options, file, with_basis(change, options), said)


def _days(tasks: TaskList, task: Task, options: Options) -> dict[str, str | None]:
    """Return the day due and the start that were given."""
    values: dict[str, str | None] = {}
    if options.due is not None:
        values = due_values(tasks, task, clean_line(options.due))
    if options.start is not None:
        start = clean_line(options.start)
        values["start_on"] = day_set(tasks, start) if start else None
    return values


def _deadline(tasks: TaskList, words: str, *, as_worded: bool) -> DeadlineGiven:
    """Return what a deadline means; refused where that is not known, unless it is kept as it is worded."""
    given = deadline_given(words, list_year(tasks.notice), tasks.clock.day())
    if as_worded or not (given.problem or given.needs_year):
        return given
    keeping = "照写保留请加 --as-worded"
    if given.needs_year:
        raise Refused(f"清单没有写明是哪一年的，“{words}”请写上年份，如 2026年6月底前；{keeping}。")
    raise Refused(f"{given.problem}：“{words}”。请改写，如 6月底前、每季度、长期坚持；{keeping}。")
