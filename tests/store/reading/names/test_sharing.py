"""Who leads and who takes part within one cell."""

import pytest

from store.reading.names.sharing import shares


@pytest.mark.parametrize(
    ("cell", "shared"),
    [
        ("区住建局(牵头)、区财政局", {"lead": ("区住建局",), "participant": ("区财政局",)}),
        ("牵头:区水务局;配合:各街道", {"lead": ("区水务局",), "participant": ("各街道",)}),
        ("区水务局牵头,区财政局配合", {"lead": ("区水务局",), "participant": ("区财政局",)}),
        ("区水务局、区财政局", {"participant": ("区水务局", "区财政局")}),
    ],
)
def test_a_cell_may_say_who_leads(cell: str, shared: dict[str, tuple[str, ...]]) -> None:
    assert shares(cell, "participant") == shared
