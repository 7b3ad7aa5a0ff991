"""The stick as a technician hands it on: its launcher for Unix, its Python, what lies on it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bundle.build import version
from bundle.stick import make_stick
from tests.bundle.small import Desk, small_bundle
from tests.bundle.sticks import MACHINE, give_tools, made_stick, own_python, run, take_python

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="run.sh is for Linux")

ODD_NAME = "我的 U盘'\"&100%!$HOME`(1)"
BROKEN = "“yaodian-1.0.pyz”读不出来，可能没有拷完，或U盘有损坏，请重新拷贝。\n"
only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts a disk to try it")


@pytest.fixture(autouse=True)
def tools(desk: Desk) -> None:
    give_tools(desk)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return made_stick(tmp_path / ODD_NAME)


@pytest.mark.parametrize("shell", ["dash", "bash", "busybox"])
def test_it_starts_whatever_its_folder_is_called(desk: Desk, stick: Path, shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell} here")
    words = [program, "sh"] if shell == "busybox" else [program]
    code, out, err = run(desk, stick, "我的 清单.json", "$HOME", "", shell=words)
    assert (code, err) == (3, "")
    assert out.endswith("['我的 清单.json', '$HOME', '']\n")


def test_it_holds_the_real_bundle(
    desk: Desk, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bundle.stick.build", lambda folder: shutil.copy(bundle, folder))
    whole = make_stick(tmp_path / ODD_NAME)
    assert run(desk, whole, "--version") == (0, f"yaodian {version()}\n", "")
    assert {path.name for path in whole.iterdir()} == {
        bundle.name,
        "run.sh",
        "run.bat",
        "start.py",
        "说明.txt",
    }


def test_it_starts_through_a_link_and_from_the_file_s_own_rights(desk: Desk, stick: Path) -> None:
    link = desk.home / "要点"
    link.symlink_to(stick / "run.sh")
    done = subprocess.run([str(link)], env=desk.env, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (3, "")
    assert done.stdout.endswith("[]\n")


def test_its_own_python_is_taken_first_and_said_so(desk: Desk, tmp_path: Path) -> None:
    own_python(tmp_path / "取好的")
    stick = made_stick(tmp_path / ODD_NAME, tmp_path / "取好的")
    # FAT has no links: what a stick is made of must do without.
    assert not [path for path in stick.rglob("*") if path.is_symlink()]
    python = stick / "python" / MACHINE / "bin" / "python3"
    assert run(desk, stick, "--which") == (0, f"{python}\n", "")
    take_python(desk)
    assert run(desk, stick)[0] == 3


@pytest.mark.parametrize("content", [b"\x7fELF\x02\x01\x01of another machine", b"#!/bin/sh\nexit 1\n"])
def test_an_own_python_that_does_not_fit_is_passed_over(desk: Desk, stick: Path, content: bytes) -> None:
    unfit = stick / "python" / MACHINE / "bin" / "python3"
    unfit.parent.mkdir(parents=True)
    unfit.write_bytes(content)
    unfit.chmod(0o755)
    code, out, err = run(desk, stick, "--which")
    assert (code, err) == (0, "")
    assert Path(out.strip()).exists() and str(stick) not in out


def test_where_nothing_on_the_stick_runs_its_python_runs_from_a_copy(desk: Desk, tmp_path: Path) -> None:
    own_python(tmp_path / "取好的")
    stick = made_stick(tmp_path / "U盘", tmp_path / "取好的")
    for path in (stick / "python").rglob("bin/*"):
        path.chmod(0o644)
    assert run(desk, stick, "--which")[2] == "", "the desk's own serves"
    take_python(desk)
    copied = desk.home / ".cache" / "yaodian" / "python" / MACHINE
    code, out, err = run(desk, stick, "清单.json")
    assert (code, err) == (3, f"U盘上的 Python 在这里不能直接运行，先拷到 {copied}，请稍等。\n")
    assert out.endswith("['清单.json']\n")
    assert run(desk, stick, "--which") == (0, f"{copied}/bin/python3\n", "")


def test_a_desk_without_a_python_is_told_what_to_do(desk: Desk, stick: Path) -> None:
    take_python(desk)
    code, out, err = run(desk, stick)
    assert (code, out) == (1, "")
    said = f"没有能用的 Python（3.10 或更新的版本）。请把适合本机的放到 python/{MACHINE} 中，见 说明.txt。\n"
    assert err == said


# ------------------------------------------------------------------ which bundle


def test_the_newest_version_is_taken(desk: Desk, stick: Path) -> None:
    in_order = ("1.9", "1.10a2", "1.10rc1", "1.10", "1.10.1")
    for number, one in enumerate(in_order):
        small_bundle(stick / f"yaodian-{one}.pyz", f"{number}" * 4)
        assert f"-{number * 1111:04}" in run(desk, stick)[1], one


def test_a_stick_without_a_bundle_says_so(desk: Desk, stick: Path) -> None:
    (stick / "yaodian-1.0.pyz").unlink()
    assert run(desk, stick) == (1, "", "这个文件夹里没有 yaodian-….pyz，请重新拷贝。\n")


@pytest.mark.parametrize("left", [0, 1, 400, -40])
def test_a_bundle_that_was_not_copied_whole_is_told(desk: Desk, stick: Path, left: int) -> None:
    bundle = stick / "yaodian-1.0.pyz"
    bundle.write_bytes(bundle.read_bytes()[:left])
    assert run(desk, stick) == (1, "", BROKEN)


@pytest.mark.parametrize("word", [b"TOO_OLD", b"_unpacked", b"sys.argv[1:], flush"])
def test_a_bundle_of_a_bad_stick_is_told(desk: Desk, stick: Path, word: bytes) -> None:
    bundle = stick / "yaodian-1.0.pyz"
    whole = bundle.read_bytes()
    at = whole.index(word)
    bundle.write_bytes(whole[:at] + bytes(600) + whole[at + 600 :])
    assert run(desk, stick) == (1, "", BROKEN)


# ------------------------------------------------------------------ how it is mounted


def read_only(stick: Path, options: str = "ro") -> str:
    """Return the words that mount a folder as a stick that takes nothing."""
    return f"mount --bind '{stick}' '{stick}'; mount -o remount,bind,{options} '{stick}'"


def in_own_mounts(desk: Desk, mounting: str, start: str) -> "subprocess.CompletedProcess[str]":
    """Run words where what is mounted is seen by nobody else; the start has the tools of the desk alone."""
    env = desk.env | {"PATH": os.environ["PATH"], "TOOLS": desk.env["PATH"]}
    script = f'{mounting}\n(PATH=$TOOLS; {start}) || echo "ended with $?"\nfind "$HOME" -type f'
    argv = ["unshare", "--mount", "sh", "-euc", script]
    return subprocess.run(argv, env=env, capture_output=True, text=True, encoding="utf-8", check=True)


@only_root
@pytest.mark.parametrize("options", ["ro", "ro,noexec"])
def test_it_runs_from_a_stick_that_is_not_written_and_runs_nothing(
    desk: Desk, tmp_path: Path, options: str
) -> None:
    stick = made_stick(tmp_path / "U盘")
    done = in_own_mounts(desk, read_only(stick, options), f"sh '{stick}/run.sh' --portable")
    assert done.stderr == "用户文件夹和程序所在的盘都不能写入，这次在临时文件夹中运行。\n"
    assert f"{stick}/yaodian-data []\nended with 3\n" in done.stdout


@only_root
def test_a_python_on_a_stick_that_runs_nothing_is_copied(desk: Desk, tmp_path: Path) -> None:
    own_python(tmp_path / "取好的")
    stick = made_stick(tmp_path / "U盘", tmp_path / "取好的")
    take_python(desk)
    done = in_own_mounts(desk, read_only(stick, "ro,noexec"), f"sh '{stick}/run.sh'")
    assert "U盘上的 Python 在这里不能直接运行，先拷到 " in done.stderr
    assert "ended with 3\n" in done.stdout


@only_root
def test_a_full_disk_is_told_and_nothing_half_is_left(desk: Desk, tmp_path: Path) -> None:
    stick = made_stick(tmp_path / "U盘")
    small_bundle(stick / "yaodian-2.0.pyz", ballast=1_000_000)
    full = f"mount -t tmpfs -o size=256k tmpfs '{desk.home}'; mkdir '{desk.home}/tmp'"
    done = in_own_mounts(desk, f"{read_only(stick)}; {full}", f"sh '{stick}/run.sh'")
    assert done.stderr == "没有可以写入的文件夹，不能展开程序；请换一个可写的盘，或清出空间后再试。\n"
    assert done.stdout == "ended with 1\n"
