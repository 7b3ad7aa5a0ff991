"""The records of the ledger: the same thing typed at two desks meets; its words are the clerk's."""

import pytest

from store.records.closing import Closing, adjustment_key, closing_key
from store.records.fields import FIELDS, field_of
from store.records.fitting import fits, misfit
from store.records.follow_up import form_key
from store.records.ledger_fields import LEDGER_FIELDS
from store.records.record import Record
from store.records.report import REPORT_WORDS, Report, report_key
from store.records.tables import RECORDS
from store.records.task import Task
from store.records.values import MeasuredValue


def test_a_report_comes_back_from_its_document_whole() -> None:
    report = Report("r", "t", "u", "2026-10", word="completed", values=(MeasuredValue("m", "18.5"),))
    doc = report.to_doc()
    assert doc["values"] == [{"measure": "m", "value": "18.5"}]
    assert Report.from_doc(doc) == report
    assert misfit("reports", doc) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("word", "已完成"),
        ("due_on", "2026-02-30"),
        ("received_on", "10-24"),
        ("values", [{"measure": "m", "value": 18}]),
        ("values", [{"measure": "m"}]),
        ("share", 45),
    ],
)
def test_what_no_report_holds_does_not_fit(field: str, value: object) -> None:
    assert not fits("reports", field, value)


def test_what_is_the_same_has_one_key_and_what_is_not_another() -> None:
    assert report_key("t", "u", "2026-10") == report_key("t", "u", "2026-10")
    keys = {
        report_key("t", "u", "2026-10"),
        report_key("t", "u", "2026-11"),
        report_key("u", "t", "2026-10"),
        closing_key("t", 1),
        closing_key("t", 2),
        form_key("t", "u", "2026-10"),
        adjustment_key("t", "deferral", "2026-10-01", "2026-12-31"),
        adjustment_key("t", "suspension", "2026-10-01", "2026-12-31"),
    }
    assert len(keys) == 8


@pytest.mark.parametrize("kind", LEDGER_FIELDS, ids=[kind.TABLE for kind in LEDGER_FIELDS])
def test_each_kind_of_the_ledger_has_its_table_and_its_fields(kind: type[Record]) -> None:
    assert RECORDS[kind.TABLE] is kind
    assert FIELDS[kind] is LEDGER_FIELDS[kind]


def test_a_word_of_a_report_is_read_in_chinese() -> None:
    assert dict(field_of(Report, "word").choices) == REPORT_WORDS


def test_a_row_without_a_set_day_is_written_as_before() -> None:
    written = Task("t", text="清理河道").to_doc()
    assert not {"due_on", "due_kind", "start_on"} & written.keys()
    assert Task("t", due_on="2026-06-30", due_kind="dated").to_doc()["due_on"] == "2026-06-30"


def test_a_closing_holds_when_it_is_approved_until_it_is_opened_again() -> None:
    assert Closing("c", "t", asked_on="2026-10-20").is_waiting
    assert Closing("c", "t", approved_on="2026-10-25").holds
    reopened = Closing("c", "t", approved_on="2026-10-25", reopened_on="2026-11-02")
    assert not reopened.holds
    assert not reopened.is_waiting
