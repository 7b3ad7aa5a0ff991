"""The stick on Windows, as far as wine plays it: run.bat, a day's work by commands, the cache, what is used.

How the screen looks and takes keys there is not tried: wine's console draws it otherwise than Windows'.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bundle.build import version
from bundle.parts import ROOT
from bundle.stick import put_launchers
from tests.bundle.emulated import CACHE
from tests.bundle.small import small_bundle

EMBEDDED = CACHE / "windows-x64"
NOTICE = ROOT / "data" / "notices" / "whkjj-2021.txt"
ODD_NAME = "我的 U盘 & (1)!"
_NOT_IN_WINE = "_wmi.pyd"
"""Asks Windows for its version by what wine 8 has not; Python does without."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("wine") is None, reason="no wine here: install the package wine"),
    pytest.mark.skipif(
        not (EMBEDDED / "python.exe").exists(),
        reason=f"no Python for Windows here: unpack an embeddable CPython 3.10 or newer into {EMBEDDED}",
    ),
]


class Windows:
    """A machine with Windows, as wine plays it: its drive C, and a stick."""

    def __init__(self, folder: Path) -> None:
        """Make the drive, and a stick with a Python."""
        self.stick = folder / ODD_NAME
        self.local = folder / "c" / "drive_c" / "users"
        self.env = os.environ | {
            "WINEPREFIX": str(folder / "c"),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "LC_ALL": "C.UTF-8",
        }
        ignore = shutil.ignore_patterns(_NOT_IN_WINE)
        shutil.copytree(EMBEDDED, self.stick / "python" / "windows-x64", ignore=ignore)
        put_launchers(self.stick)
        subprocess.run(["wineboot", "--init"], env=self.env, check=True, capture_output=True)

    def starting(self, *words: str, folder: Path | None = None) -> "subprocess.Popen[str]":
        """Start a program of Windows on the stick, or in another folder."""
        pipe = subprocess.PIPE
        return subprocess.Popen(
            ["wine", *words],
            cwd=folder or self.stick,
            env=self.env,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            encoding="utf-8",
        )

    def run_bat(self, *words: str) -> tuple[int, str, str]:
        """Run run.bat from the stick's folder; return its exit code, and what it said."""
        started = self.starting("cmd", "/c", "run.bat", *words)
        out, err = started.communicate()
        return started.returncode, out, err

    def starting_small(self, digest: str, *words: str) -> "subprocess.Popen[str]":
        """Start a bundle of one small module."""
        small_bundle(self.stick / f"{digest}.zip", digest)
        return self.starting("python/windows-x64/python.exe", "-I", "-Xutf8", f"{digest}.zip", *words)

    @property
    def cache(self) -> Path:
        """The folder below which bundles are unpacked for this user."""
        (user,) = (path for path in self.local.iterdir() if path.name != "Public")
        return user / "AppData" / "Local" / "yaodian" / "bundle"

    def unpacked(self) -> set[str]:
        """Return the digests of the bundles that lie unpacked."""
        return {path.parent.name.rpartition("-")[2] for path in self.cache.glob("*/whole")}


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    made = Windows(tmp_path_factory.mktemp("windows"))
    yield made
    subprocess.run(["wineserver", "--kill"], env=made.env, check=False)


@pytest.fixture
def stick(windows: Windows, bundle: Path) -> Windows:
    shutil.copy(bundle, windows.stick)
    return windows


