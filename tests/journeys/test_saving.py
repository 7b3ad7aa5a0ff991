"""What the screen says of a change until it is on the disk, and what the clerk can do where the disk does not
take it.
"""

import resource
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import pytest

from store.file.backups import Backups
from store.file.beside import journals
from store.file.task_file import TaskFile
from store.records.changes import Change, updated
from tests.journeys.conftest import Launch, Saved, Start, wait_until
from tests.keys import CTRL, DOWN, ENTER, ESC, F10, UP
from tests.pty import Terminal
from tests.store.small_list import abandon
from tests.window import Window

_S = TypeVar("_S", Terminal, Window)

PULLED = r"● 未保存 1 项（Ctrl\+S 重试）(?s:.*)这次修改没有保存：文件或所在的文件夹不见了，请检查 U"


@pytest.fixture
def stick(home: Path, sample: Path) -> Path:
    """A list in a folder that can be pulled out like a stick."""
    (home / "U盘").mkdir()
    return sample.rename(home / "U盘" / "示例.json")


def pull(stick: Path) -> Callable[[], Path]:
    """Take the folder away; what puts it back, with other files under the same names as a stick that is
    mounted again has them.
    """
    away = stick.parent.rename(stick.parent.with_name("拔出"))

    def put_back() -> Path:
        shutil.copytree(away, stick.parent.with_name("插入"))
        return stick.parent.with_name("插入").rename(stick.parent)

    return put_back


def opened(begin: Callable[..., _S], path: Path, size: tuple[int, int] = (120, 40)) -> _S:
    terminal = begin(path, size=size)
    terminal.wait_for("重点任务清单 +6 事项 9 任务")
    terminal.wait_for("已保存")
    return terminal


def opened_and_backed_up(begin: Callable[..., _S], path: Path, size: tuple[int, int] = (120, 40)) -> _S:
    """Open a list whose disk is about to fail: the backup of its opening is through, and says nothing."""
    terminal = opened(begin, path, size)
    wait_until(terminal, Backups(path).all)
    terminal.settle()
    return terminal


def test_quick_edits_in_one_burst_are_all_saved_in_order(start: Start, sample: Path) -> None:
    terminal = opened(start, sample)
    units = ("ptc", "hzc", "ghc", "gxc")
    terminal.write("".join(f"{unit}{ENTER}{UP}" for unit in units) + CTRL("z"))
    terminal.wait_for("变更 6 .*已保存")
    terminal.wait_for("撤销：第 1 行牵头单位：规划处 → 高新处")
    assert [title.partition("：")[2] for title in Saved(sample).titles[1:5]] == [
        "成果处 → 平台处",
        "平台处 → 合作处",
        "合作处 → 规划处",
        "规划处 → 高新处",
    ]
    assert Saved(sample).file.breaks() == []


def test_on_a_slow_disk_the_clerk_works_on_and_saved_is_not_said_before_it_is_so(
    launch: Launch, sample: Path, home: Path
) -> None:
    hangs = home / "hangs"
    terminal = launch(sample, program="tests.journeys.slow_disk", env={"YAODIAN_TEST_HANGS": str(hangs)})
    terminal.wait_for("已保存")
    hangs.touch()
    terminal.write("ptc" + ENTER)
    terminal.wait_for("变更 2 +示例.json +正在保存…")
    terminal.write("hzc" + ENTER)
    terminal.wait_for("2 +二、建设高质.* 合作处")
    terminal.wait_for("变更 3 +示例.json +正在保存…")
    assert "已保存" not in terminal.text
    assert len(Saved(sample, at_once=True).titles) < 3, "the second is not even written"
    hangs.unlink()
    terminal.wait_for("变更 3 .*已保存")
    terminal.wait_for("第 2 行牵头单位：平台处 → 合作处")
    assert (Saved(sample).lead("1")[0], Saved(sample).lead("2")[0]) == ("平台处", "合作处")


