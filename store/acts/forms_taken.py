"""A form that came back, row by row: what it would change in the list's reports, and the change for it.

What is not filled in stays as the list has it. What cannot be registered is named, with its place in the
sheet, and keeps nothing else back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from store.acts.form_row import Move, RowAgainstReport
from store.acts.reporting import reported
from store.ledger.form_reading import FilledForm
from store.ledger.form_rows import GivenRow, rows_given
from store.ledger.periods import Period, period_named, period_or_none
from store.records.changes import Change, Edit, created, updated
from store.records.follow_up import Form, form_key
from store.records.notice import Notice
from store.records.ranges import lines_in_words, rows_in_words
from store.records.report import Report, report_key
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.refused import Refused


class OtherPeriod(Refused):
    """The form is of another period than is asked for: to be taken in if the clerk says so."""

    def __init__(self, period: Period, asked: Period) -> None:
        """Take the form's period, and the one that is asked for."""
        super().__init__(f"这份表是{period.label}的，不是{asked.label}的。")
        self.period = period


@dataclass(frozen=True, slots=True)
class RowTaken:
    """A row whose report the form makes or changes."""

    row: str
    at: int
    """The row of the sheet, from 1."""
    is_new: bool
    moves: Sequence[Move]


@dataclass(frozen=True, slots=True)
class FormTaken:
    """What a form would bring, and the change that takes it in."""

    form: FilledForm
    unit: str
    period: Period
    rows: Sequence[RowTaken] = ()
    same: Sequence[str] = ()
    """Keys of the rows of which the list says the same."""
    blank: Sequence[str] = ()
    """Keys of the rows that are in the form and not filled in."""
    missing: Sequence[str] = ()
    """Keys of the rows that went out and are not in the form."""
    notes: Sequence[str] = ()
    """What the clerk should know, in sentences."""
    already: str = ""
    """The sentence that says when the same form was registered; empty where it was not."""
    change: Change | None = None
    """None where nothing is to be changed."""


def form_taken(
    tasks: TaskList,
    file_id: str,
    form: FilledForm,
    day: date,
    *,
    received: date | None = None,
    asked: Period | None = None,
) -> FormTaken:
    """Return what a form would bring today, or that was received on an earlier day; nothing is changed.

    Refused where it is another list's; OtherPeriod where it is not of the period asked for, or an older one
    than went out to the unit last.
    """
    _refuse_of_others(tasks, file_id, form)
    period = period_named(form.identity.period)
    _refuse_other_period(tasks, form, period, asked)
    return _Taking(tasks, form, period, day, received or day).taken()


def _refuse_of_others(tasks: TaskList, file_id: str, form: FilledForm) -> None:
    identity = form.identity
    if identity.file_id != file_id:
        raise Refused("这份表是另一份清单的，没有登记；请打开那份清单再登记。")
    if identity.notice != tasks.notice.key:
        notice = tasks.find(Notice, identity.notice)
        which = f"“{notice.title}”" if notice else ""
        raise Refused(f"这份表是本文件中另一份清单{which}的，没有登记；请换到那份清单再登记。")
    if tasks.find(Unit, identity.unit) is None:
        raise Refused("这份表的单位已不在清单里，没有登记；请核对名册。")


def _refuse_other_period(tasks: TaskList, form: FilledForm, period: Period, asked: Period | None) -> None:
    expected = asked or _last_sent(tasks, form, period)
    if period != expected:
        raise OtherPeriod(period, expected)


def _last_sent(tasks: TaskList, form: FilledForm, period: Period) -> Period:
    """Return the last period of the form's kind for which a form went out to its unit."""
    last = period
    whose = form.identity[1:3]
    for sent in tasks.all_of(Form):
        if (sent.notice, sent.unit) != whose:
            continue
        other = period_or_none(sent.period)
        if other and other.every == period.every and other.last > last.last:
            last = other
    return last


