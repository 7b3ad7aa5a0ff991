"""Numbers of headings under one another."""

import pytest

from store.reading.signs.lines import lines_of
from store.reading.signs.marks import mark_of
from store.reading.signs.numbering import number_faults, numbers_parted


def test_a_number_is_missing_left_out_or_used_twice() -> None:
    assert list(number_faults([1, 2, 2, 3])) == [(2, "double")]
    assert list(number_faults([1, 3, 4])) == [(1, "gap")]
    assert list(number_faults([1, None, 3])) == [(1, "none")]
    assert list(number_faults([1, 2, 3])) == []


@pytest.mark.parametrize(
    "text",
    [
        "1 总则\n1.1 编制目的\n为了防汛。\n2 组织机构\n2.1 指挥部\n3 附则\n本预案由市水务局解释。",
        "1　总则\n1.1编制目的\n为了防汛。\n2　组织机构\n2.1指挥部\n3　附则\n本预案由市水务局解释。",
        "１　总则\n１．１　编制目的\n为了防汛。\n２　组织机构\n２．１　指挥部\n３　附则\n本预案由市水务局解释。",
    ],
)
def test_a_number_with_a_blank_is_one_where_others_stand_below_it(text: str) -> None:
    marks = [mark_of(line.text) for line in numbers_parted(lines_of(text))]
    assert [mark.rest for mark in marks if mark] == ["总则", "编制目的", "组织机构", "指挥部", "附则"]
    assert [mark.value for mark in marks if mark] == [1, 1, 2, 1, 3]


@pytest.mark.parametrize(
    "text", ["1 清理河道 市水务局 6月底前", "1 张三 局长\n2 李四 副局长", "3 家企业\n3.5亿元投资"]
)
def test_without_them_a_number_with_a_blank_is_none(text: str) -> None:
    assert [mark_of(line.text) for line in numbers_parted(lines_of(text))] == [None] * len(text.split("\n"))
