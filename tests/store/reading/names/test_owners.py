"""Who answers for a point of running text, by clauses, labels and brackets."""

import pytest

from store.reading.names.clauses import free_clauses
from store.reading.names.labelled import labelled
from store.reading.names.owners import Known, Owners, bare_owners, owners_in, promoted
from store.reading.names.sharing import shares

NOBODY = Known()


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "市水务局牵头,市财政局、市审计局配合",
            [("lead_units", "市水务局"), ("participant_units", "市财政局、市审计局")],
        ),
        ("省发展改革委会同省水利厅负责", [("lead_units", "省发展改革委"), ("participant_units", "省水利厅")]),
        ("由市水务局牵头负责", [("lead_units", "市水务局")]),
        ("各区按职责分工负责", [("participant_units", "各区")]),
        ("胡军牵头", [("lead_leaders", "胡军")]),
        ("市水务局负责,6月底前完成", [("participant_units", "市水务局"), ("deadline", "6月底前完成")]),
        ("加强监管的同时负责", []),
        ("市水务局牵头,建立台账", []),
        ("市水务局", []),
    ],
)
def test_clauses_without_a_label(text: str, clauses: list[tuple[str, str]]) -> None:
    assert free_clauses(text) == clauses


def test_values_behind_labels_go_as_far_as_their_field() -> None:
    text = "牵头单位:市水务局 责任单位:市财政局、\n市审计局\n完成时限:6月底\n另有说明。"
    assert labelled(text) == (
        [
            ("lead_units", "市水务局"),
            ("participant_units", "市财政局、 市审计局"),
            ("deadline", "6月底"),
        ],
        "另有说明。",
    )
    assert labelled("整改措施:落实巡查") is None
    assert labelled("责任单位:市水务局 联系人:高山") == (
        [("remark", "联系人:高山"), ("participant_units", "市水务局")],
        "",
    )


def test_leaders_behind_a_label_are_on_the_side_of_the_units_before_them() -> None:
    found = labelled("牵头单位:市水务局 分管领导:高山 责任单位:市财政局 分管领导:林海")
    assert found is not None
    assert [field for field, _ in found[0]] == [
        "lead_units",
        "lead_leaders",
        "participant_units",
        "participant_leaders",
    ]


@pytest.mark.parametrize(
    ("cell", "shared"),
    [
        ("区住建局(牵头)、区财政局", {"lead": ("区住建局",), "participant": ("区财政局",)}),
        ("牵头:区水务局;配合:各街道", {"lead": ("区水务局",), "participant": ("各街道",)}),
        ("区水务局牵头,区财政局配合", {"lead": ("区水务局",), "participant": ("区财政局",)}),
        ("区水务局、区财政局", {"participant": ("区水务局", "区财政局")}),
    ],
)
def test_a_cell_may_say_who_leads(cell: str, shared: dict[str, tuple[str, ...]]) -> None:
    assert shares(cell, "participant") == shared


def test_a_bracket_behind_a_point_names_its_owners() -> None:
    body = "清理河道。(牵头单位:市水务局;责任单位:市财政局;完成时限:6月底前)"
    [(text, owners)] = owners_in(body, NOBODY)
    assert text == "清理河道。"
    assert owners == Owners(("市水务局",), (), ("市财政局",), (), "6月底前")


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
        assert bare_owners(body, NOBODY) == (body, None)


def test_a_bracket_of_units_alone() -> None:
    text, owners = bare_owners("清理河道。(市水务局、市财政局)", NOBODY)
    assert text == "清理河道。"
    assert owners is not None
    assert (owners.lead_units, owners.participant_units) == ((), ("市水务局", "市财政局"))
    _, owners = bare_owners("清理河道。(市水务局、市财政局)", Known(declared="first"))
    assert owners is not None
    assert (owners.lead_units, owners.participant_units) == (("市水务局",), ("市财政局",))


def test_a_collective_that_stands_first_does_not_lead() -> None:
    lead, others, doubts = promoted(("各区政府", "市水务局"), "first")
    assert (lead, others) == ((), ("各区政府", "市水务局"))
    assert [doubt.side for doubt in doubts] == ["lead"]
    assert promoted(("市水务局", "市财政局"), "all") == (("市水务局", "市财政局"), (), [])


def test_what_is_no_unit_is_asked_about_and_not_filled_in() -> None:
    long = "负责推进全市范围内各类河道湖泊沟渠的清理与整治及其后续维护"
    [(_, owners)] = owners_in(f"清理河道。(牵头单位:{long})", NOBODY)
    assert owners is not None
    assert owners.lead_units == ()
    assert [doubt.side for doubt in owners.doubts] == ["lead"]
