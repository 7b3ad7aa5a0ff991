"""`replace-person`: one follows another on the roster, in what he heads, and in his rows."""

from store.acts.person_replaced import Succession, new_successor, succession_preview
from store.acts.resolving import person_named
from store.records.person import Person, RosterEntry
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.names import name_key
from tui.command_line.arguments import Argument, word
from tui.command_line.committing import ACT, carry_out, day_and_basis
from tui.command_line.lists import opened
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ARGUMENTS = (
    word("person", "姓名", "离开的人；同名的写明职务，如 王建平(法制处处长)"),
    Argument("--by", "姓名", "接替的人；名册中没有的即为新增", required=True),
    Argument("--post", "职务", "接替的人的职务；不写则与原来的人相同", default=""),
    *ACT,
)


def parser(name: str) -> Parser:
    """Return what may stand after `replace-person`."""
    what = "人员接替：接替的人接过名册的位置、负责的单位、领导小组办公室和分管的各行；原来的人留作记录。"
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Replace the person."""
    with opened(options, read_only=options.dry_run) as file:
        tasks = file.tasks
        entry = entry_of(tasks, options.person)
        successor = _successor(tasks, options.by)
        post = clean_line(options.post)
        succession = Succession(entry.key, successor, post, *day_and_basis(options))
        preview = succession_preview(tasks, succession)
        carry_out(options, file, preview, lambda: preview.change(tasks))


def entry_of(tasks: TaskList, name: str) -> RosterEntry:
    """Return the line of a person on the roster; Refused without one."""
    person = person_named(tasks, name)
    for entry in tasks.roster:
        if entry.person == person.key:
            return entry
    raise Refused(f"{person.name}现在不在名册中，请核对。")


def _successor(tasks: TaskList, name: str) -> Person:
    wanted = name_key(clean_line(name))
    if tasks.people_named(wanted) or "(" in wanted:
        return person_named(tasks, wanted)
    return new_successor(wanted)
