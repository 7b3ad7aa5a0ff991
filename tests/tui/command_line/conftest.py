"""A list to work on, and the program called with words."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from store.machine.clock import SYSTEM_CLOCK, Clock
from tests.sample import sample_bytes
from tui.__main__ import main

Said = tuple[int, str, str]
"""Exit code, stdout, stderr."""
Yaodian = Callable[..., Said]


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing is remembered of the machine's own lists, and nothing is left there."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def yaodian(capsys: pytest.CaptureFixture[str]) -> Yaodian:
    """The program in this process; no complaint of it is a traceback or runs over a line."""

    def call(*words: str | Path, today: str = "") -> Said:
        clock = Clock(lambda: datetime.fromisoformat(f"{today}T09:00:00")) if today else SYSTEM_CLOCK
        code = main([str(word) for word in words], clock)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        assert (code == 0) or (err.count("\n") == 1 and err.rstrip().endswith(("。", ")")))
        return code, out, err

    return call


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """The sample list as a file."""
    path = tmp_path / "示例.json"
    path.write_bytes(sample_bytes())
    return path


@pytest.fixture
def shown(yaodian: Yaodian, listed: Path) -> Callable[[str], Any]:
    """What `show --json` gives of the list."""

    def show(part: str) -> Any:
        code, out, err = yaodian("show", part, "--json", "-f", listed)
        assert (code, err) == (0, "")
        return json.loads(out)

    return show
