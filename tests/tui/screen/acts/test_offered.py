"""What acts offer to choose from."""

from store.acts.resolving import one_unit_named
from store.records.changes import updated
from tests.sample import sample_list
from tui.screen.acts.offered import offered_people, offered_units


def test_people_wanted_first_come_first_and_each_once() -> None:
    tasks = sample_list()
    (hu,) = tasks.people_named("胡军")
    offered = [choice.value for choice in offered_people(tasks, (hu.key, "nobody000001"))]
    assert offered[0] == hu.key
    assert len(offered) == len(set(offered)) == len({entry.person for entry in tasks.roster})
    first = offered_people(tasks)[0]
    assert (first.label, first.about) == ("鲁文安", "局党组成员、市纪委监委派驻局纪检监察组组长")


def test_a_unit_that_is_no_more_and_a_collective_are_not_offered() -> None:
    tasks = sample_list()
    closed = one_unit_named(tasks, "创新平台处")
    tasks.apply(updated(closed, valid_until="2021-06-01"))
    offered = offered_units(tasks)
    assert closed.key not in {choice.value for choice in offered}
    assert "合作处（科技合作处）" in {choice.label for choice in offered}
