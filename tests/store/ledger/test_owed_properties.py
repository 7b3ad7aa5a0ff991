"""Random ledgers of one row, two units, one year: what is owed against a plain reckoning of the rules."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from store.ledger.owed import OWED_WORDS, Owed, owed_on
from store.ledger.periods import period_named
from store.records.changes import created, deleted
from store.records.documents import Documents
from store.records.record import Record
from store.records.report import ReportWord
from store.records.schedule import Schedule
from store.records.tasklist import TaskList
from tests.store.ledger.small_list import PLATFORM, RESULTS, ROW, adjustment, closing, report, small_list

MONTHLY = Schedule("s", name="月报", every="month", due_day=25)
UNITS = {"platform": PLATFORM, "results": RESULTS}
DAYS = st.dates(date(2021, 1, 20), date(2021, 12, 31)).map(date.isoformat)
NEVER = "9999"


@dataclass
class Came:
    """A report: when it came, what it says, when it was sent back."""

    on: str
    word: ReportWord
    back: str = NEVER


@dataclass
class Ledger:
    """What happened to the row, by days; NEVER for what did not."""

    suspended: str = NEVER
    resumed: str = NEVER
    closed: str = NEVER
    cancelled: str = NEVER
    came: dict[tuple[str, int], Came] = field(default_factory=dict)

    def facts(self) -> Iterator[Record]:
        """The records that say so."""
        if self.suspended != NEVER:
            yield adjustment("suspension", self.suspended)
        if self.resumed != NEVER:
            yield adjustment("resumption", self.resumed)
        if self.cancelled != NEVER:
            yield adjustment("cancellation", self.cancelled)
        if self.closed != NEVER:
            yield closing(approved_on=self.closed)
        for (unit, month), came in self.came.items():
            back = None if came.back == NEVER else came.back
            days = {"first_received_on": came.on, "received_on": came.on, "returned_on": back}
            yield report(f"2021-{month:02}", came.word, UNITS[unit], **days)

    def words(self, today: str) -> dict[tuple[str, int], str]:
        """What the rules come to on a day: unit and month to the word."""
        found = {}
        for unit in UNITS:
            for month in range(1, int(today[5:7]) + 1):
                if self._is_owed(unit, month, today):
                    found[unit, month] = self._word(unit, month, today)
        return found

    def _is_owed(self, unit: str, month: int, today: str) -> bool:
        seen = min(_due(month), today)
        came = self.came.get((unit, month))
        is_there = came is not None and came.on <= today
        if self.suspended <= seen < self.resumed or self.cancelled <= seen:
            return False
        if not is_there and (self.cancelled <= today or self.closed <= seen):
            return False
        return self.closed > f"2021-{month:02}-00" and not self._is_done(unit, month, seen, today)

    def _is_done(self, unit: str, month: int, seen: str, today: str) -> bool:
        last = ""
        for earlier in range(1, month):
            came = self.came.get((unit, earlier))
            if came and came.on <= seen and came.back > today:
                last = came.word
        return last == "completed"

    def _word(self, unit: str, month: int, today: str) -> str:
        came = self.came.get((unit, month))
        if came and came.on <= today < came.back:
            return "in_time" if came.on <= _due(month) else "late"
        if today <= _due(month):
            return "awaited"
        return "returned" if came and came.on <= today else "missing"


def _due(month: int) -> str:
    return f"2021-{month:02}-25"


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """A ledger with any of these things in it."""
    made = Ledger()
    days = sorted(draw(st.sets(DAYS, min_size=4, max_size=4)))
    if draw(st.booleans()):
        made.suspended, made.resumed = days[0], draw(st.sampled_from((days[1], NEVER)))
    if draw(st.booleans()):
        made.closed = days[2]
    if draw(st.booleans()):
        made.cancelled = days[3]
    for unit in UNITS:
        for month in draw(st.sets(st.integers(1, 12), max_size=6)):
            on, back = draw(DAYS), draw(st.just(NEVER) | DAYS)
            word: ReportWord = draw(st.sampled_from(("under_way", "completed")))
            made.came[unit, month] = Came(on, word, max(on, back))
    return made


def found(tasks: TaskList, day: str) -> dict[tuple[str, int], str]:
    return {(one.unit, one.period.first.month): one.word for one in owed(tasks, day)}


def owed(tasks: TaskList, day: str) -> list[Owed]:
    return list(owed_on(tasks, date.fromisoformat(day)).of(ROW))


def listed(ledger: Ledger) -> TaskList:
    return small_list(MONTHLY, *ledger.facts(), lead_units=tuple(UNITS.values()))


@given(ledgers(), DAYS)
def test_what_is_owed_is_what_the_rules_come_to(ledger: Ledger, day: str) -> None:
    assert found(listed(ledger), day) == ledger.words(day)


@given(ledgers(), DAYS)
def test_what_is_asked_for_is_the_sum_of_the_words(ledger: Ledger, day: str) -> None:
    tasks = listed(ledger)
    whole = owed_on(tasks, date.fromisoformat(day))
    counts = Counter(one.word for one in whole)
    assert set(counts) <= set(OWED_WORDS)
    of_periods = [list(whole.of_period(period_named(f"2021-{month:02}"))) for month in range(1, 13)]
    assert sum(counts.values()) == sum(map(len, of_periods)) == len(owed(tasks, day))
    names = [(one.row, one.unit, one.period) for one in whole]
    assert len(set(names)) == len(names), "each unit owes a row and period once"
    late = [one for one in whole if one.days_late]
    assert {one.word for one in late} <= {"late", "missing", "returned"}


@given(ledgers(), ledgers(), DAYS)
def test_what_is_kept_is_what_is_worked_out_anew(first: Ledger, then: Ledger, day: str) -> None:
    tasks = listed(first)
    assert found(tasks, day) == first.words(day)
    for record in first.facts():
        tasks.apply([deleted(record)])
        owed(tasks, day)
    for record in then.facts():
        tasks.apply([created(record)])
        anew = TaskList(Documents(tasks.documents.tables))
        assert owed(tasks, day) == owed(anew, day)
    assert found(tasks, day) == then.words(day)
