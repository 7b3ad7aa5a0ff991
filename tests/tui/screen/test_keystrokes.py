"""What the daily acts cost in keys, from the place where the clerk's cursor is: none is longer than it was.

A letter that is typed to find a name counts; a text of the clerk's own does not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.portfolio.standings import standings
from tests.keys import (
    CTRL,
    DELETE,
    DOWN,
    END,
    ENTER,
    F2,
    F3,
    F4,
    F5,
    F8,
    F9,
    HOME,
    LEFT,
    RIGHT,
    TAB,
    UP,
    each_key,
)
from tests.tui.screen.pilot import ESC, Clerk, lead, opened, participant, row

Holds = Callable[[TaskFile], bool]


@dataclass(frozen=True)
class Act:
    """What is done, its keys with {} for a text, how many at most, what holds then, the keys before it."""

    name: str
    keys: str
    most: int
    holds: Holds
    before: str = ""
    text: str = ""
    changes: int = 2


def leads(name: str, units: str, leaders: str) -> Holds:
    """A row is led by these units, and these leaders are in charge."""
    return lambda file: lead(file, name) == (units, leaders)


def of_all_three(holds: Callable[[TaskFile, str], bool]) -> Holds:
    """The same holds of the three rows that one cell covers."""
    return lambda file: all(holds(file, name) for name in ("3.1", "3.2", "3.3"))


def in_charge(file: TaskFile, unit: str) -> str:
    """The leader in charge of a unit, by name."""
    for key, standing in standings(file.tasks).items():
        if file.tasks.wording_of(key) == unit:
            return file.tasks.person_name(standing.leader)
    return ""


TO_THE_JOINED = DOWN + DOWN
PLATFORM = ("平台处", "刘红")
ACTS = (
    Act("lead of row 1, by one letter", "p" + ENTER, 2, leads("1", *PLATFORM)),
    Act("by initials", "ptc" + ENTER, 4, leads("1", *PLATFORM)),
    Act("in Chinese", "平台" + ENTER, 3, leads("1", *PLATFORM)),
    Act("by pinyin", "pingtaichu" + ENTER, 11, leads("1", *PLATFORM)),
    Act("by the name that is printed", "fz" + ENTER, 3, leads("1", "法制处", "徐涛")),
    Act(
        "lead of three joined rows",
        DOWN + DOWN + "p" + ENTER,
        4,
        of_all_three(lambda file, name: lead(file, name) == PLATFORM),
    ),
    Act(
        "lead of one of them",
        "p" + TAB + ENTER,
        3,
        lambda file: lead(file, "3.1") == PLATFORM and lead(file, "3.2") == ("法制处", "徐涛"),
        before=TO_THE_JOINED,
    ),
    Act(
        "one more participant",
        "gx" + " " + ENTER,
        4,
        of_all_three(lambda file, name: participant(file, name)[0].endswith("高新处")),
        before=TO_THE_JOINED + RIGHT + RIGHT,
    ),
    # The notice says 胡军 for certain: which of the three it is, is asked, and costs two keys more.
    Act("a leader alone", RIGHT + "zf" + ENTER + RIGHT + ENTER, 6, leads("1", "成果处", "赵峰")),
    Act(
        "a leader of whom nothing is certain",
        RIGHT + "zf" + ENTER,
        4,
        lambda file: participant(file, "4")[1] == "赵峰",
        before=CTRL("l") + "4" + ENTER + HOME + RIGHT * 4 + "nsc" + ENTER + UP,
        changes=3,
    ),
    Act("undo", CTRL("z"), 1, leads("1", "成果处", "胡军"), before="p" + ENTER, changes=3),
    Act("redo", CTRL("y"), 1, leads("1", *PLATFORM), before="p" + ENTER + CTRL("z"), changes=4),
    Act(
        "three leads",
        ("p" + ENTER + "f" + ENTER + "p" + ENTER),
        6,
        lambda file: [lead(file, name)[0] for name in ("1", "2", "3.1")] == ["平台处", "法制处", "平台处"],
        changes=4,
    ),
    Act("copy and paste", CTRL("c") + DOWN + CTRL("v"), 3, leads("2", "成果处", "胡军")),
    Act("fill down", CTRL("d"), 1, leads("2", "成果处", "胡军"), before=DOWN),
    Act("clear", DELETE, 1, leads("1", "", "")),
    Act(
        "a new row with its text",
        CTRL("n") + "{}" + ENTER,
        2,
        lambda file: row(file, "1.2").text == "推进科技型企业倍增。",
        text="推进科技型企业倍增。",
        changes=3,
    ),
    Act(
        "a new item",
        CTRL("b") + "{}" + ENTER,
        2,
        lambda file: file.tasks.items[1].title.endswith("加强组织保障"),
        text="加强组织保障",
    ),
    Act(
        "the text of a row",
        LEFT + F2 + "{}" + ENTER,
        3,
        lambda file: row(file, "1").text.endswith("。按月调度。"),
        text="按月调度。",
    ),
    Act(
        "a deadline",
        CTRL("u") + "{}" + ENTER,
        2,
        lambda file: row(file, "1").deadline == "12月底前",
        text="12月底前",
    ),
    Act(
        "a remark",
        LEFT + ENTER + END + "{}" + ENTER + ESC,
        12,
        lambda file: row(file, "1").remark == "与大数据局会商",
        text="与大数据局会商",
    ),
    Act("delete a row", CTRL("r"), 1, lambda file: len(file.tasks.task_keys) == 8, before=TO_THE_JOINED),
    Act(
        "delete an item with its rows, which is asked since it takes four rows along",
        CTRL("r") + ENTER,
        2,
        lambda file: len(file.tasks.items) == 5,
        before=TO_THE_JOINED + HOME,
    ),
    Act(
        "a handover with its answers and its basis",
        " " + "zf" + ENTER + ENTER + TAB + "{}" + ENTER + RIGHT + RIGHT + ENTER,
        12,
        lambda file: file.history[-1].basis == "会议纪要" and lead(file, "1") == ("成果处", "赵峰"),
        before="{胡军}",
        text="会议纪要",
    ),
    Act(
        "accept one finding",
        F5 + "C02" + CTRL("k") + "{}" + ENTER,
        6,
        lambda file: file.history[-1].title.startswith("认可 C02"),
        text="局长同意",
    ),
    Act(
        "settle who has a unit",
        " " + "wz" + ENTER,
        4,
        lambda file: in_charge(file, "企业中心") == "王振旭",
        before="{企业中心}",
    ),
    Act("print the list", F9 + ENTER, 2, lambda file: file.history[-1].title == "打印：任务清单"),
    Act(
        "turn a crossing twice",
        "  ",
        2,
        lambda file: len(file.history) == 3,
        before=F8,
        changes=3,
    ),
)
"""The acts of a day (findings of November 2026), with the counts of then or less."""


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
@pytest.mark.parametrize("paced", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["burst", "paced"])
async def test_an_act_costs_no_more_keys_than_it_did(sample: Path, act: Act, paced: bool) -> None:
    assert len(each_key(act.keys.replace("{}", ""))) <= act.most
    async with opened(sample) as desk:
        await go(desk, act.before)
        await desk.type(act.keys.replace("{}", act.text), paced=paced)
        await desk.until(lambda: len(desk.file.history) == act.changes)
        assert act.holds(desk.file), desk.text
        assert act.holds(await desk.saved(act.changes)), "what is on the disk is what was seen"


async def test_a_filter_costs_five_keys_and_one_to_go_back(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F4 + "fz" + ENTER)
        assert desk.sees("只看 法制处 5 行")
        await desk.type(F4)
        assert desk.sees("6 事项 9 任务")


async def go(desk: Clerk, keys: str) -> None:
    """Go to where the act begins: by keys, or by find to a {name} of the roster."""
    if keys.startswith("{"):
        await desk.type(F3 + keys.strip("{}") + ENTER)
    else:
        await desk.type(keys)
