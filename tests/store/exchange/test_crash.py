import os
import subprocess
import sys

import pytest


@pytest.mark.skipif(os.name == "nt", reason="fork and SIGKILL")
@pytest.mark.parametrize("times", [20, pytest.param(200, marks=pytest.mark.slow)])
def test_desks_killed_at_any_moment_of_an_exchange_merge_whole_or_not_at_all(times: int) -> None:
    argv = [sys.executable, "-m", "tests.store.exchange.crash", str(times)]
    run = subprocess.run(argv, capture_output=True, encoding="utf-8", timeout=400)
    assert run.returncode == 0, run.stdout + run.stderr
    if times > 100:
        assert all(f"in {act}" in run.stdout for act in ("out", "in", "commit")), run.stdout
