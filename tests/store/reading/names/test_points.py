"""Who answers for a point of running text, by labels and brackets behind it."""

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
        assert loose_owners(body, NOBODY) == (body, None)


def test_a_bracket_of_units_alone() -> None:
    text, owners = loose_owners("清理河道。(市水务局、市财政局)", NOBODY)
    assert text == "清理河道。"
    assert owners is not None
    assert (owners.lead_units, owners.participant_units) == ((), ("市水务局", "市财政局"))
    _, owners = loose_owners("清理河道。(市水务局、市财政局)", Known(declared="first"))
    assert owners is not None
    assert (owners.lead_units, owners.participant_units) == (("市水务局",), ("市财政局",))


def test_what_is_no_unit_is_asked_about_and_not_filled_in() -> None:
    long = "负责推进全市范围内各类河道湖泊沟渠的清理与整治及其后续维护"
    [(_, owners)] = owners_in(f"清理河道。(牵头单位:{long})", NOBODY)
    assert owners is not None
    assert owners.lead_units == ()
    assert [doubt.side for doubt in owners.doubts] == ["lead"]
