"""Two programs on one list: one writes, the other looks, and each says what it may."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from store.file.backups import Backups
from store.file.task_file import TaskFile
from tests.journeys.conftest import PACED, Launch, Saved, Start, wait_until
from tests.keys import CTRL, DOWN, ENTER, ESC, F2, F10, UP
from tests.pty import Terminal
from tests.store.small_list import journal_path

LOOKING = r"变更 {} +示例.json +● 只能查看（Ctrl\+S 重新读取）"


def windows(launch: Launch, sample: Path) -> tuple[Terminal, Terminal]:
    """The writer's window and one that looks."""
    first = launch(sample)
    first.wait_for("已保存")
    second = launch(sample)
    second.wait_for(LOOKING.format(1))
    second.wait_for("清单“示例.json”正由")
    return first, second


@pytest.mark.slow
def test_the_second_window_reads_again_on_a_key_and_keeps_its_row(launch: Launch, sample: Path) -> None:
    first, second = windows(launch, sample)
    second.write(DOWN * 3 + CTRL("s"))
    second.wait_for("已重新读取，没有新的变更")
    first.write("ptc" + ENTER)
    first.wait_for("变更 2 .*已保存")
    first.wait_for("成果处 → 平台处")
    assert journal_path(sample).stat().st_size, "not folded yet"
    second.write(CTRL("s"))
    second.wait_for(LOOKING.format(2))
    second.wait_for("已重新读取，新增变更 1 次")
    second.wait_for("一、实施科技 .* 平台处 +刘红")
    # A row comes above the one that the cursor is on, then all is folded.
    first.write(CTRL("b") + "新的事项" + ENTER)
    first.wait_for("7 事项 10 任务")
    first.write(CTRL("q"))
    assert first.exit_code() == 0
    assert not journal_path(sample).exists()
    second.write(CTRL("s"))
    second.wait_for("7 事项 10 任务")
    second.wait_for("变更 3 .*已保存")
    second.wait_for("已重新读取，新增变更 1 次。 对方已关闭，现在可以修改了")
    second.write(ENTER)
    second.wait_for("第 4.4 行牵头单位[^:]")


@pytest.mark.slow
def test_the_window_that_looked_writes_once_the_other_has_gone(launch: Launch, sample: Path) -> None:
    first, second = windows(launch, sample)
    second.write("ptc" + ENTER)
    second.wait_for("是以只读方式打开的，不能修改")
    first.write(CTRL("q"))
    assert first.exit_code() == 0
    second.write(CTRL("s"))
    second.wait_for("对方已关闭，现在可以修改了")
    second.write(UP + "hzc" + ENTER)
    second.wait_for("变更 2 .*已保存")
    assert Saved(sample).lead("1")[0] == "合作处"
    third = launch(sample)
    third.wait_for(LOOKING.format(2))
    third.wait_for("清单“示例.json”正由")


@pytest.mark.slow
def test_a_window_that_looks_saves_a_copy_and_restores_nothing(
    launch: Launch, sample: Path, home: Path
) -> None:
    _, second = windows(launch, sample)
    second.write(F10 + "恢复备份" + ENTER)
    second.wait_for("只能查看，不能恢复备份")
    second.write(ESC + F10 + "另存副本" + ENTER)
    second.wait_for("▌另存副本到")
    second.write(ENTER)
    second.wait_for("副本已存为")
    assert len(Saved(home / "示例 副本.json").titles) == 1


@pytest.mark.slow
def test_the_writer_has_nothing_to_read_again(launch: Launch, sample: Path) -> None:
    first, _ = windows(launch, sample)
    first.write(F10 + "重新读取" + ENTER)
    first.wait_for("本窗口正在修改这份清单，显示的就是最新内容")
    first.write(CTRL("s"))
    first.wait_for("修改都已保存")


def test_the_command_line_does_not_write_a_list_that_is_open_on_the_screen(
    launch: Launch, sample: Path, home: Path
) -> None:
    first = launch(sample)
    first.wait_for("已保存")
    first.write("ptc" + ENTER)
    first.wait_for("变更 2 .*已保存")

    def yaodian(*words: str) -> subprocess.CompletedProcess[str]:
        env = {
            **os.environ,
            "HOME": str(home),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_CONFIG_HOME": str(home / "config"),
        }
        argv = [sys.executable, "-m", "tui", *words, "-f", str(sample)]
        return subprocess.run(argv, env=env, capture_output=True, encoding="utf-8", timeout=60, check=False)

    for words in (("assign", "1", "--lead", "规划处"), ("undo",), ("set", "1", "--remark", "x")):
        refused = yaodian(*words)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert "清单“示例.json”正由" in refused.stderr and refused.stderr.count("\n") == 1
    shown = yaodian("show", "tasks")
    assert shown.returncode == 0 and "牵头单位：平台处" in shown.stdout
    assert len(Saved(sample).titles) == 2


