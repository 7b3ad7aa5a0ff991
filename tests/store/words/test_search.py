"""Finding a name by its characters, its pinyin or its initials."""

import pytest

from store.words.search import Names, rank, ranked

NAME = Names("成果转化处")
LEGAL = Names("法制处", (), ("政策法制与创新体系建设处",))
PLANNING = Names("规划处", (), ("发展规划处",))


@pytest.mark.parametrize(
    "query",
    ["成果转化处", "成果", "转化处", "成转处", "cgzhc", "cgz", "zhc", "chengguo", "zhuanhua", "cgc", "CGC"],
)
def test_all_find_it(query: str) -> None:
    assert rank(query, NAME) is not None


@pytest.mark.parametrize("query", ["法制", "处成", "fz", "cc", "gcc"])
def test_what_does_not_find_it(query: str) -> None:
    assert rank(query, NAME) is None


@pytest.mark.parametrize(
    "queries", [["成果转化处", "成果", "转化处", "成转处"], ["cgzhc", "cgz", "zhc", "cgc"]]
)
def test_the_very_name_comes_first_then_the_start_the_inside_and_what_is_there_in_order(
    queries: list[str],
) -> None:
    ranks = [rank(query, NAME) or () for query in queries]
    assert ranks == sorted(ranks) and len(set(ranks)) == 4 and () not in ranks


def test_the_printed_name_comes_before_the_alias_and_the_alias_before_the_full_name() -> None:
    assert ranked("fz", [PLANNING, LEGAL]) == [1, 0]
    assert ranked("fz", [PLANNING, Names("规划处", ("发展处",)), LEGAL]) == [2, 1, 0]
    assert ranked("zhc", [Names("研发处", (), ("综合处",)), NAME]) == [1, 0], "even inside"


def test_a_name_wholly_given_comes_first_whatever_its_kind() -> None:
    things = [Names("企业中心处室"), Names("企业服务中心", ("企业中心",))]
    assert ranked("企业中心", things) == [1, 0]


def test_what_is_in_use_comes_before_what_is_not_else_the_order_stays() -> None:
    unused = Names("成果推广处", used=False)
    assert ranked("cg", [unused, NAME, Names("成果办")]) == [1, 2, 0]
    assert ranked("", [unused, NAME, Names("成果办")]) == [0, 1, 2]
    assert ranked("推广", [unused, NAME]) == [0]


def test_a_sign_with_two_readings_is_found_by_both() -> None:
    assert rank("xhc", Names("行洪处")) is not None
    assert rank("hhc", Names("行洪处")) is not None
