"""The settings on the screen: what is chosen holds, stands in the file, and is refused where it is wrong."""

from pathlib import Path

from store.machine.settings import load_settings, settings_path
from tests.keys import CTRL, DELETE, DOWN, ENTER, F1, F3, F8, F10, LEFT, RIGHT
from tests.tui.screen.pilot import ESC, WIDE, Clerk, asked, opened
from tui.screen.dialogs.settings import SettingsDialog
from tui.screen.dialogs.settings_form import lines

SETTINGS = F10 + "设置" + ENTER
CLEAR = CTRL("U")


def said() -> str:
    """The file of the user; empty where there is none."""
    return settings_path().read_text("utf-8") if settings_path().exists() else ""


async def test_a_choice_holds_at_once_and_stands_in_the_file(sample: Path) -> None:
    async with opened(sample) as clerk:
        await clerk.wait_for(r"核对 [\d ]")
        await clerk.type(SETTINGS + "问依据")
        assert clerk.title == "设置" and clerk.sees("改责任时问依据 +不问")
        await clerk.type(RIGHT)
        assert clerk.sees("改责任时问依据 +问") and load_settings().ask_basis
        await clerk.type(CLEAR + "C16" + LEFT * 2)
        await clerk.wait_for("C16 没有完成时限 +不查")
        assert load_settings().checks.said == {"off": ["C16"]}
        await clerk.type(RIGHT)
        assert load_settings().checks.said == {"grades": {"C16": "错误"}}
        await clerk.type(ESC)
        await clerk.wait_for("核对 .*错误")
        await clerk.type("ptc" + ENTER)
        await clerk.wait_for("依据（可不填）")


async def test_a_text_is_checked_as_it_is_typed_and_delete_takes_the_default(home: Path) -> None:
    async with asked(SettingsDialog(), size=WIDE) as hands:
        await hands.type("fenshu" + ENTER + "0")
        assert hands.sees("份数应为 1 至 10000 的整数")
        await hands.type(ENTER)
        assert hands.sees("份数应为") and not said()
        await hands.type(CTRL("A") + "３０" + ENTER)
        assert load_settings().backups_kept == 30 and hands.sees("份数 +30")
        await hands.type(DELETE)
        assert "keep" not in said() and hands.sees("份数 +20")
        await hands.type(CLEAR + "页边距" + ENTER + "20 20,20、25.5" + ENTER)
        assert load_settings().paper.said == {"margins": [20, 20, 20, 25.5]}
        await hands.type(CLEAR + "附件序号" + ENTER + CTRL("A") + DELETE + ENTER)
        assert load_settings().paper.said["annex"] == "", "an empty one says that it is not printed"
        await hands.type(CLEAR + "行高" + RIGHT * 2)
        assert load_settings().rows == "one" and hands.sees("行高 +一行")
        await hands.type(CLEAR + "符号宽度" + ENTER + "两格" + ENTER)
        assert load_settings().ambiguous == "2" and hands.sees("下次打开时起用")


async def test_a_theme_is_seen_while_the_cursor_is_on_it(sample: Path) -> None:
    async with opened(sample) as clerk:
        await clerk.type(SETTINGS + "配色" + ENTER)
        assert clerk.app.theme == "ink"
        await clerk.type(DOWN)
        assert clerk.app.theme == "paper" and not said()
        await clerk.type(ESC)
        assert clerk.app.theme == "ink" and clerk.title == "设置"
        await clerk.type(ENTER + DOWN * 2 + ENTER)
        assert clerk.app.theme == "contrast" and load_settings().theme == "contrast"
        await clerk.type(ENTER + ENTER)
        assert load_settings().theme == "contrast", "it stands on the one that is seen"
        await clerk.type(DELETE)
        assert clerk.app.theme == "ink"


async def press(clerk: Clerk, command: str, key: str) -> None:
    """Ask for another key for a command, and press one."""
    await clerk.type(CLEAR + command + ENTER + key)


async def test_a_command_takes_another_key_and_its_own_again(sample: Path) -> None:
    async with opened(sample) as clerk:
        await clerk.type(SETTINGS)
        await press(clerk, "查找", CTRL("U"))
        assert clerk.sees("Ctrl\\+U 在.*是“完成时限”")
        await clerk.type(F1 + CTRL("Q"))
        assert clerk.sees("F1 在.*是“帮助”") is False and clerk.sees("Ctrl\\+Q 在.*是“退出”")
        await clerk.type(F8)
        assert clerk.sees("F8 在.*是“方阵/清单”") and clerk.title == "“查找”的键"
        await clerk.type(F8)
        assert clerk.title == "设置" and clerk.sees("查找 +F8")
        await clerk.type(ESC)
        assert clerk.sees("F8 查找") and clerk.sees("F3 方阵/清单")
        await clerk.type(F8)
        assert clerk.title.startswith("查找")
        await clerk.type(ESC + F3)
        await clerk.wait_for("合计")
        await clerk.type(F10 + "查找")
        assert clerk.sees("查找 +F8")
        await clerk.type(ESC + SETTINGS + "查找" + DELETE + CLEAR + "方阵" + DELETE + ESC + F3)
        assert clerk.title.startswith("查找") and load_settings().keys == {}


async def test_the_file_is_changed_as_text_and_a_line_that_cannot_be_read_is_named(home: Path) -> None:
    async with asked(SettingsDialog(), size=WIDE) as hands:
        await hands.type("设置文件" + ENTER)
        assert hands.title == "设置文件" and hands.sees(str(settings_path())[:40])
        await hands.type(CTRL("A") + "author = 王小明")
        assert hands.sees("第 1 行读不了，请改正")
        await hands.type(CTRL("S"))
        assert hands.title == "设置文件" and not said()
        await hands.type(ESC)
        assert hands.sees("设置文件还没有存")
        await hands.type(ESC + CTRL("A") + 'author = "王小明" # 办公室' + CTRL("S"))
        assert load_settings().author == "王小明" and hands.title == "设置"
        await hands.type(CLEAR + "署名")
        assert hands.sees("署名 +王小明")
        await hands.type(ENTER + "李文书" + ENTER)
        assert 'author = "李文书" # 办公室' in said()


async def test_a_file_that_cannot_be_read_is_not_written_over(home: Path) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text("author = 王小明\n", encoding="utf-8")
    async with asked(SettingsDialog(), size=WIDE) as hands:
        await hands.type("fenshu" + RIGHT)
        assert hands.sees("不是几种之一，请按回车改写")
        await hands.type(ENTER + "30" + ENTER)
        assert hands.sees("设置文件第 1 行读不了，请先") and said() == "author = 王小明\n"


def test_every_entry_says_what_it_is_and_is_found_once() -> None:
    keys = [line.key for line in lines()]
    assert len(set(keys)) == len(keys)
    for line in lines():
        assert line.entry.label and line.entry.help, line.key
        assert line.entry.help[-1] not in "。;,", line.key
