"""Copy, cut and paste in the list: a cell, the marked rows, or a block of cells from another program."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from store.acts.field_values import field_text
from store.acts.pasting import OnJoined, PastedCell, PasteTarget, Pasting
from store.records.cells import CellKind
from store.records.describing import column_parts, label
from store.records.fields import field_of
from store.records.leaving_out import what_goes
from store.records.ranges import numbered_rows
from store.records.task import Task
from store.records.values import Mention
from store.refused import Refused
from store.words.blocks import Block, block_of, block_text
from store.words.names import shortened
from tui.screen.acts.giving import Giving
from tui.screen.acts.one_value import OneValueActs, open_in_words
from tui.screen.acts.renumbering import RenumberingActs
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice
from tui.screen.panes.matrix import MatrixCell

_GIST_OF_CELL = 30
"""Signs of a text, old or new, in a line of the preview."""


@dataclass(frozen=True, slots=True)
class _Copied:
    """What was copied here: its text, and the units or leaders, or the columns, that it is the text of."""

    text: str
    mentions: tuple[CellKind, tuple[Mention, ...]] | None = None
    fields: tuple[str, ...] = ()


class ClipboardActs:
    """What the clipboard takes from the list and gives to it."""

    def __init__(self, desk: Desk, giving: Giving, one_value: OneValueActs, numbers: RenumberingActs) -> None:
        """The desk, what asks why leaders are others than have the units, what gives a cell one value, and
        what lets numbers run on behind new rows.
        """
        self._desk = desk
        self._numbers = numbers
        self._giving = giving
        self._one_value = one_value
        self._copied: _Copied | None = None

    # ------------------------------------------------------------------ out of the list

    async def copy(self) -> None:
        """Copy the cell under the cursor, or the marked rows as a block for a spreadsheet."""
        self._copy("已复制")

    async def cut(self) -> None:
        """Copy and clear: the cell, or what stands in the columns of the marked rows."""
        desk = self._desk
        rows = desk.marks.rows
        at = desk.cell
        if at is None or not self._copy("已剪切"):
            return
        if rows:
            fields = tuple(field for field in desk.panes.matrix.fields if field != "item")
            block: Block = (("",) * len(fields),) * len(rows)
            cut = Pasting(desk.tasks, block, PasteTarget(rows, fields, act="剪切", alone=True))
            await desk.commit(cut.change())
        else:
            await self._one_value.text(at, at.rows, "")

    def _copy(self, done: str) -> bool:
        """Keep what is copied, and give its text to the terminal; return whether there was anything."""
        desk = self._desk
        at, rows = desk.cell, desk.marks.rows
        if at is None:
            desk.warn("清单还没有行，没有可复制的内容。")
            return False
        tasks = desk.tasks
        if rows:
            fields = tuple(desk.panes.matrix.fields)
            block = [self._line(tasks.task(row), fields) for row in rows]
            self._copied = _Copied(block_text(block), fields=fields)
            desk.say(f"{done} {len(rows)} 行，Ctrl+V 粘贴，也可粘贴到 WPS 表格")
        else:
            task = tasks.task(at.row)
            cell = at.responsibility
            held = (cell.kind, task.mentions(cell)) if cell else None
            self._copied = _Copied(self._text(task, at.field), held)
            desk.say(f"{done}：{shortened(self._copied.text, 40) or '（空）'}")
        desk.copy_to_clipboard(self._copied.text)
        return True

    def _line(self, task: Task, fields: Sequence[str]) -> Sequence[str]:
        return [self._text(task, field) for field in fields]

    def _text(self, task: Task, field: str) -> str:
        """Return a cell as its text in another program."""
        if field == "item":
            return "".join(column_parts(self._desk.tasks, task, field))
        return field_text(self._desk.tasks, task, field)

    # ------------------------------------------------------------------ into the list

    async def paste(self) -> None:
        """Paste what was copied here."""
        desk, copied, at = self._desk, self._copied, self._desk.cell
        if copied is None:
            desk.warn("这里还没有复制内容。从 WPS 等复制的，请用终端的粘贴（右键或 Ctrl+Shift+V）。")
        elif at is None:
            desk.warn("清单还没有行，请先按 Ctrl+B 新增事项。")
        elif copied.fields:
            await self._lay(block_of(copied.text), at, copied.fields)
        elif copied.mentions and at.responsibility:
            kind, mentions = copied.mentions
            if kind != at.responsibility.kind:
                desk.warn("单位和领导不能互相粘贴，请粘贴到同类的栏。")
                return
            await self._one_value.mentions(at.responsibility, desk.rows_meant(at), mentions)
        else:
            await self._one_value.text(at, desk.rows_meant(at), copied.text)

    async def take(self, text: str) -> None:
        """Paste what another program gave: one value, or a block laid from the cell under the cursor on."""
        desk, at = self._desk, self._desk.cell
        block = block_of(text)
        if not block or not desk.may_change():
            return
        if at is None:
            await self._lay_in_empty_list(block)
        elif self._copied and block == block_of(self._copied.text):
            await self.paste()
        elif len(block) == 1 and len(block[0]) < 2:
            await self._one_value.text(at, desk.rows_meant(at), "".join(block[0]))
        elif max(map(len, block)) < 2 and field_of(Task, at.field).kind in ("text", "lines"):
            await self._take_lines(block, at)
        else:
            await self._lay(block, at, self._fields_from(at))

    async def _take_lines(self, block: Block, at: MatrixCell) -> None:
        """Ask whether lines are the text of one cell or of as many rows."""
        text = "\n".join(map("".join, block))
        choices = [
            Choice(True, f"作为一格的文字（{len(block)} 行字）"),
            Choice(False, f"逐行粘贴到 {len(block)} 行"),
        ]
        match await self._desk.choose("粘贴的文字有几行", choices):
            case True:
                await self._one_value.text(at, self._desk.rows_meant(at), text)
            case False:
                await self._lay(block, at, self._fields_from(at))

    async def _lay_in_empty_list(self, block: Block) -> None:
        """Make the first rows of a block, asking whether it begins with their items."""
        fields = tuple(self._desk.panes.matrix.fields)
        begins: str | None = "text"
        if max(map(len, block)) > 1:
            choices = [Choice(field, label(self._desk.tasks, field)) for field in ("item", "text")]
            begins = await self._desk.choose("粘贴内容的第一栏是", choices)
        if begins in fields:
            await self._lay(block, None, fields[fields.index(begins) :])

    def _fields_from(self, at: MatrixCell) -> tuple[str, ...]:
        fields = tuple(self._desk.panes.matrix.fields)
        return fields[fields.index(at.field) :]

    # ------------------------------------------------------------------ a block

    async def _lay(self, block: Block, at: MatrixCell | None, fields: tuple[str, ...]) -> None:
        """Show what a block would change, ask what it must, and commit what is not left out."""
        desk = self._desk
        target = self._target(at, fields)
        if len(block) == 1 and desk.marks.rows:
            block *= len(target.rows)
        pasting = Pasting(desk.tasks, block, target)
        if pasting.differing:
            on_joined = await self._ask_joined(pasting)
            if on_joined is None:
                return
            pasting = Pasting(desk.tasks, block, target, on_joined)
        if not pasting.cells:
            desk.warn("没有变化。" + _cannot_in_words(pasting))
            return
        of_any_reason = pasting.change(reason="only_here")
        if refusal := what_goes(desk.tasks, of_any_reason.edits).refusal(desk.tasks):
            raise Refused(refusal)
        left_out = await self._ask_cells(pasting)
        if left_out is None:
            return
        there = dict.fromkeys(row for cell in pasting.cells for row in cell.rows if row in desk.tasks.places)
        reason = await self._giving.reason(list(there), pasting.asked(left_out))
        if reason is not None:
            await self._numbers.commit(pasting.change(left_out, reason))
            desk.panes.focus_rows()

    def _target(self, at: MatrixCell | None, fields: tuple[str, ...]) -> PasteTarget:
        """Return where a block goes: to the marked rows, else to the shown ones from the cursor on."""
        desk = self._desk
        if at is None:
            return PasteTarget((), fields, may_add=not desk.tasks.task_keys)
        if marked := desk.marks.rows:
            return PasteTarget(marked, fields, alone=True)
        shown = desk.panes.rows_shown
        rows = shown[desk.panes.shown.first_of(set(at.rows)) :]
        return PasteTarget(rows, fields, may_add=shown == desk.tasks.task_keys)

    async def _ask_joined(self, pasting: Pasting) -> OnJoined | None:
        """Ask what joined cells take for which lines of the block differ."""
        first = pasting.differing[0]
        tasks = self._desk.tasks
        where = f"{numbered_rows(tasks, first.rows)}{label(tasks, first.field)}"
        more = f"等 {len(pasting.differing)} 格" if len(pasting.differing) > 1 else ""
        choices: list[Choice[OnJoined]] = [
            Choice("first", f"合并的格都取第一行的值：{shortened(first.texts[0])}"),
            Choice("each", "拆开，各行按粘贴的内容"),
            Choice("leave", "合并的格不改"),
        ]
        return await self._desk.choose(f"{where}{more}是合并的格，粘贴的各行不同", choices)

    async def _ask_cells(self, pasting: Pasting) -> Collection[PastedCell] | None:
        """Show the cells, old and new; return those that are left out, None where it is left."""
        from tui.screen.dialogs.mark import MarkDialog

        cells = pasting.cells
        choices: list[Choice[int]] = []
        for index, cell in enumerate(cells):
            choices.append(Choice(index, _line(pasting, cell), about="；".join(pasting.left_out(cell))))
        rows = {row for cell in cells for row in cell.rows}
        said = [f"改动 {len(rows)} 行 {len(cells)} 处。", _cannot_in_words(pasting)]
        if pasting.new_rows:
            said.insert(1, f"超出末行的 {len(pasting.new_rows)} 行将新增。")
        if unknown := pasting.open_names:
            said.append(f"{open_in_words(unknown)}。")
        dialog = MarkDialog(
            "粘贴",
            choices,
            range(len(cells)),
            nothing="没有选中改动；不粘贴请按 Esc。",
            about="".join(said),
            enter="粘贴",
        )
        kept = await self._desk.ask(dialog)
        return None if kept is None else frozenset(cells) - {cells[index] for index in kept}


def _line(pasting: Pasting, cell: PastedCell) -> str:
    before, after = shortened(cell.before, _GIST_OF_CELL), shortened(cell.after, _GIST_OF_CELL)
    return f"{pasting.where(cell)}：{before} → {after}"


def _cannot_in_words(pasting: Pasting) -> str:
    """Say what of a block has no place, and why."""
    said = []
    if pasting.has_heads:
        said.append("首行是栏名，不粘贴。")
    if pasting.lines_beyond:
        said.append(f"{pasting.lines_beyond} 行没有对应的行，不粘贴。")
    if pasting.columns_beyond:
        said.append(f"右边 {pasting.columns_beyond} 栏没有对应的栏，不粘贴。")
    if pasting.titles_kept:
        said.append("事项名称不随粘贴改动。")
    return "".join([*said, *pasting.refused])
