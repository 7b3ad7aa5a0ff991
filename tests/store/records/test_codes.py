"""Doubts and changes go by codes; those of older lists get theirs when read, and the disk stays as it is."""

import json
from pathlib import Path

import pytest

from store.acts.resolving import units_named
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.records.changes import Change
from store.records.doubts import code_of_sentence, doubt
from store.records.values import Doubt
from tests.made_before import copied
from tests.sample import sample_list
from tests.store.giving import assign_units
from tests.store.small_list import redo, undo

MADE = Path(__file__).parents[2] / "fixtures" / "made_by_0_1_0"


@pytest.mark.parametrize(
    "made",
    [
        doubt("lead", "leaders_left", "平台处、合作处"),
        doubt("lead", "misplaced", "责任领导", "6月底前"),
        doubt("participant", "few_cells", 4),
        doubt("lead", "no_unit", "开展巡查。\n建立台账"),
        doubt("lead", "first_is_collective", "各处室"),
        doubt("participant", "brackets_behind"),
    ],
    ids=lambda made: made.code,
)
def test_a_doubt_that_was_stored_as_a_sentence_is_known_again(made: Doubt) -> None:
    assert code_of_sentence(made.reason) == made.code


def test_a_sentence_of_no_kind_has_no_code() -> None:
    assert code_of_sentence("原文难辨") == ""


def test_an_assignment_whose_leaders_cannot_follow_leaves_a_doubt_with_its_code() -> None:
    tasks = sample_list()
    row = tasks.rows_named("1")
    tasks.apply(assign_units(tasks, row, "lead", units_named(tasks, ["高新处"])).edits)
    left = tasks.task(row[0]).doubts
    assert left == (Doubt("lead", "高新处的分管领导未定，分管领导未随单位改动", "leaders_left"),)


def test_the_doubts_of_an_old_list_get_their_codes_and_its_bytes_stay(tmp_path: Path) -> None:
    old = copied(MADE / "measures.json", tmp_path)
    stored = json.loads(old.read_text("utf-8"))
    with TaskFile.open(old) as file:
        assert [one.code for task in file.tasks.tasks for one in task.doubts] == ["leaders_left"]
        undo(file)
        assert [one.code for task in file.tasks.tasks for one in task.doubts] == []
        redo(file)
    assert verify(old).whole
    now = json.loads(old.read_text("utf-8"))
    assert list(now["changes"].values())[: len(stored["changes"])] == list(stored["changes"].values())


def test_an_old_change_that_followed_a_notice_is_known_again(tmp_path: Path) -> None:
    with TaskFile.open(copied(MADE / "two_lists.json", tmp_path), read_only=True) as file:
        codes = [(change.title, change.code) for change in file.history]
        stored = [set(doc) for doc in file.history.docs]
    assert ("按通知更新清单", "notice_followed") in codes
    assert {code for title, code in codes if title != "按通知更新清单"} == {""}
    assert not any("code" in doc for doc in stored)


def test_a_change_of_no_such_kind_is_written_as_before_there_were_codes() -> None:
    assert "code" not in Change("修改", ()).to_doc()
