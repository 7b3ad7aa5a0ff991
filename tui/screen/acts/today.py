"""What is to be seen to today (今日) on the screen: in groups, what is late first; Enter goes there."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from tui.screen.acts.checking import Checking
from tui.screen.acts.handover import HandoverActs
from tui.screen.acts.lone_acts import LoneActs
from tui.screen.acts.look_over import look_over
from tui.screen.acts.mending import MendingActs
from tui.screen.desk import Desk

if TYPE_CHECKING:
    from store.ledger.today import TodayLine
    from tui.screen.dialogs.agenda import AgendaCursor, AgendaDialog
    from tui.screen.dialogs.agenda_lines import AgendaEntry

_KEYS = {"f5": "turn", "f9": "remind"}

_OPEN_UP_TO = 20
"""Lines of a group up to which it is open at first."""


class TodayActs:
    """Shows what is to be seen to, and goes there."""

    def __init__(
        self, desk: Desk, checking: Checking, mending: MendingActs, handover: HandoverActs, lone: LoneActs
    ) -> None:
        """The desk, what keeps the findings, and the acts that a line leads to."""
        self._lone = lone
        self._desk = desk
        self._checking = checking
        self._mending = mending
        self._handover = handover

    async def show(self) -> bool:
        """Show what is to be seen to; return whether the clerk turns to the next list."""
        from tui.screen.dialogs.agenda import AgendaCursor

        await look_over(self._desk.tasks)
        cursor = AgendaCursor()
        while (chosen := await self._desk.ask(self._dialog(cursor))) is not None:
            cursor = chosen.cursor
            if chosen.act != "remind":
                break
            await self._remind(chosen.several)
        if chosen and chosen.value is not None and not chosen.act:
            await self._go_to(chosen.value)
        return chosen is not None and chosen.act == "turn"

    async def _remind(self, lines: "Sequence[TodayLine]") -> None:
        """Remind the units of the rows that lines are about, each row once; where all are about reports, the
        units that owe them.
        """
        rows = dict.fromkeys(row for line in lines for row in line.rows)
        units = {line.unit for line in lines}
        owing = () if "" in units else tuple(units)
        if self._desk.may_change():
            await self._lone.reminders.remind_of(tuple(rows), owing)

    async def _go_to(self, line: "TodayLine") -> None:
        """Go to what a line is about: a missing report in the ledger of its period, a reminder in the
        register.
        """
        from store.ledger.periods import period_named

        if line.group == "plans":
            await self._handover.show_plans()
        elif line.group == "unanswered" and line.record:
            await self._lone.reminders.show_at(line.record[1])
        elif line.period:
            await self._lone.ledger.go_to(line.row, period_named(line.period))
        else:
            self._mending.go_to(line.row or None, line.record, line.field)

    def _dialog(self, cursor: "AgendaCursor") -> "AgendaDialog[TodayLine]":
        """Return the dialog; the errors, which stand last, come into it once the checks have looked."""
        from store.words.moments import month_and_day
        from tui.screen.dialogs.agenda import Agenda, AgendaDialog

        day = self._desk.tasks.clock.day()
        counts, entries = self._found(day)
        agenda = Agenda(
            "today",
            f"今日 {month_and_day(day, day)}",
            counts,
            "今天没有要办的。",
            _KEYS,
            whole=frozenset({"turn"}),
            marks=True,
            open_up_to=_OPEN_UP_TO,
        )
        dialog = AgendaDialog(agenda, entries, cursor)
        self._checking.once_finished(lambda: dialog.renew(*self._found(day)))
        return dialog

    def _found(self, day: date) -> "tuple[str, list[AgendaEntry[TodayLine]]]":
        """Return what there is for a day, and how much in words."""
        from store.views.today import today_lines

        checker = self._checking.finished
        lines = today_lines(self._desk.tasks, checker, day)
        return f"{len(lines)} 件" + ("" if checker else " · 核对中"), self._entries(lines)

    def _entries(self, lines: "Sequence[TodayLine]") -> "list[AgendaEntry[TodayLine]]":
        from store.ledger.today import TODAY_GROUPS
        from store.records.ranges import rows_in_words
        from tui.screen.dialogs.agenda_lines import AgendaEntry, Heading

        tasks = self._desk.tasks
        entries = []
        for line in lines:
            where = rows_in_words(tasks, line.rows)
            who = " ".join(("、".join(line.units), "、".join(line.leaders))).strip()
            about = "  ".join(filter(None, (line.said, line.figures, who)))
            heading = Heading(TODAY_GROUPS[line.group])
            label = "\n".join(filter(None, (line.text, about)))
            entries.append(AgendaEntry(line, label, heading, line.name, where))
        return entries
