"""`ruler`: how many cells the terminal gives to “ … — ①, by its own answer and by eye."""

import sys

from store.machine.settings import settings_path
from tui.command_line.output import say
from tui.command_line.parser import Parser
from tui.command_line.words import Options
from tui.terminal.environment import own_encoding
from tui.terminal.probe import ask
from tui.terminal.ruler import ruler_lines

_ANSWERS = {None: "终端没有回答，程序按一格显示。", 1: "终端自己答：一格。", 2: "终端自己答：两格。"}


def parser(name: str) -> Parser:
    """Return what may stand after `ruler`: nothing."""
    return Parser(name, "量一量终端里“ … — ① 这样的符号各占几格；屏幕上的列对不齐时用。", ())


def run(_: Options) -> None:
    """Show both rulers, and where to say what one saw."""
    say(*ruler_lines(), "")
    if sys.stdout.isatty():
        say(_ANSWERS[ask(own_encoding()).cells])
    say(
        f"与看到的不同时，在 {settings_path()} 里写一行：",
        "  ambiguous = 1   甲组对齐",
        "  ambiguous = 2   乙组对齐，或两组都不齐",
    )
