"""Acts on the history, at the keyboard."""

from pathlib import Path

from tests.tui.screen.pilot import opened


async def test_undo_and_redo_take_the_last_change_back_and_do_it_again(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.write("ptc\n")
        assert desk.cell("1", "lead_units") == "平台处"
        await desk.press("ctrl+z")
        assert "撤销:第 1 行牵头单位" in desk.status
        assert desk.cell("1", "lead_units") == "成果处"
        await desk.press("ctrl+y")
        assert "重做:" in desk.status
        assert desk.cell("1", "lead_units") == "平台处"


async def test_there_is_nothing_to_undo_in_a_list_just_made(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.press("ctrl+y")
        assert len(desk.titles) == 1
        assert "没有" in desk.status


async def test_a_standing_basis_is_given_to_all_that_follows_until_it_is_changed(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.press(
            "f10", *"依据", "enter", *"2026-12-01", "enter", *"局长办公会", "enter", *"ptc", "enter"
        )
        assert "依据:局长办公会 · 2026-12-01 起生效" in desk.status
        assert [(one.basis, one.effective_on) for one in desk.history] == [
            ("", None),
            ("局长办公会", "2026-12-01"),
        ]


async def test_a_standing_basis_that_is_left_changes_nothing(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.command("依据")
        assert "依据:接下来的修改都写上" in desk.title
        await desk.press("escape")
        await desk.write("ptc\n")
        assert [one.basis for one in desk.history] == ["", ""]


async def test_esc_at_the_basis_leaves_everything_as_it_was(sample: Path) -> None:
    async with opened(sample, asks_basis=True) as desk:
        await desk.press("delete")
        assert desk.title == "这次修改的依据(可不填)"
        await desk.press("escape")
        assert "已取消,没有改动" in desk.status
        assert len(desk.titles) == 1
        assert desk.cell("1", "lead_units") == "成果处"
        await desk.press("delete", *"督查", "enter")
        assert desk.cell("1", "lead_units") == ""
        assert desk.history[-1].basis == "督查"
