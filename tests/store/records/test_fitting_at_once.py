"""Thousands of records looked at together are judged as each is by itself."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.changes import Change, Edit
from store.records.fitting import knows, misfit
from store.records.fitting_at_once import all_evident, all_fit, misfits
from store.records.tables import RECORDS
from tests.mutants import VALUES

Doc = dict[str, Any]


def docs_of(table: str) -> list[Doc]:
    return [{**RECORDS[table].empty_doc(), "key": f"record{number}"} for number in range(3)]


@pytest.mark.parametrize("table", RECORDS)
def test_records_as_the_program_makes_them_are_right(table: str) -> None:
    assert misfits(table, docs_of(table)) == []


@given(data=st.data())
def test_a_value_is_wrong_in_thousands_where_it_is_wrong_in_one(data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(sorted(RECORDS)))
    docs = docs_of(table)
    field = data.draw(st.sampled_from(sorted(docs[0])))
    docs[1][field] = data.draw(st.sampled_from(VALUES))
    assert misfits(table, docs) == [doc for doc in docs if misfit(table, doc)]
    assert all_fit(table, field, [doc[field] for doc in docs]) is (misfit(table, docs[1]) is None)


def test_a_field_of_a_later_program_is_no_fault() -> None:
    docs = [{"key": "task00000001", "weather": {"rain": 1}}]
    assert misfits("tasks", docs) == []
    assert not knows("tasks", "weather") and not knows("weather", "rain")


@pytest.mark.parametrize(
    ("mention", "is_right"),
    [
        ({"key": None, "wording": "平台处"}, True),
        ({"key": "unit00000001", "wording": "平台处"}, True),
        ({"wording": "平台处"}, False),
        ({"key": None}, False),
        ({"key": 7, "wording": "平台处"}, False),
        ({"key": None, "wording": "平台处", "note": ""}, False),
        ("平台处", False),
        (None, False),
    ],
)
def test_a_cell_holds_mentions_alone(mention: object, is_right: bool) -> None:
    rows: list[Doc] = [{"key": f"task{number}", "lead_units": []} for number in range(3)]
    rows[2]["lead_units"] = [mention]
    assert (misfits("tasks", rows) == []) is is_right


@pytest.mark.parametrize(
    "spoil",
    [
        lambda doc: doc.update(title=None),
        lambda doc: doc.update(parents="x"),
        lambda doc: doc.update(parents=[1]),
        lambda doc: doc.update(edits=[{"table": "tasks"}]),
        lambda doc: doc.update(effective_on=7),
        lambda doc: doc.pop("title"),
    ],
)
def test_changes_are_evident_only_where_they_are_right(spoil: Callable[[Doc], None]) -> None:
    change = Change("改", (Edit("tasks", "task00000001", "remark", "", "甲"),), at="2026-11-29").to_doc()
    assert all_evident(Change, [change, change])
    spoilt = dict(change)
    spoil(spoilt)
    if "title" in spoilt:
        assert not all_evident(Change, [change, spoilt])
