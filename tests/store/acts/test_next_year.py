"""The list of the year after: duties kept, deadlines cleared, who has which unit taken over."""

from dataclasses import replace
from pathlib import Path

import pytest

from store.acts.field_values import set_fields
from store.acts.light_rules import take_scheme, warn_from
from store.acts.next_year import NextYear
from store.acts.settling import settle
from store.file.task_file import TaskFile
from store.ledger.days import schedules_of
from store.ledger.lights import scheme_of
from store.portfolio.standings import standings
from store.records.changes import created
from store.records.kept import Pair
from store.records.ledger_rules import LightRule, ScoreRule
from store.records.report import Report
from store.records.schedule import Schedule
from store.records.tasklist import TaskList
from store.records.values import wordings
from store.refused import Refused
from tests.sample import sample_list


@pytest.fixture
def tasks() -> TaskList:
    """The sample with a deadline, and 企业中心 settled on 赵峰."""
    made = sample_list()
    (row,) = made.rows_named("2")
    made.apply(set_fields(made, made.task(row), deadline="12月底前").edits)
    unit = next(unit for unit in made.units if unit.aliases == ("企业中心",))
    (leader,) = made.people_named("赵峰")
    made.apply(settle(made, unit.key, leader.key, basis="局办公会").edits)
    return made


def made(plan: NextYear) -> TaskList:
    new = TaskList()
    new.apply(plan.change().edits)
    return new


def test_all_rows_come_with_their_duties_and_without_deadlines(tasks: TaskList) -> None:
    new = made(NextYear.proposed(tasks))
    assert new.list_name == "市科技局2022年深化“放管服”改革优化营商环境重点任务清单"
    assert new.notice.title == "市科技局关于印发《2022年深化“放管服” 改革优化营商环境的工作要点》的通知"
    assert (new.notice.document_number, new.notice.issued_on, new.notice.source_text) == (None, None, "")
    assert [new.row_name(row) for row in new.task_keys] == [tasks.row_name(row) for row in tasks.task_keys]
    for before, after in zip(tasks.tasks, new.tasks, strict=True):
        assert after.text == before.text and after.number == before.number
        assert wordings(after.all_mentions) == wordings(before.all_mentions)
        assert (after.deadline, after.source) == (None, ())
        assert after.key != before.key
    assert (len(new.roster), len(new.units), len(new.work_points())) == (24, 15, 0)


def test_who_has_which_unit_is_taken_over_where_it_is_known(tasks: TaskList) -> None:
    before = {
        tasks.wording_of(key): tasks.person_name(standing.leader)
        for key, standing in standings(tasks).items()
        if standing.grade in ("settled", "certain")
    }
    new = made(NextYear.proposed(tasks))
    pairs = {new.wording_of(pair.unit): new.person_name(pair.leader) for pair in new.all_of(Pair)}
    assert pairs == before
    assert pairs["企业中心"] == "赵峰" and pairs["成果处"] == "胡军"
    after = {key: standing.leader for key, standing in standings(new).items() if standing.grade == "settled"}
    assert {new.wording_of(key): new.person_name(leader) for key, leader in after.items()} == before
    bases = {pair.basis for pair in new.all_of(Pair)}
    assert bases == {"沿用〔市科技局2021年深化“放管服”改革优化营商环境重点任务清单〕"}


def test_a_year_that_no_title_tells_goes_on_by_one(tasks: TaskList) -> None:
    assert made(NextYear.proposed(tasks)).notice.year == "", "the title tells it"
    notice = tasks.notice
    tasks.apply(set_fields(tasks, notice, title="工作要点", list_title="任务清单", year="2026").edits)
    assert made(NextYear.proposed(tasks)).notice.year == "2022", "the notice's date, 2021, outweighs the word"
    tasks.apply(set_fields(tasks, tasks.notice, issued_on=None).edits)
    assert made(NextYear.proposed(tasks)).notice.year == "2027"


def test_only_the_rows_that_are_chosen_come(tasks: TaskList, tmp_path: Path) -> None:
    rows = frozenset((*tasks.rows_named("2"), *tasks.rows_named("3.1-3.3")))
    plan = replace(NextYear.proposed(tasks), rows=rows, name="2022年清单")
    with TaskFile.create(tmp_path / "2022.json", plan.change()) as file:
        assert file.tasks.list_name == "2022年清单"
        assert [file.tasks.row_name(row) for row in file.tasks.task_keys] == ["1", "2.1", "2.2", "2.3"]
        assert len(file.history) == 1 and not file.breaks()


def test_schedules_and_rules_come_and_periods_are_a_year_later(tasks: TaskList) -> None:
    rule = ScoreRule("score1", "1", "late", "-0.1", "5")
    tasks.apply([created(one) for one in (_schedule("2021Q2", "2021Q4"), rule)])
    tasks.apply([*take_scheme(tasks, "三亚").edits, *warn_from(tasks, 10).edits])
    new = made(NextYear.proposed(tasks))
    (schedule,) = schedules_of(new)
    assert (schedule.from_period, schedule.until_period) == ("2022Q2", "2022Q4")
    assert (schedule.every, schedule.due_day, schedule.due_shift) == ("quarter", 15, 1)
    assert scheme_of(new.all_of(LightRule)) == scheme_of(tasks.all_of(LightRule))
    assert new.notice.warn_days == 10 and new.all_of(ScoreRule) == (rule,)
    assert not new.all_of(Report)


def test_a_schedule_without_first_and_last_period_stays_so(tasks: TaskList) -> None:
    tasks.apply([created(_schedule("", "每季"))])
    (schedule,) = schedules_of(made(NextYear.proposed(tasks)))
    assert (schedule.from_period, schedule.until_period) == ("", "每季")


def _schedule(first: str, last: str) -> Schedule:
    return Schedule("s", "", "季报", "quarter", 15, 1, first, last)


@pytest.mark.parametrize(
    ("rows", "name", "says"), [(frozenset(), "2022", "没有选任何一行"), (None, " ", "名称不能为空")]
)
def test_nothing_is_made_of_no_row_or_without_a_name(
    tasks: TaskList, rows: frozenset[str] | None, name: str, says: str
) -> None:
    plan = replace(NextYear.proposed(tasks), name=name)
    plan = plan if rows is None else replace(plan, rows=rows)
    with pytest.raises(Refused, match=says):
        plan.change()
