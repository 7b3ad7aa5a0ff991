"""One of some things, found by what is typed."""

from collections.abc import Sequence

import pytest

from tests.keys import DOWN, ENTER, LEFT, UP
from tests.tui.screen.pilot import ESC, asked
from tui.screen.dialogs import choose
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.choose import ChooseDialog

UNITS = by_names(
    [
        Choice(1, "成果处  胡军", ("成果处", "成果转化处")),
        Choice(2, "平台处  刘红", ("平台处",)),
        Choice(3, "成长处", ("成长处",)),
    ]
)


async def test_arrows_and_enter_take_one() -> None:
    async with asked(ChooseDialog("单位", UNITS, about="选一个单位")) as dialog:
        await dialog.wait_for("选一个单位")
        await dialog.type(DOWN * 2 + UP + ENTER)
        assert dialog.answer == 2


async def test_letters_find_by_pinyin() -> None:
    async with asked(ChooseDialog("单位", UNITS)) as dialog:
        await dialog.type("ptc")
        await dialog.wait_for("平台处")
        assert not dialog.sees("成果处")
        await dialog.type(ENTER)
        assert dialog.answer == 2


COMMITTED = "推进高效办成一件事统一受理"


@pytest.mark.parametrize("before", ["", "平"])
async def test_what_an_input_method_commits_is_searched_for_once(
    before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a busy machine the signs may take longer than what a search waits for them.
    monkeypatch.setattr(choose, "_AT_LATEST_SECONDS", 60.0)
    searched: list[str] = []

    def search(typed: str) -> Sequence[Choice[int]]:
        searched.append(typed)
        return UNITS(typed)

    async with asked(ChooseDialog("单位", search, nothing="没有这个单位。")) as dialog:
        await dialog.type(before)
        searched.clear()
        await dialog.type(COMMITTED)
        assert searched == [before + COMMITTED]
        await dialog.wait_for("没有这个单位")


@pytest.mark.parametrize(("keys", "answer"), [("ch" + ENTER, 1), ("ch" + DOWN + ENTER, 3)])
@pytest.mark.parametrize("paced", [False, True])
async def test_a_key_behind_the_signs_finds_what_they_found(keys: str, answer: int, paced: bool) -> None:
    async with asked(ChooseDialog("单位", UNITS)) as dialog:
        await dialog.type(keys, paced=paced)
        assert dialog.answer == answer


async def test_signs_are_searched_for_though_keys_came_behind_them_that_change_none() -> None:
    async with asked(ChooseDialog("单位", UNITS)) as dialog:
        await dialog.type("ptc" + LEFT * 3)
        await dialog.wait_gone("成果处")
        assert dialog.sees("平台处")


async def test_what_finds_nothing_says_so_and_enter_does_nothing() -> None:
    async with asked(ChooseDialog("单位", UNITS, nothing="没有这个单位。")) as dialog:
        await dialog.type("某某处" + ENTER)
        await dialog.wait_for("没有这个单位")
        assert dialog.is_open
        await dialog.type(ESC)
        assert dialog.answer is None


async def test_a_text_that_finds_nothing_may_stand_for_itself() -> None:
    async with asked(ChooseDialog("单位", UNITS, typed=lambda text: len(text) * 100 or None)) as dialog:
        await dialog.type("某某处" + ENTER)
        assert dialog.answer == 300


async def test_the_box_stays_where_it_is_while_one_types() -> None:
    async with asked(ChooseDialog("单位", UNITS, nothing="没有这个单位。")) as dialog:
        lines = dialog.text.splitlines()
        before = [number for number, line in enumerate(lines) if "单位" in line or "Esc 返回" in line]
        for typed in ("p", "tc", "某"):
            await dialog.type(typed)
            now = dialog.text.splitlines()
            assert "单位" in now[before[0]] and "Esc 返回" in now[before[-1]]
        await dialog.wait_for("没有这个单位")
