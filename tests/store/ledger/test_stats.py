"""Statistics of the sample's nine rows by hand, and sums that agree on any list and day."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ledger.periods import period_named
from store.ledger.stat_base import stat_base
from store.ledger.stat_columns import BYS, By
from store.ledger.stat_words import apart_said, base_said, figures_of, heads_of, repeated_said
from store.ledger.stats import StatTable, refuse_wrong_sums, stat_table
from store.records.changes import created
from store.records.schedule import PeriodName, Schedule
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.bench.lists import change_of
from tests.sample import sample_list
from tests.store.ledger.october import DAY, october, reported_october, row
from tests.store.ledger.small_list import small_list

NOBODY = "无牵头单位（未定、统称）"


def table_of(tasks: TaskList, by: By, day: date = DAY) -> StatTable:
    return stat_table(tasks, stat_base(tasks, day), by)


def figures(table: StatTable) -> dict[str, dict[str, int]]:
    """The figures of each line that are not 0, by the labels of the columns."""
    found = {}
    for line in (*table.lines, table.repeated, table.total):
        counts = {column.label: line.count(column.code) for column in table.columns}
        found[line.label] = {label: count for label, count in counts.items() if count}
    return found


def test_the_sample_as_imported_has_nine_rows_of_which_one_is_nobodys_and_one_two_units() -> None:
    found = figures(table_of(sample_list(), "unit"))
    assert found == {
        "规划处": {"牵头": 1, "未定": 1},
        "法制处": {"牵头": 5, "未定": 5},
        "平台处": {"牵头": 1, "未定": 1},
        "成果处": {"牵头": 1, "未定": 1},
        "转化中心": {"牵头": 1, "未定": 1},
        NOBODY: {"牵头": 1, "未定": 1},
        "重复计": {"牵头": 1, "未定": 1},
        "合计": {"牵头": 9, "未定": 9},
    }


def test_october_by_unit() -> None:
    table = table_of(october(), "unit")
    assert figures(table) == {
        "规划处": {"牵头": 1, "中止/取消": 1},
        "法制处": {"牵头": 5, "待销号": 1, "长期": 1, "临期": 1, "正常": 1, "未定": 1, "落后": 1},
        "平台处": {"牵头": 1, "逾期": 1},
        "成果处": {"牵头": 1, "已销号": 1},
        "转化中心": {"牵头": 1, "待销号": 1},
        NOBODY: {"牵头": 1, "未定": 1},
        "重复计": {"牵头": 1, "待销号": 1},
        "合计": {
            "牵头": 9,
            "已销号": 1,
            "待销号": 1,
            "正常": 1,
            "长期": 1,
            "临期": 1,
            "逾期": 1,
            "未定": 2,
            "中止/取消": 1,
            "落后": 1,
        },
    }


def test_october_by_state_with_shares_that_make_a_hundred() -> None:
    table = table_of(october(), "state")
    printed = {line.label: figures for line, figures in figures_of(table) if figures[0] != "0"}
    assert printed == {
        "已销号": ["1", "11.1%", "0"],
        "待销号": ["1", "11.1%", "0"],
        "正常推进": ["1", "11.1%", "1"],
        "长期坚持": ["1", "11.1%", "0"],
        "临期": ["1", "11.1%", "0"],
        "逾期": ["1", "11.1%", "0"],
        "未定时限": ["2", "22.3%", "0"],  # 22.22 lost more than 11.11: the tenth that is left is its
        "已中止": ["1", "11.1%", "0"],
        "合计": ["9", "100.0%", "1"],
    }


def test_october_by_leader_and_by_item() -> None:
    found = figures(table_of(october(), "leader"))
    assert {label: line["牵头"] for label, line in found.items()} == {
        "徐涛": 6,
        "胡军": 2,
        "刘红": 1,
        "无分管领导（未定、统称）": 1,
        "重复计": 1,
        "合计": 9,
    }
    assert found["胡军"] == {"牵头": 2, "已销号": 1, "待销号": 1}
    by_item = figures(table_of(october(), "item"))
    assert by_item["三、推进高效办成一件事"] == {
        "行数": 4,
        "长期": 1,
        "临期": 1,
        "正常": 1,
        "待销号": 1,
        "落后": 1,
    }
    assert by_item["重复计"] == {}


def test_october_with_reports_counts_each_unit_of_each_row() -> None:
    tasks = reported_october()
    table = table_of(tasks, "unit")
    found = figures(table)
    assert found["法制处"] == {
        "牵头": 5,
        "待销号": 1,
        "长期": 1,
        "临期": 1,
        "正常": 1,
        "未启动": 1,
        "落后": 1,
        "应报": 5,
        "按时": 2,
        "迟报": 1,
        "未报": 2,
    }
    assert found["平台处"] == {"牵头": 1, "逾期": 1, "应报": 1, "未报": 1}
    assert found["转化中心"] == {"牵头": 1, "待销号": 1, "应报": 1, "按时": 1}
    assert found["重复计"] == {"牵头": 1, "待销号": 1}
    reports = {label: found["合计"].get(label, 0) for label in ("应报", "按时", "迟报", "未报", "待报")}
    assert reports == {"应报": 7, "按时": 3, "迟报": 1, "未报": 3, "待报": 0}
    rates = {line.label: figures[-1] for line, figures in figures_of(table)}
    assert heads_of(table)[-1] == "按时率"
    assert rates == {
        "规划处": "—",
        "法制处": "40.0%",
        "平台处": "0.0%",
        "成果处": "—",
        "转化中心": "100.0%",
        NOBODY: "—",
        "重复计": "—",
        "合计": "42.9%",  # 3 of 7
    }
    assert apart_said(table)[:2] == [
        "应报按“行×单位”计，为2021年10月的报送。",
        "统称未明的 1 行不计应报。",
    ]
    assert table.unclear == (row(tasks, "6"),)


def test_before_the_day_due_reports_are_awaited() -> None:
    table = table_of(reported_october(), "unit", date(2021, 10, 24))
    assert table.base.period.name == "2021-09", "the last that was due"
    base = stat_base(reported_october(), date(2021, 10, 24), period_named("2021-10"))
    found = figures(stat_table(reported_october(), base, "unit"))
    assert found["合计"]["应报"] == 7
    assert (found["合计"]["按时"], found["合计"]["待报"]) == (4, 3)


def test_of_a_year_the_reports_of_its_months_are_counted() -> None:
    tasks = reported_october()
    base = stat_base(tasks, DAY, period_named("2021"))
    found = figures(stat_table(tasks, base, "state"))
    months = figures(stat_table(tasks, stat_base(tasks, DAY, period_named("2021-09")), "state"))
    assert found["合计"]["应报"] > months["合计"]["应报"] + 7
    assert found["合计"]["按时"] == 3


def test_reports_of_a_row_with_two_leaders_are_counted_once_in_the_sum() -> None:
    found = figures(table_of(reported_october(), "leader"))
    assert {label: line.get("应报", 0) for label, line in found.items()} == {
        "徐涛": 6,
        "胡军": 2,
        "刘红": 1,
        "无分管领导（未定、统称）": 0,
        "重复计": 2,
        "合计": 7,
    }


def test_a_figure_knows_its_rows() -> None:
    tasks = october()
    table = table_of(tasks, "unit")
    law = next(line for line in table.lines if line.label == "法制处")
    assert law.rows("near") == (row(tasks, "3.2"),)
    assert law.rows("behind") == (row(tasks, "3.3"),)
    assert len(law.rows("rows")) == 5


def test_the_base_is_said_in_the_bureaus_words() -> None:
    tasks = october()
    table = table_of(tasks, "unit")
    assert base_said(table) == (
        "统计口径：9 行，截至 2021-10-31；有 2 个牵头单位的 1 行在两个单位各计一次，合计不重复计。"
    )
    assert apart_said(table) == [f"{NOBODY}的 1 行单列。", "落后在未办结的各行中另计，不加在各状态里。"]
    assert repeated_said(tasks, table) == ["重复计：第 3.4 行（法制处、转化中心）。"]
    by_item = table_of(tasks, "item")
    assert base_said(by_item) == "统计口径：9 行，截至 2021-10-31。"
    assert not repeated_said(tasks, by_item)


def test_of_some_rows_only_these_are_counted() -> None:
    tasks = october()
    rows = [row(tasks, name) for name in ("3.2", "3.4")]
    found = figures(stat_table(tasks, stat_base(tasks, DAY), "unit", rows))
    assert found["合计"] == {"牵头": 2, "待销号": 1, "临期": 1}
    assert found.keys() == {"法制处", "转化中心", "重复计", "合计"}


@pytest.mark.parametrize("by", BYS)
def test_an_empty_list_adds_up(by: By) -> None:
    table = table_of(TaskList(), by)
    assert table.total.count("rows") == 0
    assert figures_of(table)[-1][1][-1] in ("0", "—")


@given(st.integers(1, 60), st.dates(date(2025, 1, 1), date(2028, 1, 1)), st.sampled_from([*BYS]))
def test_the_states_of_any_list_on_any_day_make_all_rows(count: int, day: date, by: By) -> None:
    tasks = TaskList()
    tasks.apply(change_of(count).edits)
    table = table_of(tasks, by, day)
    states = [column.code for column in table.columns if column.part == "states"]
    for line in table.lines:
        assert not states or sum(map(line.count, states)) == line.count("rows")
    lines = sum(line.count("rows") for line in table.lines)
    assert lines - table.repeated.count("rows") == table.total.count("rows") == count


def test_a_table_that_does_not_add_up_is_refused_and_names_the_rows() -> None:
    tasks = october()
    table = table_of(tasks, "unit")
    without = tuple(line for line in table.lines if line.label != "平台处")
    refuse_wrong_sums(tasks, table)
    with pytest.raises(Refused, match=r"“牵头”一栏相加不符（第 2 行）"):
        refuse_wrong_sums(tasks, replace(table, lines=without))
    law = next(line for line in table.lines if line.label == "法制处")
    wrong = replace(law, cases={**law.cases, "near": (), "overdue": ()})
    lines = tuple(wrong if line is law else line for line in table.lines)
    with pytest.raises(Refused, match=r"“临期”一栏相加不符（第 3.2 行）"):
        refuse_wrong_sums(tasks, replace(table, lines=lines))


@pytest.mark.parametrize(
    ("every", "due_day", "shift", "period", "today", "seen"),
    [
        ("month", 25, 0, "2021-10", "2021-11-20", "2021-10-31"),
        ("month", 25, 0, "2021-10", "2021-10-27", "2021-10-27"),
        ("month", 31, 0, "2021-10", "2021-12-20", "2021-11-30"),
        ("quarter", 15, 1, "2021Q1", "2021-04-20", "2021-04-20"),
        ("quarter", 15, 1, "2021Q1", "2021-11-20", "2021-04-30"),
        ("week", 5, 0, "2021-W43", "2021-12-01", "2021-10-31"),
        ("month", 25, 0, "2021", "2022-03-01", "2021-12-31"),
    ],
)
def test_a_period_is_looked_at_once_its_reports_can_be_late(
    every: PeriodName, due_day: int, shift: int, period: str, today: str, seen: str
) -> None:
    tasks = small_list()
    tasks.apply([created(Schedule("s", every=every, due_day=due_day, due_shift=shift))])
    base = stat_base(tasks, date.fromisoformat(today), period_named(period))
    assert (base.day.isoformat(), base.period.name) == (seen, period)


@pytest.mark.parametrize(
    ("day", "period"),
    [
        ("2021-10-25", "2021-09"),
        ("2021-10-26", "2021-10"),
        ("2021-01-05", "2021-03"),
        ("2022-02-01", "2021-12"),
    ],
)
def test_on_a_day_the_last_period_that_was_due_is_counted(day: str, period: str) -> None:
    tasks = small_list()
    schedule = Schedule("s", due_day=25, from_period="2021-03", until_period="2021-12")
    tasks.apply([created(schedule)])
    assert stat_base(tasks, date.fromisoformat(day)).period.name == period
