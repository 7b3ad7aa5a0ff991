"""The ruler tells the two kinds of terminal apart by eye."""

import sys

import pytest

from tests.pty import ROOT, Terminal

RULER = [sys.executable, "-m", "tui", "ruler"]


@pytest.mark.parametrize(("ambiguous", "answer"), [(1, "终端自己答：一格"), (2, "终端自己答：两格")])
def test_the_bars_of_one_group_stand_under_one_another(ambiguous: int, answer: str) -> None:
    with Terminal(RULER, (100, 30), cwd=ROOT, ambiguous=ambiguous) as terminal:
        assert terminal.exit_code() == 0
        assert answer in terminal.text
        bars = terminal.columns_of("|")
        groups = [bars[:2], bars[2:]]
        aligned = [len(set(group)) == 1 for group in groups]
        assert aligned == [ambiguous == 1, ambiguous == 2]


def test_without_an_answer_it_says_so_and_one_looks_oneself() -> None:
    with Terminal(RULER, (100, 30), cwd=ROOT, ambiguous=2, silent=True) as terminal:
        assert terminal.exit_code() == 0
        assert "终端没有回答" in terminal.text
        assert "ambiguous = 2   乙组对齐" in terminal.text
