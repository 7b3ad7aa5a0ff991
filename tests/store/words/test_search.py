"""Finding a name by its characters, its pinyin or its initials."""

import pytest

from store.words.search import rank, ranked

NAME = "成果转化处"


@pytest.mark.parametrize(
    "query",
    ["成果转化处", "成果", "转化处", "成转处", "cgzhc", "cgz", "zhc", "chengguo", "zhuanhua", "cgc", "CGC"],
)
def test_all_find_it(query: str) -> None:
    assert rank(query, [NAME]) is not None


@pytest.mark.parametrize("query", ["法制", "处成", "fz", "cc", "gcc"])
def test_what_does_not_find_it(query: str) -> None:
    assert rank(query, [NAME]) is None


def test_nothing_typed_fits_all() -> None:
    assert rank("", [NAME]) == 0


def test_characters_come_before_pinyin_and_the_very_name_first() -> None:
    order = ["成果转化处", "成果", "转化处", "cgzhc", "cgz", "zhc", "成转处"]
    ranks = [rank(query, [NAME]) for query in order]
    assert ranks == sorted(ranks, key=lambda one: one if one is not None else 99)
    assert ranks[0] == 0


def test_an_alias_counts_as_the_name() -> None:
    assert rank("企业中心", ["武汉市企业科技创新服务中心", "企业中心"]) == 0


def test_the_best_comes_first_else_the_order_stays() -> None:
    named = [("成果推广处",), ("处",), ("成果转化处", "成果处"), ("成果处室",)]
    assert ranked("成果处", named) == [2, 3, 0]
    assert ranked("", named) == [0, 1, 2, 3]


def test_a_sign_with_two_readings_is_found_by_both() -> None:
    assert rank("xhc", ["行洪处"]) is not None
    assert rank("hhc", ["行洪处"]) is not None
