"""`set`: deadline, text or remark of one row."""

from argparse import Namespace

from store.acts.field_values import set_fields
from store.refused import Refused
from store.words.cleaning import clean_line
from tui.command_line.lists import add_file, answer, opened
from tui.command_line.moments import add_basis, with_basis
from tui.command_line.output import say
from tui.command_line.parser import Parser

_EMPTY = {"deadline": None, "text": "", "remark": ""}
"""What a field holds when it is emptied."""


def parser(name: str) -> Parser:
    """What may stand after `set`."""
    usage = "行 [--deadline 时限] [--text 内容] [--remark 备注] [--basis 依据] [--effective-on 日期] [-f 清单文件]"
    made = Parser(f"yaodian {name}", usage, "改一行的文字;写 '' 为清空。")
    made.add_argument("row", metavar="行", help="行的位置,如 3.2")
    made.add_argument("--deadline", metavar="时限", help="完成时限,照写,如 6月底前")
    made.add_argument("--text", metavar="内容", help="重点任务的文字,不含编号")
    made.add_argument("--remark", metavar="备注", help="备注")
    add_basis(made)
    add_file(made)
    made.need_one_of("--deadline", "--text", "--remark")
    return made


def run(options: Namespace) -> None:
    """Change the row."""
    with opened(options) as file:
        rows = file.tasks.rows_named(clean_line(options.row))
        if len(rows) > 1:
            raise Refused(f"set 一次只改一行,请写明 {options.row} 中的哪一行。")
        task = file.tasks.task(rows[0])
        given = {name: getattr(options, name) for name in _EMPTY}
        values = {
            name: clean_line(value) or _EMPTY[name] for name, value in given.items() if value is not None
        }
        change = set_fields(file.tasks, task, **values)
        if change.edits:
            answer(file, file.commit(with_basis(change, options)))
        else:
            say("没有变化。")
