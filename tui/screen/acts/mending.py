"""Mending a finding: going where it is, and opening the picker, the card, the roster or the two texts."""

from typing import TYPE_CHECKING

from store.records.changes import Change
from store.records.task import Item, Task
from store.records.unit import Unit
from store.records.values import Mention
from store.words.names import name_key
from tui.screen.acts.card import CardActs
from tui.screen.acts.cells import CellActs
from tui.screen.acts.editing import EditingActs
from tui.screen.acts.portfolio import PortfolioActs
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice

if TYPE_CHECKING:
    from store.checks.finding import Finding
    from store.questions.question import Marks
    from tui.screen.dialogs.compare import TextName

_STILL_OPEN = ("open", "unknown")
"""Grades of a unit whose leader nobody knows."""


class MendingActs:
    """Goes to a place, and opens what changes what is there."""

    def __init__(
        self, desk: Desk, portfolio: PortfolioActs, cells: CellActs, card: CardActs, editing: EditingActs
    ) -> None:
        """The desk, and the acts that change what stands where a finding is."""
        self._desk = desk
        self._portfolio = portfolio
        self._cells = cells
        self._card = card
        self._editing = editing

    # ------------------------------------------------------------------ going there

    def go_to(self, row: str | None, record: tuple[str, str] | None, field: str) -> None:
        """Bring the cursor to a row's cell, or to the record."""
        desk = self._desk
        if row and row in desk.tasks.keys_of(Task):
            desk.go_to_row(row, field)
            return
        match record:
            case "items", key if rows := desk.tasks.task_keys_of(key):
                desk.go_to_row(rows[0])
            case "notices", _ if field == "group":
                desk.go_to_roster("")
            case ("notices" | "work_points") as table, key:
                desk.go_to_work_point(table, key, field)
            case _, key:
                desk.go_to_roster(key)

    async def pick_at(self, row: str | None, record: tuple[str, str] | None, field: str) -> None:
        """Go to a row's cell and open the picker there."""
        self.go_to(row, record, field)
        await self._pick()

    async def _pick(self, offered: str = "") -> None:
        if cell := self._desk.cell:
            await self._cells.pick(cell, offered)

    # ------------------------------------------------------------------ mending

    async def mend(self, finding: "Finding") -> bool:
        """Open what mends a finding, where it is; return whether the clerk is done with it there.

        He is not where he went on to another cell.
        """
        hit = finding.hit
        self.go_to(hit.row, hit.record, hit.field)
        if hit.mend == "card" and hit.row:
            await self._card.change(hit.row, hit.field or "text")
        elif hit.mend == "cell":
            await self._pick(hit.offered)
        else:
            await self._mend_elsewhere(finding)
        return not self._desk.is_picking

    async def _mend_elsewhere(self, finding: "Finding") -> None:
        hit = finding.hit
        match hit.mend:
            case "settle" if hit.row:
                await self._settle_in(hit.row, hit.field)
            case "members":
                await self.answer_members(hit.about)
            case "merge":
                await self._merge(hit.subject)
            case "number":
                await self._renumber(hit.subject)
            case "compare" if hit.record:
                await self.compare(hit.record[1])
            case "source":
                self._desk.warn("这是通知原文的写法，请对照原件；原文如此的，请按 Ctrl+K 认可。")
            case _:
                await self._editing.edit()

    async def _merge(self, subject: str) -> None:
        """Merge what two desks added alike, once the clerk says that it is one thing."""
        from store.acts.alike_merged import added_alike, merge_alike
        from store.records.describing import alike_named

        desk = self._desk
        meant = [pair for pair in added_alike(desk.tasks) if f"{pair.kept}:{pair.gone}" == subject]
        if not meant:
            return
        choices = [
            Choice("merge", "合并为一处", about="用到它的各处随之改动，Ctrl+Z 可撤销"),
            Choice("leave", "不是同一个，都留着", about="可按 Ctrl+K 认可，以后不再提示"),
        ]
        answer = await desk.choose(f"两处新增的{alike_named(desk.tasks, meant[0])}", choices)
        if answer == "merge":
            await desk.attempt(lambda: merge_alike(desk.tasks, meant))

    async def _renumber(self, subject: str) -> None:
        """Give the reminder that has another's number the next free one."""
        from store.acts.reminding import renumbered_slips

        _, _, slip = subject.rpartition(":")
        await self._desk.attempt(lambda: renumbered_slips(self._desk.tasks, slip))

    async def _settle_in(self, row: str, field: str) -> None:
        """Settle the leader of a unit of a cell whose leader nobody knows; of several units, ask which."""
        desk = self._desk
        still_open = self._open_units(row, field)
        if not still_open:
            return
        unit: str | None = still_open[0]
        if len(still_open) > 1:
            choices = [Choice(key, desk.tasks.wording_of(key)) for key in still_open]
            unit = await desk.choose("先定哪个单位的分管领导", choices)
        if unit is not None:
            await self._portfolio.settle(desk.tasks.get(Unit, unit))

    def _open_units(self, row: str, field: str) -> list[str]:
        """Return the units of a cell whose leader is open or unknown."""
        from store.portfolio.standings import standings

        known = standings(self._desk.tasks)
        task = self._desk.tasks.task(row)
        units: tuple[Mention, ...] = getattr(task, field)
        keys = [unit.key for unit in units if unit.key in known]
        return [key for key in keys if key and known[key].grade in _STILL_OPEN]

    async def answer_members(self, wording: str) -> None:
        """Ask which units a collective stands for."""
        from store.questions.asking import questions

        wanted = name_key(wording)
        asked = questions(self._desk.tasks, codes=("Q04",))
        for question in asked:
            if question.subject == wanted and question.marks:
                await self.mark(question.about, question.marks)
                return
        self._desk.say(f"“{wording}”的所含单位已定或已决定不列明，可在名册中修改。")

    async def mark(self, about: str, marks: "Marks") -> None:
        """Mark the units that a collective stands for, and commit them."""
        from tui.screen.dialogs.mark import MarkDialog

        choices = [Choice(key, words) for key, words in marks.choices]
        nothing = "还没有选单位，请按空格选定。"
        dialog = MarkDialog(f"“{about}”包括哪些单位", choices, marks.marked, nothing=nothing)
        keys = await self._desk.ask(dialog)
        if keys is not None:
            await self._desk.attempt(lambda: marks.act(keys))

    async def compare(self, item_key: str) -> None:
        """Show body and annex of an item side by side, and take one for the other where the clerk says so."""
        from store.checks.two_texts import take_annex, take_body, texts_of
        from tui.screen.dialogs.compare import CompareDialog

        desk = self._desk
        item = desk.tasks.get(Item, item_key)
        both = texts_of(desk.tasks, item)
        if both is None:
            desk.warn("这一事项没有可以对照的正文。")
            return

        def take(text: "TextName") -> Change:
            taking = take_annex if text == "annex" else take_body
            return taking(desk.tasks, item)

        change = await desk.ask(CompareDialog(both, take))
        if change is not None:
            await desk.commit(change)
