"""What was chosen for the sheets of a list, in the state folder."""

from pathlib import Path

import pytest

from store.machine.kept_choices import keep_choices, load_choices
from store.machine.whereabouts import state_file

CHOSEN = {"list": {"first_page": "7"}}


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A state folder of our own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def test_choices_are_kept_by_the_id_of_a_list_wherever_it_goes(tmp_path: Path) -> None:
    keep_choices("一", tmp_path / "a.json", CHOSEN)
    assert load_choices("一", tmp_path / "b.json") == CHOSEN
    assert load_choices("二", tmp_path / "a.json") == {}


@pytest.mark.parametrize("held", ["", "[]", "{", '{"list": 3}', '{"list": {"first_page": 7}}'])
def test_what_is_no_choice_is_left_out(tmp_path: Path, held: str) -> None:
    keep_choices("一", tmp_path / "a.json", CHOSEN)
    (kept,) = state_file("prints").glob("*.json")
    kept.write_text(held, "utf-8")
    assert not any(load_choices("一", tmp_path / "a.json").values())
