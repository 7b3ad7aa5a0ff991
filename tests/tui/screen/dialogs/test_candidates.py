"""The candidates for a cell: what is offered, in which order, and by which names it is found."""

from store.acts.collectives import set_members
from store.acts.resolving import one_unit_named
from store.records.changes import updated
from tests.sample import sample_list
from tui.screen.dialogs.candidates import leader_candidates, unit_candidates


def test_units_by_the_lists_wording_with_the_leader_that_is_certain() -> None:
    tasks = sample_list()
    offered = {candidate.label: candidate.about for candidate in unit_candidates(tasks)}
    assert offered["成果处（成果转化处）"] == "胡军"
    assert offered["企业中心（武汉市企业科技创新服务中心）"] == ""
    assert offered["相关处室单位"] == "统称"


def test_a_closed_unit_is_not_offered_and_a_former_name_finds() -> None:
    tasks = sample_list()
    closed, renamed = one_unit_named(tasks, "创新平台处"), one_unit_named(tasks, "科技合作处")
    tasks.apply(updated(closed, valid_until="2021-06-01"))
    tasks.apply(updated(renamed, former_names=("国际合作处",)))
    offered = unit_candidates(tasks)
    assert closed.key not in {candidate.mention.key for candidate in offered}
    assert any("国际合作处" in candidate.names.others for candidate in offered)


def test_a_collective_with_members_is_offered_once_by_its_record() -> None:
    tasks = sample_list()
    member = one_unit_named(tasks, "科技合作处").key
    tasks.apply(set_members(tasks, "相关处室单位", [member]).edits)
    found = [one for one in unit_candidates(tasks) if one.mention.wording == "相关处室单位"]
    assert len(found) == 1 and found[0].mention.key is not None


def test_leaders_are_the_deputies_first_then_the_others_then_leaders_at_large() -> None:
    offered = [(candidate.label, candidate.about) for candidate in leader_candidates(sample_list())]
    assert offered[0][0] == "鲁文安"
    assert "盛继亮" in dict(offered)
    assert offered[-1] == ("相关分管领导", "统称")
