"""Lists of bodies cut into names: what joins them, what stands within one, and what is no part of a name."""

import pytest

from store.reading.names.cutting import pieces_of


def names(cell: str) -> list[str]:
    return [name for name, _ in pieces_of(cell)]


@pytest.mark.parametrize(
    "cell",
    [
        "各省、自治区、直辖市人民政府",
        "各省、自治区、直辖市及计划单列市人民政府",
        "有关省、自治区、直辖市人民政府",
        "各市、县(市、区)人民政府",
        "各区（市、县）人民政府",
        "各市、州、县人民政府",
        "省、市、县三级工会",
        "各乡镇、街道",
        "各级党委、政府",
        "各县(市、区)党委、政府",
        "各有关部门、单位",
        "市住建局(市人防办)",
        "文化和旅游部",
        "其他相关部门(单位)",
    ],
)
def test_signs_and_words_within_one_name(cell: str) -> None:
    assert names(cell) == [cell]
    assert names(f"市水务局、{cell}") == ["市水务局", cell]
    assert names(f"{cell}，市水务局") == [cell, "市水务局"]


@pytest.mark.parametrize(
    "joined",
    [
        "市总工会等和各区政府",
        "市总工会等部门和各区政府",
        "市总工会等有关单位及各区政府",
        "市总工会及各区政府",
        "市总工会以及各区政府",
        "市总工会与各区政府",
        "市总工会会同各区政府",
        "市总工会、各区政府等",
        "市总工会，各区政府等8个部门",
        "由市总工会、各区政府",
        "市总工会、各区政府分别负责",
        "市总工会、各区政府分工负责",
        "市总工会、各区政府按职责分工",
        "市总工会和各区政府按照各自职责负责落实",
        "市总工会等单位、各区政府共同负责",
    ],
)
def test_what_joins_names_and_how_they_work_is_no_part_of_them(joined: str) -> None:
    assert names(joined) == ["市总工会", "各区政府"]


@pytest.mark.parametrize("cell", ["省高等学校", "省高等法院", "平等就业办公室"])
def test_a_name_may_hold_the_sign_that_stands_for_others(cell: str) -> None:
    assert names(cell) == [cell]


def test_what_stands_in_levels_is_cut_where_each_is_named() -> None:
    assert names("江苏省、浙江省人民政府") == ["江苏省", "浙江省人民政府"]
    assert names("各乡镇、各街道") == ["各乡镇", "各街道"]
    assert names("市委、市政府") == ["市委", "市政府"]


def test_a_long_list_takes_no_longer_than_its_length() -> None:
    assert len(names("、".join(f"第{number}水务局" for number in range(5000)))) == 5000


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("各街道、镇、市水务局", ["各街道、镇", "市水务局"]),
        ("各镇（街道）、市住建局", ["各镇（街道）", "市住建局"]),
        ("各县(市、区)、市财政局", ["各县(市、区)", "市财政局"]),
        ("各镇、区直有关单位", ["各镇", "区直有关单位"]),
        ("各乡镇、街道、开发区，县水利局", ["各乡镇、街道、开发区", "县水利局"]),
        ("各县区、市卫健委、市科技局", ["各县区", "市卫健委", "市科技局"]),
        ("各区、市人民政府", ["各区、市人民政府"]),
    ],
)
def test_a_list_of_places_ends_before_a_higher_one(cell: str, expected: list[str]) -> None:
    assert names(cell) == expected


@pytest.mark.parametrize(
    "how", ["，按职责分工负责", "（按职责分工负责）", "(按照各自职责落实)", "，依职责分工配合"]
)
def test_how_bodies_work_is_no_body_where_a_sign_parts_it(how: str) -> None:
    assert names(f"市财政局、市水务局{how}") == ["市财政局", "市水务局"]
