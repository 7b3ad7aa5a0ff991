"""What a field can hold, and what it cannot."""

import json
from typing import Any

import pytest

from store.records.changes import Change
from store.records.fitting import Misfit, fits, fits_in, is_day, misfit
from store.records.record import Doc
from store.records.tables import RECORDS
from tests.made_before import made_lists
from tests.sample import sample_change

UNIT = {"key": None, "wording": "平台处"}


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("tasks", "lead_units", [UNIT, {"key": "unit00000001", "wording": "成果处"}]),
        ("tasks", "deadline", None),
        ("tasks", "deadline", "6月底前"),
        ("tasks", "source", [12, 13]),
        ("tasks", "joins", {"lead_units": "a1"}),
        ("tasks", "only_here", ["lead"]),
        ("tasks", "doubts", [{"side": "lead", "reason": "待定"}]),
        ("tasks", "extras", [{"label": "资金来源", "text": ""}]),
        ("units", "kind", "collective"),
        ("units", "valid_until", "2021-06-01"),
        ("units", "acting", True),
        ("grounds", "origin", "hand"),
        ("roster", "order", "0002i0"),
        ("notices", "columns", [{"field": "text", "label": "任务"}]),
    ],
)
def test_what_a_field_can_hold(table: str, field: str, value: Any) -> None:
    assert fits(table, field, value)


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("tasks", "lead_units", "平台处"),
        ("tasks", "lead_units", [{"wording": "平台处"}]),
        ("tasks", "lead_units", [{**UNIT, "colour": "red"}]),
        ("tasks", "lead_units", [{"key": 5, "wording": "平台处"}]),
        ("tasks", "lead_units", ["平台处"]),
        ("tasks", "text", None),
        ("tasks", "text", 5),
        ("tasks", "text", 1.5),
        ("tasks", "source", [True]),
        ("tasks", "source", [-1]),
        ("tasks", "source", [10**30]),
        ("tasks", "joins", {"lead_units": 3}),
        ("tasks", "joins", []),
        ("tasks", "doubts", [{"side": "left", "reason": "待定"}]),
        ("tasks", "doubts", [{"side": "lead"}]),
        ("tasks", "colour", "red"),
        ("tasks", "key", ""),
        ("tasks", "order", "二"),
        ("units", "kind", "committee"),
        ("units", "valid_until", "2021-02-30"),
        ("units", "valid_until", "明年"),
        ("units", "acting", "yes"),
        ("people", "name", {"a": 1}),
        ("changes", "title", "x"),
        ("", "", ""),
    ],
)
def test_what_it_cannot(table: str, field: str, value: Any) -> None:
    assert not fits(table, field, value)


def test_a_document_names_the_field_that_does_not_fit() -> None:
    row: Doc = {"key": "task00000001", "text": "深化改革"}
    assert misfit("tasks", row) is None
    assert misfit("tasks", {**row, "targets": "40家"}) == Misfit("tasks", "task00000001", "targets")
    assert misfit("tasks", {"text": "深化改革"}) == Misfit("tasks", "")
    assert misfit("tasks", [row]) == Misfit("tasks", "")
    assert misfit("chairs", row) == Misfit("chairs", "")


def test_a_change_and_what_it_decides() -> None:
    change: Doc = {"title": "定夺", "edits": []}
    assert fits_in(Change, change)
    assert fits_in(Change, {**change, "decides": [["tasks", "task00000001", "remark"]]})
    for wrong in ("tasks", [["tasks"]], [["tasks", "task00000001", 5]], [["a", "b", "c", "d"]]):
        assert not fits_in(Change, {**change, "decides": wrong})
    assert not fits_in(Change, {"title": "定夺"})
    assert not fits_in(Change, {**change, "code": "unheard_of"})


def test_days() -> None:
    assert is_day("2024-02-29")
    assert not any(map(is_day, ("2021-02-29", "2021-2-1", "20210201", "", None, 5)))


def test_all_that_the_sample_and_older_lists_say_fits() -> None:
    docs: list[tuple[str, Any]] = [(edit.table, edit.after) for edit in sample_change().edits]
    for path in made_lists():
        tables = json.loads(path.read_bytes())
        for table in tables.keys() & RECORDS.keys():
            docs += [(table, doc) for doc in tables[table].values()]
    assert len(docs) > 1000
    assert [found for table, doc in docs if (found := misfit(table, doc))] == []
