"""`read`: what the program understands of a notice; nothing is stored."""

from argparse import Namespace
from collections.abc import Iterator

from store.importing.new_list import import_change
from store.reading import Reading, as_json
from store.records.tasklist import TaskList
from store.views.roster import roster_view
from store.views.tasks import tasks_view
from store.views.units import units_view
from store.views.work_points import points_view
from tui.command_line import notices, pages
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser


def parser(name: str) -> Parser:
    """What may stand after `read`."""
    made = Parser(
        f"yaodian {name}", "通知文件 [--encoding 编码] [--json]", "读一份通知,显示读出的内容,不保存。"
    )
    notices.add_notice(made)
    made.add_argument("--json", action="store_true", help="输出 JSON")
    return made


def run(options: Namespace) -> None:
    """Show what was read."""
    reading = notices.read(options)
    if options.json:
        say_json(as_json(reading))
    else:
        say(*reading_lines(reading))


def reading_lines(reading: Reading) -> Iterator[str]:
    """What was understood of a notice, for a person to read."""
    tasks = TaskList()
    tasks.apply(import_change(reading).edits)
    notice = tasks.notice
    facts = (
        ("标题", notice.title),
        ("文号", notice.document_number or "(无)"),
        ("发文机关", notice.issuer or "(未读出)"),
        ("成文日期", notice.issued_on or "(未读出)"),
        ("主送机关", notice.addressees or "(未读出)"),
        ("依据", notice.basis or "(未读出)"),
        *(("附件", annex) for annex in notice.annexes),
        ("领导小组", notice.group or "(未读出)"),
        (
            "办公室",
            " ".join(filter(None, (reading.group.office_unit, reading.group.office_director))) or "(未读出)",
        ),
        ("统称", "、".join(reading.collectives) or "(无)"),
    )
    yield from aligned(facts)
    yield from ("", "工作要点", *pages.point_lines(points_view(tasks), 1))
    yield from ("", "重点任务", *pages.task_lines(tasks, tasks_view(tasks)))
    yield from ("", "名册", *pages.roster_lines(roster_view(tasks)))
    yield from ("", "单位", *pages.unit_lines(units_view(tasks)))
    yield from (
        "",
        f"核对提示 {len(reading.findings)} 处",
        *(f"  第 {one.line} 行:{one.message}" for one in reading.findings),
    )
    yield from (
        "",
        f"未读懂 {len(reading.unread)} 行",
        *(f"  第 {one.line} 行:{one.text}" for one in reading.unread),
    )
