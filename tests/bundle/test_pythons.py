"""The bundle under each Python that is to be had here, from those that are too old to the newest."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.bundle.bare import Bare
from tests.bundle.day import by_commands, by_keys

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pty is Unix'")

TOO_OLD = ("2.7", "3.6", "3.7", "3.8", "3.9")
NEW_ENOUGH = ("3.10", "3.11", "3.12", "3.13", "3.14")
_SURPRISES = ("DeprecationWarning", "PendingDeprecationWarning", "FutureWarning", "SyntaxWarning")
"""What a later Python makes an error of."""


def python(version: str) -> Path:
    """Return the Python of a version, pyenv's own or one on the PATH; skip where there is none."""
    versions = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    found = [str(path) for path in sorted(versions.glob(f"{version}.*/bin/python{version}"))]
    on_path = shutil.which(f"python{version}")
    for program in (*found, *([on_path] if on_path else [])):
        argv = [program, "-c", "import sys; print(sys.version)"]
        said = subprocess.run(argv, capture_output=True, encoding="utf-8", check=False).stdout
        if re.match(rf"{re.escape(version)}\.", said):
            return Path(program)
    pytest.skip(f"no Python {version} here: put python{version} on the PATH, or `pyenv install {version}`")


@pytest.mark.parametrize("version", TOO_OLD)
def test_one_that_is_too_old_says_one_sentence_and_unpacks_nothing(
    version: str, bundle: Path, tmp_path: Path
) -> None:
    bare = Bare(tmp_path / "家", bundle)
    argv = [str(python(version)), str(bundle), "self-check"]
    done = subprocess.run(
        argv, env=bare.env, cwd=bare.home, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"这台机器的 Python 是 {version}，要点需要 3.10 或更新的版本，请用随盘的启动程序（run.sh 或 run.bat）。\n"
    )
    assert list(bare.home.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("version", NEW_ENOUGH)
def test_a_day_s_work_without_a_word_on_stderr(version: str, bundle: Path, tmp_path: Path) -> None:
    errors = [f"-Werror::{name}" for name in _SURPRISES]
    bare = Bare(tmp_path / "家", bundle, (str(python(version)), *errors))
    told = by_commands(bare)
    assert f"Python  {version}." in told
    by_keys(bare)
