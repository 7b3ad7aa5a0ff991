"""What a form that came back would bring, row by row, and the change that takes it in."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from store.acts.forms_taken import FormTaken, OtherPeriod, form_taken, said_of
from store.acts.reporting import sent_back
from store.ledger.form_reading import Filled, FilledForm, FilledLine, form_in
from store.ledger.forms import Answer, FormIdentity, HeadAnswer
from store.ledger.periods import period_named
from store.reading.formats.book_cells import cells_of_file
from store.records.follow_up import Form, form_key
from store.records.report import Report, report_key
from store.records.schedule import Measure, Schedule
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.store.ledger.small_list import ROW, adjustment, closing, put, small_list

MONTHLY = Schedule("s", every="month", due_day=25)
MEASURE = Measure("m", ROW, "1", "机构", "40", "家")
DAY = date(2021, 10, 24)
FILES = Path(__file__).parents[1] / "reading" / "formats" / "files"
WHOSE = ("notice", "platform", "2021-10")
SENT = Form(form_key(*WHOSE), *WHOSE, sent_on="2021-10-20", file="表.xlsx", rows=(ROW,))
IDENTITY = FormIdentity("file", *WHOSE)


def line(row: str = ROW, measure: str = "", at: int = 7, **answers: str) -> FilledLine:
    names: dict[str, Answer] = {"value": "value", "word": "word", "done": "done", "problem": "problem"}
    said = {names[name]: Filled(text, f"X{at}") for name, text in answers.items()}
    return FilledLine(at, row, measure, said)


def filled(
    *lines: FilledLine, identity: FormIdentity = IDENTITY, head: Mapping[HeadAnswer, str] | None = None
) -> FilledForm:
    return FilledForm(identity, "报送表", lines, head or {})


def take(tasks: TaskList, form: FilledForm, day: date = DAY) -> FormTaken:
    """Take a form in, where it brings something."""
    taken = form_taken(tasks, "file", form, day)
    if taken.change:
        tasks.apply(taken.change.edits)
    return taken


def held(tasks: TaskList) -> Report:
    return tasks.get(Report, report_key(ROW, "platform", "2021-10"))


def test_the_form_is_noted_as_come_back_with_its_reports() -> None:
    tasks = small_list(MONTHLY, SENT)
    taken = take(
        tasks, filled(line(done="做了"), head={"reporter": "李明", "phone": "8765", "signed_by": "刘红"})
    )
    assert taken.change and taken.change.title == "登记平台处2021年10月进展（1 行）"
    report = held(tasks)
    assert (report.done, report.reporter, report.signed_by, report.source) == (
        "做了",
        "李明 8765",
        "刘红",
        "报送表",
    )
    assert (report.due_on, report.first_received_on) == ("2021-10-25", "2021-10-24")
    form = tasks.get(Form, SENT.key)
    assert (form.returned_on, form.sent_on, bool(form.cells)) == ("2021-10-24", "2021-10-20", True)


def test_a_form_that_another_desk_sent_is_taken_too() -> None:
    tasks = small_list(MONTHLY)
    take(tasks, filled(line(done="做了")))
    assert tasks.get(Form, SENT.key).returned_on == "2021-10-24"


def test_it_may_have_come_on_an_earlier_day() -> None:
    tasks = small_list(MONTHLY, SENT)
    taken = form_taken(tasks, "file", filled(line(done="做了")), date(2021, 10, 28), received=DAY)
    assert taken.change
    tasks.apply(taken.change.edits)
    assert held(tasks).received_on == "2021-10-24"


def test_the_same_form_is_known_and_after_it_was_sent_back_received_again() -> None:
    tasks = small_list(MONTHLY, SENT)
    form = filled(line(done="做了"))
    take(tasks, form)
    again = form_taken(tasks, "file", form, date(2021, 10, 26))
    assert (again.already, again.change) == ("这份表已登记过（10-24）。", None)
    tasks.apply(sent_back(tasks, held(tasks), "太简单", date(2021, 10, 26)).edits)
    once_more = take(tasks, form, date(2021, 10, 27))
    assert not once_more.already and not held(tasks).is_returned
    assert held(tasks).received_on == "2021-10-27"


def test_what_the_list_says_already_is_no_change_of_a_report() -> None:
    tasks = small_list(MONTHLY, SENT)
    take(tasks, filled(line(done="做了")))
    taken = take(tasks, filled(line(done="做了", at=8), line("x", at=9, done="另加的")))
    assert (list(taken.rows), list(taken.same)) == ([], [ROW])
    assert "其余 1 行可以登记" in taken.notes[0]
    assert taken.change and taken.change.title == "收回平台处2021年10月报送表"


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (
            closing(asked_on="2021-10-20", approved_on="2021-10-21", approved_by="徐涛"),
            "已于 2021-10-21 销号",
        ),
        (adjustment("cancellation", "2021-10-01"), "取消"),
    ],
)
def test_a_row_that_has_ended_since_is_named_and_not_registered(fact: object, said: str) -> None:
    from store.records.record import Record

    assert isinstance(fact, Record)
    tasks = small_list(MONTHLY, SENT, fact)
    taken = take(tasks, filled(line(done="做了")))
    assert taken.change is None
    (note,) = taken.notes
    assert note.startswith("第 7 行没有登记：") and said in note


def test_a_unit_that_never_stood_in_the_row_is_refused_for_it() -> None:
    tasks = small_list(MONTHLY)
    taken = take(tasks, filled(line(done="做了"), identity=IDENTITY._replace(unit="results")))
    assert taken.change is None and "不在 1 的责任单位里" in taken.notes[0]


@pytest.mark.parametrize(
    ("measure", "text", "kept"),
    [
        ("m", "18", "18"),
        ("m", " 18 家", "18"),
        ("m", "１，２００", "1200"),
        ("", "45%", "45"),
        ("", "45.5％", "45.5"),
    ],
)
def test_figures_are_read_with_their_units(measure: str, text: str, kept: str) -> None:
    tasks = small_list(MONTHLY, MEASURE) if measure else small_list(MONTHLY)
    taken = take(tasks, filled(line(measure=measure, value=text)))
    assert taken.notes == [] or not taken.notes
    report = held(tasks)
    assert ([one.value for one in report.values] or [report.share]) == [kept]


@pytest.mark.parametrize(("measure", "text"), [("m", "十八"), ("m", "45%"), ("", "45"), ("gone", "18")])
def test_what_is_no_figure_is_named_with_its_cell(measure: str, text: str) -> None:
    tasks = small_list(MONTHLY, MEASURE) if measure else small_list(MONTHLY)
    taken = form_taken(tasks, "file", filled(line(measure=measure, value=text)), DAY)
    (note,) = taken.notes
    assert f"完成值“{text}”（X7）没有登记" in note
    assert taken.change is None


def test_forms_of_other_lists_periods_and_units_are_refused() -> None:
    tasks = small_list(MONTHLY, SENT)
    put(tasks, Form("later", "notice", "platform", "2021-11", sent_on="2021-11-20"))
    with pytest.raises(OtherPeriod, match="这份表是2021年10月的，不是2021年11月的。"):
        form_taken(tasks, "file", filled(line(done="做了")), DAY)
    october = period_named("2021-10")
    assert form_taken(tasks, "file", filled(line(done="做了")), DAY, asked=october).change
    with pytest.raises(OtherPeriod):
        form_taken(tasks, "file", filled(line(done="做了")), DAY, asked=period_named("2021-09"))
    with pytest.raises(Refused, match="另一份清单的"):
        form_taken(tasks, "other", filled(line(done="做了")), DAY)
    with pytest.raises(Refused, match="本文件中另一份清单"):
        form_taken(tasks, "file", filled(identity=IDENTITY._replace(notice="x")), DAY)
    with pytest.raises(Refused, match="单位已不在清单里"):
        form_taken(tasks, "file", filled(identity=IDENTITY._replace(unit="x")), DAY)


def test_what_is_missing_and_blank_is_said() -> None:
    tasks = small_list(MONTHLY, SENT)
    assert list(said_of(tasks, form_taken(tasks, "file", filled(), DAY))) == ["表里缺 1 行：1。"]
    assert list(said_of(tasks, form_taken(tasks, "file", filled(line()), DAY))) == ["没有填写 1 行：1。"]


@pytest.mark.parametrize(("name", "reckoned"), [("form.xlsx", "=1+2"), ("form.xls", "3")])
def test_a_form_saved_by_another_program_comes_back(name: str, reckoned: str) -> None:
    """Both were saved by LibreOffice 7.4; of the old format formulas have their values alone."""
    tasks = small_list(MONTHLY, MEASURE)
    taken = take(tasks, form_in(cells_of_file(FILES / name)))
    report = held(tasks)
    assert (report.done, report.word, report.problem) == ("新认定3家。\n还在评审2家。", "under_way", reckoned)
    assert ([one.value for one in report.values], report.reporter, report.signed_by) == (
        ["18"],
        "李明",
        "刘红",
    )
    assert [note for note in taken.notes if "公式" not in note] == []
