"""Two desks that never meet but by a stick type reports: the same one is one record, field by field."""

from datetime import date
from pathlib import Path
from typing import Any

from store.acts.reporting import ReportGiven, reported, sent_back
from store.file.task_file import TaskFile
from store.ledger.periods import period_named
from store.records.report import Report, report_key
from tests.store.file.two_desks import differing, meet, two_desks
from tests.store.small_list import ROWS, UNITS

MARCH = period_named("2027-03")
ROW, UNIT = ROWS[0].key, UNITS[0].key
KEY = report_key(ROW, UNIT, "2027-03")
TODAY = date(2027, 3, 26)


def put_down(file: TaskFile, **given: Any) -> None:
    said = ReportGiven(received_on="2027-03-24", **given)
    file.commit(reported(file.tasks, ROW, UNIT, MARCH, said, TODAY))


def test_the_same_report_typed_at_two_desks_is_one_record(tmp_path: Path) -> None:
    one, other = two_desks(tmp_path)
    for file in (one, other):
        put_down(file, done="推进", word="under_way")
    meet(one, other)
    for file in (one, other):
        assert file.tasks.get(Report, KEY).done == "推进"
        assert len(file.tasks.keys_of(Report)) == 1
        assert not file.tasks.documents.undecided
    assert differing(one, other) == []


def test_what_they_typed_otherwise_is_to_be_decided_and_the_rest_stands(tmp_path: Path) -> None:
    one, other = two_desks(tmp_path)
    put_down(one, done="推进", problem="用地")
    put_down(other, done="推进", problem="资金")
    meet(one, other)
    for file in (one, other):
        (conflict,) = file.tasks.documents.undecided
        assert (conflict.table, conflict.key, conflict.fields) == ("reports", KEY, ("problem",))
        assert file.tasks.get(Report, KEY).done == "推进"


def test_one_sends_back_what_the_other_puts_right(tmp_path: Path) -> None:
    one, other = two_desks(tmp_path)
    put_down(one, done="推进")
    meet(one, other)
    one.commit(sent_back(one.tasks, one.tasks.get(Report, KEY), "没有写完成数", TODAY))
    put_down(other, problem="用地")
    meet(one, other)
    for file in (one, other):
        report = file.tasks.get(Report, KEY)
        assert (report.returned_on, report.problem) == ("2027-03-26", "用地")
    assert differing(one, other) == []
