"""`set`: deadline, text or remark of one row."""

from store.acts.field_values import set_fields
from store.refused import Refused
from store.words.cleaning import clean_line
from tui.command_line.arguments import Argument, word
from tui.command_line.committing import PREVIEW, change_rows
from tui.command_line.lists import FILE, opened
from tui.command_line.moments import BASIS, with_basis
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_EMPTY = {"deadline": None, "text": "", "remark": ""}
"""What a field holds when it is emptied."""

_ARGUMENTS = (
    word("row", "行", "行的位置,如 3.2"),
    Argument("--deadline", "时限", "完成时限,照写,如 6月底前"),
    Argument("--text", "内容", "重点任务的文字,不含编号"),
    Argument("--remark", "备注", "备注"),
    *BASIS,
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `set`."""
    fields = ("--deadline", "--text", "--remark")
    return Parser(name, "改一行的文字;写 '' 为清空。", _ARGUMENTS, one_needed=fields)


def run(options: Options) -> None:
    """Change the row."""
    with opened(options, read_only=options.dry_run) as file:
        rows = file.tasks.rows_named(clean_line(options.row))
        if len(rows) > 1:
            raise Refused(f"set 一次只改一行,请写明 {options.row} 中的哪一行。")
        values = {}
        for field, empty in _EMPTY.items():
            typed = vars(options)[field]
            if typed is not None:
                values[field] = clean_line(typed) or empty
        change = set_fields(file.tasks, file.tasks.task(rows[0]), **values)
        change_rows(options, file, with_basis(change, options))
