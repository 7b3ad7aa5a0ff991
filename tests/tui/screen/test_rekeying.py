"""Giving a command another key: what may be one, and what stays whose."""

import pytest

from tui.screen.commands import COMMANDS, by_id
from tui.screen.commands.command import NO_KEY
from tui.screen.commands.rekeying import choose_keys, keys_changed, shown_key, why_not


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("a", "用来写字"),
        ("1", "用来写字"),
        ("张", "用来写字"),
        ("space", "用来写字"),
        ("alt+f", "Alt 组合"),
        ("ctrl+shift+f", "Ctrl\\+Shift 组合|Ctrl+Shift 组合"),
        ("ctrl+@", "由输入法使用"),
        ("ctrl+full_stop", "由输入法使用"),
        ("ctrl+1", "由输入法使用"),
        ("ctrl+m", "同一个键"),
        ("shift+insert", "粘贴"),
        ("f11", "由窗口使用"),
        ("f4", "F4 在任务清单中是“筛选”"),
        ("ctrl+z", "“撤销”"),
        ("enter", "中是“打开”"),
        ("escape", "中是“返回”"),
        ("up", "中是“到上下左右的格”"),
    ],
)
def test_what_cannot_be_a_key_is_refused_with_a_reason(key: str, says: str) -> None:
    reason = why_not(by_id("find"), key, {})
    assert any(one in reason for one in says.split("|")), reason
    assert reason.endswith("。")


def test_a_free_key_may_be_one_and_so_may_its_own() -> None:
    find = by_id("find")
    assert why_not(find, "f3", {}) == why_not(find, "f13", {}) == ""
    assert why_not(find, "f4", {"filter": "f13"}) == "", "the other has left it"
    assert "“筛选”" in why_not(find, "f13", {"filter": "f13"})


def test_two_commands_change_keys() -> None:
    find, sort = by_id("find"), by_id("sort")
    assert keys_changed(find, "f4", {}) == {"find": "f4", "filter": "f3"}
    assert keys_changed(find, "f8", {"find": "f4", "filter": "f3"}) == {"find": "f8", "turn_view": "f4"}
    assert keys_changed(find, "enter", {}) == {}, "no command's"
    assert keys_changed(sort, "f4", {}) == {}, "it has no key to give"
    assert keys_changed(by_id("mark"), "f4", {}) == {}, "筛选 is wanted where 标记's key is another's"


def test_a_key_that_is_used_in_other_panes_alone_may_be_one() -> None:
    only_crossing = by_id("empty_columns")
    assert why_not(only_crossing, "ctrl+w", {}) == "", "“显示”, which has it in the list, is not there"


@pytest.fixture
def fresh() -> object:
    """The keys as they are declared, before and after."""
    yield choose_keys({})
    choose_keys({})


@pytest.mark.usefixtures("fresh")
def test_who_shares_a_key_keeps_it_and_who_loses_it_has_none() -> None:
    keymap = choose_keys({"shown": "ctrl+b", "help": "f8", "nothing": "f4", "sort": "ctrl+r"})
    assert keymap["shown"] == "ctrl+b" and keymap["empty_columns"] == "ctrl+w"
    assert keymap["help"] == "f8" and keymap["turn_view"] == NO_KEY
    assert "nothing" not in keymap and "filter" not in keymap
    shown = {command.id: shown_key(command) for command in COMMANDS}
    assert (shown["help"], shown["turn_view"], shown["sort"], shown["find"]) == ("F8", "", "Ctrl+R", "F3")


@pytest.mark.usefixtures("fresh")
def test_nothing_chosen_changes_nothing() -> None:
    assert choose_keys({}) == {}
    for command in COMMANDS:
        assert bool(shown_key(command)) == bool(command.keys)
