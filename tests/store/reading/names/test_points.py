"""Who answers for a point of running text, by labels and brackets behind it."""

import pytest

from store.reading.names.owners import Known, Owners
from store.reading.names.points import loose_owners, owners_in

NOBODY = Known()


def test_a_bracket_behind_a_point_names_its_owners() -> None:
    body = "清理河道。(牵头单位:市水务局;责任单位:市财政局;完成时限:6月底前)"
    [(text, owners)] = owners_in(body, NOBODY)
    assert text == "清理河道。"
    assert owners == Owners(("市水务局",), (), ("市财政局",), (), "6月底前", words=("牵头单位", "责任单位"))


def test_each_sentence_may_have_a_bracket_of_its_own() -> None:
    parts = owners_in("清理河道。(市水务局负责)建立台账。(市档案馆负责)", NOBODY)
    assert [(text, owners and owners.participant_units) for text, owners in parts] == [
        ("清理河道。", ("市水务局",)),
        ("建立台账。", ("市档案馆",)),
    ]


def test_two_brackets_behind_one_text_are_taken_together() -> None:
    [(text, owners)] = owners_in("清理河道。(市水务局牵头)(市财政局、市水务局配合)", NOBODY)
    assert text == "清理河道。"
    assert owners is not None
    assert (owners.lead_units, owners.participant_units) == (("市水务局",), ("市财政局",))


def test_other_brackets_are_text() -> None:
    for body in ("覆盖省(区、市)内园区。", "清理河道(不含暗渠)。", "建立台账(一户一档)。"):
        assert owners_in(body, NOBODY) == [(body, None)]
        assert loose_owners(body, NOBODY) == [(body, None)]


def test_a_bracket_of_units_alone() -> None:
    [(text, owners)] = loose_owners("清理河道。(市水务局、市财政局)", NOBODY)
    assert text == "清理河道。"
    assert owners is not None
    assert (owners.lead_units, owners.participant_units) == ((), ("市水务局", "市财政局"))
    [(_, owners)] = loose_owners("清理河道。(市水务局、市财政局)", Known(declared="first"))
    assert owners is not None
    assert (owners.lead_units, owners.participant_units) == (("市水务局",), ("市财政局",))


def test_what_is_no_unit_is_asked_about_and_not_filled_in() -> None:
    long = "负责推进全市范围内各类河道湖泊沟渠的清理与整治及其后续维护"
    [(_, owners)] = owners_in(f"清理河道。(牵头单位:{long})", NOBODY)
    assert owners is not None
    assert owners.lead_units == ()
    assert [doubt.side for doubt in owners.doubts] == ["lead"]


@pytest.mark.parametrize(
    "line",
    [
        "市水务局牵头,市财政局、市审计局配合。",
        "牵头单位:市水务局\n责任单位:市财政局、\n市审计局",
        "牵头部门:市水务局，参与部门:市财政局、市审计局。",
        "责任分工：市水务局牵头，市财政局、市审计局协助",
        "牵头单位市水务局，配合单位市财政局、市审计局",
    ],
)
def test_a_last_line_names_owners_without_a_bracket(line: str) -> None:
    [(text, owners)] = owners_in(f"清理河道。\n{line}", NOBODY)
    assert text == "清理河道。"
    assert owners is not None
    assert (owners.lead_units, owners.participant_units) == (("市水务局",), ("市财政局", "市审计局"))


@pytest.mark.parametrize(
    "line", ["经济管理", "内部监督", "公司治理,依法负责", "列入考核", "市水务局牵头建立台账。"]
)
def test_a_last_line_of_other_words_is_text(line: str) -> None:
    body = f"清理河道。\n{line}"
    assert owners_in(body, NOBODY) == [(body, None)]


@pytest.mark.parametrize(
    "end",
    [
        "\n——市水务局、市财政局",
        "\n市水务局、市财政局",
        "\n分管:市水务局、市财政局",
        "(市水务局、市财政局抓好)",
    ],
)
def test_bodies_at_the_end_that_are_not_understood_are_asked_about(end: str) -> None:
    body = f"清理河道。{end}"
    [(text, owners)] = loose_owners(body, NOBODY)
    assert text == body
    assert owners is not None and not owners.names_units
    assert [doubt.code for doubt in owners.doubts] == ["unread_owners"]
    assert "市水务局、市财政局" in owners.doubts[0].reason


@pytest.mark.parametrize("mark", ["()", "（）", "【】", "[]", "〔〕"])
def test_a_bracket_of_units_behind_each_sentence_parts_a_point(mark: str) -> None:
    opening, closing = mark[0], mark[1]
    body = f"培育企业10家。{opening}市农业局{closing}\n建设园区2个。{opening}市发改委、市财政局{closing}"
    (first, owners), (second, others) = loose_owners(body, NOBODY)
    assert (first, second) == ("培育企业10家。", "建设园区2个。")
    assert owners and owners.participant_units == ("市农业局",)
    assert others and others.participant_units == ("市发改委", "市财政局")


def test_a_bare_bracket_between_others_parts_and_is_asked_about() -> None:
    body = "清理河道。(责任单位:市水务局)\n建设园区。(市发改委)\n修建管网。(市住建局牵头)"
    parts = owners_in(body, NOBODY)
    assert [text for text, _ in parts] == ["清理河道。", "建设园区。", "修建管网。"]
    bare = parts[1][1]
    assert bare and bare.participant_units == ("市发改委",)
    assert [doubt.code for doubt in bare.doubts] == ["bare_bracket"]


@pytest.mark.parametrize(
    "body",
    [
        "清理河道。——市水务局牵头,市财政局配合",
        "清理河道。市水务局牵头,市财政局配合。",
        "(市水务局牵头,市财政局配合)清理河道。",
        "【牵头单位:市水务局;配合单位:市财政局】清理河道。",
    ],
)
def test_owners_behind_a_dash_or_the_last_stop_or_in_front_are_the_point_s(body: str) -> None:
    [(text, owners)] = owners_in(body, NOBODY)
    assert text == "清理河道。"
    assert owners is not None
    assert (owners.lead_units, owners.participant_units) == (("市水务局",), ("市财政局",))


def test_brackets_in_front_of_sentences_part_a_point() -> None:
    parts = owners_in("(市水务局负责)清理河道。(市档案馆负责)建立台账。", NOBODY)
    assert [(text, owners and owners.participant_units) for text, owners in parts] == [
        ("清理河道。", ("市水务局",)),
        ("建立台账。", ("市档案馆",)),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "完善制度。请有关部门指导各区办理。",
        "清理河道。由市水务局负责。",
        "建设文化站——群众的家园",
        "覆盖城区。加强配合。",
    ],
)
def test_a_last_sentence_that_says_more_is_text(body: str) -> None:
    assert owners_in(body, NOBODY) == [(body, None)]
