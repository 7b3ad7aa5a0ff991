"""What was said by hand and what is settled, over what the notice proves."""

import pytest

from store.portfolio.standings import settled_pairs, standings
from store.records.changes import created, updated
from store.records.ground import Ground, ground_key
from store.records.kept import Pair
from store.records.tasklist import TaskList
from tests.sample import sample_list
from tests.store.portfolio.test_standings import TABLE, by_name, person, settle, table


@pytest.fixture
def sample() -> TaskList:
    return sample_list()


def said_by_hand(tasks: TaskList, row: str, units: str, leaders: str, at: str = "2026-11-02") -> None:
    """Let the clerk have said of the lead of a row who has its units."""
    (key,) = tasks.rows_named(row)
    keys = tuple(key for key in standings(tasks) if tasks.wording_of(key) in units.split())
    people = [person(tasks, name).key for name in leaders.split()]
    given = (tasks.notice.key, key, row, "lead", keys, tuple(filter(None, people)))
    ground = ground_key(key, "lead", "hand")
    tasks.apply([created(Ground(ground, *given[:3], "lead", *given[4:], origin="hand", at=at))])


def test_what_was_said_by_hand_holds_for_the_units_that_it_proves_alone(sample: TaskList) -> None:
    said_by_hand(sample, "6", "组织人事处", "盛继亮")
    said_by_hand(sample, "2", "法制处 办公室", "徐涛 鲁文安")
    said_by_hand(sample, "5", "高新处 农社处", "刘红 赵峰")
    changed = {name: row for name, row in table(sample).items() if row != TABLE[name]}
    assert changed == {"组织人事处": ("certain", "盛继亮", ""), "办公室": ("certain", "鲁文安", "")}
    assert by_name(sample)["组织人事处"].ground == "第 6 行，2026-11-02 手改"


def test_of_two_that_say_otherwise_by_hand_the_later_holds(sample: TaskList) -> None:
    said_by_hand(sample, "6", "办公室", "盛继亮", "2026-11-03")
    said_by_hand(sample, "2", "办公室", "鲁文安", "2026-11-02")
    assert table(sample)["办公室"] == ("certain", "盛继亮", "")


def test_a_handover_narrows_no_other_unit(sample: TaskList) -> None:
    settle(sample, "企业中心", "赵峰")
    before = table(sample)
    leaders = {name: person(sample, name).key or "" for name in ("胡军", "赵峰", "刘红", "王振旭")}
    keys = {sample.wording_of(key): key for key in standings(sample)}

    def hand(unit: str, giver: str, taker: str) -> None:
        pairs = settled_pairs(sample)
        if keys[unit] in pairs:
            sample.apply(updated(pairs[keys[unit]], until="2026-10-21"))
        key = f"pair{unit}{taker}"
        given = (keys[unit], leaders[taker], "2026-10-21", "局办公会纪要", leaders[giver])
        sample.apply([created(Pair(key, *given))])

    for unit, giver, taker in (
        ("成果处", "胡军", "赵峰"),
        ("转化中心", "胡军", "赵峰"),
        ("成果处", "赵峰", "刘红"),
        ("企业中心", "赵峰", "王振旭"),
    ):
        hand(unit, giver, taker)
    after = table(sample)
    assert {name for name in after if after[name] != before[name]} == {"成果处", "转化中心", "企业中心"}
    assert [after[name][1] for name in ("成果处", "转化中心", "企业中心")] == ["刘红", "赵峰", "王振旭"]


def test_a_pair_that_an_older_program_overwrote_twice_narrows_no_other_unit(sample: TaskList) -> None:
    before = table(sample)
    unit = next(key for key in standings(sample) if sample.wording_of(key) == "成果处")
    taker, giver = (person(sample, name).key or "" for name in ("刘红", "赵峰"))
    sample.apply([created(Pair("pair", unit, taker, from_leader=giver))])
    after = table(sample)
    assert {name for name in after if after[name] != before[name]} == {"成果处"}


def test_whose_leader_left_is_open_and_says_whose_it_was(sample: TaskList) -> None:
    entry = next(entry for entry in sample.roster if entry.person == person(sample, "徐涛").key)
    sample.apply(updated(entry, left_on="2021-05-01"))
    assert table(sample)["法制处"] == ("open", "", "")
    assert by_name(sample)["法制处"].reason == "待定，原由徐涛分管，已离任。"
