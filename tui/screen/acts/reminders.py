"""Acts that remind units (催办、督办、电话), and the register in which their answers are noted."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from store.records.follow_up import FOLLOW_UP_KINDS, FollowUp, FollowUpKind
from store.refused import Refused
from tui.screen.acts.printing import PrintingActs
from tui.screen.desk import Desk

if TYPE_CHECKING:
    from tui.screen.dialogs.lines import Given, LineAsked

_EACH = "each"
"""Stands for the units of the rows, a reminder each."""
_KINDS: dict[str, FollowUpKind] = {kind: kind for kind in FOLLOW_UP_KINDS}


class ReminderActs:
    """Asks for a reminder in one form, and keeps the register."""

    def __init__(self, desk: Desk, printing: PrintingActs) -> None:
        """The desk to work on, and what prints a reminder."""
        self._desk = desk
        self._printing = printing

    async def remind(self) -> None:
        """Remind the units of the marked rows, else of the row under the cursor."""
        desk = self._desk
        here = (desk.row,) if desk.row else ()
        await self.remind_of(desk.marks.rows or here)

    async def remind_of(self, rows: Sequence[str], owing: Sequence[str] = ()) -> None:
        """Ask for a reminder of rows, and send it; of several units each may have its own.

        It is for those that owe something, where they stand in the rows; else for those that lead them.
        """
        from store.acts.reminding import reminded, rows_of_unit, rows_to_remind_of, units_to_remind
        from store.records.ranges import numbered_rows
        from tui.screen.dialogs.lines import LinesDialog

        desk, tasks = self._desk, self._desk.tasks
        meant = rows_to_remind_of(tasks, rows, tasks.clock.day())
        standing = [unit for unit in owing if rows_of_unit(tasks, unit, meant.open)]
        units = standing or units_to_remind(tasks, meant.open)
        if not meant.open or not units:
            desk.warn(_nothing(bool(rows), bool(meant.open)))
            return
        title = f"催办：{numbered_rows(tasks, meant.open)}"

        def check(given: "Given") -> object:
            return reminded(tasks, self._slips(given, meant.open, units))

        lines = self._lines(meant.open, units)
        given = await desk.ask(LinesDialog(title, lines, check, about="".join(meant.said), begins_in="by"))
        if given is None:
            return
        change = reminded(tasks, self._slips(given, meant.open, units))
        way = "" if given["kind"] == "phone" else "。按 F9 打印"
        await desk.commit(change, f"{change.title}{way}")

    def _lines(self, rows: Sequence[str], units: Sequence[str]) -> "list[LineAsked]":
        from store.acts.reminding import rows_of_unit
        from store.ledger.reminder_levels import LEVELS
        from store.ledger.reminder_words import why_reminded
        from store.records.follow_up import LEVEL_SCHEMES
        from tui.screen.dialogs.lines import LineAsked

        tasks = self._desk.tasks
        named = [(unit, tasks.wording_of(unit)) for unit in units]
        count = len(units)
        why = "不填则按各行的状态写"
        if count > 1:
            named.insert(0, (_EACH, f"各单位各一份，共 {count} 份"))
        else:
            its_own = rows_of_unit(tasks, units[0], rows)
            why = why_reminded(tasks, units[0], its_own, tasks.clock.day()) or why
        kinds = tuple(FOLLOW_UP_KINDS.items())
        by = LEVEL_SCHEMES[tasks.notice.reminder_levels]
        levels = [("", f"{by}定")]
        levels += [(level, level) for level in LEVELS]
        lines = [LineAsked("kind", "种类", "reminder", choices=kinds)]
        lines.append(LineAsked("unit", "单位", choices=tuple(named)))
        lines.append(LineAsked("by", "回复期限", hint="如 11-5、2026年11月5日，可不填"))
        lines.append(LineAsked("require", "要求", hint="如 请报送进展情况和下一步措施", is_long=True))
        lines.append(LineAsked("why", "事由", hint=why, is_long=True))
        lines.append(LineAsked("level", "级别", choices=tuple(levels)))
        lines.append(LineAsked("signed_by", "签发人", hint="印在单子上，可不填"))
        lines.append(LineAsked("phone_with", "接话人", hint="电话催办时填，可不填"))
        return lines

    def _slips(self, given: "Given", rows: Sequence[str], units: Sequence[str]) -> list[FollowUp]:
        """Return the reminders that the form asks for, each with the rows in which its unit stands."""
        from store.acts.reminding import rows_of_unit
        from store.words.days import day_named

        tasks = self._desk.tasks
        if given["phone_with"] and given["kind"] != "phone":
            raise Refused("接话人只用于电话催办，请把种类改为电话，或清空接话人。")
        answer_by = day_named(given["by"], tasks.clock.day())
        kind = _KINDS[given["kind"]]
        asked = FollowUp("", kind=kind, answer_by=answer_by)
        texts = [given[name] for name in ("require", "why", "signed_by", "phone_with", "level")]
        require, why, signed_by, phone_with, level = texts
        asked = replace(asked, require=require, why=why, level=level)
        asked = replace(asked, signed_by=signed_by, phone_with=phone_with)
        chosen = units if given["unit"] == _EACH else [given["unit"]]
        slips = []
        for unit in chosen:
            its_own = rows_of_unit(tasks, unit, rows)
            slips.append(replace(asked, unit=unit, tasks=its_own))
        return slips

    # ------------------------------------------------------------------ the register

    async def show(self) -> None:
        """Show the register, the newest reminder first."""
        await self.show_at("")

    async def show_at(self, at: str) -> None:
        """Show the register, the cursor on a reminder by its key, until the clerk leaves: note an answer,
        print, or go to the first row.
        """
        from store.ledger.follow_ups import follow_ups_of
        from tui.screen.dialogs.reminders import RegisterDialog

        desk = self._desk
        while slips := follow_ups_of(desk.tasks)[::-1]:
            chosen = await desk.ask(RegisterDialog(desk.tasks, slips, at))
            if chosen is None:
                return
            at = chosen.slip.key
            if chosen.act == "go" and self._went_to(chosen.slip):
                return
            if chosen.act == "print":
                await self._printing.print_reminder(chosen.slip)
            elif chosen.act == "answer" and desk.may_change():
                await self._answer(chosen.slip)
        desk.say("还没有催办过；在行上用菜单“催办单”发出。")

    def _went_to(self, slip: FollowUp) -> bool:
        """Bring the cursor to the first row of a reminder; return whether there is one."""
        places = self._desk.tasks.places
        rows = [row for row in slip.tasks if row in places]
        if not rows:
            self._desk.warn(f"{slip.number}涉及的行已不在清单中。")
            return False
        self._desk.go_to_row(rows[0])
        return True

    async def _answer(self, slip: FollowUp) -> None:
        """Ask what the unit answered, on which day, and who signed it."""
        from store.acts.reminding import answered
        from store.records.changes import Change
        from store.words.days import past_day_named
        from tui.screen.dialogs.lines import LineAsked, LinesDialog

        desk, tasks = self._desk, self._desk.tasks

        def noted(given: "Given") -> Change:
            typed = given["on"] or tasks.today
            day = past_day_named(typed, tasks.clock.day()).isoformat()
            return answered(tasks, slip, given["text"], day, given["by"])

        lines = [LineAsked("text", "办理情况", slip.answer, "单位回复的内容，可不填", is_long=True)]
        lines.append(LineAsked("on", "回复日期", slip.answered_on or tasks.today))
        lines.append(LineAsked("by", "负责人", slip.answered_by, "在回执上签字的，可不填"))
        unit = tasks.wording_of(slip.unit)
        title = f"{slip.number}：{unit}的回复"
        given = await desk.ask(LinesDialog(title, lines, noted))
        if given is not None:
            await desk.commit(noted(given))


def _nothing(has_rows: bool, has_open: bool) -> str:
    """Return why nobody can be reminded."""
    if not has_rows:
        return "清单里没有任务，请先新增任务。"
    if not has_open:
        return "所选的行都已销号、中止或取消，不用催办。"
    return "所选的行没有写明单位，请先填牵头单位或责任单位。"
