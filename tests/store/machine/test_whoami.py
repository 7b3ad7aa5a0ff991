"""Under whose name changes are kept."""

from pathlib import Path

import pytest

from store.machine import settings
from store.machine.whoami import user


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('author = "王小明"\n', "王小明"),
        ("", "clerk"),
        ("author = 3\n", ""),
        ('author = "王小明"\ncolour = 1\n', "王小明"),
    ],
)
def test_the_author_of_the_settings_else_the_systems_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, name: str
) -> None:
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(settings, "settings_path", lambda: tmp_path / "settings.toml")
    monkeypatch.setenv("LOGNAME", "clerk")
    assert user() == name
