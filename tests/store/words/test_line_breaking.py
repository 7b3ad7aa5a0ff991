"""Lines of Chinese text break where a reader of Chinese expects them to."""

from itertools import pairwise
from unicodedata import east_asian_width

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from data import sample_notice
from store.words.line_breaking import NOT_FIRST, NOT_LAST, Measure, break_offsets

TEXTS = st.lists(
    st.sampled_from(
        [*"甲乙丙一龥处室，。、；：“”（）《》〔〕—…·％%￥№aZ09./-:  　", "e\u0301", "❤\ufe0f", "👩\u200d🔬"]
    ),
    max_size=60,
).map("".join)


def lines(text: str, width: int, **options: bool) -> list[str]:
    offsets = break_offsets(text, width, cell_len, **options)
    return [text[start:end] for start, end in pairwise([0, *offsets, len(text)])]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("联系人：张三，电话027-65692123。", 20, ["联系人：张三，电话", "027-65692123。"]),
        ("根据 GB/T 9704-2012 规定，各处室要", 20, ["根据 GB/T 9704-2012 ", "规定，各处室要"]),
        ("根据 GB/T 9704-2012 规定，各处室要", 14, ["根据 GB/T ", "9704-2012 规", "定，各处室要"]),
        ("深化科技成果“三权”改革（试行）", 12, ["深化科技成果", "“三权”改革", "（试行）"]),
        ("牵头单位：成果处、法制处", 10, ["牵头单位：", "成果处、法", "制处"]),
        ("牵头单位：成果处、法制处", 8, ["牵头单", "位：成果", "处、法制", "处"]),
        ("推进——见附件……", 6, ["推进——", "见附", "件……"]),
        ("武科〔2021〕12号", 9, ["武科", "〔2021〕", "12号"]),
        ("完成100％，投入￥300万元", 11, ["完成100％，", "投入￥300万", "元"]),
        ("正文", 4, ["正文"]),
        ("", 4, [""]),
    ],
)
def test_examples(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_a_number_too_long_for_a_line_is_folded_and_keeps_its_mark() -> None:
    assert lines("电话027-65692123。根据", 12) == ["电话", "027-6569212", "3。根据"]
    assert lines("电话027-65692123。根据", 12, fold=False) == ["电话", "027-65692123。", "根据"]


def test_blanks_hang_over_the_end_of_a_drawn_line_and_not_of_an_edited_one() -> None:
    assert lines("甲乙   丙", 4) == ["甲乙   ", "丙"]
    assert all(cell_len(line) <= 4 for line in lines("甲乙   丙", 4, hang=False))


@given(TEXTS, st.integers(1, 30), st.booleans())
@example("e\u0301❤\ufe0f👩\u200d🔬", 2, True)
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int, hang: bool) -> None:
    offsets = break_offsets(text, width, cell_len, hang=hang)
    assert offsets == sorted(set(offsets))
    assert all(0 < offset < len(text) for offset in offsets)
    for line in lines(text, width, hang=hang):
        assert cell_len(line.rstrip() if hang else line) <= max(width, 2)


def is_allowed(text: str, offset: int) -> bool:
    if text[offset] in "\u0301\ufe0f\u200d" or text[offset - 1] == "\u200d":
        return False
    before, after = text[:offset].rstrip(), text[offset:].lstrip()
    return not before.endswith(tuple(NOT_LAST)) and not after.startswith(tuple(NOT_FIRST))


@given(TEXTS, st.integers(2, 30))
def test_no_mark_stands_where_it_must_not_if_the_line_could_break_before(text: str, width: int) -> None:
    offsets = break_offsets(text, width, cell_len)
    for start, offset in pairwise([0, *offsets]):
        assert is_allowed(text, offset) or not any(
            is_allowed(text, earlier) for earlier in range(start + 1, offset)
        )


@given(st.text(st.sampled_from("甲乙丙丁，。“”（）12ab "), max_size=80), st.integers(8, 40))
def test_lines_are_full(text: str, width: int) -> None:
    """A line ends early only where the next thing that may not be parted did not fit."""
    offsets = break_offsets(text, width, cell_len)
    for start, offset in pairwise([0, *offsets]):
        before, after = text[start:offset], text[offset:]
        first = break_offsets(after, 1, cell_len, fold=False)
        unit = after[: first[0]] if first else after
        assert cell_len(before + unit.rstrip()) > width


def wide_cells(text: str) -> int:
    """The cells in a terminal that gives two to “…①—."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)


@pytest.mark.parametrize("measure", [cell_len, wide_cells], ids=["narrow", "wide"])
def test_no_break_of_the_sample_is_wrong(measure: Measure) -> None:
    """At widths of 20 to 78 each line of the notice has room to break where print would."""
    paragraphs = [line for line in sample_notice().decode("utf-8").splitlines() if line.strip()]
    assert len(paragraphs) > 50
    for text in paragraphs:
        for width in range(20, 79):
            for offset in break_offsets(text, width, measure):
                assert is_allowed(text, offset), (text[:offset], text[offset:])
                assert not (text[offset - 1].isdigit() and text[offset].isdigit()), text[
                    offset - 5 : offset + 5
                ]
