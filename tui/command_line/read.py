"""`read`: what the program understands of a notice; nothing is stored."""

from collections.abc import Iterator

from store.importing.new_list import import_change
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

_NONE, _UNREAD = "(无)", "(未读出)"


def parser(name: str) -> Parser:
    """Return what may stand after `read`."""
    return Parser(name, "读一份通知,显示读出的内容,不保存。", (*NOTICE, JSON))


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
    yield from ("", "名册", *pages.roster_lines(roster_view(tasks)))
    yield from ("", "单位", *pages.unit_lines(units_view(tasks)))
    yield from ("", f"核对提示 {len(reading.findings)} 处")
    yield from (f"  第 {one.line} 行:{one.message}" for one in reading.findings)
    yield from ("", f"未读懂 {len(reading.unread)} 行")
    yield from (f"  第 {one.line} 行:{one.text}" for one in reading.unread)


def _facts(notice: Notice, reading: Reading) -> list[tuple[str, str]]:
    """Return what a notice says of itself, each with its label."""
    office = [word for word in (reading.group.office_unit, reading.group.office_director) if word]
    facts = [
        ("标题", notice.title),
        ("文号", notice.document_number or _NONE),
        ("发文机关", notice.issuer or _UNREAD),
        ("成文日期", notice.issued_on or _UNREAD),
        ("主送机关", notice.addressees or _UNREAD),
        ("依据", notice.basis or _UNREAD),
    ]
    facts += [("附件", annex) for annex in notice.annexes]
    facts.append(("领导小组", notice.group or _UNREAD))
    facts.append(("办公室", " ".join(office) or _UNREAD))
    facts.append(("统称", "、".join(reading.collectives) or _NONE))
    return facts
