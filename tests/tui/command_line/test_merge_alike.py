"""`merge-alike`: what came in twice is listed, named, and merged."""

import shutil
from pathlib import Path

from store.acts.units import new_unit
from store.file.task_file import TaskFile
from tests.tui.command_line.conftest import Yaodian


def twice(listed: Path) -> Path:
    """The sample list after two desks added 宣传处 and 信访处."""
    other = Path(shutil.copy(listed, listed.with_name("对方.json")))
    with TaskFile.open(listed) as here, TaskFile.open(other) as there:
        for file in (here, there):
            for name in ("宣传处", "信访处"):
                file.commit(new_unit(file.tasks, name)[0])
        here.take_in(there.history.docs, "2027-03-03T08:00:00+08:00", "对方")
    return listed


def names(path: Path) -> list[str]:
    with TaskFile.open(path, read_only=True) as file:
        assert file.breaks() == []
        return [unit.full_name for unit in file.tasks.units if unit.full_name in ("宣传处", "信访处")]


def test_a_list_that_one_desk_keeps_has_nothing_to_merge(yaodian: Yaodian, listed: Path) -> None:
    assert yaodian("merge-alike", "-f", listed)[:2] == (0, "没有两处新增的相同内容。\n")
    code, _, err = yaodian("merge-alike", "--take", "all", "-f", listed)
    assert (code, "不必合并" in err) == (1, True)


def test_they_are_listed_and_checked(yaodian: Yaodian, listed: Path) -> None:
    code, out, _ = yaodian("merge-alike", "-f", twice(listed))
    assert code == 0
    assert set(out.splitlines()[:2]) == {"单位“宣传处”", "单位“信访处”"}
    assert len(names(listed)) == 4
    _, out, _ = yaodian("check", "--only", "C32", "-f", listed)
    assert "单位“宣传处”在两台电脑上各新增了一次" in out


def test_the_one_that_is_named_is_merged(yaodian: Yaodian, listed: Path) -> None:
    code, _, err = yaodian("merge-alike", "--take", "无此处", "-f", twice(listed))
    assert (code, "没有在两处新增" in err) == (1, True)
    code, _, _ = yaodian("merge-alike", "--take", "宣传处", "--dry-run", "-f", listed)
    assert (code, len(names(listed))) == (0, 4)
    code, out, _ = yaodian("merge-alike", "--take", "宣传处", "-f", listed)
    assert (code, "合并两处新增的相同内容：单位“宣传处”" in out) == (0, True)
    assert sorted(names(listed)) == ["信访处", "信访处", "宣传处"]
    yaodian("undo", "-f", listed)
    assert len(names(listed)) == 4
    yaodian("merge-alike", "--take", "all", "-f", listed)
    assert sorted(names(listed)) == ["信访处", "宣传处"]
