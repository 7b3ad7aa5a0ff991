"""What stands to be looked at: the reader's findings on the notice, and the questions on rows."""

from collections.abc import Sequence

from store.model import RESPONSIBILITY_FIELDS
from store.reading.document import read_text
from store.tasklist import TaskList
from tui.choices import Choice


def finding_choices(tasks: TaskList) -> Sequence[Choice[str]]:
    """Each as a choice that leads to its row; a finding that no row came from leads nowhere."""
    found = []
    for task in tasks.tasks:
        for doubt in task.doubts:
            side = "牵头" if doubt.side == "lead" else "参与"
            found.append(Choice(task.key, f"待定  第 {tasks.row_name(task.key)} 行 {side}:{doubt.reason}"))
        unknown = [m.wording for field in RESPONSIBILITY_FIELDS for m in getattr(task, field) if m.key is None and not m.is_collective]
        for wording in unknown:
            found.append(Choice(task.key, f"待定  第 {tasks.row_name(task.key)} 行:“{wording}”不知指谁,请选定。"))
    notice = tasks.notice
    if notice.source_text:
        reading = read_text(notice.source_text, notice.source_name, "utf-8")
        for finding in reading.findings:
            found.append(Choice(_row_of_line(tasks, finding.line), f"发现  通知第 {finding.line} 行:{finding.message}"))
        for unread in reading.unread:
            found.append(Choice("", f"未读懂  通知第 {unread.line} 行:{unread.text}"))
    return found


def _row_of_line(tasks: TaskList, line: int) -> str:
    return next((task.key for task in tasks.tasks if task.source and task.source[0] <= line <= task.source[-1]), "")
