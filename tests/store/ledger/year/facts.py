"""The facts of the made year as plain data: the list, what units reported, what the two clerks did."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from store.records.kept import Pair
from store.records.notice import Notice
from store.records.person import Person
from store.records.record import Record
from store.records.report import ReportWord
from store.records.schedule import Measure, Schedule
from store.records.task import Item, Task
from store.records.unit import Unit
from store.records.values import Mention

UNITS = {
    "法规处": "regulations",
    "平台处": "platform",
    "成果处": "results",
    "转化中心": "transfer",
    "规划处": "planning",
    "外专处": "experts",
    "相关处室": "several",
}
"""Alias to key. 转化中心 becomes part of 成果处 on 1 July; nobody has settled whom 相关处室 means."""

LEADERS = {"徐涛": "xu", "刘红": "liu", "胡军": "hu"}

ROWS = {
    "1.1": "众创孵化机构",
    "1.2": "成果登记",
    "1.3": "一网通办",
    "2.1": "技术合同",
    "2.2": "实验室平台",
    "2.3": "营商环境",
    "3.1": "科技规划",
    "3.2": "中试基地",
    "3.3": "外国专家",
}
"""The rows' names, and the texts that they go by here."""

MEASURE = "incubators"
"""The measure of row 1.1: 40家, at least."""

# Row: lead units, leaders, participants, deadline.
_DUTIES: dict[str, tuple[str, str, str, str | None]] = {
    "1.1": ("平台处", "刘红", "成果处", "9月底前"),
    "1.2": ("成果处", "胡军", "", "6月底前"),
    "1.3": ("法规处", "徐涛", "", "每月"),
    "2.1": ("转化中心", "胡军", "规划处", "长期坚持"),
    "2.2": ("平台处 规划处", "刘红", "", "年底前"),
    "2.3": ("相关处室", "", "", None),
    "3.1": ("规划处", "刘红", "", "10月底前"),
    "3.2": ("成果处 转化中心", "胡军", "", "3月底前试点，10月底前推开"),
    "3.3": ("外专处", "徐涛", "", "12月10日前"),
}
_CHARGE = {
    "法规处": "徐涛",
    "平台处": "刘红",
    "成果处": "胡军",
    "转化中心": "胡军",
    "规划处": "刘红",
    "外专处": "徐涛",
}


def row_key(name: str) -> str:
    """The key of a row."""
    return f"row{name}"


def the_list() -> list[Record]:
    """The records that the list begins with on 20 January 2021: monthly reports by the 25th from February."""
    records: list[Record] = [
        Notice("notice", "市科技局2021年重点工作", list_title="2021年重点任务清单", issued_on="2021-01-20"),
        Schedule("monthly", "", "月报", "month", 25, from_period="2021-02"),
    ]
    for number, (name, key) in enumerate(UNITS.items()):
        kind: Any = "collective" if key == "several" else "division"
        records.append(Unit(key, f"000{number}00", f"市科技局{name}", (name,), kind))
    records += [Person(key, name) for name, key in LEADERS.items()]
    for unit, leader in _CHARGE.items():
        records.append(Pair(f"pair{UNITS[unit]}", UNITS[unit], LEADERS[leader]))
    for number, title in enumerate(("一、平台", "二、服务", "三、规划"), 1):
        records.append(Item(f"item{number}", f"000{number}00", title))
    records += [_row(name, *duty) for name, duty in _DUTIES.items()]
    records.append(Measure(MEASURE, row_key("1.1"), "000100", "众创孵化机构", "40", "家"))
    return records


def _row(name: str, leads: str, leader: str, participants: str, deadline: str | None) -> Task:
    item, number = name.split(".")
    leaders = (Mention(LEADERS[leader], leader),) if leader else ()
    return Task(
        row_key(name),
        f"item{item}",
        f"000{number}00",
        text=ROWS[name],
        lead_units=_mentions(leads),
        lead_leaders=leaders,
        participant_units=_mentions(participants),
        deadline=deadline,
        start_on="2021-03-01" if name == "2.2" else None,
    )


def _mentions(units: str) -> tuple[Mention, ...]:
    return tuple(Mention(UNITS[unit], unit) for unit in units.split())


# ---------------------------------------------------------------------- what units reported


class Said(NamedTuple):
    """A report as it came in: of which row, unit and month, on which day, and what it says."""

    row: str
    unit: str
    month: int
    received: str
    word: ReportWord = "under_way"
    number: str = ""
    """The value of row 1.1's measure, elsewhere the share in per cent."""
    problem: str = ""

    @property
    def period(self) -> str:
        """The month, as records have it."""
        return f"2021-{self.month:02}"


