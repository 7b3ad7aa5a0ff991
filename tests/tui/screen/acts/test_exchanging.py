"""Exchange at the keyboard: changes leave by a stick, and those of another desk come in once looked at."""

import asyncio
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from store.exchange.leaving import leaving
from store.exchange.noticing import note_seen
from store.file.task_file import TaskFile
from store.machine.clock import SYSTEM_CLOCK
from store.records.changes import Change, updated
from tests.keys import CTRL, DOWN, ENTER, F10, paste
from tests.tui.screen.pilot import ESC, opened
from tests.tui.screen.test_app import begun
from tui.screen.app import YaodianApp
from tui.screen.main_screen import BACK_UP_AFTER_SECONDS

SEND, SEND_ALL, BRING_IN = (F10 + name + ENTER for name in ("导出到U盘", "全部导出到U盘", "并入对方的变更"))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "U盘").mkdir()
    return tmp_path / "U盘"


@pytest.fixture
def theirs(sample: Path, tmp_path: Path) -> Path:
    """The copy of the list that Wang Fang keeps on PC-05."""
    (tmp_path / "王芳").mkdir()
    return Path(shutil.copy(sample, tmp_path / "王芳" / "清单.json"))


def remark(path: Path, row: int, text: str, *, at: str = "") -> None:
    """What a clerk at another desk writes beside a row."""
    written(path, row, f"备注 {text}", at=at, remark=text)


def written(path: Path, row: int, title: str, *, at: str = "", **values: object) -> None:
    """What a clerk at another desk writes into a row."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(path.parent / "state"))
        with TaskFile.open(path, by="王芳") as file:
            edits = updated(list(file.tasks.tasks)[row], **values)
            file.commit(Change(title, tuple(edits), at=at, machine="PC-05"))


def exported(path: Path, stick: Path) -> Path:
    """The file that another desk puts on the stick."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(path.parent / "state"))
        with TaskFile.open(path, read_only=True) as file:
            return leaving(file, SYSTEM_CLOCK, everything=True).written(stick, SYSTEM_CLOCK, "").path


def remarks(file: TaskFile) -> list[str]:
    return [task.remark for task in file.tasks.tasks if task.remark]


async def test_the_stick_is_named_and_what_was_written_is_read_back(sample: Path, stick: Path) -> None:
    async with opened(sample) as desk:
        await desk.type("ptc" + ENTER + SEND)
        assert desk.title == "导出到U盘"
        assert desk.sees("内网专用盘；涉密内容不得写入")
        await desk.type(str(stick / "没有") + ENTER)
        assert desk.sees("没有“…")
        assert desk.sees("请插好")
        await desk.type(str(stick) + ENTER)
        assert desk.title == ""
        (made,) = stick.iterdir()
        assert desk.sees("已导出 2 次变更到")
        await desk.wait_for_words("读回核对无误，可以拔出U盘。")
        assert made.suffix == ".yaodian"
        await desk.type(SEND)
        assert desk.sees("上次的文件夹 +….*/U盘")
        await desk.type(ENTER)
        assert len(list(stick.iterdir())) == 2


async def test_what_the_others_have_stays_unless_everything_is_wanted(
    sample: Path, theirs: Path, stick: Path
) -> None:
    remark(theirs, 1, "已发函")
    made = exported(theirs, stick)
    async with opened(sample) as desk:
        await desk.type(BRING_IN + str(made) + ENTER + ENTER)
        await desk.saved(2)
        await desk.type("ptc" + ENTER + SEND + str(stick) + ENTER)
        await desk.wait_for("已导出 1 次变更到")
        await desk.wait_for("对方已有的 2 次没有再导出")
        await desk.type(SEND_ALL + ENTER)
        await desk.wait_for("已导出 3 次变更到")


