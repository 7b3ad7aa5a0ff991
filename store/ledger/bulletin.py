"""What a bulletin (通报) of a period tells, by unit: rows past their day or behind, reports missing or late,
what was closed, problems to coordinate, what is due next.

It stands on the same base as the statistics: the day, and the period whose reports are counted.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from store.ledger.facts import Facts, facts_of
from store.ledger.owed import Owed, owed_on
from store.ledger.periods import period_or_none
from store.ledger.received import stands_on
from store.ledger.stat_base import StatBase
from store.ledger.stat_lines import NOBODY, in_order, label_of, lines_of
from store.ledger.state_keeping import states_on
from store.ledger.states import RowState
from store.ledger.stats import StatTable, stat_table
from store.records.closing import Closing
from store.records.report import Problem, Report
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line

SectionName = Literal["overdue", "behind", "missing", "late", "closed", "problems", "coming"]
"""What a bulletin tells, in its order."""

SECTIONS: Mapping[SectionName, str] = {
    "overdue": "逾期的任务",
    "behind": "落后于序时进度的任务",
    "missing": "未报送的进展",
    "late": "迟报的进展",
    "closed": "本期销号的任务",
    "problems": "需协调解决的问题",
    "coming": "下期到期的任务",
}
"""What stands over the sections."""

_OF_REPORTS: tuple[SectionName, ...] = ("missing", "late")
"""The sections that only a list has from which reports are owed."""


class Told(NamedTuple):
    """What is told of a row under a unit."""

    row: str
    on: str = ""
    """ISO: the day on which it, or its report, is or was due, or on which it was closed."""
    days: int = 0
    """Days behind it."""
    words: str = ""
    """As written: who approved a closing, what the problem is; empty where nobody said."""
    state: RowState | None = None
    """Of a row that is behind the plan."""
    owed: Owed | None = None
    """Of a report that is missing or late."""


@dataclass(frozen=True, slots=True)
class OfUnit:
    """What a section tells of one unit."""

    key: str
    label: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a bulletin: what it tells of each unit, and over how many rows or reports."""

    name: SectionName
    units: Sequence[OfUnit]

    @property
    def heading(self) -> str:
        """What stands over it."""
        return SECTIONS[self.name]

    @property
    def is_of_reports(self) -> bool:
        """Whether it tells of reports, of which a row may owe several."""
        return self.name in _OF_REPORTS

    @property
    def rows(self) -> Sequence[str]:
        """The rows that it tells of, each once."""
        return tuple(dict.fromkeys(one.row for unit in self.units for one in unit.told))

    @property
    def counted(self) -> str:
        """How much it tells of, each row or report once: 2 项, 3 份."""
        if not self.is_of_reports:
            return f"{len(self.rows)} 项"
        reports = {(one.row, one.owed) for unit in self.units for one in unit.told}
        return f"{len(reports)} 份"


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A bulletin: the statistics by state, and its sections by unit."""

    table: StatTable
    sections: Mapping[SectionName, Sequence[OfUnit]]

    @property
    def told(self) -> Sequence[Section]:
        """Its sections in their order; those of reports only where some are owed."""
        whole = [Section(name, self.sections[name]) for name in SECTIONS]
        return [one for one in whole if self.table.has_reports or not one.is_of_reports]

    @property
    def base(self) -> StatBase:
        """The day and the period that it is of."""
        return self.table.base


def bulletin_of(tasks: TaskList, base: StatBase) -> Bulletin:
    """Return the bulletin of a list; refused where its statistics do not add up."""
    table = stat_table(tasks, base, "state")
    found = _Findings(tasks, base)
    made: dict[SectionName, Callable[[], Iterator[_ByUnit]]] = {
        "overdue": found.overdue,
        "behind": found.behind,
        "missing": found.missing,
        "late": found.late,
        "closed": found.closed,
        "problems": found.problems,
        "coming": found.coming,
    }
    sections: dict[SectionName, Sequence[OfUnit]] = {}
    for name, find in made.items():
        sections[name] = _by_unit(tasks, find())
    return Bulletin(table, sections)


_ByUnit = tuple[str, Told]
"""The key of a unit, and what is told of it."""


def _by_unit(tasks: TaskList, found: Iterator[_ByUnit]) -> Sequence[OfUnit]:
    """Return what was found unit by unit, in the order of the list's units."""
    told: dict[str, list[Told]] = {}
    for unit, one in found:
        told.setdefault(unit, []).append(one)
    units = []
    for key in in_order(tasks, "unit", told):
        label = label_of(tasks, "unit", key)
        units.append(OfUnit(key, label, tuple(told[key])))
    return units


