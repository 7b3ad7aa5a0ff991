"""Leaders in a cell, with their posts or without."""

import pytest

from store.reading.names.leaders import leaders_in


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("县委常委、政法委书记 何 勇", ("何勇",)),
        ("副县长、公安局局长 龙 飞", ("龙飞",)),
        ("法院院长钱 进", ("钱进",)),
        ("何勇（副县长）", ("何勇",)),
        ("何 勇 龙 飞", ("何勇", "龙飞")),
        ("何勇、龙飞", ("何勇", "龙飞")),
        ("相关分管领导", ("相关分管领导",)),
        ("县水利局局长", ("县水利局局长",)),
        ("各镇街主要负责人", ("各镇街主要负责人",)),
    ],
)
def test_the_names_of_leaders(cell: str, names: tuple[str, ...]) -> None:
    assert leaders_in(cell) == names
