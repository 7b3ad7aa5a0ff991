"""The last look at a line takes out what harms and moves nothing."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from store.words.cleaning import DROPPED
from tui.terminal import line_filter
from tui.terminal.line_filter import ScreenFilter


@given(st.lists(st.text(st.sampled_from(sorted(DROPPED)) | st.sampled_from("甲“a…─│█　①")), max_size=4))
def test_controls_go_and_widths_stay(texts: list[str]) -> None:
    filtered = ScreenFilter().apply([Segment(text) for text in texts], Color(0, 0, 0))
    shown = "".join(segment.text for segment in filtered)
    assert not DROPPED & set(shown)
    assert cell_len(shown) == sum(map(cell_len, texts))


def test_every_frame_has_an_ascii_sign() -> None:
    frames = "".join(map(chr, range(0x2500, 0x25A0)))
    drawn = frames.translate(line_filter._FRAMES)
    assert drawn.isascii()
    assert len(drawn) == len(frames)
    assert "┌─┐│└╮═║█▔▊".translate(line_filter._FRAMES) == "+-+|++-|#-|"


def test_what_an_encoding_lacks_keeps_its_cells() -> None:
    """The 𠮷 of a name and an emoji are two cells, ✓ one: what follows them stays where it is."""
    for encoding, drawn in (
        ("gbk", "甲??|??|*|v|┆▌"),
        ("gb18030", "甲𠮷|😀|✓|▾|┆▌"),
        ("utf-8", "甲𠮷|😀|✓|▾|┆▌"),
    ):
        (segment,) = ScreenFilter(encoding).apply([Segment("甲𠮷|😀|✓|▾|┆▌")], Color(0, 0, 0))
        assert segment.text == drawn
        assert segment.cell_length == cell_len("甲𠮷|😀|✓|▾|┆▌")