def test_a_day_s_work_by_commands(stick: Windows, tmp_path: Path) -> None:
    code, out, err = stick.run_bat("--which")
    assert (code, err) == (0, "")
    assert out.strip().endswith(f"\\{ODD_NAME}\\python\\windows-x64\\python.exe")
    assert stick.run_bat("--version") == (0, f"yaodian {version()}\n", "")
    code, out, err = stick.run_bat("self-check", "-o", "自检.docx")
    assert (code, err) == (0, "")
    assert "× " not in out and "可以使用" in out
    assert (stick.stick / "自检.docx").exists()
    told = stick.run_bat("--about")[1]
    assert "系统    Windows" in told and "印 Excel / WPS 表格（.xlsx）       能" in told
    shutil.copy(NOTICE, stick.stick / "通知.txt")
    assert stick.run_bat("import", "通知.txt", "-o", "清单.json")[0] == 0
    assert stick.run_bat("print", "-f", "清单.json", "--format", "html", "-o", "印.html")[0] == 0
    assert "平台处" in (stick.stick / "印.html").read_text("utf-8")
    assert stick.run_bat("没有 & 这个.json") == (
        1,
        "",
        "没有“没有 & 这个.json”这个文件，请核对文件名；命令见 yaodian --help。\n",
    )
    assert len(stick.unpacked()) == 1
    assert not list(stick.local.rglob("error.log"))


def test_a_portable_one_keeps_all_beside_itself(windows: Windows) -> None:
    out, err = windows.starting_small("9999", "--portable").communicate()
    beside = windows.stick / "yaodian-data"
    assert err == ""
    assert f"\\{ODD_NAME}\\yaodian-data []" in out
    assert [path.name.rpartition("-")[2] for path in (beside / "bundle").iterdir()] == ["9999"]
    assert "9999" not in windows.unpacked()


def test_a_bundle_that_was_not_copied_whole_is_told(stick: Windows) -> None:
    broken = stick.stick / "yaodian-9.9.pyz"
    (bundle,) = stick.stick.glob("yaodian-0*.pyz")
    broken.write_bytes(bundle.read_bytes()[:100_000])
    code, out, err = stick.run_bat("--version")
    broken.unlink()
    assert (code, out) == (1, "")
    assert err == "“yaodian-9.9.pyz”读不出来，可能没有拷完，或U盘有损坏，请重新拷贝。\n"


def test_a_desk_without_a_python_is_told_what_to_do(windows: Windows) -> None:
    python = windows.stick / "python"
    python.rename(windows.stick / "away")
    code, out, err = windows.run_bat()
    (windows.stick / "away").rename(python)
    assert (code, out) == (1, "")
    assert "Yaodian needs Python 3.10 or newer: put one into python\\windows-x64" in err


def test_starts_at_once_both_run_and_none_is_removed_from_under_a_window(windows: Windows) -> None:
    both = [windows.starting_small("aaaa") for _ in range(3)]
    assert [(started.communicate()[1], started.returncode) for started in both] == [("", 3)] * 3
    running = windows.starting_small("aaaa", "wait")
    assert running.stdout is not None
    running.stdout.readline()
    for digest in ("bbbb", "cccc", "dddd", "eeee"):
        time.sleep(0.01)  # So that one is used after the other.
        windows.starting_small(digest).communicate()
    assert windows.unpacked() >= {"aaaa", "cccc", "dddd", "eeee"}
    running.communicate()
    assert running.returncode == 3
    windows.starting_small("ffff").communicate()
    assert windows.unpacked() == {"dddd", "eeee", "ffff"}


def test_a_checkout_is_opened_by_its_launcher(windows: Windows) -> None:
    checkout = windows.stick.parent / "要点 & (2)!"
    scripts = checkout / ".venv" / "Scripts"
    shutil.copytree(windows.stick / "python" / "windows-x64", checkout / "python")
    shutil.copy(ROOT / "yaodian.cmd", checkout)
    lacking = windows.starting("cmd", "/c", "yaodian.cmd", folder=checkout)
    _, err = lacking.communicate()
    assert lacking.returncode == 1
    assert "The embeddable Python cannot make an environment: for it take the one file (make stick)." in err
    shutil.copytree(checkout / "python", scripts)
    (scripts / "python.exe").rename(scripts / "yaodian.exe")
    (checkout / "ends with.py").write_text("import sys; sys.exit(len(sys.argv))", "utf-8")
    opened = windows.starting("cmd", "/c", "yaodian.cmd", "ends with.py", "a b", folder=checkout)
    assert (opened.communicate(), opened.returncode) == (("", ""), 2)
