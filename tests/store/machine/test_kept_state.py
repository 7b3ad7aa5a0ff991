"""Small files of state: whole or not at all, and the owner's alone."""

import stat
from pathlib import Path

import pytest

from store.machine.kept_state import keep_state, load_state


def test_what_is_kept_is_there_and_is_the_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "state" / "a.json"
    keep_state(path, {"desk": "甲"})
    keep_state(path, {"desk": "乙"})
    assert load_state(path) == {"desk": "乙"}
    assert [one.name for one in path.parent.iterdir()] == ["a.json"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("text", ["", "[1]", "{", "\0", "[" * 5000, '"x"'])
def test_what_cannot_be_read_is_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text, "utf-8")
    assert load_state(tmp_path / "a.json") == {}
    assert load_state(tmp_path) == {}


def test_where_nothing_can_be_kept_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file", "utf-8")
    keep_state(tmp_path / "state" / "a.json", {"desk": "甲"})
    assert load_state(tmp_path / "state" / "a.json") == {}
