"""Labels in running text."""

import pytest

from store.reading.signs.labels import LABEL, holds


def labels(text: str) -> list[str]:
    return [found.group() for found in LABEL.finditer(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("牵头单位:市水务局;责任单位:市财政局", ["牵头单位:", "责任单位:"]),
        ("牵 头 单 位 :市水务局", ["牵 头 单 位 :"]),
        ("市级责任单位:市水务局", ["市级责任单位:"]),
        ("分管领导:高山 完成时限:6月底", ["分管领导:", "完成时限:"]),
        ("(牵头:城建股 配合:市政所)", ["牵头:", "配合:"]),
        ("责任单位 市水务局", ["责任单位 "]),
        ("【牵头单位】市水务局", ["【牵头单位】"]),
        ("各责任单位要切实负责", []),
        ("明确责任单位、牵头单位", []),
    ],
)
def test_labels_stand_before_values(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("label", "held"),
    [
        ("责任单位:", "units"),
        ("责任领导：", "leaders"),
        ("责任人", "leaders"),
        ("牵头科室及责任人:", "both"),
        ("责任单位(责任人)", "both"),
        ("责任单位/责任领导", "both"),
    ],
)
def test_what_stands_behind_a_label(label: str, held: str) -> None:
    assert holds(label) == held
