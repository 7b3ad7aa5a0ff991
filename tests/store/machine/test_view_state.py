"""What this user sees of a list is kept by the file's id, and is never in the way."""

import json
from pathlib import Path

import pytest

from store.machine.view_state import ViewState, keep_view, load_view

SEEN = ViewState(
    row_height="two", zoomed=True, view="unit", row="t1", line=("notices", "n", "title"), shown=("units=u1",)
)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


def kept_file(state: Path) -> Path:
    (kept,) = state.rglob("views/*")
    return kept


def test_it_follows_the_file_by_its_id_and_without_one_stays_with_the_path(tmp_path: Path) -> None:
    keep_view("A1", tmp_path / "a.json", SEEN)
    assert load_view("A1", tmp_path / "moved.json") == SEEN
    assert load_view("B2", tmp_path / "a.json") == ViewState()
    assert load_view("B2", tmp_path / "a.json", "one") == ViewState(row_height="one")
    assert load_view("A1", tmp_path / "a.json", "one") == SEEN
    keep_view("", tmp_path / "a.json", SEEN)
    assert load_view("", tmp_path / "a.json") == SEEN
    assert load_view("", tmp_path / "moved.json") == ViewState()


WRONG = {
    "row_height": "seven",
    "zoomed": 3,
    "view": "crossing",
    "pane": None,
    "row": ["t1"],
    "line": ["a", 1],
    "shown": "units=u1",
    "later": True,
}


@pytest.mark.parametrize("held", ["", "[1]", "{", "\x00", "{}", json.dumps(WRONG), "9" * 99999])
def test_what_is_wrong_in_it_keeps_its_default(state: Path, held: str) -> None:
    keep_view("A1", Path("a.json"), SEEN)
    kept_file(state).write_text(held, encoding="utf-8")
    assert load_view("A1", Path("a.json")) == ViewState()


@pytest.mark.parametrize("held", ["", "[1]", "null", '"two"', "{", "\x00"])
def test_where_no_table_was_kept_rows_are_as_high_as_the_settings_say(state: Path, held: str) -> None:
    keep_view("A1", Path("a.json"), SEEN)
    kept_file(state).write_text(held, encoding="utf-8")
    assert load_view("A1", Path("a.json"), "one") == ViewState(row_height="one")


def test_what_an_earlier_program_kept_is_taken(state: Path) -> None:
    keep_view("A1", Path("a.json"), SEEN)
    kept_file(state).write_text('{"row_height": "one", "shown": ["in_doubt=True"]}', encoding="utf-8")
    assert load_view("A1", Path("a.json")) == ViewState(row_height="one", shown=("in_doubt=True",))


def test_what_is_right_beside_it_holds(state: Path) -> None:
    keep_view("A1", Path("a.json"), SEEN)
    kept_file(state).write_text('{"row_height": 3, "zoomed": true}', encoding="utf-8")
    assert load_view("A1", Path("a.json")) == ViewState(zoomed=True)


def test_a_state_folder_that_takes_nothing_is_no_error(state: Path) -> None:
    state.write_text("a file where the folder should be", encoding="utf-8")
    keep_view("A1", Path("a.json"), SEEN)
    assert load_view("A1", Path("a.json")) == ViewState()