async def test_what_a_file_brings_is_shown_first_and_left_changes_nothing(
    sample: Path, theirs: Path, stick: Path
) -> None:
    remark(theirs, 1, "已发函")
    remark(theirs, 2, "已回复")
    made = exported(theirs, stick)
    before = sample.read_bytes()
    async with opened(sample) as desk:
        await desk.type(BRING_IN)
        assert desk.title == "选要并入的文件：交换文件、对方的清单或备份"
        await desk.type(str(made) + ENTER)
        await desk.wait_for("并入：")
        assert desk.title == f"并入：{made.name} 2 次变更"
        assert desk.sees("将并入 2 次变更（PC-05 王芳 2）。")
        assert desk.sees("王芳 · PC-05 +2 次")
        assert desk.sees("涉及的行 +2 行")
        assert desk.sees("第 2 行的备注 +（空） → 已发函")
        await desk.type(ESC)
        assert desk.sees("没有并入，清单没有改动。")
        assert len(desk.titles()) == 1
    assert sample.read_bytes() == before


async def test_all_keys_in_one_write_take_a_file_in(sample: Path, theirs: Path, stick: Path) -> None:
    remark(theirs, 1, "已发函")
    made = exported(theirs, stick)
    async with opened(sample) as desk:
        await desk.type(BRING_IN + str(made) + ENTER + ENTER + "ptc" + ENTER)
        file = await desk.saved(3)
        assert remarks(file) == ["已发函"]
        assert file.history[1].id in file.history.arrived
        await desk.type(CTRL("z"))
        assert remarks(await desk.saved(4)) == ["已发函"]
        await desk.type(BRING_IN + str(made) + ENTER)
        await desk.wait_for("没有新的变更（对方的 2 次这里都有）。")


async def test_conflicts_to_come_are_named_with_their_sides(sample: Path, theirs: Path, stick: Path) -> None:
    remark(theirs, 1, "已发函")
    remark(sample, 1, "未发函")
    made = exported(theirs, stick)
    async with opened(sample) as desk:
        await desk.type(BRING_IN + str(made) + ENTER)
        await desk.wait_for("并入后待定夺 +1 处")
        assert desk.sees("2 备注 .*未发函")
        await desk.type(ENTER)
        await desk.wait_for("并入 1 次变更（PC-05 王芳 1），1 处不一致待定夺。按 F5 逐处定夺。")
        assert len((await desk.saved(3)).tasks.documents.undecided) == 1


async def test_a_whole_list_is_taken_in_too_and_another_list_is_refused(sample: Path, theirs: Path) -> None:
    remark(theirs, 1, "已发函")
    other = theirs.with_name("通知.txt")
    other.write_text("关于做好防汛工作的通知", encoding="utf-8")
    async with opened(sample) as desk:
        await desk.type(BRING_IN + str(other) + ENTER)
        assert desk.sees("不是要点的交换文件")
        await desk.type(BRING_IN + str(theirs) + ENTER)
        await desk.wait_for("并入：清单.json")
        await desk.type(ENTER)
        assert remarks(await desk.saved(2)) == ["已发函"]


async def test_what_comes_in_is_checked_as_what_is_typed(sample: Path, theirs: Path, stick: Path) -> None:
    written(theirs, 0, "改牵头", lead_units=(), lead_leaders=())
    made = exported(theirs, stick)
    async with opened(sample) as desk:
        await desk.wait_for("核对 18 提醒")
        await desk.type(BRING_IN + str(made) + ENTER)
        await desk.wait_for("并入：")
        await desk.type(ENTER)
        await desk.wait_for("核对 1 错误 18 提醒")


async def test_changes_of_the_day_after_tomorrow_are_asked_about(
    sample: Path, theirs: Path, stick: Path
) -> None:
    late = (datetime.now() + timedelta(days=3)).astimezone().isoformat(timespec="seconds")
    remark(theirs, 1, "已发函", at=late)
    made = exported(theirs, stick)
    async with opened(sample) as desk:
        await desk.type(BRING_IN + str(made) + ENTER)
        await desk.wait_for("请先核对两台电脑的时钟。")
        assert not desk.sees("--ahead")
        await desk.type(ENTER)
        assert desk.title == ""
        await desk.type(BRING_IN + str(made) + ENTER)
        await desk.wait_for("照样并入")
        await desk.type("照样" + ENTER)
        await desk.wait_for("并入：")
        await desk.type(ENTER)
        assert remarks(await desk.saved(2)) == ["已发函"]


