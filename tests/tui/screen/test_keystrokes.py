"""What the daily acts cost in keys, from the place where the clerk's cursor is: none is longer than it was.

A letter that is typed to find a name counts; a text of the clerk's own does not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.portfolio.standings import standings
from tests.keys import CTRL, DELETE, DOWN, ENTER, F2, F8, F9, LEFT, RIGHT, TAB, each_key
from tests.tui.screen.pilot import Clerk, lead, opened, participant, row

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
    Act("a leader alone", RIGHT + "zf" + ENTER, 4, leads("1", "成果处", "赵峰")),
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
    Act("delete a row", CTRL("r"), 1, lambda file: len(file.tasks.task_keys) == 8, before=TO_THE_JOINED),
    Act(
        "settle who has a unit",
        " " + "wz" + ENTER,
        4,
        lambda file: in_charge(file, "企业中心") == "王振旭",
        before="{unit}",
    ),
    Act("print the list", F9 + ENTER, 2, lambda file: file.history[-1].title == "打印:任务清单"),
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


async def go(desk: Clerk, keys: str) -> None:
    """Go to where the act begins; to a unit of the roster by find."""
    if keys == "{unit}":
        panes = desk.app.screen.query_one("#panes")
        unit = next(one.key for one in desk.file.tasks.units if "企业中心" in one.aliases)
        panes.go_to_roster(unit)  # type: ignore[attr-defined]
        await desk.rest()
    else:
        await desk.type(keys)
