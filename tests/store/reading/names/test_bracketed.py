"""Brackets of a point, and what they say of owners."""

import pytest

from store.reading.names.bracketed import brackets_in, clauses_of_bracket
from store.reading.names.owners import Known, owners_of

NOBODY = Known()
LEADS, SHARES = ("市水务局",), ("市财政局", "市审计局")


@pytest.mark.parametrize(
    "inner",
    [
        "牵头单位:市水务局;配合单位:市财政局、市审计局",
        "牵头 单位：市水务局　责任 单位：市财政局、市审计局",
        "市级牵头部门:市水务局,参与部门:市财政局、市审计局",
        "主办科室:市水务局。协办科室:市财政局、市审计局",
        "牵头:市水务局 支持:市财政局、市审计局",
        "牵头单位市水务局，责任单位市财政局、市审计局",
        "牵头单位为市水务局，配合单位为市财政局、市审计局",
        "市水务局为牵头单位，市财政局、市审计局为配合单位",
        "市水务局牵头,市财政局、市审计局参与",
        "市水务局总牵头；市财政局、市审计局具体负责",
        "由市水务局牵头，会同市财政局、市审计局",
        "市水务局牵头，市财政局、市审计局",
        "市水务局牵头组织实施,市财政局、市审计局等按职责分工配合",
        "市水务局主抓、市财政局和市审计局协同",
        "市水务局(牵头)、市财政局、市审计局",
        "市水务局[牵头]，市财政局[配合]，市审计局[配合]",
        "牵头单位:市水务局,市财政局、市审计局配合",
        "市水务局牵头落实,市财政局、市审计局配合做好相关工作",
    ],
)
def test_who_leads_and_who_takes_part(inner: str) -> None:
    clauses = clauses_of_bracket(inner, NOBODY)
    if not clauses:  # units with notes are read where the text uses bare brackets
        [bracket] = brackets_in(f"({inner})")
        clauses = bracket.bare_units(NOBODY)
    owners = owners_of(clauses, NOBODY)
    assert (owners.lead_units, owners.participant_units) == (LEADS, SHARES)
    assert not owners.doubts


@pytest.mark.parametrize(
    "inner",
    [
        "负责部门:市财政局、市审计局",
        "责任处室：市财政局、市审计局",
        "落实单位:市财政局;联合单位:市审计局",
        "共同责任单位:市财政局、市审计局",
        "责任主体:市财政局、市审计局",
        "主要负责单位:市财政局,协作单位:市审计局",
        "实施单位 市财政局、市审计局",
        "市财政局、市审计局分工负责",
        "市财政局和市审计局按职责分别负责",
        "市财政局承办,市审计局支持",
    ],
)
def test_without_a_word_for_the_lead_nobody_leads(inner: str) -> None:
    owners = owners_of(clauses_of_bracket(inner, NOBODY), NOBODY)
    assert (owners.lead_units, owners.participant_units) == ((), SHARES)
    assert not owners.doubts


@pytest.mark.parametrize(
    ("inner", "word"),
    [
        ("指导部门:市财政局、市审计局", "指导部门"),
        ("市财政局、市审计局指导", "指导"),
        ("验收单位:市财政局、市审计局", "验收单位"),
        ("绩效评价部门:市财政局、市审计局", "绩效评价部门"),
        ("主管单位:市财政局、市审计局", "主管单位"),
        ("牵头和配合单位:市财政局、市审计局", "牵头和配合单位"),
    ],
)
def test_a_word_of_which_the_side_is_not_known_is_asked_about(inner: str, word: str) -> None:
    owners = owners_of(clauses_of_bracket(inner, NOBODY), NOBODY)
    assert owners.participant_units == SHARES
    assert [doubt.reason for doubt in owners.doubts] == [f"“{word}”属于哪一方不明，暂列责任一方，请确认"]


def test_units_and_people_behind_one_label() -> None:
    owners = owners_of(clauses_of_bracket("牵头科室及责任人:河湖科 王明;配合科室:财务科", NOBODY), NOBODY)
    assert (owners.lead_units, owners.lead_leaders) == (("河湖科",), ("王明",))
    assert owners.participant_units == ("财务科",)
    owners = owners_of(clauses_of_bracket("责任单位（责任人）：河湖处王明", NOBODY), NOBODY)
    assert (owners.participant_units, owners.participant_leaders) == (("河湖处",), ("王明",))


def test_what_a_bracket_says_besides_is_a_remark_or_asked_about() -> None:
    owners = owners_of(clauses_of_bracket("市水务局牵头,列入年度考核", NOBODY), NOBODY)
    assert (owners.lead_units, owners.remark, owners.doubts) == (LEADS, "列入年度考核", ())
    owners = owners_of(clauses_of_bracket("牵头单位:市水务局。重大事项报市政府研究", NOBODY), NOBODY)
    assert owners.lead_units == LEADS
    assert "报市政府研究" in "".join([owners.remark, *(doubt.reason for doubt in owners.doubts)])


@pytest.mark.parametrize(
    ("inner", "units"),
    [
        ("公安、司法、民政等部门配合", ("公安", "司法", "民政")),
        ("公安、卫生健康部门负责", ("公安", "卫生健康部门")),
        ("市场监管部门落实", ("市场监管部门",)),
        ("责任部门:各市〔含定州、辛集,下同〕政府", ("各市〔含定州、辛集,下同〕政府",)),
        ("市残联、市侨联、市红十字会参与", ("市残联", "市侨联", "市红十字会")),
    ],
)
def test_bodies_by_what_they_are_for(inner: str, units: tuple[str, ...]) -> None:
    owners = owners_of(clauses_of_bracket(inner, NOBODY), NOBODY)
    assert (owners.participant_units, owners.participant_leaders) == (units, ())


def test_a_time_behind_the_clauses_is_the_deadline() -> None:
    owners = owners_of(clauses_of_bracket("市水务局牵头,各区按职责分工负责,年内持续推进", NOBODY), NOBODY)
    assert (owners.lead_units, owners.participant_units) == (LEADS, ("各区",))
    assert owners.deadline == "年内持续推进"


@pytest.mark.parametrize("signs", ["（）", "()", "〔〕", "[]", "【】", "{}", "「」", "『』", "〖〗", "﹙﹚"])
def test_brackets_of_every_kind(signs: str) -> None:
    [bracket] = brackets_in(f"清理河道。{signs[0]}市水务局负责{signs[1]}")
    assert bracket.inner == "市水务局负责"
    assert bracket.ends_sentence and bracket.is_last
