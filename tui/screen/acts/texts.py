"""Acts on texts: written in the list where they stand, elsewhere in a dialog; deadlines are understood."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from store.acts.field_values import field_text, field_value, set_field_of_rows, set_fields
from store.records.changes import Change, Edit
from store.records.describing import field_title, label
from store.records.ended_rows import refuse_ended_field
from store.records.fields import is_long
from store.records.notice import Notice, WorkPoint
from store.records.ranges import numbered_rows
from store.records.record import Record
from store.records.task import Item, Task
from store.records.undecided_cells import conflicts_at
from tui.screen.acts.deadlines import DeadlineQuestions
from tui.screen.desk import Desk
from tui.screen.dialogs.cell_editor import Written
from tui.screen.dialogs.choices import Choice
from tui.screen.dialogs.text_entry import TextAsked
from tui.screen.panes.matrix import MatrixCell
from tui.screen.panes.point_nodes import TreePlace

_Ask = Callable[[TextAsked], Awaitable[Written | None]]


class TextActs:
    """What can be done to the texts of rows, items, work points and the notice's head."""

    def __init__(self, desk: Desk, decide_at: Callable[[MatrixCell], Awaitable[None]]) -> None:
        """The desk to work on, and what decides."""
        self._desk = desk
        self._decide_at = decide_at
        self._deadlines = DeadlineQuestions(desk)

    # ------------------------------------------------------------------ in the list

    async def write(self, at: MatrixCell, typed: str = "") -> None:
        """Write a cell of text where it stands: what is typed on it begins a new text; then step on.

        Where nobody has decided what stands in it, that comes first.
        """
        desk = self._desk
        if desk.is_writing or not desk.may_change():
            return
        if conflicts_at(desk.tasks, at.row, at.field):
            await self._decide_at(at)
            return
        record, field = self._record(at)
        rows = () if isinstance(record, Item) else desk.rows_meant(at)
        refuse_ended_field(desk.tasks, rows, field)
        old = self._text(rows, field) if rows else field_text(desk.tasks, record, field)
        asked = TextAsked(
            self._title(record, field, rows), old, long=is_long(type(record), field), saves=True
        )
        if typed:
            asked = replace(asked, text=typed, old=old)
        written, with_it = await self._asked(asked, field, self._in_place)
        desk.panes.focus_rows()
        if written is None:
            return
        if asked.old and not written.text:
            desk.say("没有改动；要清空请按 Delete。")
            return
        change = self._change(record, field, rows, written.text)
        await self._commit(change, with_it, old, written.text)
        if not desk.marks.rows:
            desk.panes.focus_rows(step=written.rows > 0, columns=written.columns)

    async def set_deadline(self) -> None:
        """Write the deadline of the row under the cursor, or of the marked ones; the cursor stays."""
        desk = self._desk
        rows = desk.marks.rows or ((desk.row,) if desk.row else ())
        if not rows or desk.is_writing:
            return
        refuse_ended_field(desk.tasks, rows, "deadline")
        old = self._text(rows, "deadline")
        title = self._title(desk.tasks.task(rows[0]), "deadline", rows)
        asked = TextAsked(title, old, is_selected=True, saves=True)
        written, with_it = await self._asked(asked, "deadline", self._in_place)
        desk.panes.focus_rows()
        if written is not None:
            change = set_field_of_rows(desk.tasks, rows, "deadline", written.text)
            await self._commit(change, with_it, old, written.text)

    def _record(self, at: MatrixCell) -> tuple[Record, str]:
        """Return what a cell shows a text of, and which."""
        task = self._desk.tasks.task(at.row)
        return (self._desk.tasks.get(Item, task.item), "title") if at.field == "item" else (task, at.field)

    def _text(self, rows: Sequence[str], field: str) -> str:
        """Return the text of a field that some rows share; none where they differ."""
        tasks = self._desk.tasks
        texts = {field_text(tasks, tasks.task(row), field) for row in rows}
        return texts.pop() if len(texts) == 1 else ""

    def _title(self, record: Record, field: str, rows: Sequence[str]) -> str:
        """Return what is written: 第 3.1 行重点任务, or of how many rows."""
        tasks = self._desk.tasks
        if isinstance(record, Item):
            return label(tasks, "item")
        title = f"{numbered_rows(tasks, rows)}{label(tasks, field)}"
        if len(rows) == 1:
            return title
        return f"{title}（{'所选 ' if self._desk.marks.rows else ''}{len(rows)} 行）"

    def _change(self, record: Record, field: str, rows: Sequence[str], text: str) -> Change:
        tasks = self._desk.tasks
        if rows:
            return set_field_of_rows(tasks, rows, field, text)
        return set_fields(tasks, record, **{field: field_value(tasks, record, field, text)})

    async def _in_place(self, asked: TextAsked) -> Written | None:
        pane = self._desk.panes.rows_pane
        return await self._desk.write(asked, pane.cursor_screen_region)

    # ------------------------------------------------------------------ in a dialog

    async def edit_field(self, record: Record, field: str, typed: str = "") -> Change | None:
        """Ask for a field's text and save it; a field of several texts is written one a line.

        Where nobody has decided what stands in it, that comes first.
        """
        tasks = self._desk.tasks
        if isinstance(record, Task) and conflicts_at(tasks, record.key, field):
            await self._decide_at(MatrixCell(record.key, field, (record.key,)))
            return None
        rows = (record.key,) if isinstance(record, Task) else ()
        refuse_ended_field(tasks, rows, field)
        old = field_text(tasks, record, field)
        title = field_title(tasks, record, field)
        asked = TextAsked(title, old, long=is_long(type(record), field), saves=True)
        if typed:
            asked = replace(asked, text=typed, old=old)
        written, with_it = await self._asked(asked, field, self._in_dialog)
        if written is None or (asked.old and not written.text):
            return None
        change = self._change(record, field, rows, written.text)
        return await self._commit(change, with_it, old, written.text)

    async def _in_dialog(self, asked: TextAsked) -> Written | None:
        text = await self._desk.ask_for(asked)
        return None if text is None else Written(text, 0, 0)

    async def edit_place(self, node: TreePlace) -> None:
        """Edit a field of the notice's head, or the heading, text or number of a work point."""
        desk = self._desk
        if node.table == Notice.TABLE:
            notice = desk.tasks.get(Notice, node.key)
            await self.edit_field(notice, node.field)
            return
        point = desk.tasks.get(WorkPoint, node.key)
        fields = [Choice("text", f"正文：{point.text[:30]}")]
        fields.append(Choice("heading", f"标题：{point.heading}"))
        fields.append(Choice("number", f"编号：{point.number}"))
        title = f"工作要点 {point.number}{point.heading}"
        field = await desk.choose(title, fields)
        if field is not None:
            await self.edit_field(point, field)

    # ------------------------------------------------------------------ both

    async def _asked(
        self, asked: TextAsked, field: str, ask: _Ask
    ) -> tuple[Written | None, tuple[Edit, ...]]:
        """Ask for a text until it may be kept; return it, and what is to be written with it."""
        if field != "deadline":
            return await ask(asked), ()
        asked = replace(asked, note=self._deadlines.said)
        while (written := await ask(asked)) is not None:
            if kept := await self._deadlines.settled(written.text):
                return replace(written, text=kept.wording), kept.edits
            asked = replace(asked, text=written.text, is_selected=False)
        return None, ()

    async def _commit(
        self, change: Change, with_it: tuple[Edit, ...], before: str, after: str
    ) -> Change | None:
        """Commit a text; one that lost more than half is named, as a slip of the hand looks like that."""
        said = change.title
        if len(after) * 2 < len(before):
            said += f"；原文 {len(before)} 字 → {len(after)} 字，Ctrl+Z 撤销"
        if change.edits:
            change = replace(change, edits=(*change.edits, *with_it))
        return await self._desk.commit(change, said)
