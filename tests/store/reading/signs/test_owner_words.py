"""Which side the words for owners stand for, by the data and by what the clerk said."""

import pytest

from store.reading.signs.owner_words import STANDARD, OwnerWords


@pytest.mark.parametrize(
    ("word", "side"),
    [
        ("牵头单位", "lead"),
        ("市级牵 头部门:", "lead"),
        ("【主办科室】", "lead"),
        ("牵头责任单位", "lead"),
        ("共同牵头单位", "lead"),
        ("主责单位", "lead"),
        ("责任处室", "participant"),
        ("负责部门", "participant"),
        ("共同责任单位", "participant"),
        ("协作单位", "participant"),
        ("组织实施单位", "participant"),
        ("配合", "participant"),
        ("联系单位", "none"),
        ("填报部门", "none"),
        ("指导部门", None),
        ("监督责任单位", None),
        ("验收单位", None),
        ("牵头和配合单位", None),
        ("牵头、责任单位", None),
        ("", None),
    ],
)
def test_the_side_of_a_word(word: str, side: str | None) -> None:
    assert STANDARD.side_of(word) == side


def test_what_the_clerk_said_goes_before_the_data() -> None:
    words = OwnerWords((("指导部门", "lead"), ("责任单位", "none")))
    assert words.side_of("指 导 部 门:") == "lead"
    assert words.side_of("责任单位") == "none"
    assert words.side_of("责任部门") == "participant"
