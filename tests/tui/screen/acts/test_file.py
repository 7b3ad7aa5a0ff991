"""Acts on the list's file, at the keyboard: copies, backups, reading again, and what is asked before changes
go.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from store.acts.rows import delete_rows
from store.file import disk
from store.file.task_file import TaskFile
from store.records.changes import Change, updated
from tests.keys import CTRL, DOWN, ENTER, F10
from tests.tui.screen.pilot import ESC, lead, opened, write

Refusing = Callable[[], None]


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Refusing:
    """From when it is called, the disk takes nothing more."""

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    return lambda: monkeypatch.setattr(disk, "sync", refuse)


async def test_saving_by_hand_says_how_it_stands(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(CTRL("s"))
        assert desk.sees("修改都已保存。")
    async with opened(sample, read_only=True) as desk:
        await desk.type(CTRL("s"))
        assert desk.sees("已重新读取，没有新的变更。")


async def test_a_copy_is_saved_under_a_free_name_and_asked_again_where_it_fails(
    sample: Path, home: Path
) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "另存副本" + ENTER)
        assert desk.title == "另存副本到"
        await desk.type("/没有/清单.json" + ENTER)
        await desk.wait_for("另存副本到")
        assert desk.title == "另存副本到"
        await desk.type("\x7f" * 300 + str(home / "副本.json") + ENTER)
        await desk.wait_for("副本已存为")
        assert len(TaskFile.open(home / "副本.json", read_only=True).history) == 1
        await desk.type(F10 + "另存副本" + ENTER + ESC)
        assert desk.title == ""


async def test_a_backup_is_restored_and_taken_back(sample: Path) -> None:
    with TaskFile.open(sample) as file:
        file.back_up()
    async with opened(sample) as desk:
        await desk.type("ptc" + ENTER)
        await desk.type(F10 + "恢复备份" + ENTER)
        await desk.wait_for("恢复备份")
        await desk.wait_gone("正在读取")
        await desk.type(ENTER)
        await desk.wait_for("Ctrl\\+Z 可撤销")
        assert lead(await desk.saved(3), "1") == ("成果处", "胡军")
        await desk.type(CTRL("z"))
        assert lead(await desk.saved(4), "1") == ("平台处", "刘红")


async def test_a_restore_asks_whose_changes_go_where_another_desk_made_some(
    sample: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(sample, tmp_path / "对方.json"))
    with TaskFile.open(sample) as here, TaskFile.open(other, by="王芳") as there:
        here.back_up()
        first, second, *_ = here.tasks.tasks
        here.commit(Change("改备注", tuple(updated(first, remark="这里"))))
        there.commit(Change("改备注", tuple(updated(second, remark="那里"))))
        here.take_in(there.history.docs, "2026-11-02T09:00:00+08:00", "对方")
    async with opened(sample) as desk:
        await desk.type(F10 + "恢复备份" + ENTER)
        await desk.wait_for("恢复备份")
        await desk.wait_gone("正在读取")
        await desk.type(ENTER)
        await desk.wait_for("恢复会收回 2 次变更，其中 1 次是王芳")
        await desk.type(ENTER)  # 只收回本机的变更 stands first.
        await desk.wait_for("Ctrl\\+Z 可撤销")
        file = await desk.saved(4)
        assert [task.remark for task in file.tasks.tasks][:2] == ["", "那里"]


async def test_the_writer_has_nothing_to_read_again(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "重新读取" + ENTER)
        assert desk.sees("本窗口正在修改这份清单，显示的就是最新内容")


async def test_a_window_that_looks_reads_again_and_takes_over(sample: Path) -> None:
    async with opened(sample, read_only=True) as looking:
        await looking.type(CTRL("s"))
        assert looking.sees("已重新读取，没有新的变更。 对方已关闭，现在可以修改了。")
        assert not looking.sees("只能查看")
        await looking.type("ptc" + ENTER)
        assert lead(await looking.saved(2), "1") == ("平台处", "刘红")
        await looking.type(CTRL("q"))


async def test_rows_that_another_deleted_meanwhile_are_gone_after_reading_again(sample: Path) -> None:
    write(sample, "2", deadline="6月底前")
    async with opened(sample, read_only=True) as looking:
        await looking.wait_for("●逾期")
        with TaskFile.open(sample) as file:
            file.commit(delete_rows(file.tasks, list(file.tasks.task_keys)[2:]))
        await looking.type(CTRL("s"))
        await looking.wait_for("已重新读取，新增变更 1 次。")
        assert looking.sees(" 2 任务")
        assert looking.sees("●逾期")


async def test_a_window_that_looks_stays_so_while_another_writes(sample: Path) -> None:
    with TaskFile.open(sample):
        async with opened(sample, read_only=True) as looking:
            await looking.type(DOWN + CTRL("s"))
            assert looking.sees("已重新读取，没有新的变更。 清单“示例.json”正由")
            await looking.type(DOWN + "ptc")
            assert looking.sees("清单“示例.json”正由.*打开，现在只能查看，请等对方关闭后再修改。")


async def test_where_the_disk_takes_nothing_leaving_asks_and_may_drop(
    sample: Path, full_disk: Refusing
) -> None:
    async with opened(sample) as desk:
        full_disk()
        await desk.type("ptc" + ENTER)
        await desk.wait_for(r"未保存 1 项（Ctrl\+S 重试）")
        await desk.type(CTRL("q"))
        await desk.wait_for("有 1 项修改还没有保存")
        await desk.type("再试" + ENTER)
        await desk.wait_for("有 1 项修改还没有保存")
        await desk.type("返回" + ENTER)
        assert desk.title == ""
        await desk.type(CTRL("o") + DOWN * 2 + ENTER)
        await desk.wait_for("有 1 项修改还没有保存|磁盘已满")
        await desk.type(ESC + CTRL("q"))
        await desk.wait_for("有 1 项修改还没有保存")
        await desk.type("放弃" + ENTER)
    assert len(TaskFile.open(sample, read_only=True).history) == 1
