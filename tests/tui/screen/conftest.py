"""A home of its own for each test of the screen, and the sample list."""

from pathlib import Path

import pytest

from store.machine import folders
from tests.sample import sample_bytes
from tui.screen.dialogs import progress, slow_disk


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keys in one write are tried in `make test`; the same keys paced, which ask less, in `make test-all`."""
    for item in items:
        spec = getattr(item, "callspec", None)
        if spec and spec.params.get("paced"):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No settings, no recent files, no folders and drives but those of the test."""
    (tmp_path / "Documents").mkdir()
    monkeypatch.setattr(folders, "_MOUNTS", ())
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no slow disk: keys wait for a folder, and for what works, as long as it takes."""
    monkeypatch.setattr(slow_disk, "PATIENCE_SECONDS", 60)
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 60)


@pytest.fixture
def sample(home: Path) -> Path:
    """The sample list."""
    path = home / "示例.json"
    path.write_bytes(sample_bytes())
    return path
