"""`undo` and `redo`: the last change taken back, and brought back."""

from tui.command_line.lists import FILE, answer, opened
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_WORDS = {"undo": "撤销上一次还没有撤销的变更。", "redo": "重做刚才撤销的变更。"}


def parser(name: str) -> Parser:
    """Return what may stand after `undo` or `redo`."""
    return Parser(name, _WORDS[name], FILE)


def run(options: Options) -> None:
    """Take a change back, or bring it back."""
    with opened(options) as file:
        act = file.undo if options.command == "undo" else file.redo
        answer(file, act())
