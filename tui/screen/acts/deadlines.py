"""What is asked of a deadline that the clerk writes: what it means is said while he writes."""

from dataclasses import dataclass
from datetime import date

from store.records.changes import Edit, updated
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice
from tui.screen.dialogs.text_entry import Note

_EXAMPLES = "如 6月底前、11月15日、每季度、长期坚持；不填为没有时限"


@dataclass(frozen=True, slots=True)
class DeadlineKept:
    """A deadline as it is to be kept, and what else is to be written with it: the year of the list."""

    wording: str
    edits: tuple[Edit, ...] = ()


class DeadlineQuestions:
    """Says what a deadline means, and asks about one that is not understood."""

    def __init__(self, desk: Desk) -> None:
        """The desk that asks."""
        self._desk = desk

    def said(self, text: str) -> Note:
        """Say of a text what it means as a deadline: 6月底前 → 2026-06-30."""
        from store.reading.signs.deadline_given import deadline_given

        given = deadline_given(text, self._year, self._today)
        if not given.wording:
            return Note(_EXAMPLES)
        return Note(f"{given.wording} → {given.said}", warns=bool(given.problem))

    async def settled(self, text: str) -> DeadlineKept | None:
        """Return a deadline with what is to be asked of it; None where the clerk goes on writing."""
        from store.reading.signs.deadline_given import deadline_given

        given = deadline_given(text, self._year, self._today)
        if given.problem:
            choices = [Choice(False, "继续修改"), Choice(True, "照写保留，不算日期")]
            keeps = await self._desk.choose(f"{given.problem}：“{given.wording}”", choices)
            return DeadlineKept(given.wording) if keeps else None
        if not given.needs_year:
            return DeadlineKept(given.wording)
        from store.acts.list_year import year_written

        year = await self._desk.ask_text(
            "这份清单是哪一年的？只问这一次", str(self._today.year), check=year_written
        )
        if year is None:
            return None
        return DeadlineKept(given.wording, tuple(updated(self._desk.tasks.notice, year=year_written(year))))

    @property
    def _year(self) -> int | None:
        from store.reading.signs.deadline_given import list_year

        return list_year(self._desk.tasks.notice)

    @property
    def _today(self) -> date:
        return self._desk.tasks.clock.day()