class _Taking:
    """One form being looked through."""

    def __init__(self, tasks: TaskList, form: FilledForm, period: Period, day: date, received: date) -> None:
        self._tasks, self._form, self._period = tasks, form, period
        self._day, self._received = day, received
        self._unit = form.identity.unit
        key = form_key(*form.identity[1:])
        self._sent = tasks.find(Form, key)
        self._notes: list[str] = []
        self._edits: list[Edit] = []
        self._rows: list[RowTaken] = []
        self._same: list[str] = []

    def taken(self) -> FormTaken:
        """Look through the form."""
        tasks, form, sent = self._tasks, self._form, self._sent
        unit = tasks.wording_of(self._unit)
        if sent and sent.cells == form.fingerprint and not self._was_sent_back():
            day = (sent.returned_on or "")[5:]
            return FormTaken(form, unit, self._period, already=f"这份表已登记过（{day}）。")
        given = rows_given(tasks, form)
        self._notes += given.notes
        for row in given.rows.values():
            if not row.is_blank:
                self._take(row)
        blank = [row.row for row in given.rows.values() if row.is_blank]
        asked = [row for row in (sent.rows if sent else ()) if row in tasks.places]
        missing = [row for row in asked if row not in given.rows]
        notes = [*self._said_of_strays(given.strays), *self._notes]
        change = self._change(unit)
        rows, same = self._rows, self._same
        return FormTaken(form, unit, self._period, rows, same, blank, missing, notes, change=change)

    def _was_sent_back(self) -> bool:
        """Tell whether a report of the form was sent back since: the same form is then received again."""
        for line in self._form.lines:
            report = self._held(line.row)
            if report and report.is_returned:
                return True
        return False

    def _held(self, row: str) -> Report | None:
        key = report_key(row, self._unit, self._period.name)
        return self._tasks.find(Report, key)

    def _take(self, given: GivenRow) -> None:
        """Register one row, or note why not."""
        held = self._held(given.row)
        compared = RowAgainstReport(self._tasks, given, held, self._notes)
        if compared.is_same:
            self._same.append(given.row)
        if compared.is_same or compared.says_nothing:
            return
        report = compared.report(self._form.head, self._received.isoformat())
        try:
            change = reported(self._tasks, given.row, self._unit, self._period, report, self._day)
        except Refused as refusal:
            self._notes.append(f"第 {given.at} 行没有登记：{refusal}")
            return
        self._edits += change.edits
        row = RowTaken(given.row, given.at, compared.is_new, compared.moves)
        self._rows.append(row)

    def _said_of_strays(self, strays: Sequence[int]) -> Iterator[str]:
        if not strays:
            return
        lines = lines_in_words(strays)
        count = len(strays)
        others = len(self._rows) + len(self._same)
        rest = f"其余 {others} 行可以登记" if others else "请用发出的报送表填写"
        said = f"表里有 {count} 行找不到对应的任务（第 {lines} 行）"
        yield f"{said}，没有登记这 {count} 行，{rest}。"

    def _change(self, unit: str) -> Change | None:
        """Return the change that registers the form; None where nothing of it can be registered."""
        if not self._rows and not self._same:
            return None
        received, cells = self._received.isoformat(), self._form.fingerprint
        came: Sequence[Edit]
        if self._sent:
            came = updated(self._sent, returned_on=received, cells=cells)
        else:
            names = self._form.identity[1:]
            form = Form(form_key(*names), *names, returned_on=received, cells=cells)
            came = [created(form)]
        count, label = len(self._rows), self._period.label
        title = f"登记{unit}{label}进展（{count} 行）" if count else f"收回{unit}{label}报送表"
        return Change(title, (*self._edits, *came))


def said_of(tasks: TaskList, taken: FormTaken) -> Iterator[str]:
    """Yield in sentences what a form would bring beside its rows."""
    yield from taken.notes
    for said, rows in (("表里缺", taken.missing), ("没有填写", taken.blank)):
        if rows:
            yield f"{said} {len(rows)} 行：{rows_in_words(tasks, rows)}。"
