"""A damaged list at the keyboard: what is wrong is said, what is left is offered, nothing is overwritten."""

from pathlib import Path

import pytest

from store.acts.field_values import set_fields
from store.file.task_file import TaskFile
from tests.journeys.conftest import Saved, Start
from tests.keys import CTRL, DOWN, ENTER, ESC
from tests.store.small_list import abandon, journal_path


@pytest.fixture
def damaged(sample: Path) -> Path:
    """The sample list with a backup, and a journal of three changes whose second record was altered."""
    file = TaskFile.open(sample)
    file.back_up()
    for text in ("一", "二", "三"):
        file.commit(set_fields(file.tasks, file.tasks.task(file.tasks.task_keys[0]), remark=text))
    abandon(file)
    journal = journal_path(sample)
    journal.write_bytes(journal.read_bytes().replace('"after":"二"'.encode(), '"after":"贰"'.encode()))
    return sample


@pytest.mark.parametrize(
    ("keys", "changes", "remark"),
    [(ENTER, 2, "一"), (DOWN + ENTER, 1, "")],
    ids=["what is good", "the backup"],
)
def test_what_is_left_is_offered_and_restored_into_a_new_file(
    start: Start, damaged: Path, home: Path, keys: str, changes: int, remark: str
) -> None:
    before = {path: path.read_bytes() for path in home.rglob("*.json*")}
    terminal = start(damaged, size=(80, 24))
    terminal.wait_for("“示例.json”已损坏：选一份恢复成新文件")
    terminal.wait_for("第 2 条记录已损坏")
    terminal.wait_for(r"清单中完好的部分 .* 9 行 2 次变更")
    terminal.write(keys)
    terminal.wait_for("6 事项 9 任务")
    terminal.wait_for("示例 恢复.json")
    terminal.wait_for("从(备份|清单中完好的部分)恢复")
    saved = Saved(home / "示例 恢复.json")
    assert (len(saved.titles), saved.row("1").remark) == (changes, remark)
    assert {path: path.read_bytes() for path in before} == before


def test_a_damaged_list_that_was_chosen_at_the_start_is_offered_too(start: Start, damaged: Path) -> None:
    terminal = start()
    terminal.wait_for("打开示例")
    terminal.write(DOWN * 2 + ENTER + str(damaged) + ENTER)
    terminal.wait_for("选一份恢复成新文件")
    terminal.write(ESC)
    terminal.wait_gone("选一份恢复成新文件")
    terminal.wait_for("第 2 条记录已损坏")
    terminal.write(CTRL("q"))
    assert terminal.exit_code() == 0


@pytest.mark.parametrize("content", [b"", b"\0" * 4096], ids=["empty", "zeros"])
def test_where_nothing_is_left_the_start_screen_says_what_is_wrong(
    start: Start, home: Path, content: bytes
) -> None:
    (home / "坏.json").write_bytes(content)
    terminal = start(home / "坏.json")
    terminal.wait_for("打开示例")
    terminal.wait_for("“坏.json”已损坏")
    assert (home / "坏.json").read_bytes() == content
