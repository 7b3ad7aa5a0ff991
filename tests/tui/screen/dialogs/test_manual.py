"""The manual on the screen: behind help, in the menu, and its first page for who opens nothing yet."""

from pathlib import Path

from data import MANUAL
from store.machine.whereabouts import remember
from tests.keys import DOWN, ENTER, F1, F10, LEFT, RIGHT
from tests.tui.screen.pilot import ESC, NARROW, Hands, asked, opened, running
from tui.screen.app import YaodianApp
from tui.screen.dialogs.manual import ManualDialog
from tui.screen.dialogs.manual_text import title_of


async def test_help_leads_to_the_manual_and_the_menu_too(sample: Path) -> None:
    async with opened(sample) as clerk:
        await clerk.type(F1 + RIGHT)
        assert clerk.title == f"快速入门 1/{len(MANUAL)}"
        await clerk.type(RIGHT)
        assert clerk.title.startswith("打开和导入") and not clerk.sees("screens/")
        await clerk.type(LEFT * 2)
        assert clerk.title.startswith("帮助")
        await clerk.type(ESC + F10 + "使用手册" + ENTER + RIGHT * 20)
        assert clerk.title.startswith(title_of(MANUAL[-1]))
        await clerk.type(ENTER)
        assert not clerk.title


async def test_the_first_page_is_one_page() -> None:
    async with asked(ManualDialog(), size=NARROW) as hands:
        assert hands.sees("1. 打开") and hands.sees("改动已经在磁盘上")
        assert not hands.sees(r"[*`]")


async def test_it_stands_on_the_start_page_until_a_list_was_opened(home: Path) -> None:
    for is_known in (False, True):
        if is_known:
            remember(home / "示例.json", "示例", 9)
        app = YaodianApp()
        async with running(app, NARROW):
            hands = Hands(app)
            await hands.wait_for("打开示例")
            assert hands.sees("快速入门") is not is_known
            await hands.type(DOWN * 30)
            assert hands.sees("改动已经在磁盘上") is not is_known
