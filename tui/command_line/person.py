"""`person`: name, post, role, unit, dates, rank, phone and office of a person on the roster."""

from collections.abc import Sequence
from typing import Any

from store.acts.resolving import one_unit_named
from store.acts.roster import move_person, rename_person, set_contact, set_entry
from store.records.changes import Change
from store.records.fields import names_for
from store.records.person import Person, RosterEntry
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line
from store.words.days import day_named
from tui.command_line.arguments import Argument, whole_number, word
from tui.command_line.committing import save_if_changed
from tui.command_line.lists import FILE, opened
from tui.command_line.parser import Parser
from tui.command_line.replace_person import entry_of
from tui.command_line.words import Options, given_of

_CONTACT = names_for(Person, "card")
_WORDS, _DAYS = ("post", "role"), ("entered_on", "left_on")
"""Fields of the roster's line that are texts, and those that are days."""

_ARGUMENTS = (
    word("person", "姓名", "同名的写明职务，如 王建平(法制处处长)"),
    Argument("--name", "姓名", "改正姓名，各行随之改正"),
    Argument("--post", "职务", "职务"),
    Argument("--role", "组内职务", "组长、副组长、成员"),
    Argument("--unit", "单位", "职务所在的单位"),
    Argument("--phone", "电话", "电话，几个用顿号分开"),
    Argument("--office", "办公地点", "办公地点，如 3号楼 512 室"),
    Argument("--entered-on", "日期", "进入日期"),
    Argument("--left-on", "日期", "离开日期；有行由他分管的请用 replace-person"),
    Argument("--place", "序号", "在名册中排第几", take=whole_number),
    Argument("--basis", "依据", "依据，如任免通知", default=""),
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `person`."""
    return Parser(name, "改名册中一个人的内容；写 '' 为清空。换人用 replace-person。", _ARGUMENTS)


def run(options: Options) -> None:
    """Change the person."""
    with opened(options) as file:
        entry = entry_of(file.tasks, options.person)
        changes = [change for change in _changes(file.tasks, entry, options) if change.edits]
        save_if_changed(file, _joined(changes, clean_line(options.basis)))


def _joined(changes: Sequence[Change], basis: str) -> Change:
    """Return changes of different fields as one."""
    title = "；".join(change.title for change in changes)
    edits = tuple(edit for change in changes for edit in change.edits)
    days = [change.effective_on for change in changes if change.effective_on]
    return Change(title, edits, basis=basis, effective_on=days[0] if days else None)


def _changes(tasks: TaskList, entry: RosterEntry, options: Options) -> list[Change]:
    """Return the changes that the options ask for; they touch different fields."""
    changes = [set_entry(tasks, entry, **_values(tasks, options))]
    person = tasks.get(Person, entry.person)
    given = given_of(options)
    contact = {field: given[field] for field in _CONTACT if field in given}
    changes.append(set_contact(tasks, person, **contact))
    if options.name is not None:
        changes.append(rename_person(tasks, person, clean_line(options.name)))
    if options.place is not None:
        steps = options.place - 1 - tasks.roster.index(entry)
        if steps:
            changes.append(move_person(tasks, entry.key, steps))
    return changes


def _values(tasks: TaskList, options: Options) -> dict[str, Any]:
    """Return the fields of the roster's line that were given, as the record has them."""
    given = given_of(options)
    values: dict[str, Any] = {}
    for field in filter(given.__contains__, _WORDS):
        values[field] = clean_line(given[field])
    if "unit" in given:
        typed = given["unit"]
        values["unit"] = one_unit_named(tasks, typed).key if typed.strip() else None
    for field in filter(given.__contains__, _DAYS):
        values[field] = day_named(clean_line(given[field]), tasks.clock.day())
    return values
