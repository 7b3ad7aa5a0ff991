"""The kinds of sheets as they are declared."""

import subprocess
import sys

import pytest

from tui.paper.kinds import KINDS, Range, names_taking


@pytest.mark.parametrize(
    ("wanted", "words"),
    [("rows", "list、matrix 和 summary"), ("each", "unit、leader、progress 和 reminder")],
)
def test_which_kinds_an_option_is_for_is_said_in_words(wanted: Range, words: str) -> None:
    assert names_taking(wanted) == words


def test_a_sheet_is_imported_when_it_is_printed() -> None:
    code = "import sys, tui.paper.kinds; print(*[name for name in sys.modules if '.sheets.' in name])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert not done.stdout.strip()


def test_what_may_be_for_nobody_says_what_to_do_then() -> None:
    for kind in KINDS.values():
        assert kind.nothing or not kind.of_each
