"""Writing exchange files: whole or not at all, and never over another."""

import errno
from datetime import datetime
from pathlib import Path

import pytest

from store.exchange.writing import exchange_path, write
from store.file import disk
from store.refused import Refused
from tests.store.file.failing_disk import failing
from tests.store.small_list import names

NOW = datetime(2026, 10, 21, 16, 2)


def test_its_name_says_which_list_which_machine_and_when(tmp_path: Path) -> None:
    path = exchange_path(tmp_path, "清单", "PC-03", NOW)
    assert path == tmp_path / "清单_PC-03_20261021-1602.yaodian"
    path.touch()
    assert exchange_path(tmp_path, "清单", "PC-03", NOW).name == "清单_PC-03_20261021-1602-2.yaodian"


def test_names_that_no_disk_takes_are_made_fit(tmp_path: Path) -> None:
    path = exchange_path(tmp_path, "重点任务" * 60, "a/b:c" * 40, NOW)
    path.write_bytes(b"")
    assert len(path.name.encode()) < 240


def test_it_is_there_whole_and_nothing_is_beside_it(tmp_path: Path) -> None:
    found = write(tmp_path / "a.yaodian", b"x\n", 1)
    assert (found.path.read_bytes(), found.size, names(tmp_path)) == (b"x\n", 2, ["a.yaodian"])


def test_a_name_that_stands_is_never_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaodian"
    path.write_bytes(b"other")
    with pytest.raises(Refused, match="已有同名文件"):
        write(path, b"x\n", 1)

    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "FAT")

    monkeypatch.setattr("os.link", no_links)
    with pytest.raises(Refused, match="已有同名文件"):
        write(path, b"x\n", 1)
    assert (path.read_bytes(), names(tmp_path)) == (b"other", ["a.yaodian"])
    write(tmp_path / "b.yaodian", b"x\n", 1)
    assert names(tmp_path) == ["a.yaodian", "b.yaodian"]


@pytest.mark.parametrize("call", ["create", "write", "sync", "put_new", "sync_folder", "read_back"])
def test_a_disk_that_refuses_leaves_nothing(tmp_path: Path, call: str) -> None:
    with failing(call), pytest.raises(Refused, match=r"没有导出.磁盘已满"):
        write(tmp_path / "a.yaodian", b"x\n", 1)
    assert names(tmp_path) == []


def test_a_file_that_the_disk_altered_is_not_said_to_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "read_back", lambda path: b"y\n")
    with pytest.raises(Refused, match="读回来不一样"):
        write(tmp_path / "a.yaodian", b"x\n", 1)
    assert names(tmp_path) == []
