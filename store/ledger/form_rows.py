"""The lines of a form that came back, put together row by row; what is of no row of the list is named."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from store.ledger.form_reading import Filled, FilledForm, FilledLine
from store.ledger.forms import ANSWERS, Answer
from store.records.tasklist import TaskList


@dataclass(slots=True)
class GivenRow:
    """What the lines of one row give."""

    row: str
    at: int
    """The row of the sheet, from 1."""
    texts: dict[Answer, Filled] = field(default_factory=dict)
    figures: list[tuple[str, Filled]] = field(default_factory=list)
    """Key of a measure, empty for the share, and the figure."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is filled in."""
        return not self.texts and not self.figures


@dataclass(slots=True)
class GivenRows:
    """The rows of a form."""

    rows: dict[str, GivenRow] = field(default_factory=dict)
    """By key, in the order of the sheet."""
    strays: list[int] = field(default_factory=list)
    """The sheet's rows that are of no row of the list."""
    notes: list[str] = field(default_factory=list)
    """What is to be looked at, in sentences."""


def rows_given(tasks: TaskList, form: FilledForm) -> GivenRows:
    """Return what a form gives of each row; two lines of one row that differ give nothing."""
    given = GivenRows()
    in_order = sorted(form.lines, key=_number)
    numbered = [list(group) for _, group in groupby(in_order, key=_number)]
    numbered.sort(key=lambda lines: lines[0].at)
    for lines in numbered:
        row = lines[0].row
        if row not in tasks.places:
            given.strays += [line.at for line in lines]
            continue
        at = min(line.at for line in lines)
        held = given.rows.setdefault(row, GivenRow(row, at))
        held.at = min(held.at, at)
        _give(given, held, lines)
    given.strays.sort()
    return given


def _number(line: FilledLine) -> tuple[str, str]:
    return line.row, line.measure


def _give(given: GivenRows, held: GivenRow, lines: Sequence[FilledLine]) -> None:
    """Take what lines of one number say, where they say one thing."""
    said: dict[tuple[str, ...], FilledLine] = {}
    for line in lines:
        if line.answers:
            texts = [filled.text for filled in line.answers.values()]
            said.setdefault(tuple(texts), line)
    if len(said) > 1:
        places = "、".join([str(line.at) for line in lines])
        given.notes.append(f"第 {places} 行是同一任务而内容不同，没有登记，请核对。")
        return
    for line in said.values():
        for name, filled in line.answers.items():
            _take(given, held, line, name, filled)


def _take(given: GivenRows, held: GivenRow, line: FilledLine, name: Answer, filled: Filled) -> None:
    """Take one cell; of what is asked once a row, the first line that says it counts."""
    where = f"“{ANSWERS[name]}”（{filled.cell}）"
    if filled.is_formula:
        given.notes.append(f"{where}是公式，按公式的文字读取，请核对。")
    if name == "value":
        held.figures.append((line.measure, filled))
        return
    first = held.texts.setdefault(name, filled)
    if first.text != filled.text:
        given.notes.append(f"{where}没有登记，已按 {first.cell} 登记，请核对。")
