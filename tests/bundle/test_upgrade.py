"""Two versions on one stick: the newer opens lists of the older after a copy, the older refuses others."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bundle.build import version
from bundle.parts import ROOT
from bundle.stick import put_launchers
from tests.bundle.day import NOTICE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="run.sh is for Linux"),
]

NEWER = "0.10.0"
OF_A_NEWER_FORMAT = {
    "pyproject.toml": (f'version = "{version()}"', f'version = "{NEWER}"'),
    "store/file/contents.py": ("SCHEMA = 2", "SCHEMA = 3"),
    "store/file/migrations.py": ("{1: _with_heads}", "{1: _with_heads, 2: dict}"),
}
"""What another version would say otherwise, by file."""


def changed_bundle(folder: Path, edits: Mapping[str, tuple[str, str]]) -> Path:
    """Make a bundle of these sources with a few words changed."""
    clone = folder / "clone"
    shutil.copytree(ROOT, clone, ignore=shutil.ignore_patterns(".venv", ".git", "dist", "__pycache__"))
    for name, (before, after) in edits.items():
        text = (clone / name).read_text("utf-8")
        assert text.count(before) == 1, name
        (clone / name).write_text(text.replace(before, after), "utf-8")
    argv = [sys.executable, "-m", "bundle.build", "-o", str(folder)]
    subprocess.run(argv, cwd=clone, env=os.environ | {"PYTHONPATH": str(clone)}, check=True)
    (made,) = folder.glob("*.pyz")
    return made


def meta(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))["meta"]["1"]


def test_both_versions_lie_on_one_stick_and_in_one_cache(bundle: Path, tmp_path: Path) -> None:
    stick, home = tmp_path / "U盘", tmp_path / "家"
    stick.mkdir()
    home.mkdir()
    put_launchers(stick)
    older = Path(shutil.copy(bundle, stick))
    env = os.environ | {"HOME": str(home), "LANG": "C.UTF-8"}

    def run(*words: str, code: int = 0) -> str:
        done = subprocess.run(words, cwd=home, env=env, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == code, done.stderr
        return done.stderr if code else done.stdout

    newest = ["sh", str(stick / "run.sh")]
    old = [sys.executable, "-I", str(older)]
    path = home / "清单.json"
    run(*newest, "import", str(NOTICE), "-o", str(path))
    assert (meta(path)["schema"], meta(path)["program"]) == (2, version())
    as_before = path.read_bytes()

    shutil.copy(changed_bundle(tmp_path / "新", OF_A_NEWER_FORMAT), stick)
    assert run(*newest, "--version") == f"yaodian {NEWER}\n"
    run(*newest, "assign", "1", "--lead", "平台处", "-f", str(path))
    assert (meta(path)["schema"], meta(path)["program"]) == (3, NEWER)
    (copy,) = (other for other in home.iterdir() if other.is_file() and other != path)
    assert copy.read_bytes() == as_before

    written = path.read_bytes()
    said = f"“清单.json”由更新版本的要点 {NEWER} 保存（格式 3，本程序 {version()} 只认到 2），请升级程序后再打开；文件没有改动。\n"
    assert run(*old, "show", "tasks", "-f", str(path), code=1) == said
    assert run(*old, "assign", "1", "--lead", "成果处", "-f", str(path), code=1) == said
    assert path.read_bytes() == written
    assert "成果处" in run(*old, "show", "tasks", "-f", str(copy))
    assert "平台处" in run(*newest, "show", "tasks", "-f", str(path))
    unpacked = list((home / ".cache" / "yaodian" / "bundle").glob("*/whole"))
    assert sorted(mark.read_text("utf-8") for mark in unpacked) == sorted((NEWER, version()))
