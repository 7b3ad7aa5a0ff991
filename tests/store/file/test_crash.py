import os
import subprocess
import sys

import pytest


@pytest.mark.skipif(os.name == "nt", reason="fork and SIGKILL")
def test_a_writer_killed_at_any_moment_loses_nothing_it_called_saved() -> None:
    argv = [sys.executable, "-m", "tests.store.file.crash", "300"]
    run = subprocess.run(argv, capture_output=True, encoding="utf-8", timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr
    assert all(f"in {act}" in run.stdout for act in ("open", "work", "fold", "backup")), run.stdout
