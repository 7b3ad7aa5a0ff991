"""The starter of the bundle: where it unpacks, what it leaves and says; on bundles of one small module."""

import contextlib
import fcntl
import os
import sys
from pathlib import Path

import pytest

from tests.bundle.small import Desk, small_bundle


def test_a_python_that_is_too_old_is_told_so(desk: Desk, tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "y.pyz", oldest="(9, 9)")
    code, out, err = desk.start(bundle)
    here = ".".join(map(str, sys.version_info[:2]))
    assert (code, out) == (1, "")
    assert f"这台机器的 Python 是 {here}，要点需要 3.10 或更新的版本" in err
    assert desk.unpacked == []


def test_it_unpacks_once_for_the_owner_alone_and_gives_the_program_s_exit_code(
    desk: Desk, tmp_path: Path
) -> None:
    bundle = small_bundle(tmp_path / "我的 U盘" / "y.pyz")
    code, out, err = desk.start(bundle, "清单.json")
    assert (code, err) == (3, "")
    (folder,) = desk.cache.iterdir()
    assert str(folder / "lib" / "tui" / "__main__.py") in out
    assert "None ['清单.json']" in out
    assert folder.stat().st_mode & 0o077 == 0
    assert not (folder / "LICENSES").exists()
    mark = (folder / "whole").stat().st_mtime_ns
    assert desk.start(bundle)[0] == 3
    assert (folder / "whole").stat().st_mtime_ns == mark
    assert desk.unpacked == ["aaaa"]


def test_what_was_left_half_way_is_unpacked_anew(desk: Desk, tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "y.pyz")
    desk.start(bundle)
    (folder,) = desk.cache.iterdir()
    (folder / "whole").unlink()
    (folder / "lib" / "tui" / "__main__.py").write_text("broken(")
    assert desk.start(bundle)[0] == 3
    assert [path.name for path in desk.cache.iterdir()] == [folder.name]


def test_what_a_start_gave_up_half_way_goes_with_the_next(desk: Desk, tmp_path: Path) -> None:
    for name in ("new-ours", "new-of-now"):
        (desk.cache / name / "lib").mkdir(parents=True)
    os.utime(desk.cache / "new-ours", (1, 1))
    assert desk.start(small_bundle(tmp_path / "y.pyz"))[0] == 3
    assert sorted(path.name for path in desk.cache.glob("new-*")) == ["new-of-now"]


def test_a_bundle_that_cannot_be_read_is_told_and_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "y.pyz")
    whole = bundle.read_bytes()
    bundle.write_bytes(whole.replace(b"sys.argv[1:]", b"sys.argv[9:]"))
    code, out, err = desk.start(bundle)
    assert (code, out) == (1, "")
    assert err == "“y.pyz”读不出来，可能没有拷完，或U盘有损坏，请重新拷贝。\n"
    assert list(desk.cache.iterdir()) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root becomes a user whom nobody knows")
