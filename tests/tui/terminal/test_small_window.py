"""A window without room says what size is needed, in as many words as it has room for."""

import pytest
from textual.geometry import Size

from tui.terminal.small_window import LEAST, SizeNeeded, is_too_small


@pytest.mark.parametrize(
    ("size", "lines"),
    [
        (Size(40, 3), ["窗口太小，请拉大到 40x12 以上。"]),
        (Size(12, 4), ["窗口太小，请", "拉大到 40x12 ", "以上。"]),
        (Size(8, 3), ["请拉大到", "40x12"]),
        (Size(5, 1), ["40x12"]),
        (Size(3, 3), ["40x", "12"]),
        (Size(2, 2), ["40", "x1"]),
        (Size(1, 1), ["4"]),
    ],
)
def test_what_there_is_room_for(size: Size, lines: list[str]) -> None:
    assert is_too_small(size)
    assert SizeNeeded(size).lines() == lines


def test_a_window_with_room_or_without_a_size_is_left_alone() -> None:
    assert not is_too_small(LEAST)
    assert not is_too_small(Size(0, 0))
