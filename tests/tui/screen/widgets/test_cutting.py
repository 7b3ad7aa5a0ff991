"""Texts cut by cells."""

import pytest
from rich.cells import cell_len

from tui.screen.widgets.cutting import cut_to, with_more


@pytest.mark.parametrize(
    ("width", "seen"), [(12, "推进一网通办"), (11, "推进一网通…"), (10, "推进一网…"), (1, "…")]
)
def test_a_text_that_goes_on_says_so_in_the_cells_there_are(width: int, seen: str) -> None:
    assert cut_to("推进一网通办", width) == seen
    assert cell_len(seen) <= width


def test_more_is_said_behind_what_has_room_too() -> None:
    assert with_more("推进 ", 12) == "推进…"