class _Findings:
    """Looks through the rows of a list for what a bulletin tells."""

    def __init__(self, tasks: TaskList, base: StatBase) -> None:
        self._tasks, self._base = tasks, base
        self._day = base.day.isoformat()
        self._states = states_on(tasks, base.day)
        self._owed = owed_on(tasks, base.day)
        self._facts: Facts = facts_of(tasks)
        self._units = lines_of(tasks, "unit")

    def _of_leads(self, told: Told) -> Iterator[_ByUnit]:
        """Yield the same of each lead unit of a row; of nobody where there is none."""
        task, state = self._tasks.task(told.row), self._states.of(told.row)
        for unit in self._units(task, state.code):
            yield unit, told

    # ------------------------------------------------------------------ rows

    def overdue(self) -> Iterator[_ByUnit]:
        """Find the rows past their day, with the days."""
        for row, state in self._states:
            if state.code == "overdue" and state.due:
                days = -(state.days_left or 0)
                yield from self._of_leads(Told(row, state.due, days))

    def behind(self) -> Iterator[_ByUnit]:
        """Find the open rows that are behind the plan, with how far."""
        for row, state in self._states:
            if state.is_behind and state.is_open:
                yield from self._of_leads(Told(row, state=state))

    def closed(self) -> Iterator[_ByUnit]:
        """Find the rows that were closed in the period, up to the day, and stay so."""
        period = self._base.period
        last = min(period.last, self._base.day).isoformat()
        for row in self._tasks.task_keys:
            for closing in self._facts.of(Closing, row):
                approved = closing.approved_on or ""
                is_of_period = period.first.isoformat() <= approved <= last
                is_taken_back = closing.reopened_on is not None and closing.reopened_on <= self._day
                if is_of_period and not is_taken_back:
                    by = clean_line(closing.approved_by)
                    yield from self._of_leads(Told(row, approved, closing.days_late, by))

    def coming(self) -> Iterator[_ByUnit]:
        """Find the open rows that are due after the day, up to the end of the next period."""
        last = self._base.period.next.last.isoformat()
        for row, state in self._states:
            is_due = state.due is not None and self._day < state.due <= last
            if state.due and is_due and state.is_open:
                yield from self._of_leads(Told(row, state.due))

    # ------------------------------------------------------------------ reports

    def _of_period(self, *words: str) -> Iterator[Owed]:
        for owed in self._owed:
            if owed.word in words and self._base.covers(owed.period):
                yield owed

    def missing(self) -> Iterator[_ByUnit]:
        """Find the reports that are past their day and not there, those sent back too."""
        for owed in self._of_period("missing", "returned"):
            yield owed.unit, Told(owed.row, owed.due_on, owed.days_late, owed=owed)

    def late(self) -> Iterator[_ByUnit]:
        """Find the reports that came late, with the days."""
        for owed in self._of_period("late"):
            yield owed.unit, Told(owed.row, owed.due_on, owed.days_late, owed=owed)

    def problems(self) -> Iterator[_ByUnit]:
        """Find the problems that units report of the period, and those of before that are not settled."""
        for row, state in self._states:
            if not state.is_open:
                continue
            told: dict[_ByUnit, None] = {}
            for report in self._facts.reports(row):
                if self._tells_problem(report):
                    problem_told = Told(row, words=clean_line(report.problem))
                    told[report.unit, problem_told] = None
            for problem in self._facts.of(Problem, row):
                if self._is_open(problem):
                    followed = Told(row, words=clean_line(problem.text))
                    told[problem.unit or NOBODY, followed] = None
            yield from told

    def _tells_problem(self, report: Report) -> bool:
        period = period_or_none(report.period)
        is_of_base = period is not None and self._base.covers(period)
        tells = bool(report.problem.strip()) or report.word in ("needs_help", "impossible")
        return is_of_base and tells and stands_on(report, self._day)

    def _is_open(self, problem: Problem) -> bool:
        has_come = (problem.since or "") <= self._day
        is_settled = problem.settled_on is not None and problem.settled_on <= self._day
        return has_come and not is_settled
