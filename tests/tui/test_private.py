"""What the program writes for its user is that user's alone."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.machine.mishaps import recorded
from store.machine.whereabouts import note
from tests.sample import sample_change

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")


def test_state_and_sheets_are_the_users_alone_whatever_the_umask(tmp_path: Path) -> None:
    with TaskFile.create(tmp_path / "示例.json", sample_change()):
        pass
    words = ["print", "-f", "示例.json", "-o", "清单.txt", "--format", "text"]
    places = {name: str(tmp_path / "家") for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "HOME")}
    program = [sys.executable, "-c", "import os; os.umask(0); from tui.__main__ import main; main()", *words]
    subprocess.run(program, check=True, cwd=tmp_path, env={**os.environ, **places}, capture_output=True)
    found = {path: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
    assert {"recent.json", "清单.txt"} < {path.name for path in found}
    assert not [path for path, mode in found.items() if mode & 0o077]


def test_what_an_older_program_let_others_read_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    log, recent = tmp_path / "yaodian" / "log" / "error.log", tmp_path / "recent.json"
    log.parent.mkdir(parents=True)
    for path in (log, recent):
        path.touch(0o644)
    note(recent, [])
    recorded(ValueError("x"))
    assert [stat.S_IMODE(path.stat().st_mode) for path in (log, recent)] == [0o600, 0o600]
