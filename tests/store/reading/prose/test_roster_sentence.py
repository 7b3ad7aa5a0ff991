"""Rosters that a sentence tells."""

import pytest

from store.reading import read_notice
from store.reading.prose.roster_sentence import members_in_sentences
from store.reading.signs.lines import lines_of

LEADER, DEPUTY = ("组长", "王建国", "局长"), ("副组长", "李文华", "副局长")


def found(text: str) -> list[tuple[str, str, str]]:
    return [(member.role, member.name, member.post) for member in members_in_sentences(lines_of(text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "成立由局长王建国任组长，副局长李文华任副组长，财务科科长孙立、周玉梅为成员的领导小组，统筹推进。",
        "组长由局长王建国同志担任，副组长由副局长李文华同志担任，成员由财务科科长孙立、周玉梅担任。",
        "为加强领导，成立以局长王建国为组长、副局长李文华为副组长、财务科科长孙立和周玉梅为成员的工作组。",
        "领导小组由王建国（局长）担任组长；李文华（副局长）担任副组长；孙立（财务科科长）、周玉梅担任成员。",
        "工作专班组长为局长王建国，副组长为副局长李文华，成员为财务科科长孙立、周玉梅(女)和各科室负责人。",
    ],
)
def test_each_role_has_its_people_with_their_posts(sentence: str) -> None:
    assert found(sentence) == [LEADER, DEPUTY, ("成员", "孙立", "财务科科长"), ("成员", "周玉梅", "")]


@pytest.mark.parametrize(
    "sentence",
    [
        "组长由分管副县长担任，副组长由县财政局局长担任，成员由相关部门负责人担任。",
        "由项目组长担任联络员。",
        "领导小组办公室设在县财政局，办公室主任由赵敏同志兼任。",
        "各乡镇要成立由主要领导任组长的领导小组。",
        "赵敏同志任县教育局副局长，试用期一年。",
        "本办法由县财政局负责解释。",
    ],
)
def test_offices_without_a_name_are_no_members(sentence: str) -> None:
    assert found(sentence) == []


def test_a_notice_without_a_list_of_members_has_those_of_its_sentences() -> None:
    told = "成立领导小组，由县长王建国任组长，县财政局局长赵敏任副组长。"
    office = "领导小组办公室设在县财政局，赵敏兼任办公室主任。"
    text = f"某县工作方案\n一、组织机构\n{told}{office}\n二、工作要求\n加强督查。\n"
    reading = read_notice(text.encode())
    assert [(one.name, one.unit) for one in reading.roster] == [("王建国", None), ("赵敏", "县财政局")]
    assert (reading.group.office_unit, reading.group.office_director) == ("县财政局", "赵敏")
    assert [one.heading for one in reading.work_points] == ["组织机构", "工作要求"]


def test_a_list_of_members_goes_before_the_sentence_that_tells_of_some() -> None:
    text = "某县工作方案\n一、组织机构\n成立由王建国任组长的领导小组，名单如下。\n组长：王建国\n成员：孙立\n"
    assert [one.name for one in read_notice(text.encode()).roster] == ["王建国", "孙立"]
