"""The real bundle: what is in it, that it is the same each time, and a day's work without a network."""

import os
import shutil
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from bundle.parts import ROOT, locked, part_names, pinned
from bundle.stick import make_stick
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from tests.keys import CTRL, DOWN, ENTER, F9
from tests.pty import Terminal
from tests.tui.screen.pilot import lead

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pty is Unix'")

MOST_BYTES = 9_000_000
_NO_NETWORK = ["unshare", "--net"]


def test_the_lock_names_what_the_program_needs_in_the_versions_that_are_tested() -> None:
    versions = pinned()
    assert locked() == {name: versions[name] for name in part_names()}


def made(folder: Path, **env: str) -> Path:
    """A bundle made by the command, as anybody makes it."""
    argv = [sys.executable, "-m", "bundle.build", "-o", str(folder)]
    done = subprocess.run(
        argv, cwd=ROOT, env=os.environ | env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if "ConnectionError" in done.stderr or "Could not find a version" in done.stderr:
        pytest.skip("the wheels of the bundle cannot be fetched here")
    assert done.returncode == 0, done.stderr
    (bundle,) = folder.glob("*.pyz")
    return bundle


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("dist"))


class Bare:
    """A machine with a Python, an empty home, and no network where that can be taken away."""

    def __init__(self, home: Path, bundle: Path) -> None:
        home.mkdir()
        self.home = home
        self.env = {"PATH": "/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8", "PYTHONPATH": ""}
        alone = subprocess.run([*_NO_NETWORK, "true"], check=False, capture_output=True).returncode == 0
        # -S as well: nothing that is installed beside this Python is to help.
        self.words = [*(_NO_NETWORK if alone else ()), sys.executable, "-I", "-S", str(bundle)]

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        argv = [*self.words, *words]
        return subprocess.run(
            argv, env=self.env, cwd=self.home, capture_output=True, text=True, encoding="utf-8", check=False
        )


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory, bundle: Path) -> Bare:
    return Bare(tmp_path_factory.mktemp("bare") / "家", bundle)


def test_no_machine_code_and_every_licence_is_in_it(bundle: Path) -> None:
    assert bundle.stat().st_size <= MOST_BYTES
    with zipfile.ZipFile(bundle) as packed:
        names = packed.namelist()
        manifest = packed.read("MANIFEST").decode().splitlines()
        offer = packed.read("LICENSES/README.txt").decode()
    assert not [name for name in names if name.endswith((".so", ".pyd", ".dll", ".dylib", ".pyc"))]
    assert not [name for name in names if name.endswith((".ttf", ".otf", ".ttc"))], (
        "no font without its licence"
    )
    assert len(manifest) == len(names) - 1
    licensed = [name.split("/")[1] for name in names if name.startswith("LICENSES/") and name.count("/") == 2]
    packages = {name.rpartition("-")[0].replace("_", "-") for name in licensed}
    assert packages == {*locked(), "yaodian"}
    assert "fpdf2" in offer and "LGPL" in offer


def test_a_day_s_work_by_commands(bare: Bare) -> None:
    assert bare.run("--version").stdout == "yaodian 0.2.0\n"
    checked = bare.run("self-check", "-o", "自检.docx")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "可以使用。" in checked.stdout
    assert "× " not in checked.stdout
    assert (bare.home / "自检.docx").exists()
    told = bare.run("--about").stdout
    assert "单个文件" in told and "不能：没有" not in told


def test_a_day_s_work_by_keys(bare: Bare) -> None:
    path = bare.home / "清单.json"
    notice = Path("data/notices/whkjj-2021.txt")
    assert bare.run("import", str(ROOT / notice), "-o", str(path)).returncode == 0
    with Terminal([*bare.words, str(path)], env=bare.env, cwd=bare.home) as terminal:
        terminal.wait_for("已保存")
        terminal.write("ptc" + ENTER)
        terminal.wait_for("变更 2 .*已保存")
        terminal.write(F9)
        terminal.wait_for("清单.docx")
        terminal.write(ENTER)
        terminal.wait_for("已保存到|打印存到|已打印")
        terminal.write(DOWN + CTRL("q"))
        assert terminal.exit_code() == 0
    assert list(bare.home.glob("*.docx"))
    assert lead(TaskFile.open(path, read_only=True), "1") == ("平台处", "刘红")
    assert verify(path).whole
    assert not list(bare.home.rglob("error.log"))


def test_a_part_that_was_changed_is_found(bare: Bare) -> None:
    bare.run("--version")
    (part,) = bare.home.glob(".cache/yaodian/bundle/*/lib/tinydb/table.py")
    whole = part.read_bytes()
    part.write_bytes(whole + b"\n")
    found = bare.run("self-check", "--json")
    part.write_bytes(whole)
    assert found.returncode == 1
    assert "lib/tinydb/table.py" in found.stdout


def test_the_stick_starts_from_a_path_with_blanks_and_chinese_signs(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bundle.stick.build", lambda folder: shutil.copy(bundle, folder))
    stick = make_stick(tmp_path / "我的 U盘")
    old = stick / "yaodian-0.1.9.pyz"
    old.write_text("not a bundle")
    env = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    argv = ["sh", str(stick / "run.sh")]
    started = subprocess.run(
        [*argv, "--version"], env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (started.stdout, started.stderr) == ("yaodian 0.2.0\n", "")
    which = subprocess.run(
        [*argv, "--which"], env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert Path(which.stdout.strip()).exists()
    env["PATH"] = str(tmp_path / "none")
    (tmp_path / "none").mkdir()
    for name in ("sh", "dirname", "uname"):
        (tmp_path / "none" / name).symlink_to(shutil.which(name) or "")
    lacking = subprocess.run(
        ["/bin/sh", *argv[1:]], env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert lacking.returncode == 1
    assert "没有 Python 3.10 或更新的版本" in lacking.stderr


@pytest.mark.slow
def test_the_same_sources_make_the_same_bytes(bundle: Path, tmp_path: Path) -> None:
    clone = tmp_path / "另一处"
    shutil.copytree(ROOT, clone, ignore=shutil.ignore_patterns(".venv", ".git", "dist", "__pycache__"))
    argv = ["sh", "-c", f'umask 077; exec "{sys.executable}" -m bundle.build -o "{tmp_path}/dist"']
    env = os.environ | {
        "TZ": "Asia/Shanghai",
        "LC_ALL": "zh_CN.UTF-8",
        "HOME": str(tmp_path),
        "PYTHONPATH": str(clone),
    }
    subprocess.run(argv, cwd=clone, env=env, check=True)
    (again,) = (tmp_path / "dist").glob("*.pyz")
    assert sha256(again.read_bytes()).digest() == sha256(bundle.read_bytes()).digest()
