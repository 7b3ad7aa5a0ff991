"""The application: what it begins with, and how it is left."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

from data import sample_notice
from store.file.problems import FileDamaged
from store.file.task_file import TaskFile
from store.importing.new_list import blank_change
from store.machine.settings import Settings
from store.machine.whereabouts import remember
from store.refused import Refused
from tests.keys import CTRL, DOWN, ENTER, F1, F10, UP, paste
from tests.tui.screen.pilot import ESC, Hands, lead, opened
from tui.screen.acts.looking import LookingActs
from tui.screen.app import YaodianApp, run


@asynccontextmanager
async def begun(app: YaodianApp) -> AsyncIterator[Hands[YaodianApp]]:
    async with app.run_test(size=(120, 40)):
        hands = Hands(app)
        await hands.wait_for(r"\S")
        await hands.rest()
        yield hands


async def test_the_start_screen_opens_the_sample(home: Path) -> None:
    async with begun(YaodianApp()) as clerk:
        await clerk.wait_for("打开示例")
        await clerk.type(ENTER)
        await clerk.wait_for("6 事项 9 任务")
        await clerk.type(CTRL("q"))
    assert len(list(home.rglob("示例.json"))) == 1


async def test_help_and_menu_are_on_the_start_page_too(home: Path) -> None:
    async with begun(YaodianApp()) as clerk:
        await clerk.wait_for("打开示例")
        await clerk.type(F1)
        assert clerk.title == "帮助：开始页" and clerk.sees("Ctrl\\+Q +退出")
        await clerk.type(F1 + F10)
        assert clerk.title == "菜单：开始页" and clerk.sees(r" 导入通知\s")
        await clerk.type("xinjian" + ENTER)
        assert clerk.title == "新清单的名称"
        await clerk.type(ESC + F10 + "sl" + ENTER)
        await clerk.wait_for("6 事项 9 任务")


async def test_the_start_page_stands_on_the_list_last_opened(sample: Path, home: Path) -> None:
    other = home / "另一份.json"
    TaskFile.create(other, blank_change("2020年优化营商环境重点任务清单")).close()
    for path in (other, sample):
        with TaskFile.open(path, read_only=True) as file:
            remember(path, file.tasks.list_name, len(file.tasks.task_keys))
    async with begun(YaodianApp()) as clerk:
        await clerk.wait_for("最近")
        assert clerk.sees(r"市科技局2021年深化“放管服”改革优化营商环境重点任务清单 +今天 \d\d:\d\d")
        assert clerk.sees(r"9 项任务 .*示例\.json")
        assert clerk.text.index("2021年深化") < clerk.text.index("2020年优化") < clerk.text.index("打开示例")
        await clerk.type(ENTER)
        await clerk.wait_for("6 事项 9 任务")
        await clerk.type(CTRL("q"))


async def test_a_list_that_is_gone_is_said_to_be(home: Path) -> None:
    remember(home / "没有.json", "U 盘里的清单", 9)
    async with begun(YaodianApp()) as clerk:
        await clerk.wait_for("找不到，是否没有插上")
        await clerk.type(ENTER)
        await clerk.wait_for("无法打开清单“没有.json”|没有“没有.json”|不见了|找不到清单")


@pytest.mark.parametrize("paced", [False, True])
async def test_ctrl_o_keeps_the_list_until_another_is_chosen(
    sample: Path, home: Path, *, paced: bool
) -> None:
    other = home / "另一份.json"
    TaskFile.create(other, blank_change("另一份清单")).close()
    remember(other, "另一份清单", 0)
    async with opened(sample) as desk:
        await desk.type("ptc" + ENTER + CTRL("o"), paced=paced)
        await desk.wait_for("最近")
        assert desk.sees("另一份清单") and desk.sees("Esc 返回清单")
        await desk.type(ESC + DOWN + UP + "fz" + ENTER, paced=paced)
        assert len(desk.titles()) == 3
        await desk.type(CTRL("o") + ENTER, paced=paced)
        await desk.wait_for("还没有任务，请按 Ctrl\\+N 新增事项")
        await desk.type(CTRL("o") + ENTER, paced=paced)
        await desk.wait_for("6 事项 9 任务")
        assert desk.sees("示例.json")


async def test_a_choice_that_does_not_open_leaves_the_list_as_it_was(sample: Path, home: Path) -> None:
    (home / "别的.json").write_text("{}", encoding="utf-8")
    async with opened(sample) as desk:
        await desk.type(CTRL("o") + str(home / "别的.json") + ENTER)
        await desk.wait_for("不是要点的清单文件|已损坏")
        await desk.type(ESC)
        assert desk.sees("6 事项 9 任务")
        await desk.type(CTRL("o") + str(sample) + ENTER + "ptc" + ENTER)
        assert lead(await desk.saved(2), "1") == ("平台处", "刘红")


@pytest.mark.parametrize("paced", [False, True])
async def test_what_is_typed_on_the_start_page_looks_for_a_file(home: Path, *, paced: bool) -> None:
    TaskFile.create(home / "Documents" / "民生实事.json", blank_change("2024年民生实事")).close()
    async with begun(YaodianApp()) as clerk:
        await clerk.wait_for("打开示例")
        await clerk.type("msss" + ENTER, paced=paced)
        await clerk.wait_for("还没有任务，请按 Ctrl\\+N 新增事项")
        await clerk.type(CTRL("q"))


async def test_a_path_may_be_pasted_on_the_start_page(sample: Path) -> None:
    async with begun(YaodianApp()) as clerk:
        await clerk.wait_for("打开示例")
        await clerk.type(paste(f'"{sample}"') + ENTER)
        await clerk.wait_for("6 事项 9 任务")
        await clerk.type(CTRL("q"))


async def test_what_was_wrong_at_the_start_is_told(sample: Path) -> None:
    app = YaodianApp()
    app.problem = "设置有误"
    async with begun(app) as clerk:
        await clerk.wait_for("设置有误")


async def test_a_list_is_made_from_nothing_and_opened_again_by_its_path(home: Path) -> None:
    async with begun(YaodianApp()) as clerk:
        await clerk.wait_for("新建")
        await clerk.type(DOWN * 3 + ENTER + "我的清单" + ENTER)
        await clerk.wait_for("还没有任务，请按 Ctrl\\+N 新增事项")
        (path,) = home.rglob("我的清单.json")
        await clerk.type(CTRL("o") + ENTER + str(path) + ENTER)
        await clerk.wait_for("还没有任务")
        await clerk.type(CTRL("q"))


async def test_a_pasted_table_is_read(home: Path) -> None:
    table = "序号\t重点任务\t牵头单位\n1\t建成政务服务大厅\t行政审批局\n2\t推行告知承诺制\t司法局"
    async with begun(YaodianApp()) as clerk:
        await clerk.wait_for("打开示例")
        await clerk.type(paste(table))
        await clerk.wait_for("牵头 行政审批局")


async def test_a_path_that_is_no_list_goes_back_to_the_start(home: Path) -> None:
    (home / "别的.json").write_text("{}", encoding="utf-8")
    async with begun(YaodianApp()) as clerk:
        await clerk.wait_for("打开示例")
        await clerk.type(DOWN * 2 + ENTER + str(home / "别的.json") + ENTER)
        await clerk.wait_for("不是要点的清单文件|已损坏")


async def test_a_damaged_list_offers_what_it_can_be_restored_from(sample: Path) -> None:
    with TaskFile.open(sample) as file:
        file.back_up()
    sample.write_bytes(sample.read_bytes()[:2000])
    with pytest.raises(FileDamaged) as damage:
        TaskFile.open(sample)
    async with begun(YaodianApp(damage=damage.value)) as clerk:
        await clerk.wait_for("“示例.json”已损坏：选一份恢复成新文件")
        await clerk.type(ENTER)
        await clerk.wait_for("请核对；原文件未动。")
        await clerk.type(CTRL("q"))
    assert sample.with_name("示例 恢复.json").exists()


async def test_an_error_that_nobody_foresaw_saves_and_says_so(
    sample: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(_: LookingActs) -> None:
        raise ZeroDivisionError("[/nobody]")

    monkeypatch.setattr(LookingActs, "help", fail)
    said: list[str] = []
    file = TaskFile.open(sample)
    app = YaodianApp(file)

    def panic(*texts: object) -> None:
        said.extend(map(str, texts))
        app.exit()

    with patch.object(app, "panic", panic):
        async with begun(app) as clerk:
            await clerk.wait_for("6 事项 9 任务")
            await clerk.type("ptc" + ENTER + F1)
    assert "程序出了意外的错误" in said[0]
    assert len(TaskFile.open(sample, read_only=True).history) == 2
    (log,) = home.rglob("error.log")
    assert "ZeroDivisionError: [/nobody]" in log.read_text("utf-8")


async def test_ctrl_c_does_not_quit(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(CTRL("c") + UP)
        assert desk.sees("已复制")


@pytest.mark.parametrize("choice", [1, 2], ids=["导入通知", "打开"])
async def test_a_notice_is_read_by_its_path(home: Path, choice: int) -> None:
    notice = home / "通知.txt"
    notice.write_bytes(sample_notice())
    async with begun(YaodianApp()) as clerk:
        await clerk.wait_for("打开示例")
        await clerk.type(DOWN * choice + ENTER + str(notice) + ENTER)
        await clerk.wait_for("6 事项 9 行")
        await clerk.type(ESC)
        assert clerk.sees("打开示例")


async def test_a_notice_that_cannot_be_read_goes_back_to_the_start(home: Path) -> None:
    broken = home / "坏.docx"
    broken.write_bytes(b"PK\x03\x04 no document")
    async with begun(YaodianApp()) as clerk:
        await clerk.wait_for("打开示例")
        await clerk.type(DOWN + ENTER + str(broken) + ENTER)
        await clerk.wait_for("文件已损坏或不是 Word 文档")


async def test_a_damaged_list_that_is_opened_offers_its_backup_and_may_be_left(sample: Path) -> None:
    with TaskFile.open(sample) as file:
        file.back_up()
    sample.write_bytes(sample.read_bytes()[:2000])
    async with begun(YaodianApp()) as clerk:
        await clerk.wait_for("打开示例")
        await clerk.type(DOWN * 2 + ENTER + str(sample) + ENTER)
        await clerk.wait_for("“示例.json”已损坏：选一份恢复成新文件")
        await clerk.type(ESC)
        assert clerk.sees("打开示例")


@pytest.mark.parametrize("name", ["示例.json", "通知.txt", "没有.json"])
def test_what_is_named_at_the_start_is_opened(
    sample: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (sample.parent / "通知.txt").write_bytes(sample_notice())
    ran: list[YaodianApp] = []
    monkeypatch.setattr(YaodianApp, "run", lambda app: ran.append(app))
    if name == "没有.json":
        with pytest.raises(Refused):
            run(sample.parent / name, Settings())
        return
    assert run(sample.parent / name, Settings(), "设置有误") == 0
    assert ran[0].problem == "设置有误"
