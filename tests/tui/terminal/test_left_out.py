"""Textual is there without what is never used of it, and what was left out can be imported afterwards."""

import subprocess
import sys

BEFORE = """
import sys
from tui.terminal import left_out
from tui.terminal.patches import fit
"""
FITTED = """
said = fit([left_out.LEFT_OUT])
import textual.app
there = {"ssl", "textual.command", "textual.widgets._select", "textual.widgets._toast", "rich.table"}
there &= set(sys.modules)
print(*said, sorted(there))
"""
AFTER = """
import ssl
from rich.table import Table
from textual.command import CommandPalette, Provider
from textual.widgets import Select, OptionList
print(ssl.__name__, Table.__module__, CommandPalette.__module__, issubclass(Provider, left_out.NotHere))
"""


def printed(program: str) -> list[str]:
    """The lines that a Python program prints."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", timeout=60)
    assert not done.returncode, done.stderr
    return done.stdout.splitlines()


def test_what_is_left_out_can_be_imported_later() -> None:
    lines = printed(BEFORE + FITTED + AFTER)
    assert lines == ["[]", "ssl rich.table textual.command False"]


def test_another_textual_is_imported_whole() -> None:
    wants_more = 'left_out._CLASSES = {"textual.command": ("Provider",)}'
    said, *_ = printed(BEFORE + wants_more + FITTED + AFTER)
    assert said.startswith("本机的 textual（8.2.8）不合本程序（按 8.2.8 做的）：程序打开得慢一些。")


def test_what_was_there_before_stays() -> None:
    there = "['ssl', 'textual.command', 'textual.widgets._select', 'textual.widgets._toast']"
    assert printed(BEFORE + "import ssl, textual.command" + FITTED) == [there]
