"""Acts on the history, at the keyboard."""

from pathlib import Path

from tests.keys import CTRL, DELETE, ENTER, F10
from tests.tui.screen.pilot import ESC, lead, opened


async def test_undo_and_redo_take_the_last_change_back_and_do_it_again(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type("ptc" + ENTER)
        assert lead(await desk.saved(2), "1") == ("平台处", "刘红")
        await desk.type(CTRL("z"))
        assert desk.sees("撤销：第 1 行牵头单位")
        assert lead(await desk.saved(3), "1") == ("成果处", "胡军")
        await desk.type(CTRL("y"))
        assert desk.sees("重做：")
        assert lead(await desk.saved(4), "1") == ("平台处", "刘红")


async def test_there_is_nothing_to_redo_in_a_list_just_made(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(CTRL("y"))
        assert desk.sees("没有可以重做的")
        assert len(desk.titles()) == 1


async def test_a_standing_basis_is_given_to_all_that_follows(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "依据" + ENTER + "2026-12-01" + ENTER + "局长办公会" + ENTER + "ptc" + ENTER)
        await desk.wait_for_words("依据：局长办公会·2026-12-01起生效")
        given = [(one.basis, one.effective_on) for one in (await desk.saved(2)).history]
        assert given == [("", None), ("局长办公会", "2026-12-01")]


async def test_a_standing_basis_that_is_left_changes_nothing(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "依据" + ENTER)
        assert desk.title == "依据：接下来的修改都写上，改掉或退出为止"
        await desk.type(ESC)
        await desk.type("ptc" + ENTER)
        assert [one.basis for one in (await desk.saved(2)).history] == ["", ""]


async def test_esc_at_the_basis_leaves_everything_as_it_was(sample: Path) -> None:
    async with opened(sample, asks_basis=True) as desk:
        await desk.type(DELETE)
        assert desk.title == "这次修改的依据（可不填）"
        await desk.type(ESC)
        assert desk.sees("已取消，没有改动")
        assert len(desk.titles()) == 1
        await desk.type(DELETE + "督查" + ENTER)
        file = await desk.saved(2)
        assert lead(file, "1") == ("", "")
        assert file.history[-1].basis == "督查"
