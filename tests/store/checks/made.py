"""Lists made for the checks: a few units, people and rows, and what the checks say of them."""

from collections.abc import Iterable, Sequence
from typing import Any

from store.checks.checker import Checker, checked
from store.checks.settings import CheckSettings
from store.records.changes import created
from store.records.kept import Pair
from store.records.notice import Notice, WorkPoint
from store.records.person import Person, RosterEntry
from store.records.record import Record
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention

UNITS = {"水利处": "农田水利处", "河湖处": "河湖管理处", "财务处": "财务审计处", "水文站": "市水文监测站"}
LEADERS = ("钱一", "孙二", "李三")
NOTICE = Notice("notice", title="关于印发工作要点的通知", columns=())


def unit(name: str) -> Mention:
    """A unit by its short name; one that is not of the list stays without a key."""
    return Mention(f"u-{name}" if name in UNITS else None, name)


def leader(name: str) -> Mention:
    """A leader by name; one that is not on the roster stays without a key."""
    return Mention(f"p-{name}" if name in LEADERS else None, name)


def row(
    lead: str = "水利处",
    leaders: str = "钱一",
    others: str = "",
    theirs: str = "",
    key: str = "row",
    **more: Any,
) -> Task:
    """A row with its four cells as words; with a deadline and a target, so that it lacks nothing."""
    cells = (
        tuple(map(unit, lead.split())),
        tuple(map(leader, leaders.split())),
        tuple(map(unit, others.split())),
        tuple(map(leader, theirs.split())),
    )
    given = {
        "text": "修建水渠20公里。",
        "deadline": "6月底前",
        "targets": ("修建水渠20公里",),
        "item": "item",
        "order": key,
    } | more
    return Task(
        key,
        lead_units=cells[0],
        lead_leaders=cells[1],
        participant_units=cells[2],
        participant_leaders=cells[3],
        **given,
    )


def small_list(
    *rows: Task,
    others: Iterable[Record] = (),
    pairs: str = "",
    notice: Notice = NOTICE,
    roster: Sequence[str] = LEADERS,
) -> TaskList:
    """A list of these rows in one item; every unit has a member on the roster; pairs are settled as
    水利处:钱一.
    """
    tasks = TaskList()
    records: list[Record] = [notice, Item("item", order="1", title="一、兴修水利"), *rows, *others]
    records += [
        Unit(f"u-{short}", order=str(place), full_name=full, aliases=(short,))
        for place, (short, full) in enumerate(UNITS.items())
    ]
    records += [Person(f"p-{name}", name=name) for name in LEADERS]
    records += [
        RosterEntry(f"r-{name}", person=f"p-{name}", order=f"1{place}", role="副组长")
        for place, name in enumerate(roster)
    ]
    if roster:
        records += [Person(f"p-{short}", name=f"周{short[0]}") for short in UNITS]
        records += [
            RosterEntry(
                f"r-{short}",
                person=f"p-{short}",
                order=f"2{place}",
                role="成员",
                post=f"{full}处长",
                unit=f"u-{short}",
            )
            for place, (short, full) in enumerate(UNITS.items())
        ]
    for place, pair in enumerate(pairs.split()):
        short, _, name = pair.partition(":")
        records.append(Pair(f"pair{place}", unit=f"u-{short}", leader=f"p-{name}"))
    tasks.apply([created(record) for record in records])
    return tasks


def point(
    key: str,
    number: str,
    heading: str,
    text: str = "",
    parent: str | None = None,
    source: tuple[int, ...] = (),
) -> WorkPoint:
    """A work point, placed by its key."""
    return WorkPoint(key, parent, key, number, heading, text, source)


def noticed(text: str, **more: Any) -> Notice:
    """A notice whose source is a text."""
    return Notice("notice", title="关于印发工作要点的通知", source_text=text, **more)


def codes(tasks: TaskList, settings: CheckSettings | None = None) -> list[str]:
    """The codes of all findings, in their order."""
    return [finding.code for finding in checked(tasks, settings).findings()]


def hits(tasks: TaskList, code: str, settings: CheckSettings | None = None) -> list[tuple[str, str]]:
    """Where a rule finds fault: the row's name, or what it is about; and how grave."""
    return places(checked(tasks, settings), code)


def places(checker: Checker, code: str) -> list[tuple[str, str]]:
    """The same of a checker."""
    tasks = checker.tasks
    return [
        (finding.hit.about or (tasks.row_name(finding.hit.row) if finding.hit.row else ""), finding.grade)
        for finding in checker.findings()
        if finding.code == code
    ]
