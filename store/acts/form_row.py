"""One row of a form against the report that the list holds: what is new, and the report to be registered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from store.acts.reporting import ReportGiven
from store.ledger.facts import facts_of
from store.ledger.figures import number_in
from store.ledger.form_reading import Filled
from store.ledger.form_rows import GivenRow
from store.ledger.forms import ANSWERS, Answer, HeadAnswer
from store.records.report import REPORT_WORDS, Report, ReportWord
from store.records.schedule import Measure
from store.records.tasklist import TaskList
from store.records.values import MeasuredValue

SOURCE = "报送表"
"""By what such a report came."""
_WORDS: Mapping[str, ReportWord] = {label: word for word, label in REPORT_WORDS.items()}
_STATE, _VALUE = ANSWERS["word"], ANSWERS["value"]
_PLACES = {label: place for place, label in enumerate(ANSWERS.values())}
_TEXTS: tuple[Answer, ...] = ("done", "problem", "next_step")


@dataclass(frozen=True, slots=True)
class Move:
    """A field of a report that a form changes, and the cell that says so."""

    label: str
    cell: str
    before: str
    after: str

    @property
    def where(self) -> str:
        """The field with its cell: 进展情况（H7）."""
        return f"{self.label}（{self.cell}）"


class RowAgainstReport:
    """What a row of a form says, beside the report of the list; blank cells leave it as it is."""

    def __init__(self, tasks: TaskList, given: GivenRow, held: Report | None, notes: list[str]) -> None:
        """Compare; what cannot be registered goes to the notes, in sentences."""
        self._given, self._notes = given, notes
        self._before = held or Report("")
        measures = facts_of(tasks).of(Measure, given.row)
        self._measures = {one.key: one for one in measures}
        self.moves: list[Move] = []
        self.is_new = held is None
        self._is_received = bool(held and held.received_on and not held.is_returned)
        self._texts = {name: self._text(name) for name in _TEXTS}
        self._word = self._said_word()
        values = self._before.values
        self._values = {one.measure: one.value for one in values}
        self._share = self._before.share
        for measure, filled in given.figures:
            self._take_figure(measure, filled)
        self.moves.sort(key=lambda move: _PLACES[move.label])

    @property
    def is_same(self) -> bool:
        """Whether the list says the same, in a report that was received."""
        return self._is_received and not self.moves

    @property
    def says_nothing(self) -> bool:
        """Whether nothing of the row can be registered."""
        return self.is_new and not self.moves

    def report(self, head: Mapping[HeadAnswer, str], received: str) -> ReportGiven:
        """Return the report with what stands over the table, received on a day (ISO)."""
        figures = self._values.items()
        values = tuple(MeasuredValue(*figure) for figure in figures)
        texts = self._texts
        done, problem, next_step = texts["done"], texts["problem"], texts["next_step"]
        said = ReportGiven(self._word, done, problem, next_step, values, self._share, source=SOURCE)
        before = self._before
        signed_by = head.get("signed_by") or before.signed_by
        spoken = head.get("reporter", ""), head.get("phone", "")
        reporter = " ".join(filter(None, spoken)) or before.reporter
        return replace(said, signed_by=signed_by, reporter=reporter, received_on=received)

    def _text(self, name: Answer) -> str:
        before: str = getattr(self._before, name)
        filled = self._given.texts.get(name)
        if filled is None or filled.text == before:
            return before
        move = Move(ANSWERS[name], filled.cell, before, filled.text)
        self.moves.append(move)
        return filled.text

    def _said_word(self) -> ReportWord:
        before = self._before.word
        filled = self._given.texts.get("word")
        if filled is None:
            return before
        word = _WORDS.get("".join(filled.text.split()))
        if word is None:
            choices = "、".join(_WORDS)
            self._leave_out(_STATE, filled, f"请从{choices}中选一个")
            return before
        if word != before:
            old = REPORT_WORDS.get(before, "")
            said = REPORT_WORDS[word]
            self.moves.append(Move(_STATE, filled.cell, old, said))
        return word

    def _take_figure(self, key: str, filled: Filled) -> None:
        measure = self._measures.get(key)
        if key and measure is None:
            self._leave_out(_VALUE, filled, "这项指标已不在清单里")
            return
        figure = figure_in(filled.text, measure)
        if not figure:
            self._leave_out(
                "完成值", filled, "请写百分数，如 45%" if measure is None else "请只写数字，如 18"
            )
            return
        before = self._share if measure is None else self._values.get(key, "")
        if figure != before:
            self.moves.append(Move(_VALUE, filled.cell, before, figure))
        if measure is None:
            self._share = figure
        else:
            self._values[key] = figure

    def _leave_out(self, label: str, filled: Filled, why: str) -> None:
        said = f"{label}“{filled.text}”（{filled.cell}）"
        self._notes.append(f"{said}没有登记，{why}。")


def figure_in(text: str, measure: Measure | None) -> str:
    """Return the number that a cell gives of a measure, with or without its unit; of a share, a per cent."""
    bare = text.strip().replace("％", "%")
    if measure is None:
        if not bare.endswith("%"):
            return ""
        bare = bare.removesuffix("%")
    elif measure.unit_of_measure:
        bare = bare.removesuffix(measure.unit_of_measure.replace("％", "%"))
    number = number_in(bare)
    return "" if number is None else str(number)
