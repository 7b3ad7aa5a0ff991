"""A copy of a list is a desk: its id is given once for the list, its path and the machine."""

import json
from pathlib import Path

import pytest

from store.machine import desks
from store.machine.desks import desk_of


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


def test_an_id_is_given_once(tmp_path: Path) -> None:
    desk = desk_of("list1", tmp_path / "清单.json")
    assert len(desk) == 14
    assert desk_of("list1", tmp_path / "清单.json") == desk


def test_another_path_another_list_and_another_machine_are_other_desks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {desk_of("list1", tmp_path / "a.json"), desk_of("list1", tmp_path / "b.json")}
    found.add(desk_of("list2", tmp_path / "a.json"))
    monkeypatch.setattr(desks, "machine", lambda: "PC-05")
    found.add(desk_of("list1", tmp_path / "a.json"))
    assert len(found) == 4


@pytest.mark.parametrize("broken", ["", "[1]", "{}", '{"desk": 3}', '{"desk": "../x"}', "\0\0"])
def test_a_broken_file_gives_way_to_a_new_id(tmp_path: Path, state: Path, broken: str) -> None:
    desk_of("list1", tmp_path / "a.json")
    (kept,) = state.rglob("desks/*")
    kept.write_text(broken, "utf-8")
    desk = desk_of("list1", tmp_path / "a.json")
    assert desk and desk_of("list1", tmp_path / "a.json") == desk
    assert json.loads(kept.read_text("utf-8"))["desk"] == desk
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


def test_where_nothing_can_be_kept_there_is_no_id(tmp_path: Path, state: Path) -> None:
    state.write_text("a file where the folder goes", "utf-8")
    assert desk_of("list1", tmp_path / "a.json") == ""