def test_a_pulled_stick_is_told_until_it_is_back_and_all_is_saved(start: Start, stick: Path) -> None:
    terminal = opened_and_backed_up(start, stick)
    put_back = pull(stick)
    terminal.write("ptc" + ENTER)
    terminal.wait_for(PULLED)
    assert "已保存" not in terminal.text
    terminal.write("hzc" + ENTER)
    terminal.wait_for(r"未保存 2 项（Ctrl\+S 重试）")
    terminal.write(CTRL("s"))
    terminal.settle()
    terminal.wait_for(r"未保存 2 项（Ctrl\+S 重试）")
    terminal.write(CTRL("z"))
    terminal.wait_for(r"变更 4 .*● 未保存 3 项")
    terminal.wait_for("2 +二、建设高质.* 平台处")
    put_back()
    terminal.write(CTRL("s"))
    terminal.wait_for("变更 4 .*已保存")
    terminal.wait_for("撤销：第 2 行牵头单位：平台处 → 合作处")
    assert "未保存" not in terminal.text
    assert Saved(stick).titles[1:] == [
        "第 1 行牵头单位：成果处 → 平台处",
        "第 2 行牵头单位：平台处 → 合作处",
        "撤销：第 2 行牵头单位：平台处 → 合作处",
    ]


@pytest.mark.slow
def test_saving_is_tried_again_by_itself(start: Start, stick: Path) -> None:
    terminal = opened_and_backed_up(start, stick)
    put_back = pull(stick)
    terminal.write("ptc" + ENTER)
    terminal.wait_for(PULLED)
    put_back()
    terminal.wait_for("变更 2 .*已保存")
    assert Saved(stick).lead("1") == ("平台处", "刘红")


def test_a_file_that_may_not_grow_is_told_and_the_next_change_saves_both(
    launch: Launch, sample: Path
) -> None:
    terminal = opened_and_backed_up(launch, sample)
    terminal.write("ptc" + ENTER)
    terminal.wait_for("变更 2 .*已保存")
    kept = resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (16, kept[1]))
    terminal.write("hzc" + ENTER)
    terminal.wait_for(r"未保存 1 项(?s:.*)文件超过了磁盘或系统允许的大小")
    assert len(Saved(sample).titles) == 2
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, kept)
    terminal.write("ghc" + ENTER)
    terminal.wait_for("变更 4 .*已保存")
    assert [Saved(sample).lead(row)[0] for row in ("1", "2", "3.1")] == ["平台处", "合作处", "规划处"]


def test_a_file_that_another_program_replaced_is_not_overwritten_and_a_copy_keeps_the_work(
    start: Start, sample: Path, home: Path
) -> None:
    terminal = opened(start, sample)
    terminal.write("ptc" + ENTER)
    terminal.wait_for("变更 2 .*已保存")
    (home / "旧.json").write_text('{"别人": {}}', encoding="utf-8")
    (home / "旧.json").replace(sample)
    terminal.write("hzc" + ENTER)
    terminal.wait_for("未保存 1 项(?s:.*)已被别的程序改动或替换，没有覆盖它")
    terminal.write(F10 + "另存副本" + ENTER)
    terminal.wait_for("▌另存副本到")
    terminal.write(ENTER)
    terminal.wait_for("副本已存为")
    copy = home / "Documents" / "示例 副本.json"
    assert (Saved(copy).lead("1")[0], Saved(copy).lead("2")[0]) == ("平台处", "合作处")
    terminal.write(CTRL("q"))
    terminal.wait_for("有 1 项修改还没有保存")
    terminal.write(DOWN * 2 + ENTER)
    assert terminal.exit_code() == 0
    assert sample.read_text("utf-8") == '{"别人": {}}'


def journaled(path: Path) -> int:
    """Bytes in the journals beside a list; one that a fold takes away meanwhile has none."""
    size = 0
    for journal in journals(path):
        with suppress(FileNotFoundError):
            size += journal.stat().st_size
    return size


