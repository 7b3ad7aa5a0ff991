"""Each command is declared once, and names an act that there is."""

import inspect
from pathlib import Path

import pytest

from tests.keys import CTRL, DOWN, ENTER, F3, F6, F7, F8, F10, TAB
from tests.tui.screen.pilot import ESC, Clerk, opened
from tui.screen.acts.acts import Acts
from tui.screen.acts.lone_acts import LoneActs
from tui.screen.commands import COMMANDS, by_id, in_pane
from tui.screen.commands.command import Command, Pane, key_name
from tui.screen.main_screen import MainScreen

CHANGING = [command for command in COMMANDS if command.changes]
PRESSED = list({command.panes[0]: command for command in CHANGING}.values())
"""One of each pane, tried in the menu; keys, menu and find ask the same sentence for all."""


async def test_each_command_names_an_act_that_there_is(sample: Path) -> None:
    async with opened(sample) as desk:
        acts = main(desk).acts
        for command in COMMANDS:
            assert inspect.iscoroutinefunction(acts.named(command.act)), command.id


def test_keys_and_labels_are_said_once() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert len({command.label for command in COMMANDS}) == len(COMMANDS)
    for pane in ("work_points", "matrix", "roster"):
        keys = [key for command in in_pane(pane) for key in command.keys]
        assert len(set(keys)) == len(keys), pane


@pytest.mark.parametrize(
    ("key", "said"), [("f10", "F10"), ("ctrl+z", "Ctrl+Z"), ("ctrl+up", "Ctrl+↑"), ("space", "空格")]
)
def test_a_key_is_written_as_people_write_it(key: str, said: str) -> None:
    assert key_name(key) == said


def main(desk: Clerk) -> MainScreen:
    screen = desk.app.screen
    assert isinstance(screen, MainScreen), desk.text
    return screen


async def to_pane(desk: Clerk, pane: Pane) -> None:
    while main(desk).desk.pane != pane:
        await desk.type(F6)


async def refusal(desk: Clerk, command: Command) -> str:
    """Try a command in the menu, where it is dim; what stands there, its lines joined."""
    await to_pane(desk, command.panes[0])
    await desk.type(F10 + command.label + ENTER)
    assert desk.title == "菜单", f"{command.id} opens {desk.title}"
    said = "".join(desk.text.split()).replace("│", "")
    await desk.type(ESC)
    return said


async def is_refused(desk: Clerk, command: Command, said: str) -> None:
    """Try a command as its key does."""
    await to_pane(desk, command.panes[0])
    screen = main(desk)
    assert said in screen.why_not(command.id), command.id
    await screen.action_run(command.id)
    await desk.rest()
    assert desk.title == "", command.id


async def test_an_earlier_list_refuses_whatever_would_change_it_before_anything_is_asked(
    sample: Path,
) -> None:
    async with opened(sample) as desk:
        await desk.type("ptc" + ENTER + F7 + TAB + DOWN + F8)
        await desk.wait_for(r"查看 [\d: -]+ 的清单（只读）")
        for command in PRESSED:
            assert "的清单，只能查看" in await refusal(desk, command), command.id
        for command in CHANGING:
            await is_refused(desk, command, "的清单，只能查看")
        assert len(desk.titles()) == 2


def refused(command: Command) -> str:
    """What a window that only looks says of a command."""
    return command.refusal or "是以只读方式打开的，不能修改"


async def test_a_read_only_window_refuses_whatever_would_change_the_list(sample: Path) -> None:
    async with opened(sample, read_only=True) as desk:
        for command in PRESSED:
            assert refused(command)[:20] in await refusal(desk, command), command.id
        for command in CHANGING:
            await is_refused(desk, command, refused(command))
        assert len(desk.titles()) == 1


async def test_an_earlier_list_lets_all_looks_through(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F7 + TAB + F8)
        await desk.wait_for(r"的清单（只读）")
        for command, title in {
            "find": "查找",
            "filter": "筛选和排序",
            "findings": "核对 ",
            "questions": "待定 ",
            "history": "历史：",
            "print": "打印",
            "menu": "菜单",
            "help": "帮助",
            "look_at_time": "看哪天或哪时的清单",
            "open_card": "第 1 行",
            "plans": "预定调整",
            "save_copy": "另存副本到",
        }.items():
            await to_pane(desk, "matrix")
            await desk.type(F10 + by_id(command).label + ENTER)
            assert desk.title.startswith(title), (command, desk.title, desk.text)
            await desk.type(ESC)
        await desk.type(F3 + "成果转化处" + ENTER + F10 + "查看" + ENTER)
        assert desk.title == "成果转化处"
        await desk.type(ENTER)
        assert desk.sees("的清单，只能查看")


async def test_an_earlier_list_refuses_at_the_first_key_on_a_cell_a_node_and_a_line(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F7 + TAB + F8)
        await desk.wait_for(r"的清单（只读）")
        for keys in ("p", ENTER, F6 + F6 + ENTER, "\x1b[F" + ENTER):
            main(desk).desk.say("还没有说什么")
            await desk.type(keys)
            assert desk.sees("的清单，只能查看"), keys
            await desk.type(CTRL("g"))
            await desk.type(ESC)


async def test_a_command_of_another_pane_says_where_it_is(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "单位更名" + ENTER)
        assert desk.sees("“单位更名”在任务清单中不能用，请先按 F6 到名册。")
        assert desk.title == "菜单"
        await desk.type(ESC + F8 + CTRL("v") + F10 + "粘贴" + ENTER)
        assert desk.sees("“粘贴”在方阵中不能用，请先按 F8 回到清单。")


def test_the_acts_are_named_in_two_words() -> None:
    for command in COMMANDS:
        acts, method = command.act.split(".")
        is_there = hasattr(Acts, acts) or hasattr(LoneActs, acts)
        assert is_there and method.isidentifier()
