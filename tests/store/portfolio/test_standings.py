"""Who has which unit: the table of the sample, and what rows, doubts and settled pairs prove."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.portfolio.standing import Standing
from store.portfolio.standings import certain_pairs, leaders_of, standings
from store.records.changes import created, deleted, updated
from store.records.documents import Documents
from store.records.ground import Ground, ground_key
from store.records.issued_grounds import issued_grounds
from store.records.kept import Pair
from store.records.person import Person
from store.records.task import Item
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Doubt, Mention, SideName
from tests.sample import sample_list
from tests.store.portfolio.rows import row_of

TABLE = {
    "成果处": ("certain", "胡军", ""),
    "平台处": ("certain", "刘红", ""),
    "法制处": ("certain", "徐涛", ""),
    "规划处": ("certain", "徐涛", ""),
    "合作处": ("certain", "王振旭", ""),
    "转化中心": ("certain", "胡军", ""),
    "项目中心": ("inferred", "赵峰", ""),
    "企业中心": ("open", "", "胡军 赵峰"),
    "高新处": ("open", "", "刘红 胡军"),
    "农社处": ("open", "", "刘红 赵峰"),
    "组织人事处": ("unknown", "", ""),
    "办公室": ("unknown", "", ""),
    "科技金融与财务处": ("unknown", "", ""),
    "直属机关党委": ("unknown", "", ""),
    "武汉市科技发展促进中心": ("unknown", "", ""),
}


@pytest.fixture
def sample() -> TaskList:
    return sample_list()


def by_name(tasks: TaskList) -> dict[str, Standing]:
    return {tasks.wording_of(unit): standing for unit, standing in standings(tasks).items()}


def table(tasks: TaskList) -> dict[str, tuple[str, str, str]]:
    return {
        name: (
            one.grade,
            tasks.person_name(one.leader),
            " ".join(sorted(map(tasks.person_name, one.candidates))),
        )
        for name, one in by_name(tasks).items()
    }


def rows_of(tasks: TaskList, name: str) -> list[str]:
    return [tasks.row_name(row) for row in by_name(tasks)[name].rows]


def person(tasks: TaskList, name: str) -> Mention:
    return Mention(tasks.people_named(name)[0].key, name)


def give(tasks: TaskList, row: str, *names: str) -> None:
    """Let the notice have these leaders for the lead of a row."""
    ground = tasks.get(Ground, ground_key(tasks.rows_named(row)[0], "lead", "notice"))
    leaders = [person(tasks, name).key for name in names]
    tasks.apply(updated(ground, leaders=tuple(filter(None, leaders))))


def settle(tasks: TaskList, unit: str, leader: str) -> None:
    key = next(key for key, one in standings(tasks).items() if tasks.wording_of(key) == unit)
    tasks.apply([created(Pair(f"pair{key}", unit=key, leader=person(tasks, leader).key or ""))])


def test_the_sample_gives_the_table_in_the_order_of_its_units(sample: TaskList) -> None:
    assert table(sample) == TABLE
    assert list(standings(sample)) == [unit.key for unit in sample.units]


@pytest.mark.parametrize(
    ("unit", "rows", "words"),
    [
        ("成果处", ["1"], "第 1 行只有这一个单位、一位领导"),
        ("法制处", ["3.1", "3.2", "3.3", "5"], "第 3.1–3.3、5 行"),
        ("转化中心", ["3.4"], "每个单位由一位领导分管"),
        ("项目中心", ["3.1", "3.2", "3.3"], "假定格中同一位领导分管的单位排在一起"),
        ("企业中心", ["3.1", "3.2", "3.3"], "看不出是胡军或赵峰分管"),
        ("办公室", [], "没有一行列它"),
    ],
)
def test_the_reason_names_the_rows_and_the_assumption(
    sample: TaskList, unit: str, rows: list[str], words: str
) -> None:
    assert rows_of(sample, unit) == rows
    assert words in by_name(sample)[unit].reason


def test_only_what_is_settled_or_certain_is_proposed(sample: TaskList) -> None:
    assert {sample.wording_of(unit) for unit in certain_pairs(sample)} == {
        name for name, row in TABLE.items() if row[0] == "certain"
    }
    units = {
        sample.wording_of(unit.key): Mention(unit.key, sample.wording_of(unit.key)) for unit in sample.units
    }
    assert leaders_of(sample, [units["项目中心"], units["平台处"]]) == (
        (person(sample, "刘红"),),
        ("项目中心",),
    )
    settle(sample, "项目中心", "赵峰")
    assert leaders_of(sample, [units["项目中心"], units["平台处"]]) == (
        (person(sample, "赵峰"), person(sample, "刘红")),
        (),
    )


def test_a_settled_pair_outranks_the_rows_and_feeds_them(sample: TaskList) -> None:
    settle(sample, "企业中心", "胡军")
    assert table(sample)["企业中心"] == ("settled", "胡军", "")
    # 3.1 lists 赵峰, and 合作处, 成果处 and 企业中心 are all others': 项目中心 is all that is left, without
    # any order.
    assert table(sample)["项目中心"] == ("certain", "赵峰", "")
    settle(sample, "平台处", "王振旭")
    assert table(sample)["平台处"] == ("settled", "王振旭", "")
    assert {name: row for name, row in table(sample).items() if row[0] == "certain"}.keys() == {
        *(name for name, row in TABLE.items() if row[0] == "certain" and name != "平台处"),
        "项目中心",
    }


def test_a_settled_pair_against_a_row_makes_no_other_unit_open(sample: TaskList) -> None:
    for unit in ("项目中心", "企业中心"):
        settle(sample, unit, "胡军")
    # 3.1 still lists 赵峰, who has no unit there any more.
    assert all(table(sample)[name] == TABLE[name] for name in ("合作处", "成果处", "法制处", "平台处"))


def test_rows_that_contradict_make_their_unit_open_and_no_other(sample: TaskList) -> None:
    give(sample, "2", "王振旭")
    assert by_name(sample)["平台处"].grade == "open"
    assert rows_of(sample, "平台处") == ["2", "4"]
    assert "第 2 行与第 4 行互相矛盾" in by_name(sample)["平台处"].reason
    assert "王振旭" in table(sample)["平台处"][2] and "刘红" in table(sample)["平台处"][2]
    assert all(
        row == TABLE[name]
        for name, row in table(sample).items()
        if TABLE[name][0] == "certain" and name != "平台处"
    )


def test_the_contradiction_goes_when_the_row_is_put_right(sample: TaskList) -> None:
    give(sample, "2", "王振旭")
    give(sample, "2", "刘红")
    assert table(sample) == TABLE


def test_a_leader_who_is_nobodys_in_a_cell_makes_its_units_open() -> None:
    tasks = small({"1": ("甲", "子"), "2": ("乙", "子"), "3": ("甲 乙", "子 丑"), "4": ("丙", "丑")})
    assert {name: row[:2] for name, row in table(tasks).items()} == {
        "甲": ("open", ""),
        "乙": ("open", ""),
        "丙": ("certain", "丑"),
    }
    assert rows_of(tasks, "甲") == ["1", "3"]


def test_more_leaders_than_units_prove_nothing_and_contradict_nothing() -> None:
    tasks = small({"1": ("甲", "子"), "2": ("甲", "子 丑"), "3": ("乙", "子 丑")})
    assert table(tasks) == {"甲": ("certain", "子", ""), "乙": ("unknown", "", "")}


def test_as_many_units_as_leaders_left_share_them() -> None:
    tasks = small({"1": ("甲", "子"), "2": ("甲 乙 丙", "子 丑 寅"), "3": ("乙 丁", "寅 子")})
    assert table(tasks)["乙"] == ("certain", "寅", "")
    assert table(tasks)["丙"] == ("certain", "丑", "")
    assert table(tasks)["丁"] == ("certain", "子", "")


def test_a_list_that_orders_leaders_by_rank_is_not_read_as_if_by_unit() -> None:
    ranked = {
        "1": ("甲", "丑"),
        "2": ("乙", "子"),
        "3": ("甲 乙", "子 丑"),
        "4": ("甲 乙 丙", "子 丑"),
        "5": ("乙 丁 甲", "子 丑"),
    }
    tasks = small(ranked)
    assert table(tasks)["丙"] == ("open", "", "丑 子")
    assert table(tasks)["丁"] == ("open", "", "丑 子")


@pytest.mark.parametrize("side", ["lead", "participant"])
def test_a_side_in_doubt_proves_nothing(sample: TaskList, side: SideName) -> None:
    for row in ("1", "4"):
        task = sample.task(sample.rows_named(row)[0])
        sample.apply(updated(task, doubts=(Doubt(side, "原文难辨"),)))
    sample.apply(list(map(deleted, sample.all_of(Ground))))
    tables = sample.documents.tables
    sample.apply(list(map(created, issued_grounds(tables, sample.task_keys))))
    expected = {"lead": {"规划处": "unknown"}, "participant": {"高新处": "unknown", "农社处": "unknown"}}[
        side
    ]
    assert {name: row[0] for name, row in table(sample).items() if row[0] != TABLE[name][0]} == expected | (
        # 成果处 is then known from 3.1 alone: two of three leaders may be his.
        {"成果处": "inferred"} if side == "lead" else {}
    )


def test_a_collective_unit_of_the_list_proves_nothing(sample: TaskList) -> None:
    unit = next(unit for unit in sample.units if sample.wording_of(unit.key) == "成果处")
    sample.apply(updated(unit, kind="collective"))
    assert "成果处" not in table(sample)


def test_what_the_notice_proved_stays_proved_whatever_becomes_of_its_rows(sample: TaskList) -> None:
    before = {unit: (one.grade, one.leader) for unit, one in standings(sample).items()}
    for name in ("1", "4"):
        task = sample.task(sample.rows_named(name)[0])
        sample.apply(updated(task, lead_leaders=(), participant_units=()))
    assert {unit: (one.grade, one.leader) for unit, one in standings(sample).items()} == before
    sample.apply([deleted(sample.task(row)) for row in sample.task_keys])
    assert {unit: (one.grade, one.leader) for unit, one in standings(sample).items()} == before
    assert not any(one.rows for one in standings(sample).values())


@pytest.mark.parametrize(
    ("unit", "ground"),
    [
        ("成果处", "通知第 1 行，原文第 54 行"),
        ("规划处", "通知第 4 行，原文第 63–66 行"),
        ("法制处", "通知第 3.1–3.3、5 行，原文第 56–61、67 行"),
        ("办公室", ""),
    ],
)
def test_a_standing_names_its_ground_as_issued(sample: TaskList, unit: str, ground: str) -> None:
    assert by_name(sample)[unit].ground == ground
    sample.apply([deleted(sample.task(sample.rows_named("2")[0]))])
    assert by_name(sample)[unit].ground == ground


def test_a_pair_with_one_who_is_gone_does_not_count(sample: TaskList) -> None:
    settle(sample, "企业中心", "余文珠")
    assert table(sample)["企业中心"][0] == "settled"
    sample.apply([deleted(sample.get(Person, person(sample, "余文珠").key or ""))])
    assert table(sample)["企业中心"] == TABLE["企业中心"]


@given(st.data())
def test_what_is_kept_between_edits_is_what_a_fresh_look_finds(data: st.DataObject) -> None:
    tasks = sample_list()
    people = [entry.person for entry in tasks.roster[:7]]
    for _ in range(data.draw(st.integers(1, 4))):
        task = tasks.task(data.draw(st.sampled_from(tasks.task_keys)))
        names = data.draw(st.lists(st.sampled_from(people), unique=True, max_size=3))
        leaders = tuple(Mention(key, tasks.person_name(key)) for key in names)
        field = data.draw(st.sampled_from(["lead_leaders", "participant_leaders"]))
        doubts = data.draw(st.sampled_from([(), (Doubt("lead", "x"),)]))
        gone = data.draw(st.booleans()) and len(tasks.task_keys) > 2
        tasks.apply([deleted(task)] if gone else updated(task, **{field: leaders}, doubts=doubts))
        assert standings(tasks) == standings(TaskList(Documents(tasks.documents.tables)))


def small(rows: Mapping[str, tuple[str, str]]) -> TaskList:
    """A list of one-row items, each with units and leaders of one character, blanks between."""
    units = dict.fromkeys(name for cell, _ in rows.values() for name in cell.split())
    people = dict.fromkeys(name for _, cell in rows.values() for name in cell.split())
    tasks = TaskList()
    tasks.apply(created(Unit(name, order=name, full_name=name)) for name in units)
    tasks.apply(created(Person(name, name=name)) for name in people)
    for number, (cell, leaders) in rows.items():
        tasks.apply([created(Item(f"item{number}", order=number)), created(row_of(number, cell, leaders))])
    return tasks
