"""The exit code tells whether the change is on the disk, whatever could not be said or folded after it."""

import subprocess
import sys
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from tests.store.file.failing_disk import failing
from tests.tui.command_line.conftest import Yaodian

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/dev/full and shells")


def remark(path: Path) -> str:
    with TaskFile.open(path, read_only=True) as file:
        return file.tasks.task(file.tasks.task_keys[0]).remark


def in_a_shell(words: str, into: str) -> tuple[int, str]:
    """The exit code and the complaints of a real program whose output goes somewhere."""
    program = [f"{sys.executable} -m tui {words} {into}"]
    done = subprocess.run(program, shell=True, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stderr


def test_a_fold_that_fails_after_the_save_is_told_and_the_code_is_0(yaodian: Yaodian, listed: Path) -> None:
    with failing("replace"):
        code, out, err = yaodian("set", "1", "--remark", "甲", "-f", listed)
    assert (code, "已保存到" in out) == (0, True)
    assert "变更都在日志" in err and "磁盘已满" in err
    assert remark(listed) == "甲"


def test_what_is_not_saved_has_the_code_1(yaodian: Yaodian, listed: Path) -> None:
    with failing("create_for_append"):
        code, out, _ = yaodian("set", "1", "--remark", "甲", "-f", listed)
    assert (code, out, remark(listed)) == (1, "", "")


def test_an_output_that_takes_nothing_does_not_undo_the_save(listed: Path) -> None:
    code, err = in_a_shell(f"set 1 --remark 甲 -f {listed}", ">/dev/full")
    assert code == 0
    assert err.startswith("变更已保存到 示例.json；结果没有写出：磁盘已满")
    assert err.count("\n") == 1
    assert remark(listed) == "甲"


def test_a_closed_output_does_not_undo_the_save(listed: Path) -> None:
    assert in_a_shell(f"set 1 --remark 甲 -f {listed}", ">&-") == (0, "")
    assert remark(listed) == "甲"


def test_where_nothing_was_to_be_saved_a_lost_output_is_a_failure(listed: Path) -> None:
    code, err = in_a_shell(f"show tasks -f {listed}", ">/dev/full")
    assert code == 1
    assert err.startswith("结果没有写出：磁盘已满")
    code, err = in_a_shell(f"set 1 --remark 甲 --dry-run -f {listed}", ">/dev/full")
    assert (code, remark(listed)) == (1, "")


def test_a_new_list_that_could_not_be_said_is_there(listed: Path, tmp_path: Path) -> None:
    code, _ = in_a_shell(f"next-year -f {listed} -o {tmp_path}/下年.json", ">/dev/full")
    assert code == 0
    assert (tmp_path / "下年.json").exists()
