"""What the dialog of a report is given, and what it gives back. Plain values."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from store.acts.reporting import ReportGiven
from store.ledger.periods import period_or_none
from store.records.report import REPORT_WORDS, Report, ReportWord
from store.records.schedule import Measure

WORDS: tuple[ReportWord, ...] = tuple(REPORT_WORDS)
USUAL: ReportWord = "under_way"
"""The word of a report of which nothing was said yet."""

TEXTS = {"done": "进展情况", "problem": "存在问题", "next_step": "下一步"}
"""The long texts of a report, and what they are called."""


@dataclass(frozen=True, slots=True)
class UnitForm:
    """What is known of a unit's report before anything is typed."""

    unit: str
    """Key."""
    name: str
    held: Report | None = None
    before: Report | None = None
    """The last one of an earlier period."""

    def held_text(self, field: str) -> str:
        """Return what the report says in a field; nothing where there is none."""
        return str(getattr(self.held, field) or "") if self.held else ""

    def held_value(self, measure: str) -> str:
        """Return the value that the report gives of a measure."""
        values = self.held.values if self.held else ()
        return next((one.value for one in values if one.measure == measure), "")

    @property
    def word(self) -> ReportWord:
        """How far the report says that the row is."""
        return (self.held.word if self.held else "") or USUAL

    @property
    def before_said(self) -> str:
        """What was reported the last time, in a line; nothing where nothing was."""
        if self.before is None:
            return ""
        period = period_or_none(self.before.period)
        word = REPORT_WORDS.get(self.before.word, "")
        said = [f"上期（{period.label if period else self.before.period}）{word}", self.before.done]
        for field in ("problem", "next_step"):
            if text := getattr(self.before, field):
                said.append(f"{TEXTS[field]}：{text}")
        return "  ".join(filter(None, said))


@dataclass(frozen=True, slots=True)
class ReportAsked:
    """What report is asked for."""

    title: str
    counts: str
    """What stands at the right of the title: when it is due."""
    units: Sequence[UnitForm]
    at: int
    """The number of the unit to begin with."""
    measures: Sequence[Measure]
    today: date
    check: Callable[[str, ReportGiven], object]
    """Refuses what a unit (its key) would report with a sentence; the form then stays open."""
    begins_in: str = "done"
    typed: str = ""
    """What was typed before the form was there: it begins a new text in its first field."""


@dataclass(frozen=True, slots=True)
class ReportTyped:
    """What was typed of a unit's report; None where the report is to be sent back."""

    unit: str
    given: ReportGiven | None
