"""Giving a cell of the list one value, whatever stands in it: a text, a title, units or leaders."""

from collections.abc import Sequence
from dataclasses import replace

from store.acts.field_values import set_fields
from store.acts.pasted_names import mentions_pasted, open_names, refusal_of
from store.acts.pasting import PasteTarget, Pasting
from store.records.cells import Cell
from store.records.changes import Change
from store.records.ranges import names_in_words
from store.records.task import Item
from store.records.values import Mention
from store.words.blocks import Block
from store.words.names import shortened
from tui.screen.acts.cells import RowsCell
from tui.screen.acts.giving import Giving
from tui.screen.desk import Desk
from tui.screen.panes.matrix import MatrixCell


class OneValueActs:
    """One value for a cell, or for all rows that an act means, as one change."""

    def __init__(self, desk: Desk, giving: Giving) -> None:
        """The desk, and what gives rows units and leaders."""
        self._desk = desk
        self._giving = giving

    async def text(self, at: MatrixCell, rows: Sequence[str], text: str) -> None:
        """Give rows a text in the column of a cell; in one of units or leaders, those that it names."""
        if at.responsibility:
            await self._names(at.responsibility, rows, text)
        elif at.field == "item":
            await self._title(at.row, text)
        else:
            block: Block = ((text,),) * len(rows)
            target = PasteTarget(tuple(rows), (at.field,), act="改为", alone=True)
            await self._desk.commit(_titled(Pasting(self._desk.tasks, block, target)))

    async def mentions(self, cell: Cell, rows: Sequence[str], mentions: Sequence[Mention]) -> bool:
        """Give rows units or leaders; return whether they have them now."""
        return await self._giving.give(rows, RowsCell(cell, tuple(rows)).answers(mentions))

    async def _title(self, row: str, text: str) -> None:
        desk = self._desk
        item = desk.tasks.get(Item, desk.tasks.task(row).item)
        title = " ".join(text.split())
        if title:
            await desk.commit(set_fields(desk.tasks, item, title=title))
        else:
            desk.warn("事项名称不能为空；要删除事项请按 Ctrl+R。")

    async def _names(self, cell: Cell, rows: Sequence[str], text: str) -> None:
        desk = self._desk
        if refusal := refusal_of(cell.kind, text):
            desk.warn(refusal)
            return
        unknown = open_names(desk.tasks, cell.kind, text)
        mentions = mentions_pasted(desk.tasks, cell.kind, text)
        if await self.mentions(cell, rows, mentions) and unknown:
            desk.saying.say_more(f"；{open_in_words(unknown)}")


def _titled(given: Pasting) -> Change:
    """Return the change of one text, titled by what it changes: 第 1、2 行的完成时限:(空) → 6月底前."""
    change = given.change()
    afters = {cell.after for cell in given.cells}
    if len(afters) != 1:
        return change
    befores = {cell.before for cell in given.cells}
    before = shortened(befores.pop()) if len(befores) == 1 else "（各行不同）"
    rows = given.where(*given.cells)
    return replace(change, title=f"{rows}：{before} → {shortened(afters.pop())}")


def open_in_words(names: Sequence[str]) -> str:
    """Say which names stay open: 2 个名称清单中没有,作为待定写入:甲、乙."""
    return f"{len(names)} 个名称清单中没有，作为待定写入：{names_in_words(names)}"
