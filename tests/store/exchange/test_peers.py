"""What is known of the other desks."""

from pathlib import Path

import pytest

from store.exchange.parcel import Header
from store.exchange.peers import forget, hear, peers_of
from store.machine.kept_state import keep_state
from store.machine.view_state import state_of_list

LI = Header("list1", machine="PC-03", desk="d3", file="清单.json", by="李明", at="2026-10-21", have=("a",))
WANG = Header("list1", machine="PC-05", desk="d5", file="清单-副本.json", by="王芳", at="2026-10-20")
PATH = Path("清单.json")


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def names(own_desk: str = "") -> list[str]:
    return [peer.name for peer in peers_of("list1", PATH, own_desk)]


def test_desks_are_listed_by_who_was_heard_last_and_ones_own_is_none_of_them() -> None:
    hear("list1", PATH, [LI], "2026-10-22T09:00")
    hear("list1", PATH, [WANG], "2026-10-23T09:00")
    assert names() == ["王芳 · PC-05 · 清单-副本.json", "李明 · PC-03 · 清单.json"]
    assert names("d5") == ["李明 · PC-03 · 清单.json"]
    assert peers_of("list2", PATH, "") == []


def test_an_older_file_takes_nothing_back() -> None:
    hear("list1", PATH, [LI], "2026-10-22T09:00")
    hear("list1", PATH, [Header("list1", desk="d3", at="2026-10-20")], "2026-10-23T09:00")
    (peer,) = peers_of("list1", PATH, "")
    assert (peer.have, peer.at) == (("a",), "2026-10-21")


def test_a_desk_that_is_forgotten_is_gone_until_it_is_heard_again() -> None:
    hear("list1", PATH, [LI, WANG], "2026-10-22T09:00")
    forget("list1", PATH, ["d5"])
    assert names() == ["李明 · PC-03 · 清单.json"]


def test_what_someone_wrote_into_the_state_is_passed_over() -> None:
    hear("list1", PATH, [LI], "2026-10-22T09:00")
    kept = state_of_list("peers", "list1", PATH)
    keep_state(kept, {"x": 5, "y": {"have": "z"}, "z": {"colour": 1}, "d3": {"by": "李明"}})
    assert names() == ["李明"]
