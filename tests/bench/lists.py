"""Lists of a size to measure with: rows like the sample's, in items of three, and changes in their
history.
"""

from collections.abc import Sequence
from pathlib import Path
from unittest import mock

from store.file import disk
from store.file.task_file import TaskFile
from store.records.changes import Change, created, updated
from store.records.keys import order_between
from store.records.notice import Notice
from store.records.person import Person, RosterEntry
from store.records.record import Record
from store.records.task import Item, Task
from store.records.unit import Unit
from store.records.values import Mention

DIVISIONS = (
    "成果处",
    "法制处",
    "平台处",
    "合作处",
    "规划处",
    "高新处",
    "农社处",
    "企业中心",
    "项目中心",
    "转化中心",
)
LEADERS = ("胡军", "徐涛", "刘红", "王振旭", "赵峰")
TEXT = "深入推进“一网通办”。加强沟通协调,积极争取国家、省垂直管理部门业务办理系统与统一受理平台数据联通。"


def change_of(rows: int, divisions: Sequence[str] = DIVISIONS) -> Change:
    """The change that begins a list of so many rows and these units."""
    records: list[Record] = [
        Notice("notice", title="市科技局关于印发工作要点的通知", list_title="重点任务清单")
    ]
    order = ""
    for number, name in enumerate(divisions):
        order = order_between(order, "")
        records.append(
            Unit(f"unit{number}", order=order, full_name=f"{name[:-1]}管理{name[-1]}", aliases=(name,))
        )
    for number, name in enumerate(LEADERS):
        order = order_between(order, "")
        records += [
            Person(f"person{number}", name=name),
            RosterEntry(f"roster{number}", f"person{number}", order, "副组长", "副局长"),
        ]
    for number in range(rows):
        order = order_between(order, "")
        item = f"item{number // 3}"
        if number % 3 == 0:
            records.append(Item(item, order=order, title=f"事项{number // 3 + 1}、推进高效办成一件事"))
        lead, partner = number // 2 % len(divisions), number // 3 % len(divisions)
        records.append(
            Task(
                f"task{number}",
                item=item,
                order=order,
                number=f"{number % 3 + 1}.",
                text=f"任务{number + 1}:{TEXT}",
                lead_units=(Mention(f"unit{lead}", divisions[lead]),),
                lead_leaders=(Mention(f"person{lead % 5}", LEADERS[lead % 5]),),
                participant_units=(Mention(f"unit{partner}", divisions[partner]),),
            )
        )
    return Change("导入通知", tuple(created(record) for record in records))


def remark(file: TaskFile, number: int) -> Change:
    """A change of one row's remark."""
    rows = file.tasks.task_keys
    task = file.tasks.task(rows[number * 7919 % len(rows)])
    return Change("修改备注", tuple(updated(task, remark=f"第 {number} 次修改")), basis="局长办公会纪要")


def new_list(path: Path, rows: int, changes: int = 0, divisions: Sequence[str] = DIVISIONS) -> Path:
    """A closed list of so many rows and these units, with so many changes after its import; the making does
    not wait for the disk.
    """
    with (
        mock.patch.object(disk, "sync"),
        TaskFile.create(path, change_of(rows, divisions), by="王芳") as file,
    ):
        for number in range(1, changes + 1):
            file.commit(remark(file, number))
    return path
