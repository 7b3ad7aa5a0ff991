"""`undo` and `redo`: the last change taken back, and brought back."""

from store.history.undoing import redo_change, undo_change
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
        make = undo_change if options.command == "undo" else redo_change
        answer(file, file.commit(make(file.tasks, file.history)))
