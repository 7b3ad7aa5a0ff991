"""Blocks of cells, as WPS gives them to the clipboard and takes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.words.blocks import block_of, block_text


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("法制处", (("法制处",),)),
        ("法制处\t徐涛\r\n成果处\t胡军\r\n", (("法制处", "徐涛"), ("成果处", "胡军"))),
        ("甲\r乙\r", (("甲",), ("乙",))),
        ('"法制处\n转化中心"\t徐涛\n成果处\t', (("法制处\n转化中心", "徐涛"), ("成果处", ""))),
        ('"他说""好"""\t甲', (('他说"好"', "甲"),)),
        ('"三权"改革\t甲', (('"三权"改革', "甲"),)),
        ('深化"三权"', (('深化"三权"',),)),
        ("甲\n\n乙", (("甲",), ("",), ("乙",))),
        ("", ()),
        ("\x1b[31m红\x07", (("[31m红",),)),
    ],
)
def test_lines_and_cells(text: str, block: tuple[tuple[str, ...], ...]) -> None:
    assert block_of(text) == block


CELLS = st.text(
    st.characters(whitelist_categories=["Lo"], whitelist_characters='"、,\n甲乙1'), min_size=1
).filter(lambda cell: cell == cell.strip() and cell.strip('"'))


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2).map(tuple), min_size=1, max_size=4).map(tuple))
def test_what_is_given_to_the_clipboard_comes_back(block: tuple[tuple[str, ...], ...]) -> None:
    assert block_of(block_text(block)) == block