def test_a_user_whom_the_system_does_not_know_has_a_home_beside_the_bundle(
    desk: Desk, tmp_path: Path
) -> None:
    del desk.env["HOME"]
    # He may read and write as root does, whose Python this may be.
    nobody = ["setpriv", "--reuid=54321", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
    desk.words = [*nobody, *desk.words]
    bundle = small_bundle(tmp_path / "U盘" / "y.pyz")
    code, out, err = desk.start(bundle)
    assert (code, err) == (3, "")
    assert str(tmp_path / "U盘" / "yaodian-data" / ".cache" / "yaodian" / "bundle") in out


def test_a_home_that_cannot_be_entered_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    desk.env["HOME"] = str(tmp_path / "of nobody")
    code, out, err = desk.start(small_bundle(tmp_path / "U盘" / "y.pyz"))
    assert (code, err) == (3, "")
    assert str(tmp_path / "U盘" / "yaodian-data" / ".cache" / "yaodian" / "bundle") in out
    assert not (tmp_path / "of nobody").exists()


def test_of_two_that_start_at_once_both_run(desk: Desk, tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "y.pyz")
    both = [desk.starting(bundle) for _ in range(4)]
    outcomes = [(started.communicate()[1], started.returncode) for started in both]
    assert outcomes == [("", 3)] * 4
    assert len(list(desk.cache.iterdir())) == 1


def test_where_the_user_s_folders_take_nothing_it_unpacks_beside_itself(desk: Desk, tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "U盘" / "y.pyz")
    (desk.home / ".cache").write_text("not a folder")
    code, out, err = desk.start(bundle)
    assert (code, err) == (3, "")
    assert str(tmp_path / "U盘" / "yaodian-data" / "bundle") in out


def test_where_the_stick_takes_nothing_either_it_says_that_it_is_in_a_temporary_folder(
    desk: Desk, tmp_path: Path
) -> None:
    bundle = small_bundle(tmp_path / "U盘" / "y.pyz")
    (desk.home / ".cache").write_text("not a folder")
    (tmp_path / "U盘" / "yaodian-data").write_text("not a folder")
    code, out, err = desk.start(bundle)
    assert code == 3 and str(desk.home / "tmp") in out
    assert "这次在临时文件夹中运行" in err


def test_portable_keeps_everything_beside_the_file(desk: Desk, tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "U盘" / "y.pyz")
    code, out, _ = desk.start(bundle, "--portable", "清单.json")
    beside = tmp_path / "U盘" / "yaodian-data"
    assert code == 3
    assert f"{beside} ['清单.json']" in out
    assert str(beside / "bundle") in out
    assert not desk.cache.exists()


@pytest.mark.skipif(os.name == "nt", reason="there the folder's own open file keeps it")
def test_older_ones_go_but_the_last_two_and_none_from_under_a_window(desk: Desk, tmp_path: Path) -> None:
    first = small_bundle(tmp_path / "1.pyz", "1111")
    running = desk.starting(first, "wait")
    assert running.stdout is not None
    running.stdout.readline()
    for digest in ("2222", "3333", "4444"):
        assert desk.start(small_bundle(tmp_path / f"{digest}.pyz", digest))[0] == 3
    assert desk.unpacked == ["1111", "2222", "3333", "4444"]
    running.communicate()
    assert running.returncode == 3
    os.utime(next(desk.cache.glob("*-1111/in_use")), (1, 1))
    desk.start(small_bundle(tmp_path / "5.pyz", "5555"))
    assert desk.unpacked == ["3333", "4444", "5555"]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only there is seen what a process has open")
def test_one_that_is_removed_while_it_starts_unpacks_anew(desk: Desk, tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "y.pyz")
    desk.start(bundle)
    (folder,) = desk.cache.iterdir()
    with (folder / "in_use").open("a") as removing:
        fcntl.flock(removing, fcntl.LOCK_EX)
        started = desk.starting(bundle)
        while str(folder / "in_use") not in _open_files(started.pid):
            assert started.poll() is None
        folder.rename(tmp_path / "gone")
    out, err = started.communicate()
    assert (started.returncode, err) == (3, "")
    assert str(folder / "lib") in out
    assert desk.unpacked == ["aaaa"]


def _open_files(process: int) -> set[str]:
    found = set()
    for link in Path(f"/proc/{process}/fd").iterdir():
        with contextlib.suppress(OSError):
            found.add(str(link.readlink()))
    return found


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives a folder to another user")
def test_nothing_runs_from_a_temporary_folder_that_another_user_made(desk: Desk, tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "U盘" / "y.pyz")
    (desk.home / ".cache").write_text("not a folder")
    (tmp_path / "U盘" / "yaodian-data").write_text("not a folder")
    theirs = desk.home / "tmp" / "yaodian-0"
    theirs.mkdir()
    os.chown(theirs, 1, 1)
    code, out, err = desk.start(bundle)
    assert (code, out) == (1, "")
    assert "不能展开程序" in err
