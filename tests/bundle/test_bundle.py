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
from tests.bundle.bare import Bare
from tests.bundle.day import by_commands, by_keys

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pty is Unix'")

MOST_BYTES = 9_000_000


def test_the_lock_names_what_the_program_needs_in_the_versions_that_are_tested() -> None:
    versions = pinned()
    assert locked() == {name: versions[name] for name in part_names()}


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
    by_commands(bare)


def test_a_day_s_work_by_keys(bare: Bare) -> None:
    by_keys(bare)


def test_a_part_that_was_changed_is_found(bare: Bare) -> None:
    bare.run("--version")
    (part,) = bare.home.glob(".cache/yaodian/bundle/*/lib/tinydb/table.py")
    whole = part.read_bytes()
    part.write_bytes(whole + b"\n")
    found = bare.run("self-check", "--json")
    part.write_bytes(whole)
    assert found.returncode == 1
    assert "lib/tinydb/table.py" in found.stdout


def test_a_file_that_a_bad_stick_holds_is_told(bare: Bare, bundle: Path, tmp_path: Path) -> None:
    bare.run("--version")
    whole = bundle.read_bytes()
    middle = len(whole) // 2
    copied = tmp_path / bundle.name
    copied.write_bytes(whole[:middle] + bytes(64) + whole[middle + 64 :])
    found = Bare(tmp_path / "家", copied)
    found.env = bare.env
    done = found.run("self-check")
    assert done.returncode == 1
    assert f"× 程序文件    “{bundle.name}”读不出来，可能没有拷完，或U盘有损坏，请重新拷贝。\n" in done.stdout
    assert done.stderr == "不能使用：程序文件 有问题，请把以上结果交给维护人员。\n"


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