def _months(row: str, unit: str, first: int, numbers: str, **days: str) -> Iterator[Said]:
    """The reports of consecutive months by their numbers, received on the 20th, or on the day given as
    m7="09-03"; a dash for a month without report, a point for a report without number.
    """
    for month, number in enumerate(numbers.split(), first):
        if number != "-":
            received = days.get(f"m{month}", f"{month:02}-20")
            said = "" if number == "." else number
            yield Said(row, unit, month, f"2021-{received}", "under_way", said)


REPORTS: tuple[Said, ...] = (
    *_months("1.1", "平台处", 2, "5 10 14 18 16 22 22 36 38", m8="09-03"),
    Said("1.1", "平台处", 11, "2021-11-20", "completed", "40"),
    *_months("1.2", "成果处", 2, "10 30 60 85"),
    Said("1.2", "成果处", 6, "2021-06-24", "completed", "100"),
    *_months("1.3", "法规处", 2, ". . . . . . . . . . .", m4="04-27", m7="09-10"),
    *_months("2.1", "转化中心", 2, ". . . . .", m3="03-24"),
    *_months("2.1", "成果处", 7, ". . . . - ."),
    *_months("2.2", "平台处", 2, "0 12 20 30 40 50 60 70 80 90"),
    Said("2.2", "平台处", 12, "2021-12-20", "completed", "100"),
    *_months("2.2", "规划处", 2, "0 5 8 18 29.95 - 30 55 72 88 98"),
    Said("3.1", "规划处", 2, "2021-02-20", "under_way", "5"),
    Said("3.1", "规划处", 3, "2021-03-20", "needs_help", "15", "用地指标未落实，需市自然资源局协调。"),
    *_months("3.1", "规划处", 7, "30 45 60 75 85 90"),
    *_months("3.2", "成果处", 2, "60 95 40 50 60 68 78 88 90"),
    *_months("3.2", "转化中心", 2, "58 92 35 38 55"),
    *_months("3.3", "外专处", 8, "20 50 70 90"),
    Said("3.3", "外专处", 12, "2021-12-03", "completed", "100"),
)

# ---------------------------------------------------------------------- what was done

LI, WANG = "李明", "王芳"
"""The clerks: 李明 keeps the rows of the first item and the units, 王芳 the others."""


class Act(NamedTuple):
    """What a clerk did on a day; `running` says how."""

    day: str
    by: str
    what: str
    row: str = ""
    said: Mapping[str, str] = MappingProxyType({})


ACTS: tuple[Act, ...] = (
    # The report of March was received in time, went back, and came again.
    Act("2021-03-28", WANG, "send_back", "2.1", {"unit": "转化中心", "period": "2021-03"}),
    Act("2021-04-02", WANG, "again", "2.1", {"unit": "转化中心", "period": "2021-03"}),
    Act("2021-04-12", WANG, "suspend", "3.1", {"reason": "用地指标未落实"}),
    Act("2021-05-06", WANG, "remind", "3.3", {"unit": "外专处", "answer_by": "2021-05-14"}),
    Act("2021-05-10", LI, "hand_over", "", {"unit": "平台处", "from": "刘红", "to": "徐涛"}),
    Act("2021-06-25", LI, "ask_closing", "1.2", {"result": "登记成果 120 项", "asked_by": "成果处"}),
    Act("2021-06-29", LI, "close", "1.2", {"result": "登记成果 120 项", "approved_by": "胡军"}),
    Act("2021-07-02", LI, "merge", "", {"unit": "转化中心", "into": "成果处", "from": "2021-07-01"}),
    Act("2021-07-05", WANG, "resume", "3.1", {"reason": "用地已落实", "to": "2021-12-20"}),
    Act("2021-08-20", WANG, "answer", "3.3", {"answer": "已补报"}),
    # Due on 30 September, asked for on 8 October, eight days late; approved on the 10th.
    Act("2021-10-10", LI, "defer", "1.1", {"to": "2021-11-30", "asked_on": "2021-10-08"}),
    Act("2021-11-15", WANG, "cancel", "3.2", {"reason": "并入市级项目"}),
    Act("2021-11-28", LI, "close", "1.1", {"result": "新增 40 家", "approved_by": "徐涛"}),
    Act("2021-12-08", WANG, "ask_closing", "3.3", {"result": "引进 12 人", "asked_by": "外专处"}),
)

MEETINGS = ("2021-05-10", "2021-07-02")
"""Days on which the two desks' changes met, beside the last of each month: after what touches both."""

MONTH_ENDS = (
    "2021-01-31",
    "2021-02-28",
    "2021-03-31",
    "2021-04-30",
    "2021-05-31",
    "2021-06-30",
    "2021-07-31",
    "2021-08-31",
    "2021-09-30",
    "2021-10-31",
    "2021-11-30",
    "2021-12-31",
)
OTHER_DAYS = ("2021-06-25", "2021-06-27", "2021-07-25", "2021-09-28", "2021-10-07")
"""Days between, on which something shows that no month's end has."""
