"""A package of another version is left as it is, in one piece, and the clerk is told what that costs."""

import re
from collections.abc import Iterator

import pytest
import rich._wrap
import rich.cells
import textual._wrap
from rich.cells import cell_len
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver

from tests.house.syntax import ROOT
from tui.terminal import keyboard, leaving, left_out, widths, wrapping
from tui.terminal.patches import Patch, Replaced, fit

ALL = [
    *(left_out.LEFT_OUT, leaving.CALLED_OFF, widths.WIDE, wrapping.DRAWN, wrapping.EDITED),
    *keyboard.patches("gb18030", b"a"),
]


@pytest.fixture
def as_it_was() -> Iterator[pytest.MonkeyPatch]:
    """Put the insides back that a test changes."""
    with pytest.MonkeyPatch.context() as patch:
        yield patch
    widths._forget_measured()


def test_each_says_the_version_that_the_program_is_installed_with() -> None:
    pinned = dict(re.findall(r'"(\w+)==([\d.]+)"', (ROOT / "pyproject.toml").read_text("utf-8")))
    for patch in ALL:
        assert pinned[patch.package] == patch.version


def test_one_that_fails_half_way_leaves_nothing_behind() -> None:
    class Theirs:
        first, second = "theirs", "theirs"

    def apply(replaced: Replaced) -> None:
        assert replaced.put(Theirs, "first", "ours") == "theirs"
        replaced.put(Theirs, "third", "ours")

    (said,) = fit([Patch("rich", "0.1", "这样那样", apply)])
    assert said == "本机的 rich（15.0.0）不合本程序（按 0.1 做的）：这样那样。"
    assert Theirs.first == "theirs"
    assert not fit([Patch("rich", "0.1", "", lambda replaced: None)])


def test_another_rich_is_measured_and_broken_as_it_does_it(as_it_was: pytest.MonkeyPatch) -> None:
    as_it_was.delattr(rich.cells, "_SINGLE_CELLS")
    as_it_was.setattr(rich._wrap, "divide_line", lambda words: words)
    theirs = rich._wrap.divide_line
    assert len(fit([widths.WIDE, wrapping.DRAWN])) == 2
    assert cell_len("“①") == 2 and not widths.is_wide()
    assert rich._wrap.divide_line is theirs


def test_another_textual_reads_and_breaks_as_it_does_it(as_it_was: pytest.MonkeyPatch) -> None:
    theirs = XTermParser._sequence_to_key_events
    as_it_was.setattr(XTermParser, "feed", lambda self, data: [])
    as_it_was.delattr(linux_driver, "getincrementaldecoder")
    as_it_was.delattr(linux_driver.LinuxDriver, "run_input_thread")
    as_it_was.setattr(textual._wrap, "compute_wrap_offsets", lambda text, width: [])
    assert len(fit([wrapping.EDITED, *keyboard.patches("utf-8", b"a")])) == 4
    assert XTermParser._sequence_to_key_events is theirs


def test_wide_is_measured_and_can_be_taken_back(as_it_was: pytest.MonkeyPatch) -> None:
    replaced = Replaced()
    widths.WIDE.apply(replaced)
    assert cell_len("“①…·×│") == 11 and cell_len("—") == 2
    replaced.take_back()
    widths._forget_measured()
    assert cell_len("“①…·×│") == 6
