"""`undo` and `redo`: the last change taken back, and brought back."""

from argparse import Namespace

from tui.command_line.lists import add_file, answer, opened
from tui.command_line.parser import Parser

_WORDS = {"undo": "撤销上一次还没有撤销的变更。", "redo": "重做刚才撤销的变更。"}


def parser(name: str) -> Parser:
    """What may stand after `undo` or `redo`."""
    made = Parser(f"yaodian {name}", "[-f 清单文件]", _WORDS[name])
    made.set_defaults(act=name)
    add_file(made)
    return made


def run(options: Namespace) -> None:
    """Take a change back, or bring it back."""
    with opened(options) as file:
        answer(file, file.undo() if options.act == "undo" else file.redo())
