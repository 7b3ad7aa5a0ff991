"""Acts that bring the list to paper: print, and open what was printed."""

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from store.history.earlier import State
from tui.screen.desk import Desk

if TYPE_CHECKING:
    from store.records.follow_up import FollowUp
    from tui.paper.job import Job
    from tui.paper.page_form import Chosen
    from tui.paper.print_form import PrintForm


class PrintingActs:
    """What goes to paper."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk
        self._printed: Path | None = None
        """What was printed last from this desk."""

    async def print(self) -> None:
        """Print; offered first is what was just handed over or sent, whom the cursor is on, or the view."""
        from store.history.handovers import newest_handover
        from store.history.reminders import newest_reminders

        state = self._desk.state
        count = newest_handover(state)
        handed_over = ("handover", str(count)) if count else None
        slips = newest_reminders(state)
        sent = ("reminder", ",".join(slip.key for slip in slips)) if slips else None
        await self._print(*(handed_over or sent or self._under_cursor()))

    async def print_reminder(self, slip: "FollowUp") -> None:
        """Print a reminder; one by telephone stands in the register."""
        if slip.kind == "phone":
            await self._print("register", "")
        else:
            await self._print("reminder", slip.key)

    async def print_handover(self, count: int) -> None:
        """Print the 移交清单 of a handover, which is the last of the list's first `count` changes."""
        await self._print("handover", str(count))

    async def print_statistics(self, asked: str) -> None:
        """Print the statistics that stand for a value of the print dialog's range: unit:2021-10."""
        await self._print("stats", asked)

    async def _print(self, place: str, record: str) -> None:
        from store.views.sorting import SORTED_BY
        from tui.paper.job import of_earlier
        from tui.paper.print_form import PrintForm, Shown, first_choice

        desk = self._desk
        kind, subject = first_choice(desk.tasks, place, record)
        shown = desk.panes.shown
        sorted_by = SORTED_BY.get(shown.selection.sorted_by, "")
        on_screen = Shown(shown.rows, shown.rows_selected, sorted_by)
        past = desk.past
        form = PrintForm(desk.state, on_screen, kind, subject, chosen=await self._chosen())
        if past:
            form.of_state = partial(of_earlier, now=desk.file, shown=past.earlier, day=past.moment[:10])
        await self._ask(form, desk.state)

    async def print_again(self, record: str) -> None:
        """Print statistics again as they were, by the key of the record of their print."""
        from store.records.kept import Print
        from tui.paper.again import printed_again
        from tui.paper.bases import spelled
        from tui.paper.print_form import PrintForm, Shown

        desk = self._desk
        printed = desk.tasks.get(Print, record)
        then, job = await asyncio.to_thread(printed_again, desk.state, printed, desk.tasks.clock.day())
        by, period, _ = printed.base.split(":")
        form = PrintForm(then, Shown(), job.kind, spelled(by, period), chosen=await self._chosen())
        form.of_state = partial(_as_before, job)
        await self._ask(form, then)

    async def _chosen(self) -> "Chosen":
        """Return what was chosen of the page for the list's prints before."""
        from store.machine.kept_choices import load_choices

        file = self._desk.file
        return await asyncio.to_thread(load_choices, file.file_id, file.path)

    async def _ask(self, form: "PrintForm", state: State) -> None:
        """Ask how to print a state of the list, and record what was printed."""
        from tui.screen.dialogs.printing import PrintDialog

        desk = self._desk
        if not desk.looks_only:
            form.keep = partial(self._keep, form)
        done = await desk.ask(PrintDialog(state, desk.file.path, form))
        if done is None:
            return
        self._printed = done.path
        await self._remember(form)
        said = f"{done.said}菜单“打开打印件”可打开它。"
        if desk.looks_only:
            desk.say(f"{said}（只能查看，没有记下这次打印）")
        else:
            await desk.commit(done.change, said)

    async def _keep(self, form: "PrintForm", name: str, text: str) -> bool:
        """Keep a template in the list, as a change of its own, and choose it for the prints to come."""
        from store.acts.templates import keep_template

        if await self._desk.commit(keep_template(self._desk.tasks, name, text)) is None:
            return False
        form.page.keep(form.kind, name, text)
        await self._remember(form)
        return True

    async def _remember(self, form: "PrintForm") -> None:
        """Remember what is chosen of the page, for the list's next print."""
        from store.machine.kept_choices import keep_choices

        file = self._desk.file
        await asyncio.to_thread(keep_choices, file.file_id, file.path, form.page.kept())

    def _under_cursor(self) -> tuple[str, str]:
        """The kind of the line of the roster and its record, else the view of the rows."""
        line = self._desk.roster_place if self._desk.pane == "roster" else None
        if line:
            return line.kind, line.record
        return ("matrix" if self._desk.panes.views.crossed_by else "list"), ""

    async def open_printed(self) -> None:
        """Have the desktop open what was printed last, or the folder that it is in."""
        from tui.paper.printer import open_path

        desk, printed = self._desk, self._printed
        if printed is None:
            desk.warn("这次还没有打印过，请先按 F9。")
            return
        for path in (printed, printed.parent):
            if await asyncio.to_thread(open_path, path):
                desk.say(f"已请桌面打开 {path}")
                return
        desk.warn(f"这里没有桌面可以打开文件，请自行打开 {printed}")


def _as_before(job: "Job", chosen: "Job") -> "Job":
    """Return what is printed again, where it is what the clerk chooses: another sheet is as he chooses it."""
    return job if chosen.kind == job.kind else chosen
