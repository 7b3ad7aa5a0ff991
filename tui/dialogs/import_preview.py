"""Before a notice is imported: what was understood of it, what was found odd, what could not be read."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from store.reading import Reading
from store.reading.result import Section


class ImportPreview(Screen[bool]):
    """Shows a reading; Enter imports it, Esc leaves nothing behind."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer(True)", priority=True),
        Binding("escape", "answer(False)", priority=True),
    ]

    def __init__(self, reading: Reading, target: str) -> None:
        """What was read, and the name of the file that it would become."""
        super().__init__()
        self._reading = reading
        self._target = target

    def compose(self) -> ComposeResult:
        """The page."""
        with VerticalScroll(classes="dialog wide") as box:
            box.border_title = Content("导入通知")
            box.border_subtitle = Content("Enter 导入 · ↑ ↓ 翻看 · Esc 不导入")
            yield Static(Content(self._page()))

    def _page(self) -> str:
        reading = self._reading
        head = reading.head
        items = len({row.item for row in reading.rows})
        lines = [
            f"标题    {head.title or '(没有读到)'}",
            f"文号    {head.document_number or '(无)'}",
            f"发文    {head.issuer or '(没有读到)'}  {head.issued_on or ''}",
            f"清单    {reading.list_title or '(没有读到)'}",
            "",
            f"工作要点 {len(reading.work_points)} 部分 {sum(_count(section) for section in reading.work_points)} 段",
            f"重点任务 {items} 事项 {len(reading.rows)} 行",
            f"名册     {len(reading.roster)} 人 {len(reading.units)} 个单位",
            f"编码     {reading.encoding}",
            "",
            f"发现 {len(reading.findings)} 处",
            *(f"  第 {finding.line} 行:{finding.message}" for finding in reading.findings),
            *(f"  “{row.item}”:{doubt.reason}" for row in reading.rows for doubt in row.doubts),
            "",
            f"没有读懂 {len(reading.unread)} 行" + (",导入后原文仍保留,可用 F5 查看" if reading.unread else ""),
            *(f"  第 {unread.line} 行:{unread.text}" for unread in reading.unread),
            "",
            f"将存为  {self._target}",
        ]
        return "\n".join(lines)

    def action_answer(self, imports: bool) -> None:
        """Give back whether to import."""
        self.dismiss(imports)


def _count(section: Section) -> int:
    return sum(_count(child) for child in section.children) if section.children else 1
