"""What there is to go back to, and going back to it."""

from pathlib import Path

import pytest

from store.file.journal import MARK
from store.file.problems import FileDamaged, FileProblem
from store.file.repair import Source, restore, sources
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.refused import Refused
from tests.store.small_list import SHORT, abandon, journal_path, new_file, remark, setting


def everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def restored(source: Source, folder: Path) -> TaskFile:
    """What a source makes, and that it touches nothing else."""
    before = everything(folder)
    target = folder / "恢复.json"
    restore(source, target)
    after = everything(folder)
    assert after.pop(target) and after == before
    assert verify(target).whole
    return TaskFile.open(target, read_only=True)


def with_journal(folder: Path, *remarks: str) -> Path:
    file = new_file(folder)
    for text in remarks:
        file.commit(setting(file, remark=text))
    abandon(file)
    return journal_path(folder / SHORT)


def test_each_source_says_what_it_holds(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        copy = file.back_up()
        file.commit(setting(file, remark="一"))
    path = tmp_path / SHORT
    (tmp_path / f"{SHORT}.20270315-170000").write_bytes(path.read_bytes())
    (tmp_path / f"{SHORT}.journal.20270315-170000").write_bytes(b"")
    (tmp_path / f"{SHORT}.别").write_bytes(b"")
    path.write_bytes(path.read_bytes()[:-200])
    damaged, aside, backup = sources(path)
    assert (damaged.path, damaged.what) == (path, "清单") and "已损坏" in damaged.problem
    assert (aside.what, aside.rows, aside.changes, aside.last_change, aside.problem) == (
        "另存的旧文件",
        3,
        2,
        "修改",
        "",
    )
    assert (backup.path, backup.what, backup.rows, backup.changes, backup.problem) == (copy, "备份", 3, 1, "")


def test_restoring_makes_a_new_file_and_touches_no_other(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.back_up()
    (whole, backup) = sources(tmp_path / SHORT)
    assert len(restored(backup, tmp_path).history) == 1
    before = everything(tmp_path)
    for source in (whole, backup):
        with pytest.raises(FileProblem, match="已有同名文件"):
            restore(source, tmp_path / SHORT)
    assert everything(tmp_path) == before


def test_a_list_that_is_gone_still_has_its_backups(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.back_up()
    (tmp_path / SHORT).unlink()
    (backup,) = sources(tmp_path / SHORT)
    assert len(restored(backup, tmp_path).history) == 1
    with pytest.raises(Refused, match="文件夹"):
        sources(tmp_path / "无" / SHORT)


def test_a_damaged_journal_gives_what_stands_before_the_damage(tmp_path: Path) -> None:
    journal = with_journal(tmp_path, "一", "二", "三")
    lines = journal.read_bytes().split(MARK * 2)
    journal.write_bytes((MARK * 2).join([lines[0], lines[1].replace("二".encode(), "己".encode()), lines[2]]))
    with pytest.raises(FileDamaged, match=rf"第 2 条记录已损坏（第 {len(lines[0]) + 3} 个字节起）"):
        TaskFile.open(tmp_path / SHORT)
    damaged, good = sources(tmp_path / SHORT)
    assert (good.what, good.changes, good.salvaged) == ("清单中完好的部分", 2, True)
    assert remark(restored(good, tmp_path)) == "一"
    with pytest.raises(Refused, match="不能恢复"):
        restore(damaged, tmp_path / "另.json")


def test_a_record_lost_from_the_middle_of_the_journal_gives_what_stands_before_it(tmp_path: Path) -> None:
    journal = with_journal(tmp_path, "一", "二", "三")
    lines = journal.read_bytes().split(MARK * 2)
    journal.write_bytes((MARK * 2).join([lines[0], lines[2]]))
    good = sources(tmp_path / SHORT)[1]
    assert remark(restored(good, tmp_path)) == "一"


def test_a_file_that_was_altered_can_be_taken_as_it_stands(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="甲"))
    path = tmp_path / SHORT
    path.write_bytes(path.read_bytes().replace("推进一网通办".encode(), "推进二网通办".encode(), 1))
    damaged, good = sources(path)
    assert damaged.problem and (good.changes, good.salvaged) == (2, True)
    restore(good, tmp_path / "恢复.json")
    with TaskFile.open(tmp_path / "恢复.json", read_only=True) as file:
        assert remark(file) == "甲"
        assert file.breaks(), "what was altered still shows"


@pytest.mark.parametrize("content", [b"", b"\0" * 500, b"PK\x03\x04", b'{"meta": {"1": {'])
def test_where_nothing_can_be_read_nothing_is_offered(tmp_path: Path, content: bytes) -> None:
    (tmp_path / SHORT).write_bytes(content)
    (source,) = sources(tmp_path / SHORT)
    assert source.problem
    assert everything(tmp_path) == {tmp_path / SHORT: content}


def test_a_change_that_lost_what_it_goes_on_from_is_named_and_stays(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="甲"))
        last = file.commit(setting(file, remark="乙"))
    path = tmp_path / SHORT
    path.write_bytes(path.read_bytes().replace('"title": "修改"'.encode(), '"title": "修正"'.encode(), 1))
    good = sources(path)[1]
    (named,) = good.cut_off
    assert last.at[:10] in named and "“修改”" in named
    restore(good, tmp_path / "恢复.json")
    with TaskFile.open(tmp_path / "恢复.json", read_only=True) as file:
        assert [change.title for change in file.history] == ["导入通知", "修正", "修改"]
