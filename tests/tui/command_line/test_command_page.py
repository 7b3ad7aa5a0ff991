"""The page of commands says what is so, and each example can be written."""

import os
import shlex

import pytest

from tests.house.syntax import ROOT
from tests.tui.command_line.command_page import page
from tui.command_line import COMMANDS
from tui.command_line.examples import EXAMPLES

NEW = "YAODIAN_NEW_PAGES"


def test_the_page_of_commands_says_what_is_so() -> None:
    kept = ROOT / "docs" / "command-line.md"
    if NEW in os.environ:
        kept.write_text(page(), encoding="utf-8")
    assert kept.read_text("utf-8") == page(), (
        f"write it anew: {NEW}=1 pytest tests/tui/command_line/test_command_page.py"
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_each_example_can_be_written_and_its_help_shows_it(name: str) -> None:
    parser = COMMANDS[name].parser()
    shown = "\n".join(parser.help_lines())
    assert EXAMPLES[name]
    for example in EXAMPLES[name]:
        assert parser.parse(shlex.split(example.words)).command == name
        assert f"yaodian {name} {example.words}".rstrip() in shown and example.does in shown