# ---------------------------------------------------------------- backups and copies at the keyboard


@pytest.mark.slow
@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["120x40", "80x24"])
def test_a_backup_is_restored_after_its_difference_was_shown_and_undone(
    launch: Launch, sample: Path, size: tuple[int, int]
) -> None:
    with TaskFile.open(sample) as file:
        copy = file.back_up()
        assert copy is not None
    terminal = launch(sample, size=size)
    terminal.wait_for("已保存")
    terminal.write("ptc" + ENTER + "ghc" + ENTER)
    terminal.wait_for("变更 3 .*已保存")
    terminal.write(F10 + "恢复备份" + ENTER)
    terminal.wait_for("备份里有 9 行、1 次变更，最后一次：导入通知")
    terminal.wait_for("恢复后：2 行改回。历史仍在，Ctrl\\+Z 可撤销")
    terminal.write(ESC)
    terminal.wait_gone("恢复后：2 行改回")
    assert len(Saved(sample).titles) == 3
    terminal.write(F10 + "恢复备份" + ENTER)
    terminal.wait_for("恢复后：2 行改回")
    terminal.write(ENTER)
    terminal.wait_for("变更 4 .*已保存")
    terminal.wait_for(f"恢复备份“{copy.stem}”：2 行改回，")
    assert [Saved(sample).lead(row)[0] for row in ("1", "2")] == ["成果处", "平台处"]
    terminal.write(CTRL("z"))
    terminal.wait_for("变更 5 .*已保存")
    terminal.wait_for("撤销：恢复备份")
    assert [Saved(sample).lead(row)[0] for row in ("1", "2")] == ["平台处", "规划处"]


def test_opening_keeps_a_backup_of_the_list_as_it_was(launch: Launch, sample: Path, home: Path) -> None:
    sample.chmod(0o600)
    terminal = launch(sample)
    terminal.wait_for("已保存")
    # A second or so after the list is there, so that the first keys go before it.
    wait_until(terminal, Backups(sample).all)
    terminal.write(CTRL("q"))
    assert terminal.exit_code() == 0
    ((_, copy),) = Backups(sample).all()
    folder = home / "示例.备份"
    assert copy.stat().st_mode & 0o077 == folder.stat().st_mode & 0o077 == 0
    assert Saved(copy).titles == Saved(sample).titles


def test_a_backup_that_cannot_be_kept_is_said_and_stops_nothing(
    start: Start, sample: Path, home: Path
) -> None:
    (home / "示例.备份").write_text("一个文件占了文件夹的名字", encoding="utf-8")
    terminal = start(sample)
    terminal.wait_for("备份没有存成")
    terminal.write("ptc" + ENTER)
    terminal.wait_for("变更 2 .*已保存")
    terminal.wait_for("成果处 → 平台处")
    assert Saved(sample).lead("1")[0] == "平台处"


@pytest.mark.slow
@PACED
def test_a_copy_is_saved_from_the_menu_and_never_over_a_file(
    launch: Launch, sample: Path, home: Path, paced: bool
) -> None:
    terminal = launch(sample)
    terminal.wait_for("已保存")
    (terminal.type if paced else terminal.write)(F10 + "lingcun" + ENTER + ENTER)
    terminal.wait_for("副本已存为")
    assert (home / "示例 副本.json").stat().st_mode & 0o077 == 0
    terminal.write(F10 + "lingcun" + ENTER)
    terminal.wait_for("▌另存副本到")
    terminal.wait_for("示例 副本 2.json")
    terminal.write("\x15" + str(sample) + ENTER)
    terminal.wait_for("已有同名文件“示例.json”")
    terminal.write(ESC)
    terminal.wait_gone("另存副本到")
    terminal.write(F2)
    terminal.wait_for("第 1 行牵头单位[^:]")
    assert len(Saved(sample).titles) == 1
