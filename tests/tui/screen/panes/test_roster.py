"""The roster: lines that wrap and hang, moving, marks, what is asked for."""

import re

import pytest

from store.records.changes import Edit
from store.records.tasklist import TaskList
from tests.bench.lists import change_of
from tests.tui.screen.stage import Stage, staged
from tui.screen.panes.roster import RosterPane


@pytest.fixture
def roster(tasks: TaskList) -> RosterPane:
    return RosterPane(tasks, id="roster")


async def shown(stage: Stage, roster: RosterPane, tasks: TaskList) -> None:
    roster.show(tasks)
    await stage.pilot.pause()


def person(tasks: TaskList, name: str) -> str:
    return next(entry.person for entry in tasks.roster if tasks.person_name(entry.person) == name)


def kind_of(roster: RosterPane) -> str:
    return roster.place.kind if roster.place else ""


async def test_people_come_by_rank_then_the_office_then_the_units(
    roster: RosterPane, tasks: TaskList
) -> None:
    async with staged(roster, (90, 70)) as stage:
        assert roster.place is None
        await shown(stage, roster, tasks)
        assert stage.lines[0] == "▌市科技局深化“放管服”改革优化营商环境领导小组"
        assert stage.lines[1] == " 组长   盛继亮 局党组书记、局长"
        first = stage.line_of("副组长 鲁文安")
        assert stage.line_of("王振旭") > first
        assert stage.lines[stage.line_of("王振旭")].endswith(" 责4")
        assert stage.lines[stage.line_of("王振旭") + 1].strip() == "分管 合作处"
        assert stage.lines[stage.line_of("胡　军")].endswith(" 牵2 责4")
        assert "分管 项目中心?" in stage.text
        assert stage.line_of("主任 ") > stage.line_of("成员 ")
        assert stage.line_of(" 单位   ") > stage.line_of("主任 ")


async def test_a_post_that_does_not_fit_says_its_last_and_is_whole_under_the_cursor(
    roster: RosterPane, tasks: TaskList
) -> None:
    async with staged(roster, (34, 60)) as stage:
        await shown(stage, roster, tasks)
        assert stage.lines[:2] == ["▌市科技局深化“放管服”改革优化营商", "▌环境领导小组"]
        below = stage.line_of("王振旭")
        assert stage.lines[below - 1].endswith("…") and "检监察组组长" not in stage.text
        assert "胡　军 …副局长" in stage.lines[stage.line_of("胡　军")]
        await stage.press("down", "down")
        words = "".join("".join(stage.lines).replace("▌", "").split())
        assert "局党组成员、市纪委监委派驻局纪检监察组组长" in words
        assert stage.line_of("王振旭") > below
        roster.focus()
        stage.set_focus(None)
        await stage.pilot.pause()
        assert stage.line_of("王振旭") > below, "what lies over the panes moves nothing in them"
        await stage.pilot.resize_terminal(90, 60)
        await stage.pilot.pause()
        assert stage.lines[0].strip() == "市科技局深化“放管服”改革优化营商环境领导小组"


async def test_a_unit_is_never_cut(roster: RosterPane, tasks: TaskList) -> None:
    async with staged(roster, (34, 99)) as stage:
        await shown(stage, roster, tasks)
        words = "".join("".join(stage.lines).split())
        for unit in tasks.units:
            if unit.kind != "collective":
                assert "".join(unit.full_name.split()) in re.sub(r"[牵责]\d+|[▁-█]", "", words)


async def test_keys_move_by_lines_of_the_roster_round_the_end(roster: RosterPane, tasks: TaskList) -> None:
    async with staged(roster, (60, 10)) as stage:
        await stage.press("down", "enter")
        assert not stage.said
        await shown(stage, roster, tasks)
        await stage.press("down", "down")
        assert stage.lit().startswith("副组长鲁文安")
        await stage.press("pagedown")
        assert kind_of(roster) == "person"
        assert "鲁文安" not in stage.lit()
        await stage.press("end")
        last = roster.place
        await stage.press("down")
        assert kind_of(roster) == "group"
        assert stage.lines[0].startswith("▌市科技局")
        await stage.press("up")
        assert roster.place == last
        await stage.press("pageup", "home")
        assert kind_of(roster) == "group"


async def test_marked_people_carry_a_sign_and_the_first_comes_into_view(
    roster: RosterPane, tasks: TaskList
) -> None:
    async with staged(roster, (60, 10)) as stage:
        await shown(stage, roster, tasks)
        stage.set_focus(None)
        await stage.pilot.pause()
        unit = tasks.units[-1]
        roster.mark(frozenset([unit.key]))
        await stage.pilot.pause()
        assert f"›       {unit.full_name}" in stage.text
        roster.mark(frozenset([person(tasks, "徐涛"), person(tasks, "胡军")]))
        await stage.pilot.pause()
        assert stage.lines[1].startswith("›       徐　涛")
        assert [line[:1] for line in stage.lines].count("›") == 2
        roster.mark(frozenset())
        await stage.pilot.pause()
        assert "›" not in stage.text


async def test_a_click_moves_and_enter_asks_for_the_line(roster: RosterPane, tasks: TaskList) -> None:
    async with staged(roster, (60, 30)) as stage:
        await shown(stage, roster, tasks)
        await stage.pilot.hover(offset=(12, stage.line_of("王振旭")))
        await stage.click(12, stage.line_of("王振旭") + 1)
        assert "王振旭" in stage.lit()
        assert not stage.said
        await stage.press("enter")
        (asked,) = stage.said
        assert isinstance(asked, RosterPane.Activated)
        assert (asked.place.kind, asked.place.named) == ("person", person(tasks, "王振旭"))


async def test_a_place_is_shown_even_before_the_first_drawing(roster: RosterPane, tasks: TaskList) -> None:
    async with staged(roster, (60, 10)) as stage:
        unit = tasks.units[3]
        roster.show_place(unit.key)
        await stage.pilot.pause()
        assert stage.lit().startswith(unit.full_name)
        roster.show_place("gone")
        assert roster.place
        assert roster.place.record == unit.key


async def test_the_cursor_stays_on_its_line_when_others_come(roster: RosterPane, tasks: TaskList) -> None:
    async with staged(roster, (90, 60)) as stage:
        await shown(stage, roster, tasks)
        notice = tasks.notice
        roster.show_place(tasks.units[2].key)
        await stage.pilot.pause()
        moves = stage.moves
        tasks.apply([Edit("notices", notice.key, "group", notice.group, "新的小组")])
        await shown(stage, roster, tasks)
        assert stage.lines[0].strip() == "新的小组"
        assert roster.place
        assert roster.place.record == tasks.units[2].key
        assert stage.moves == moves


async def test_only_what_is_seen_is_said_at_once() -> None:
    tasks = TaskList()
    tasks.apply(change_of(3, divisions=[f"第{number}业务处" for number in range(2_000)]).edits)
    roster = RosterPane(tasks)
    async with staged(roster, (60, 10)) as stage:
        roster.show(tasks)
        assert roster.rows.span(0) == (0, 1)
        assert not roster.rows.complete
        await stage.press("end")
        assert stage.lit().startswith("第1999业务管理处")


async def test_facts_are_not_broken_within(roster: RosterPane, tasks: TaskList) -> None:
    async with staged(roster, (28, 99)) as stage:
        await shown(stage, roster, tasks)
        text = "\n".join(stage.lines)
        for name in ("规划处", "法制处", "成果处", "转化中心"):
            assert name in text
        assert len(re.findall(r"(?<!\S)[牵责]\d+(?!\S)", text)) == len(re.findall(r"[牵责]\d", text)) >= 5
