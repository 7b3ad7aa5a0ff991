"""The people on a line of a roster, each with the post."""

import pytest

from store.reading.names.entries import people_of


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("盛继亮 局长", [("盛继亮", "局长")]),
        ("胡 军 成果转化处处长", [("胡军", "成果转化处处长")]),
        ("成果转化处处长 胡 军", [("胡军", "成果转化处处长")]),
        ("胡军(成果转化处处长)", [("胡军", "成果转化处处长")]),
        ("胡军，成果转化处处长", [("胡军", "成果转化处处长")]),
        ("胡军、徐涛、赵峰", [("胡军", ""), ("徐涛", ""), ("赵峰", "")]),
        ("胡军(处长)、徐涛(副处长)", [("胡军", "处长"), ("徐涛", "副处长")]),
        ("胡 军 徐 涛 赵 峰", [("胡军", ""), ("徐涛", ""), ("赵峰", "")]),
        ("胡军 局长      徐涛 副局长", [("胡军", "局长"), ("徐涛", "副局长")]),
        ("胡军", [("胡军", "")]),
    ],
)
def test_the_people_of_a_line(line: str, people: list[tuple[str, str]]) -> None:
    assert people_of(line) == people


@pytest.mark.parametrize(
    "line", ["", "办公室设在市水务局。", "1.清理河道", "各处室主要负责人", "推进重点工作", "名单如下:"]
)
def test_a_line_that_names_nobody(line: str) -> None:
    assert people_of(line) == []
