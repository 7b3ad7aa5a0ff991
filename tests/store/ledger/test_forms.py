"""What a form asks of a unit: its rows of a period, each with its measures, and what is known of them."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ledger.forms import FormIdentity, forms_of, identities_in
from store.ledger.periods import period_named
from store.progress import Cancelled
from store.records.changes import created
from store.records.keys import order_between
from store.records.record import Record
from store.records.schedule import Measure, Schedule
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Mention
from store.refused import Refused
from tests.store.ledger.small_list import PLATFORM, ROW, adjustment, closing, report, small_list, value

OCTOBER, DAY, LATER = period_named("2021-10"), date(2021, 10, 20), date(2021, 10, 28)
MANY = 12
MONTHLY = Schedule("s", every="month", due_day=25)
HATCHERIES = Measure("m", ROW, "1", "众创孵化机构", "40", "家")
COMPLAINTS = Measure("n", ROW, "2", "投诉", "5", "件", "at_most")


def asked(tasks: TaskList, day: date = DAY) -> list[tuple[str, int]]:
    """The units that get a form of October, and how many lines it has."""
    return [(form.unit, len(form.lines)) for form in forms_of(tasks, "file", OCTOBER, day)]


def test_a_row_without_a_measure_is_one_line() -> None:
    (form,) = forms_of(small_list(MONTHLY), "file", OCTOBER, DAY)
    (line,) = form.lines
    assert (line.number, line.name, line.role, line.text) == (
        ROW,
        "1",
        "牵头",
        "新增省级及以上众创孵化机构40家。",
    )
    assert (form.unit, form.due_on, form.title) == (
        "平台处",
        "2021-10-25",
        "平台处_2021年10月_进展情况报送表",
    )
    assert form.past == []


def test_each_measure_has_a_line_and_what_is_said_once_stands_on_the_first() -> None:
    said = report("2021-10", done="做了", **value("18"))
    (form,) = forms_of(small_list(MONTHLY, COMPLAINTS, HATCHERIES, said), "file", OCTOBER, LATER)
    first, second = form.lines
    assert [line.number for line in form.lines] == ["row/m", "row/n"]
    assert (first.target, second.target) == ("众创孵化机构 40家", "投诉 至多5件")
    assert (first.answers["value"], first.answers["done"]) == ("18", "做了")
    assert dict(second.answers) == {"value": ""}
    assert second.asks("value") and not second.asks("done") and first.asks("done")
    assert form.rows == (ROW,)


def test_the_last_report_before_the_period_is_the_past() -> None:
    earlier = [report(f"2021-0{month}", done=f"{month}月做了", share="40") for month in (8, 9)]
    (form,) = forms_of(small_list(MONTHLY, *earlier, report("2021-11")), "file", OCTOBER, DAY)
    (past,) = form.past
    assert (past.period, past.answers["done"], past.answers["value"]) == ("2021年9月", "9月做了", "40%")


def test_partners_are_asked_where_all_report() -> None:
    partner: dict[str, Any] = {"participant_units": (Mention("results", "成果处"),)}
    lead_only = small_list(MONTHLY, **partner)
    assert asked(lead_only) == [("平台处", 1)]
    everybody = small_list(Schedule("s", every="month", due_day=25, who="all"), **partner)
    assert asked(everybody) == [("平台处", 1), ("成果处", 1)]
    roles = [form.lines[0].role for form in forms_of(everybody, "file", OCTOBER, DAY)]
    assert roles == ["牵头", "配合"]


@pytest.mark.parametrize(
    "fact",
    [
        closing(asked_on="2021-08-01", approved_on="2021-08-02"),
        adjustment("cancellation", "2021-08-01"),
        adjustment("suspension", "2021-08-01"),
        report("2021-08", "completed"),
    ],
)
def test_a_row_that_owes_nothing_is_on_no_form(fact: Record) -> None:
    with pytest.raises(Refused, match="没有要报送2021年10月进展的行"):
        asked(small_list(MONTHLY, fact))


def test_a_period_to_come_can_be_asked_for_ahead() -> None:
    assert asked(small_list(MONTHLY), date(2021, 9, 28)) == [("平台处", 1)]


def test_units_that_owe_nothing_are_refused_by_name() -> None:
    with pytest.raises(Refused, match="没有要报送2021年10月进展的行，请核对单位"):
        forms_of(small_list(MONTHLY), "file", OCTOBER, DAY, ["results"])


KEYS = st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=1, max_size=12)
PERIODS = st.sampled_from(["2021", "2021-10", "2021Q4", "2021H2", "2021-W43"])


@given(
    st.builds(FormIdentity, KEYS, st.just("") | KEYS, KEYS, PERIODS), st.sampled_from(["", "（勿改）", " x"])
)
def test_an_identity_is_read_back_from_among_other_words(identity: FormIdentity, after: str) -> None:
    assert list(identities_in(f"表码 {identity.code}{after}")) == [identity]


@pytest.mark.parametrize(
    "text", ["", "yaodian-form:2/a/b/c/2021-10", "yaodian-form:1/a/b/c", "yaodian-form:1/a/b/c/十月"]
)
def test_what_is_no_identity_is_none(text: str) -> None:
    assert list(identities_in(text)) == []


def many_rows() -> TaskList:
    """A list of which one unit leads many rows."""
    tasks = small_list(MONTHLY)
    order, more = tasks.task(ROW).order, list[Record]()
    for number in range(2, MANY + 1):
        order = order_between(order, "")
        more.append(Task(f"row{number}", "item", order, text=f"第{number}项", lead_units=(PLATFORM,)))
    tasks.apply([created(record) for record in more])
    return tasks


def test_it_is_told_how_far_one_large_form_is() -> None:
    told = list[tuple[int, int]]()
    (form,) = forms_of(many_rows(), "file", OCTOBER, DAY, progress=lambda *heard: told.append(heard))
    assert len(form.lines) == MANY
    shares = [done / total for done, total in told]
    assert shares == sorted(shares) and shares[0] >= 0 and shares[-1] < 1
    assert len(set(shares)) == 2 * MANY, "of each row what it owes, and its lines"


@pytest.mark.parametrize("last", [0, 1, MANY - 1, MANY, MANY + 1, 2 * MANY - 1])
def test_preparing_one_large_form_stops_where_it_is_called_off(last: int) -> None:
    tasks, heard = many_rows(), list[int]()

    def stop(done: int, total: int) -> None:
        heard.append(done)
        if len(heard) > last:
            raise Cancelled

    with pytest.raises(Cancelled):
        forms_of(tasks, "file", OCTOBER, DAY, progress=stop)
    assert len(heard) == last + 1
    (form,) = forms_of(tasks, "file", OCTOBER, DAY)
    assert len(form.lines) == MANY, "what was called off is made whole when it is asked for again"
