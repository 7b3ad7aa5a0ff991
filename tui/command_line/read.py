"""`read`: what the program understands of a notice; nothing is stored."""

from collections.abc import Iterator

from store.importing.new_list import import_change
from store.importing.taking import owners_words
from store.reading import Reading, as_json
from store.records.notice import Notice
from store.records.tasklist import TaskList
from store.views.roster import roster_view
from store.views.tasks import tasks_view
from store.views.units import units_view
from store.views.work_points import points_view
from tui.command_line import notices, pages
from tui.command_line.arguments import JSON
from tui.command_line.notices import NOTICE
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_NONE, _UNREAD = "（无）", "（未读出）"
PROPOSED = "条"
"""What counts the tasks that sentences give."""
_READ = {"发文机关": "issuer", "成文日期": "issued_on", "主送机关": "addressees", "依据": "basis"}
"""Labels of what each notice should say, to the notice's fields."""


def parser(name: str) -> Parser:
    """Return what may stand after `read`."""
    return Parser(name, "读一份通知，显示读出的内容，不保存。", (*NOTICE, JSON))


def run(options: Options) -> None:
    """Show what was read."""
    reading = notices.read(options)
    if options.json:
        say_json(as_json(reading))
    else:
        say(*reading_lines(reading))


def reading_lines(reading: Reading) -> Iterator[str]:
    """Return what was understood of a notice, for a person to read."""
    tasks = TaskList()
    tasks.apply(import_change(reading).edits)
    yield from aligned(_facts(tasks.notice, reading))
    yield from ("", "工作要点", *pages.point_lines(points_view(tasks), 1))
    yield from ("", "重点任务", *pages.task_lines(tasks, tasks_view(tasks)))
    yield from _proposed_lines(reading)
    yield from ("", "名册", *pages.roster_lines(roster_view(tasks)))
    yield from ("", "单位", *pages.unit_lines(units_view(tasks)))
    yield from ("", f"核对提示 {len(reading.findings)} 处")
    for finding in reading.findings:
        yield f"  第 {finding.line} 行：{finding.message}"
    yield from ("", f"未读懂 {len(reading.not_understood)} 行")
    for unread in reading.not_understood:
        mentions = f"（提到{'、'.join(unread.mentions)}）" if unread.mentions else ""
        yield f"  第 {unread.line} 行{mentions}：{unread.text}"
    of_pages = [unread for unread in reading.unread if unread.taken_for]
    if of_pages:
        kinds = "、".join(dict.fromkeys(unread.taken_for for unread in of_pages))
        yield from ("", f"{kinds} {len(of_pages)} 行，不作正文")


def _proposed_lines(reading: Reading) -> Iterator[str]:
    """Return what sentences give, under the numbers by which `import --proposed` takes it."""
    if not reading.proposed:
        return
    yield from ("", f"正文中提到的分工 {len(reading.proposed)} {PROPOSED}（导入时用 --proposed 列入）")
    width = len(str(len(reading.proposed)))
    for number, one in enumerate(reading.proposed, 1):
        yield f"  {number:>{width}}  {one.task.text}"
        yield f"  {' ' * width}  第 {one.line} 行  {owners_words(one.task)}"


def _facts(notice: Notice, reading: Reading) -> Iterator[tuple[str, str]]:
    """Return what a notice says of itself, each with its label."""
    yield "标题", notice.title
    yield "文号", notice.document_number or _NONE
    for label, field in _READ.items():
        yield label, getattr(notice, field) or _UNREAD
    for annex in notice.annexes:
        yield "附件", annex
    for line in reading.head.imprint:
        yield "版头版记", line
    yield "领导小组", notice.group or _UNREAD
    office = (reading.group.office_unit, reading.group.office_director)
    yield "办公室", " ".join(filter(None, office)) or _UNREAD
    yield "统称", "、".join(reading.collectives) or _NONE
