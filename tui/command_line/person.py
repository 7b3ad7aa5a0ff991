"""`person`: name, post, role, unit, dates and rank of a person on the roster."""

from argparse import Namespace
from typing import Any

from store.acts.resolving import one_unit_named
from store.acts.roster import move_person, rename_person, set_entry
from store.records.changes import Change
from store.records.person import Person, RosterEntry
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line
from store.words.days import day_named
from tui.command_line.lists import add_file, answer, opened
from tui.command_line.output import say
from tui.command_line.parser import Parser
from tui.command_line.replace_person import entry_of


def parser(name: str) -> Parser:
    """What may stand after `person`."""
    fields = "[--name 姓名] [--post 职务] [--role 组内职务] [--unit 单位] [--entered-on 日期] [--left-on 日期] [--place 序号]"
    made = Parser(
        f"yaodian {name}",
        f"姓名 {fields} [--basis 依据] [-f 清单文件]",
        "改名册中一个人的内容;写 '' 为清空。换人用 replace-person。",
    )
    made.add_argument("person", metavar="姓名", help="同名的写明职务,如 王建平(法制处处长)")
    made.add_argument("--name", metavar="姓名", help="改正姓名,各行随之改正")
    made.add_argument("--post", metavar="职务", help="职务")
    made.add_argument("--role", metavar="组内职务", help="组长、副组长、成员")
    made.add_argument("--unit", metavar="单位", help="职务所在的单位")
    made.add_argument("--entered-on", metavar="日期", help="进入日期")
    made.add_argument("--left-on", metavar="日期", help="离开日期;有行由他分管的请用 replace-person")
    made.add_argument("--place", type=int, metavar="序号", help="在名册中排第几")
    made.add_argument("--basis", default="", metavar="依据", help="依据,如任免通知")
    add_file(made)
    return made


def run(options: Namespace) -> None:
    """Change the person."""
    with opened(options) as file:
        entry = entry_of(file.tasks, options.person)
        changes = [change for change in _changes(file.tasks, entry, options) if change.edits]
        if changes:
            titles = ";".join(change.title for change in changes)
            edits = tuple(edit for change in changes for edit in change.edits)
            day = next((change.effective_on for change in changes if change.effective_on), None)
            answer(
                file, file.commit(Change(titles, edits, basis=clean_line(options.basis), effective_on=day))
            )
        else:
            say("没有变化。")


def _changes(tasks: TaskList, entry: RosterEntry, options: Namespace) -> list[Change]:
    """The changes that the options ask for; they touch different fields and are committed as one."""
    values: dict[str, Any] = {
        field: clean_line(given)
        for field in ("post", "role")
        if (given := getattr(options, field)) is not None
    }
    if options.unit is not None:
        values["unit"] = one_unit_named(tasks, options.unit).key if options.unit.strip() else None
    for field in ("entered_on", "left_on"):
        if (day := getattr(options, field)) is not None:
            values[field] = day_named(clean_line(day))
    changes = [set_entry(tasks, entry, **values)]
    if options.name is not None:
        changes.append(rename_person(tasks, tasks.get(Person, entry.person), clean_line(options.name)))
    if options.place is not None:
        changes.append(move_person(tasks, entry.key, options.place - 1 - tasks.roster.index(entry)))
    return changes
