"""Who is a member by a line below a role: a number, a unit before a colon, in a grid, or unnamed."""

import pytest

from store.reading.prose.roster import office_in, read_roster
from store.reading.result import Member
from store.reading.signs.lines import SourceLine, lines_of


def people(text: str) -> list[tuple[str, str, str]]:
    return [(member.role, member.name, member.post) for member in read_roster(lines_of(text)).members]


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("　　　镇人民政府副镇长　　　卓 越（兼防汛办主任）", ("卓越", "镇人民政府副镇长（兼防汛办主任）")),
        ("尹　航　县教育局副局长、总督学", ("尹航", "县教育局副局长、总督学")),
        ("市发改委：阮 玲  副主任", ("阮玲", "市发改委副主任")),
        ("市发改委：阮玲（市发改委副主任）", ("阮玲", "市发改委副主任")),
        ("各村（社区）党组织书记", ("", "各村（社区）党组织书记")),
        ("各乡镇长", ("", "各乡镇长")),
    ],
)
def test_people_below_a_role(line: str, person: tuple[str, str]) -> None:
    assert people(f"组长:盛继亮 局长\n成员:胡军 处长\n{line}")[2:] == [("成员", *person)]


def test_those_of_whom_a_group_is_made() -> None:
    text = "组长:盛继亮 局长\n成员:由市水务局、市住建局有关科室负责人组成。"
    assert people(text)[1:] == [
        ("成员", "", "市水务局有关科室负责人"),
        ("成员", "", "市住建局有关科室负责人"),
    ]


def test_the_number_beside_a_person_is_left_over() -> None:
    read = read_roster(
        lines_of("组长:盛继亮 局长\n联络员:韩　冰（13800001111）\n联络员:胡军（电话：6630012）")
    )
    assert [(one.role, one.name) for one in read.members][1:] == [("联络员", "韩冰"), ("联络员", "胡军")]
    assert [line.text for line in read.rest] == ["（13800001111）", "（电话：6630012）"]


def test_names_in_a_grid_below_a_role() -> None:
    text = "主任委员:盛继亮 局长\n委员:\n于 辉\t马晓梅\t王 岗\n刘 洋\t李 想"
    assert [name for _, name, _ in people(text)[1:]] == ["于辉", "马晓梅", "王岗", "刘洋", "李想"]


def test_who_heads_the_office_without_the_word_before() -> None:
    members = [Member("副指挥长", "卓越", "副镇长", None, (1, 1))]
    found = office_in(SourceLine(7, "办公室设在应急办,由卓越同志兼任办公室主任。"), members)
    assert found is not None
    assert found.office_director == "卓越"
    found = office_in(SourceLine(7, "办公室设在应急办,由卓越同志兼任办公室主任。"), [])
    assert found is not None
    assert found.office_director == "卓越"


@pytest.mark.parametrize(
    ("line", "posts"),
    [
        ("各县区市场监管局、教育局分管负责人", ["各县区市场监管局、教育局分管负责人"]),
        ("各县区政府、市财政局主要负责人", ["各县区政府主要负责人", "市财政局主要负责人"]),
        ("市水务局、市财政局主要负责人", ["市水务局主要负责人", "市财政局主要负责人"]),
    ],
)
def test_every_place_stands_for_the_bodies_behind_it(line: str, posts: list[str]) -> None:
    assert [post for _, _, post in people(f"组长:盛继亮 局长\n成员:{line}")[1:]] == posts
