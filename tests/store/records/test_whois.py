"""Who a unit or person is, in words, and in which order leaders are offered."""

from store.acts.resolving import one_unit_named
from store.records.changes import updated
from store.records.whois import closed_words, deputies_first, post_of, told_apart
from tests.sample import sample_list


def test_deputies_come_first_in_rank_order_then_the_others() -> None:
    tasks = sample_list()
    ranked = [tasks.person_name(entry.person) for entry in deputies_first(tasks.roster)]
    roles = [entry.role for entry in deputies_first(tasks.roster)]
    first_of_the_others = roles.index("组长")
    assert all(role.startswith("副") for role in roles[:first_of_the_others])
    assert ranked[first_of_the_others] == "盛继亮"
    assert ranked.index("王振旭") < ranked.index("赵峰") < ranked.index("胡军") < first_of_the_others


def test_what_became_of_a_unit() -> None:
    tasks = sample_list()
    unit, heir = one_unit_named(tasks, "创新平台处"), one_unit_named(tasks, "成果转化处")
    tasks.apply(updated(unit, valid_until="2021-06-01", successors=(heir.key,)))
    assert (
        closed_words(tasks, one_unit_named(tasks, "创新平台处")) == "已于 2021-06-01 撤销，由成果转化处承接"
    )


def test_only_people_of_the_same_name_are_told_apart() -> None:
    tasks = sample_list()
    (wang,) = tasks.people_named("王建平")
    assert told_apart(tasks, wang.key) == "王建平"
    assert post_of(tasks, wang.key) == "政策法制与创新体系建设处处长"
    assert post_of(tasks, "nobody000001") == "不在名册"
