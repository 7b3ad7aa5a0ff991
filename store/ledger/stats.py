"""Statistics of a list on a day: how many rows of each unit, leader, item or state, proved before they are
shown.

A row with several lead units is counted for each of them, and what is counted once more is 重复计:

    Σ lines − 重复计 = 合计                 in each column
    Σ columns of states = rows             in each line
    Σ 按时、迟报、未报、待报 = 应报          in each line

合计 counts the rows themselves, never the lines. Rows that are behind the plan are counted apart from the
states, over all open rows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain

from store.ledger.figures import per_cent
from store.ledger.owed import owed_on
from store.ledger.shares import shares
from store.ledger.stat_base import StatBase
from store.ledger.stat_columns import (
    OWED,
    ROWS,
    By,
    Case,
    Cases,
    Part,
    StatColumn,
    column_of,
    column_of_word,
    columns_by,
)
from store.ledger.stat_lines import in_order, label_of, lines_of
from store.ledger.state_keeping import states_on
from store.ledger.state_words import BEHIND
from store.ledger.states import RowState
from store.records.ranges import rows_in_words
from store.records.tasklist import TaskList
from store.refused import Refused

_DUE = ("in_time", "late", "missing")
REPEATED, TOTAL = "重复计", "合计"


@dataclass(frozen=True, slots=True)
class StatLine:
    """A line of a table: what it is of, and by the code of a column what it counts there."""

    key: str
    label: str
    cases: Mapping[str, Cases] = field(default_factory=dict)

    def of(self, column: str) -> Cases:
        """Return what it counts in a column."""
        return self.cases.get(column, ())

    def count(self, column: str) -> int:
        """Return its figure in a column."""
        return len(self.of(column))

    @property
    def in_time(self) -> Decimal | None:
        """按时率: what came in time of all that was due, in per cent; none where nothing was due."""
        due = sum(map(self.count, _DUE))
        return per_cent(self.count("in_time"), due) if due else None

    def rows(self, column: str) -> tuple[str, ...]:
        """Return the keys of the rows behind its figure in a column, each once."""
        rows = (case.row for case in self.of(column))
        return tuple(dict.fromkeys(rows))


@dataclass(frozen=True, slots=True)
class StatTable:
    """A table that adds up: its base, its lines, what is counted once more, and the sums."""

    by: By
    base: StatBase
    columns: tuple[StatColumn, ...]
    lines: tuple[StatLine, ...]
    repeated: StatLine
    """What lines count more than once; it is taken from their sum."""
    total: StatLine
    """Counted over the rows themselves."""
    unclear: tuple[str, ...] = ()
    """Open rows where a wording should report that is no known unit (统称未明): none of it is owed."""

    @property
    def has_reports(self) -> bool:
        """Whether any report is owed: else it has no columns of reports."""
        return self.total.count(OWED) > 0

    @property
    def several(self) -> Counter[str]:
        """The rows that stand in several lines, each with how many lines more than one."""
        rows = (case.row for case in self.repeated.of(ROWS))
        return Counter(rows)

    @property
    def shares(self) -> tuple[Decimal, ...]:
        """The share of each line of a table by state in all rows, in per cent, 100.0 together."""
        return shares([line.count(ROWS) for line in self.lines])

    @property
    def share_of_all(self) -> Decimal | None:
        """The sum of the shares; none of nothing."""
        if not self.total.count(ROWS):
            return None
        return sum(self.shares, Decimal("0.0"))


def apart(tasks: TaskList) -> TaskList:
    """Return the same list with states of its own: a thread may look at another day than the screen does."""
    return tasks.of(tasks.notice.key)


def stat_table(tasks: TaskList, base: StatBase, by: By, rows: Sequence[str] | None = None) -> StatTable:
    """Return the statistics of some rows of a list, or of all; refused where they do not add up."""
    counted = tasks.task_keys if rows is None else rows
    table = _counted(tasks, base, by, counted)
    refuse_wrong_sums(tasks, table)
    return table


def _counted(tasks: TaskList, base: StatBase, by: By, rows: Sequence[str]) -> StatTable:
    tally, unclear = _Tally(), list[str]()
    states, owed = states_on(tasks, base.day), owed_on(tasks, base.day)
    lines = lines_of(tasks, by)
    for row in rows:
        state = states.of(row)
        its_lines = lines(tasks.task(row), state.code)
        tally.add(Case(row), _codes(state, by), its_lines)
        if state.is_open and owed.unclear(row):
            unclear.append(row)
        for report in owed.of(row):
            if base.covers(report.period):
                case = Case(row, report.unit, report.period.name)
                its_unit = (report.unit,) if by == "unit" else its_lines
                tally.add(case, (OWED, column_of_word(report.word)), its_unit)
    found = []
    for key in in_order(tasks, by, tally.lines):
        label = label_of(tasks, by, key)
        found.append(StatLine(key, label, tally.line(key)))
    repeated = StatLine(REPEATED, REPEATED, _kept(tally.repeated))
    total = StatLine(TOTAL, TOTAL, _kept(tally.total))
    columns = columns_by(by, has_reports=bool(total.count(OWED)))
    return StatTable(by, base, columns, tuple(found), repeated, total, tuple(unclear))


def _codes(state: RowState, by: By) -> list[str]:
    """Return the columns in which a row is counted."""
    codes = [ROWS]
    if by != "state":
        codes.append(column_of(state.code))
    if state.is_behind and state.is_open:
        codes.append(BEHIND)
    return codes


_Counted = dict[str, list[Case]]
"""What was counted by the code of a column."""


class _Tally:
    """What was counted so far: in each line, beyond the first line of a case, and altogether."""

    def __init__(self) -> None:
        self.lines: dict[str, _Counted] = {}
        self.repeated: _Counted = {}
        self.total: _Counted = {}

    def add(self, case: Case, codes: Iterable[str], lines: Sequence[str]) -> None:
        """Count a case in some columns of some lines."""
        for code in codes:
            _count(self.total, code, case)
            for number, key in enumerate(lines):
                _count(self.lines.setdefault(key, {}), code, case)
                if number:
                    _count(self.repeated, code, case)

    def line(self, key: str) -> dict[str, Cases]:
        """Return what was counted in a line."""
        return _kept(self.lines.get(key, {}))


def _count(counted: _Counted, code: str, case: Case) -> None:
    counted.setdefault(code, []).append(case)


def _kept(cases: Mapping[str, Iterable[Case]]) -> dict[str, Cases]:
    return {code: tuple(found) for code, found in cases.items()}


# ---------------------------------------------------------------------- the proof


def refuse_wrong_sums(tasks: TaskList, table: StatTable) -> None:
    """Refuse a table whose sums do not agree; the sentence names the column, and the rows that break it."""
    for label, broken in _broken(table):
        rows = rows_in_words(tasks, {case.row for case in broken})
        raise Refused(f"统计表“{label}”一栏相加不符（第 {rows} 行），没有列出；请按 F5 核对这几行。")


def _broken(table: StatTable) -> Iterator[tuple[str, Iterable[Case]]]:
    """Yield the label of each sum that does not agree, with the cases that break it."""
    for column in table.columns:
        code = column.code
        in_lines = _cases(line.of(code) for line in table.lines)
        in_lines.subtract(table.repeated.of(code))
        in_sum = Counter(table.total.of(code))
        if wrong := _unequal(in_lines, in_sum):
            yield column.label, wrong
    for line in (*table.lines, table.repeated, table.total):
        for whole, parts in _SUMS:
            if found := _sum_broken(table.columns, line, whole, parts):
                label, breaking = found
                yield f"{line.label}·{label}", breaking


_SUMS: tuple[tuple[Part, Part], ...] = (("rows", "states"), ("owed", "words"))
"""The columns that are the sum of others."""


def _sum_broken(
    columns: Sequence[StatColumn], line: StatLine, whole: Part, parts: Part
) -> tuple[str, Iterable[Case]] | None:
    """Return the column of a line that is not the sum of its parts, with the cases that break it."""
    sums = [column for column in columns if column.part == whole]
    summed = [column.code for column in columns if column.part == parts]
    if not sums or not summed:
        return None
    in_parts = _cases(map(line.of, summed))
    in_sum = Counter(line.of(sums[0].code))
    wrong = _unequal(in_parts, in_sum)
    return (sums[0].label, wrong) if wrong else None


def _cases(parts: Iterable[Cases]) -> Counter[Case]:
    return Counter(chain.from_iterable(parts))


def _unequal(one: Counter[Case], other: Counter[Case]) -> list[Case]:
    """Return the cases that two counts have not equally often."""
    cases = {**one, **other}
    return [case for case in cases if one[case] != other[case]]
