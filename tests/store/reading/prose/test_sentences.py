"""Who answers for what by the words of a sentence."""

import pytest

from store.reading.prose.outline import read_outline
from store.reading.prose.sentences import owners_of_sentence, owners_of_text, proposals
from store.reading.result import TaskFound
from store.reading.signs.lines import lines_of


@pytest.mark.parametrize(
    ("sentence", "lead", "participants"),
    [
        ("由市档案馆牵头,市水务局、各区政府配合,建立台账。", ["市档案馆"], ["市水务局", "各区政府"]),
        ("请市水务局会同有关部门制定方案。", ["市水务局"], ["有关部门"]),
        ("请市财政局、市审计局等部门在6月底前完成核查。", [], ["市财政局", "市审计局"]),
        ("由市工信局会同市发改委负责推进。", ["市工信局"], ["市发改委"]),
        ("由市水务局、市财政局分别负责。", [], ["市水务局", "市财政局"]),
    ],
)
def test_a_sentence_names_owners(sentence: str, lead: list[str], participants: list[str]) -> None:
    owners = owners_of_sentence(sentence)
    assert owners is not None
    assert (list(owners.lead_units), list(owners.participant_units)) == (lead, participants)


@pytest.mark.parametrize(
    "sentence",
    [
        "请各单位认真贯彻执行。",
        "申请财政部门审核。",
        "要做好牵头工作。",
        "由于历史原因,理由充分。",
        "建立统一台账。",
    ],
)
def test_a_sentence_that_names_nobody(sentence: str) -> None:
    assert owners_of_sentence(sentence) is None


def test_a_text_whose_sentences_name_several_says_nothing_of_the_whole() -> None:
    assert owners_of_text("请市水务局制定方案。请市财政局落实资金。") is None
    one = owners_of_text("要摸清底数。请市水务局制定方案。")
    assert one is not None
    assert one.lead_units == ("市水务局",)


def sentences(text: str) -> list[TaskFound]:
    nodes, _ = read_outline([lines_of(text)], None)
    return [one.task for one in proposals(nodes, ())]


def test_a_deadline_for_all_of_the_above_holds_for_those_who_are_bound() -> None:
    tasks = sentences("一、修订制度\n各区、各街道要修订巡查制度。\n以上工作要在2022年5月底前完成。")
    assert [(task.item, task.text, task.participant_units, task.deadline) for task in tasks] == [
        ("一、修订制度", "各区、各街道要修订巡查制度。", ("各区", "各街道"), "2022年5月底前")
    ]
    assert tasks[0].source == (2, 2)
    assert sentences("一、修订制度\n各区、各街道要修订巡查制度。") == []
