import os
import subprocess
import sys

import pytest


@pytest.mark.skipif(os.name == "nt", reason="fork and SIGKILL")
@pytest.mark.parametrize("times", [100, pytest.param(300, marks=pytest.mark.slow)])
def test_a_writer_killed_at_any_moment_loses_nothing_it_called_saved(times: int) -> None:
    argv = [sys.executable, "-m", "tests.store.file.crash", str(times)]
    run = subprocess.run(argv, capture_output=True, encoding="utf-8", timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr
    assert all(f"in {act}" in run.stdout for act in ("open", "work", "fold", "backup")), run.stdout
