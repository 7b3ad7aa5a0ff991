"""Which files were looked over is kept by their seals, the latest two hundred."""

from pathlib import Path

import pytest

from store.machine.checked_seals import is_checked, remember_checked


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "yaodian"


def test_the_latest_are_kept() -> None:
    seals = [f"{number:064x}" for number in range(210)]
    for seal in seals:
        assert not is_checked(seal)
        remember_checked(seal)
    remember_checked(seals[20])
    remember_checked(f"{999:064x}")
    assert is_checked(seals[20]) and is_checked(seals[209]) and not is_checked(seals[0])


def test_where_nothing_can_be_kept_nothing_is_known(own_state: Path) -> None:
    own_state.write_text("", encoding="utf-8")
    remember_checked("a" * 64)
    assert not is_checked("a" * 64)


def test_a_broken_note_is_none(own_state: Path) -> None:
    own_state.mkdir()
    (own_state / "checked_seals").write_bytes(b"\xff\xfe")
    assert not is_checked("a" * 64)
    remember_checked("a" * 64)
    assert is_checked("a" * 64)