def test_a_large_journal_is_folded_though_keys_keep_coming(start: Start, sample: Path) -> None:
    with TaskFile.open(sample) as file:
        edits = tuple(updated(next(file.tasks.tasks), remark="x"))
        file.commit(Change("很长的依据", edits, basis="依据" * 250_000))
        assert file.fold_is_due
        abandon(file)
    terminal = opened(start, sample)
    terminal.write("ptc" + ENTER)
    terminal.wait_for("变更 3 .*已保存")
    # Each key puts the fold off that waits for the clerk to rest.
    wait_until(terminal, lambda: not journaled(sample), (DOWN, UP))
    assert Saved(sample).lead("1") == ("平台处", "刘红")


# ---------------------------------------------------------------- leaving with unsaved changes


def leaving(begin: Callable[..., _S], stick: Path) -> tuple[_S, Callable[[], Path]]:
    """A window with one change that cannot be saved, at the question."""
    terminal = opened_and_backed_up(begin, stick, (80, 24))
    put_back = pull(stick)
    terminal.write("ptc" + ENTER)
    terminal.wait_for("未保存 1 项")
    terminal.write(CTRL("q"))
    terminal.wait_for("有 1 项修改还没有保存")
    for choice in ("再试一次", "另存副本", "放弃这些修改", "返回", "请检查 U 盘或网络盘"):
        terminal.wait_for(choice)
    return terminal, put_back


@pytest.mark.slow
def test_leaving_asks_and_going_back_keeps_the_change(start: Start, stick: Path) -> None:
    terminal, put_back = leaving(start, stick)
    terminal.write(ENTER)
    terminal.settle()
    terminal.wait_for("有 1 项修改还没有保存")
    terminal.write(ESC)
    terminal.wait_gone("有 1 项修改还没有保存")
    terminal.wait_for("未保存 1 项")
    put_back()
    terminal.write(CTRL("q"))
    assert terminal.exit_code() == 0
    assert Saved(stick).lead("1") == ("平台处", "刘红")


@pytest.mark.slow
def test_leaving_tries_again_when_asked_to(start: Start, stick: Path) -> None:
    terminal, put_back = leaving(start, stick)
    put_back()
    terminal.write(ENTER)
    assert terminal.exit_code() == 0
    assert Saved(stick).lead("1") == ("平台处", "刘红")


def test_leaving_saves_a_copy_elsewhere(launch: Launch, stick: Path, home: Path) -> None:
    terminal, put_back = leaving(launch, stick)
    terminal.write(DOWN + ENTER)
    terminal.wait_for("▌另存副本到")
    terminal.write(ENTER)
    assert terminal.exit_code() == 0
    assert "没有存进原清单的修改在副本" in terminal.text
    assert Saved(home / "Documents" / "示例 副本.json").lead("1") == ("平台处", "刘红")
    put_back()
    assert Saved(stick).lead("1") == ("成果处", "胡军")


@pytest.mark.slow
def test_leaving_may_drop_the_changes(start: Start, stick: Path) -> None:
    terminal, put_back = leaving(start, stick)
    terminal.write(DOWN * 2 + ENTER)
    assert terminal.exit_code() == 0
    put_back()
    with TaskFile.open(stick) as file:
        assert (len(file.history), file.notices) == (1, [])


def test_another_list_is_opened_only_after_the_question(start: Start, stick: Path) -> None:
    terminal = opened_and_backed_up(start, stick)
    put_back = pull(stick)
    terminal.write("ptc" + ENTER)
    terminal.wait_for("未保存 1 项")
    terminal.write(CTRL("o"))
    terminal.wait_for("打开示例")
    terminal.write(DOWN * 2 + ENTER)
    terminal.wait_for("有 1 项修改还没有保存")
    put_back()
    terminal.write(ENTER)
    terminal.wait_for("示例.json")
    terminal.wait_for("1 牵头单位|6 事项 9 任务")
    assert Saved(stick).lead("1") == ("平台处", "刘红")
