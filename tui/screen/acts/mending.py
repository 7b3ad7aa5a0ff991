"""What mends a finding: going where it is, and opening the picker, the card, the roster or the two texts there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.records.changes import Change
from store.records.task import Item, Task
from store.records.unit import Unit
from store.records.values import Mention
from tui.screen.acts.portfolio import PortfolioActs
from tui.screen.panes.matrix import Matrix, MatrixCell

if TYPE_CHECKING:
    from store.checks.finding import Finding


class Mending(PortfolioActs):
    """Goes to a place, and opens what changes what is there."""

    def go_to(self, row: str | None, record: tuple[str, str] | None, field: str) -> None:
        """Bring the cursor to a row's cell, or to the record."""
        if row and row in self.tasks.keys_of(Task):
            self.go_to_row(row)
            self.query_one(Matrix).show_row(row, field)
            return
        match record:
            case "items", key if rows := self.tasks.task_keys_of(key):
                self.go_to_row(rows[0])
            case "notices", _ if field == "group":
                self.go_to_roster("")
            case ("notices" | "work_points") as table, key:
                self.go_to_work_point(table, key, field)
            case _, key:
                self.go_to_roster(key)

    def pick(self, cell: MatrixCell, typed: str = "") -> None:
        """Open the picker on a cell."""
        raise NotImplementedError

    def action_edit(self) -> None:
        """Change what the cursor is on."""
        raise NotImplementedError

    def answer_members(self, mention: str) -> None:
        """Ask which units a collective stands for."""
        raise NotImplementedError

    def mend(self, finding: "Finding") -> None:
        """Open what mends a finding, where it is."""
        hit = finding.hit
        if hit.mend == "card" and hit.row:
            self.edit_card_field(hit.row, hit.field or "text")
            return
        self.go_to(hit.row, hit.record, hit.field)
        match hit.mend:
            case "cell":
                if cell := self.query_one(Matrix).cell:
                    self.pick(cell)
            case "settle" if hit.row:
                self._settle_in(hit.row, hit.field)
            case "members":
                self.answer_members(hit.about)
            case "compare" if hit.record:
                self.compare(hit.record[1])
            case "source":
                self.say("这是通知原文的写法,请对照原件;原文如此的,可在核对中按 F4 认可。", warning=True)
            case _:
                self.action_edit()

    def _settle_in(self, row: str, field: str) -> None:
        """Settle the leader of a unit of a cell that nobody knows it of."""
        from store.portfolio.standings import standings

        found = standings(self.tasks)
        units: Sequence[Mention] = getattr(self.tasks.task(row), field)
        keys = [unit.key for unit in units if unit.key]
        still_open = [key for key in keys if key in found and found[key].grade in ("open", "unknown")]
        if len(still_open) == 1:
            self.settle_unit(self.tasks.get(Unit, still_open[0]))
        elif still_open:
            from tui.screen.dialogs.choices import Choice

            choices = [Choice(key, self.tasks.wording_of(key)) for key in still_open]
            self.choose(
                "先定哪个单位的分管领导", choices, lambda key: self.settle_unit(self.tasks.get(Unit, key))
            )

    def compare(self, item_key: str) -> None:
        """Body against annex of an item."""
        from store.checks.two_texts import take_annex, take_body, texts_of
        from tui.screen.dialogs.compare import CompareDialog, Side

        item = self.tasks.get(Item, item_key)
        both = texts_of(self.tasks, item)
        if both is None:
            self.say("这一事项没有可以对照的正文。", warning=True)
            return

        def take(side: Side) -> Change:
            return take_annex(self.tasks, item) if side == "annex" else take_body(self.tasks, item)

        self.app.push_screen(CompareDialog(both, take), lambda change: self._taken(change))

    def _taken(self, change: Change | None) -> None:
        if change is not None:
            self.commit(change)
