"""Whose a list is: its rights are kept, links are not followed, and who may not write is told why."""

import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.file import disk
from store.file.beside import journals, lock_path
from store.file.problems import FileProblem, NotWritable
from store.file.task_file import TaskFile
from tests.store.small_list import SHORT, names, new_file, read, remark, setting

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights and links of POSIX")
as_root = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can be another user")

GROUP = 61001
"""A group that two users have in common."""


@contextmanager
def user(number: int) -> Iterator[None]:
    """Be a user of the group for a while."""
    groups = os.getgroups()
    os.setgroups([GROUP])
    os.setegid(number)
    os.seteuid(number)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)


@pytest.fixture(autouse=True)
def settings_of_all(open_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings that every user can read: whose are not read has no name to keep changes under."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(open_folder))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach and write."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


@pytest.fixture
def shared(open_folder: Path, tmp_path: Path) -> Path:
    """A list of user 61010 that the group may write, in a folder of the group."""
    folder = open_folder / "共享"
    folder.mkdir()
    os.chown(folder, 61010, GROUP)
    folder.chmod(0o2770)
    with new_file(tmp_path) as file:
        file.back_up()  # All that a user who is not root imports is read by root before.
    with user(61010):
        new_file(folder).close()
        (folder / SHORT).chmod(0o660)
    return folder


def modes(folder: Path) -> dict[str, str]:
    return {path.name: oct(stat.S_IMODE(path.stat().st_mode)) for path in folder.rglob("*")}


@as_root
def test_a_list_that_a_group_shares_stays_shared_with_all_that_stands_beside_it(shared: Path) -> None:
    with user(61020):
        file = TaskFile.open(shared / SHORT)
        file.commit(setting(file, remark="甲"))
        assert modes(shared)[lock_path(file.path).name] == "0o660"
        assert modes(shared)[journals(file.path)[0].name] == "0o660"
        copy = file.back_up()
        assert copy is not None
        file.close()
    found = (shared / SHORT).stat()
    assert (stat.S_IMODE(found.st_mode), found.st_gid) == (0o660, GROUP)
    assert (stat.S_IMODE(copy.stat().st_mode), stat.S_IMODE(copy.parent.stat().st_mode)) == (0o660, 0o2770)
    with user(61010), TaskFile.open(shared / SHORT) as file:
        assert remark(file) == "甲"
        file.commit(setting(file, remark="乙"))
    assert read(shared / SHORT) == "乙"


@as_root
def test_what_one_of_a_group_left_when_the_program_died_another_takes_over(shared: Path) -> None:
    with user(61010):
        file = TaskFile.open(shared / SHORT)
        file.commit(setting(file, remark="甲"))
        left = {path: path.read_bytes() for path in (file.path, *journals(file.path))}
        held = lock_path(file.path).read_bytes()
        file.close()
        for path, raw in left.items():
            path.write_bytes(raw)
            path.chmod(0o660)
        lock_path(file.path).write_bytes(held)
        lock_path(file.path).chmod(0o660)
    with user(61020), TaskFile.open(shared / SHORT) as file:
        assert remark(file) == "甲"
    assert names(shared) == [SHORT]


@as_root
def test_a_group_that_cannot_be_given_gets_no_rights(open_folder: Path) -> None:
    model = open_folder / "甲"
    model.touch()
    os.chown(model, 61010, GROUP + 1)
    model.chmod(0o660)
    with user(61020):
        os.close(disk.create(open_folder / "乙", model))
    found = (open_folder / "乙").stat()
    assert (stat.S_IMODE(found.st_mode), found.st_gid) == (0o600, 61020)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_saving_keeps_the_rights_of_a_list(tmp_path: Path, mode: int) -> None:
    new_file(tmp_path).close()
    (tmp_path / SHORT).chmod(mode)
    with TaskFile.open(tmp_path / SHORT) as file:
        file.commit(setting(file, remark="甲"))
    assert stat.S_IMODE((tmp_path / SHORT).stat().st_mode) == mode


@as_root
def test_the_list_of_another_is_told_from_a_read_only_file(shared: Path) -> None:
    (shared / SHORT).chmod(0o640)
    with user(61020), pytest.raises(NotWritable, match="是用户 61010 的文件，没有给您修改的权限"):
        TaskFile.open(shared / SHORT)
    os.chown(shared / SHORT, 61020, GROUP)
    (shared / SHORT).chmod(0o440)
    with (
        user(61020),
        pytest.raises(NotWritable, match="是只读文件，现在只能查看；要修改请先去掉它的只读属性"),
    ):
        TaskFile.open(shared / SHORT)


def test_a_read_only_disk_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_file(tmp_path).close()
    monkeypatch.setattr(disk, "is_writable", lambda _: False)
    monkeypatch.setattr(disk, "is_on_read_only_disk", lambda _: True)
    with pytest.raises(NotWritable, match="所在的磁盘是只读的，现在只能查看；要修改请另存副本"):
        TaskFile.open(tmp_path / SHORT)


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_a_link_in_the_place_of_the_lock_is_not_followed(
    tmp_path: Path, link: Callable[[Path, Path], None]
) -> None:
    new_file(tmp_path).close()
    victim = tmp_path / "别人的.txt"
    victim.write_text("很要紧", "utf-8")
    link(victim, lock_path(tmp_path / SHORT))
    with pytest.raises(NotWritable, match=r"“清单\.json\.lock”是链接"):
        TaskFile.open(tmp_path / SHORT)
    assert victim.read_text("utf-8") == "很要紧"
    assert read(tmp_path / SHORT) == ""


def test_a_pipe_in_the_place_of_the_lock_is_not_waited_for(tmp_path: Path) -> None:
    new_file(tmp_path).close()
    os.mkfifo(lock_path(tmp_path / SHORT))
    with pytest.raises(NotWritable, match="是链接，或不是普通文件"):
        TaskFile.open(tmp_path / SHORT)


@pytest.mark.parametrize("is_link", [True, False])
def test_a_link_or_a_pipe_in_the_place_of_a_journal_is_named_and_nothing_is_read(
    tmp_path: Path, is_link: bool
) -> None:
    new_file(tmp_path).close()
    place = tmp_path / f"{SHORT}.abcdefgh.journal"
    if is_link:
        place.symlink_to("/dev/zero")
    else:
        os.mkfifo(place)
    with pytest.raises(FileProblem, match=r"abcdefgh\.journal”是链接"):
        TaskFile.open(tmp_path / SHORT)


def test_a_link_in_the_place_of_a_staged_file_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "别人的.txt"
    victim.write_text("很要紧", "utf-8")
    (tmp_path / "新").symlink_to(victim)
    with pytest.raises(FileExistsError):
        disk.create(tmp_path / "新")
    with pytest.raises(OSError, match=r"\[Errno 40\]"):
        disk.open_for_append(tmp_path / "新")
    assert victim.read_text("utf-8") == "很要紧"


def test_a_second_name_of_a_list_is_told(tmp_path: Path) -> None:
    new_file(tmp_path).close()
    os.link(tmp_path / SHORT, tmp_path / "另一个名字.json")
    with TaskFile.open(tmp_path / SHORT) as file:
        (sentence,) = file.notices
        assert "还有别的名字（硬链接）" in sentence
        file.commit(setting(file, remark="甲"))
    assert (read(tmp_path / SHORT), read(tmp_path / "另一个名字.json")) == ("甲", "")
    assert TaskFile.open(tmp_path / SHORT, read_only=True).notices == []


@pytest.mark.parametrize("bytes_", [230, 239, 245, 255])
@pytest.mark.parametrize("sign", ["a", "清"])
def test_a_list_with_a_long_name_is_saved_folded_and_backed_up(
    tmp_path: Path, bytes_: int, sign: str
) -> None:
    stem = sign * ((bytes_ - len(".json")) // len(sign.encode()))
    name = f"{stem}{'a' * (bytes_ - len(stem.encode()) - len('.json'))}.json"
    path = tmp_path / name
    new_file(tmp_path).close()
    (tmp_path / SHORT).rename(path)
    for text in ("甲", "乙"):
        with TaskFile.open(path) as file:
            file.commit(setting(file, remark=text))
            assert journals(path) and lock_path(path).exists()
            file.fold()
            file.commit(setting(file, 1, remark=text))
            copy = file.back_up()
            assert (copy is not None) == (text == "甲")
    assert sorted(found.suffix for found in tmp_path.iterdir()) == [".json", ".备份"]
    with TaskFile.open(path, read_only=True) as file:
        assert (remark(file), file.notices) == ("乙", [])
