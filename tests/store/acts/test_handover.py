"""Handovers on the sample: the worked changes of the oracle, what is asked, and what is never lost."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.acts.handover import Handover, handover_preview, passed_on, units_in_charge
from store.acts.preview import Answers, KeepOrDrop, Preview, RowSide
from store.acts.settling import settle, unsettle
from store.portfolio.standings import standings
from store.records.changes import updated
from store.records.tasklist import TaskList
from store.records.values import Doubt, Mention
from store.refused import Refused
from tests.sample import sample_list


@pytest.fixture
def sample() -> TaskList:
    return sample_list()


def person(tasks: TaskList, name: str) -> str:
    return tasks.people_named(name)[0].key


def unit(tasks: TaskList, name: str) -> str:
    return next(one.key for one in tasks.units if tasks.wording_of(one.key) == name)


def preview(
    tasks: TaskList, giver: str, taker: str, units: str, answers: Mapping[str, KeepOrDrop] | None = None
) -> Preview:
    """A handover by names; answers by row, for its participants."""
    handover = Handover(
        person(tasks, giver), person(tasks, taker), tuple(unit(tasks, name) for name in units.split())
    )
    given: Answers = {
        (tasks.rows_named(row)[0], "participant"): answer for row, answer in (answers or {}).items()
    }
    return handover_preview(tasks, handover, given)


def cells(tasks: TaskList, found: Preview) -> dict[tuple[str, str], str]:
    """The leaders after, by row and side."""
    return {
        (tasks.row_name(row.row), row.side): " ".join(leader.wording for leader in row.after.leaders)
        for row in found.rows
    }


def asked(tasks: TaskList, found: Preview) -> list[tuple[str, str, str, str, set[str]]]:
    return [
        (
            tasks.row_name(one.row),
            one.side,
            one.leader.wording,
            one.unit.wording,
            {tasks.person_name(key) for key in one.candidates},
        )
        for one in found.questions
    ]


def leaders(tasks: TaskList, row: str, side: str) -> str:
    return " ".join(
        mention.wording for mention in getattr(tasks.task(tasks.rows_named(row)[0]), f"{side}_leaders")
    )


# ---------------------------------------------------------------------- the worked changes


def test_two_divisions_pass_from_xu_to_wang(sample: TaskList) -> None:
    found = preview(sample, "徐涛", "王振旭", "法制处 规划处")
    assert found.questions == ()
    expected = {
        ("3.1", "lead"): "王振旭",
        ("3.2", "lead"): "王振旭",
        ("3.3", "lead"): "王振旭",
        ("3.4", "lead"): "王振旭 胡军",
    }
    assert cells(sample, found) == expected | {("4", "lead"): "王振旭", ("5", "lead"): "王振旭"}
    sample.apply(found.change(sample).edits)
    assert leaders(sample, "5", "participant") == "相关分管领导"
    assert sample.rows_naming(person(sample, "徐涛")) == ()


def test_what_cannot_be_told_is_asked_and_nothing_else(sample: TaskList) -> None:
    found = preview(sample, "胡军", "赵峰", "成果处 转化中心")
    assert list(cells(sample, found)) == [
        ("1", "lead"),
        ("3.1", "participant"),
        ("3.2", "participant"),
        ("3.3", "participant"),
        ("3.4", "lead"),
        ("4", "participant"),
    ]
    assert asked(sample, found) == [
        ("3.1", "participant", "胡军", "企业中心", {"胡军", "赵峰"}),
        ("3.2", "participant", "胡军", "企业中心", {"胡军", "赵峰"}),
        ("3.3", "participant", "胡军", "企业中心", {"胡军", "赵峰"}),
        ("4", "participant", "胡军", "高新处", {"胡军", "刘红"}),
    ]
    assert cells(sample, found)["1", "lead"] == "赵峰"
    assert cells(sample, found)["3.4", "lead"] == "徐涛 赵峰"
    assert all("胡军" in words for (_, side), words in cells(sample, found).items() if side == "participant")
    with pytest.raises(Refused):
        found.change(sample)


def test_he_goes_where_the_answer_is_that_he_goes(sample: TaskList) -> None:
    found = preview(
        sample, "胡军", "赵峰", "成果处 转化中心", {"3.1": "drop", "3.2": "drop", "3.3": "drop", "4": "drop"}
    )
    assert {words for (row, _), words in cells(sample, found).items() if row in ("3.1", "3.2", "3.3")} == {
        "王振旭 赵峰"
    }
    assert cells(sample, found)["4", "participant"] == "赵峰 刘红"
    sample.apply(found.change(sample).edits)
    assert sample.rows_naming(person(sample, "胡军")) == ()


def test_he_stays_where_the_answer_is_that_he_stays_behind_the_units_order(sample: TaskList) -> None:
    found = preview(
        sample, "胡军", "赵峰", "成果处 转化中心", {"3.1": "keep", "3.2": "keep", "3.3": "keep", "4": "keep"}
    )
    assert cells(sample, found)["3.1", "participant"] == "王振旭 赵峰 胡军"
    assert cells(sample, found)["4", "participant"] == "赵峰 胡军 刘红"


def test_the_platform_division_asks_for_both_open_units(sample: TaskList) -> None:
    found = preview(sample, "刘红", "王振旭", "平台处")
    assert asked(sample, found) == [
        ("4", "participant", "刘红", "高新处", {"胡军", "刘红"}),
        ("4", "participant", "刘红", "农社处", {"刘红", "赵峰"}),
    ]
    assert list(cells(sample, found)) == [("2", "lead"), ("4", "participant")]
    assert cells(sample, found)["2", "lead"] == "王振旭"
    assert (
        cells(sample, preview(sample, "刘红", "王振旭", "平台处", {"4": "drop"}))["4", "participant"]
        == "胡军 王振旭 赵峰"
    )


# ---------------------------------------------------------------------- what follows from it


def test_the_units_that_passed_are_settled_with_date_and_basis(sample: TaskList) -> None:
    hu, zhao = person(sample, "胡军"), person(sample, "赵峰")
    answers: Answers = {(row, "participant"): "drop" for row in sample.task_keys}
    handover = Handover(
        hu, zhao, (unit(sample, "成果处"), unit(sample, "转化中心")), "2021-06-01", "局党组会议纪要"
    )
    change = handover_preview(sample, handover, answers).change(sample)
    assert (change.effective_on, change.basis) == ("2021-06-01", "局党组会议纪要")
    sample.apply(change.edits)
    for name in ("成果处", "转化中心"):
        one = standings(sample)[unit(sample, name)]
        assert (one.grade, one.leader) == ("settled", zhao)
        assert "2021-06-01" in one.reason and "局党组会议纪要" in one.reason


def test_what_was_inferred_is_not_turned_round_by_the_answer_that_he_stays(sample: TaskList) -> None:
    found = preview(
        sample, "胡军", "赵峰", "成果处 转化中心", {"3.1": "keep", "3.2": "keep", "3.3": "keep", "4": "keep"}
    )
    sample.apply(found.change(sample).edits)
    one = standings(sample)[unit(sample, "项目中心")]
    assert one.leader in (None, person(sample, "赵峰"))


def test_a_settled_answer_leaves_nothing_to_ask(sample: TaskList) -> None:
    sample.apply(settle(sample, unit(sample, "企业中心"), person(sample, "赵峰")).edits)
    sample.apply(settle(sample, unit(sample, "高新处"), person(sample, "胡军")).edits)
    found = preview(sample, "胡军", "赵峰", "成果处 转化中心")
    assert found.questions == ()
    # 高新处 is his, so he stays in 4; 企业中心 is not, so he goes from 3.1.
    assert cells(sample, found)["3.1", "participant"] == "王振旭 赵峰"
    assert cells(sample, found)["4", "participant"] == "赵峰 胡军 刘红"


def test_all_of_his_where_no_units_are_named(sample: TaskList) -> None:
    hu = person(sample, "胡军")
    assert {sample.wording_of(key) for key in units_in_charge(sample, hu)} == {"成果处", "转化中心"}
    assert (
        handover_preview(sample, Handover(hu, person(sample, "赵峰")), {}).rows
        == preview(sample, "胡军", "赵峰", "成果处 转化中心").rows
    )


@pytest.mark.parametrize(
    ("giver", "taker", "units", "says"),
    [
        ("胡军", "胡军", "成果处", "请另选接收人"),
        ("胡军", "赵峰", "规划处", "规划处由徐涛分管"),
        ("盛继亮", "赵峰", "", "看不出盛继亮分管哪些单位"),
    ],
)
def test_a_handover_without_sense_is_refused(
    sample: TaskList, giver: str, taker: str, units: str, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        preview(sample, giver, taker, units)


def test_a_unit_whose_leader_nobody_knows_may_be_his(sample: TaskList) -> None:
    row = sample.task(sample.rows_named("1")[0])
    office = next(one for one in sample.units if one.full_name == "办公室")
    more = (*row.lead_units, Mention(office.key, "办公室"))
    sample.apply(updated(row, lead_units=more, doubts=(Doubt("lead", "原文难辨"),)))
    found = preview(sample, "胡军", "赵峰", "成果处")
    assert ("1", "lead", "胡军", "办公室") in [one[:4] for one in asked(sample, found)]


def test_one_who_takes_another_place_takes_all_of_it_and_nothing_is_asked(sample: TaskList) -> None:
    hu, zhao = person(sample, "胡军"), person(sample, "赵峰")
    found = passed_on(sample, hu, zhao, units_in_charge(sample, hu))
    assert found.open == ()
    sample.apply(found.change(sample).edits)
    assert sample.rows_naming(hu) == ()
    assert leaders(sample, "3.1", "participant") == "王振旭 赵峰"
    assert leaders(sample, "4", "participant") == "赵峰 刘红"


def test_settled_and_taken_back(sample: TaskList) -> None:
    center = unit(sample, "企业中心")
    before = dict(standings(sample))
    sample.apply(settle(sample, center, person(sample, "赵峰")).edits)
    assert standings(sample)[center].grade == "settled"
    sample.apply(unsettle(sample, center).edits)
    assert standings(sample) == before
    with pytest.raises(Refused):
        unsettle(sample, center)


# ---------------------------------------------------------------------- what always holds

LEADERS = ("王振旭", "赵峰", "徐涛", "胡军", "刘红")
ANSWERS: st.SearchStrategy[KeepOrDrop] = st.sampled_from(["keep", "drop"])


@given(st.permutations(LEADERS), st.data())
def test_no_leader_is_dropped_but_the_giver_and_undo_is_the_whole_way_back(
    order: Sequence[str], data: st.DataObject
) -> None:
    tasks = sample_list()
    giver, taker = order[:2]
    his = units_in_charge(tasks, person(tasks, giver))
    units = data.draw(st.lists(st.sampled_from(his), min_size=1, unique=True)) if his else []
    if not units:
        return
    handover = Handover(person(tasks, giver), person(tasks, taker), tuple(units))
    first = handover_preview(tasks, handover, {})
    for row in first.rows:
        gone = {leader.key for leader in row.before.leaders} - {leader.key for leader in row.after.leaders}
        assert gone <= {person(tasks, giver)}
        assert not gone or row.place not in {question.place for question in first.questions}
        assert [unit.wording for unit in row.after.units] == [unit.wording for unit in row.before.units]
    places = dict.fromkeys(question.place for question in first.questions)
    answers: dict[RowSide, KeepOrDrop] = {place: data.draw(ANSWERS) for place in places}
    change = handover_preview(tasks, handover, answers).change(tasks)
    before = {table: dict(docs) for table, docs in tasks.documents.tables.items()}
    tasks.apply(change.edits)
    assert all(standings(tasks)[unit].leader == person(tasks, taker) for unit in units)
    tasks.apply([edit.inverted() for edit in reversed(change.edits)])
    assert {table: dict(docs) for table, docs in tasks.documents.tables.items()} == before