async def test_a_file_on_the_disk_beside_the_list_is_offered_first(
    sample: Path, theirs: Path, stick: Path
) -> None:
    remark(theirs, 1, "已发函")
    made = exported(theirs, sample.parent)
    async with opened(sample) as desk:
        await desk.type(BRING_IN)
        assert desk.title == "并入对方的变更"
        assert desk.sees(f"{made.name} .*清单.json")
        await desk.type(ENTER)
        await desk.wait_for("并入：")
        await desk.type(ESC + BRING_IN + "另选" + ENTER)
        assert desk.title == "选要并入的文件：交换文件、对方的清单或备份"


async def test_a_list_that_is_only_looked_at_takes_nothing_in(sample: Path) -> None:
    async with opened(sample, read_only=True) as desk:
        await desk.type(BRING_IN)
        assert desk.sees("只能查看，不能并入")


async def test_what_one_person_brought_is_taken_back(sample: Path, theirs: Path, stick: Path) -> None:
    remark(theirs, 1, "已发函")
    remark(theirs, 2, "已回复")
    remark(theirs, 3, "已办结")
    made = exported(theirs, stick)
    async with opened(sample) as desk:
        await desk.type(F10 + "撤销这批" + ENTER)
        assert desk.sees("没有并入的变更可以撤销。")
        await desk.type(BRING_IN + str(made) + ENTER + ENTER)
        await desk.saved(4)
        await desk.type(F10 + "撤销这批" + ENTER)
        assert desk.title == "撤销这批并入"
        assert desk.sees("王芳 .*并入 +3 次")
        await desk.type(ENTER)
        assert remarks(await desk.saved(5)) == []
        assert desk.sees("撤销并入的 3 次变更（王芳）")
        await desk.type(CTRL("z"))
        assert remarks(await desk.saved(6)) == ["已发函", "已回复", "已办结"]


async def test_what_was_changed_here_since_stays_when_a_batch_is_taken_back(
    sample: Path, theirs: Path, stick: Path
) -> None:
    remark(theirs, 1, "已发函")
    remark(theirs, 2, "已回复")
    made = exported(theirs, stick)
    async with opened(sample) as desk:
        await desk.type(BRING_IN + str(made) + ENTER + ENTER)
        await desk.saved(3)
        first = list(desk.file.tasks.tasks)[1]
        desk.file.commit(Change("备注 已电话联系", tuple(updated(first, remark="已电话联系"))))
        await desk.type(F10 + "撤销这批" + ENTER + ENTER)
        await desk.wait_for("后来又改过，本次未改")
        assert remarks(await desk.saved(5)) == ["已电话联系"]


async def test_another_copy_that_has_more_is_told_of_once(sample: Path, theirs: Path) -> None:
    remark(theirs, 1, "已发函")
    exported(theirs, sample.parent)
    told = "有这里没有的变更"
    async with opened(sample) as desk:
        await desk.wait_for(told)
    async with opened(sample) as desk:
        await desk.type(DOWN)
        await asyncio.sleep(BACK_UP_AFTER_SECONDS + 0.5)
        assert not desk.sees(told)


async def test_an_exchange_file_on_the_start_page_opens_its_list(
    sample: Path, theirs: Path, stick: Path
) -> None:
    remark(theirs, 1, "已发函")
    made = exported(theirs, stick)
    async with begun(YaodianApp(wanted=made)) as clerk:
        await clerk.wait_for("本机没有打开过清单“市科技局")
    with TaskFile.open(sample) as file:
        note_seen(file)
    async with begun(YaodianApp()) as clerk:
        await clerk.wait_for("打开示例")
        await clerk.type(paste(str(made)) + ENTER)
        await clerk.wait_for("将并入 1 次变更")
        await clerk.type(ENTER)
        await clerk.wait_for("并入 1 次变更（PC-05 王芳 1）。")
        await clerk.type(CTRL("o") + paste(str(made)) + ENTER)
        await clerk.wait_for("没有新的变更")
        await clerk.type(CTRL("q"))
    with TaskFile.open(sample, read_only=True) as file:
        assert remarks(file) == ["已发函"]
