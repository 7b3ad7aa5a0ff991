"""The words of each line of the roster, as paragraphs that are wrapped when they are drawn. Plain values."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from store.acts.collectives import Collective
from store.portfolio.standing import Grade, Standing
from store.portfolio.standings import standings
from store.records.person import RosterEntry
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.words.line_breaking import parted
from store.words.names import spread

INDENT = 7
"""Cells before what hangs under a line: as many as the longest role takes (副组长, and a blank)."""
_GRADE_SIGNS: Mapping[Grade, str] = {
    "settled": "(已定)",
    "certain": "",
    "inferred": "(推断)",
    "open": "(待定)",
    "unknown": "未知",
}
"""Stands behind the leader in charge; nothing does where the rows prove him."""

_UNDER = " " * INDENT

_FACTS = "\t"
"""Begins a paragraph of facts under a name."""

Paragraphs = Sequence[str]


@lru_cache(maxsize=4096)
def hanging(text: str, width: int) -> Sequence[str]:
    """Return a paragraph wrapped to a width in cells, the lines after the first indented.

    One of facts breaks between them (牵0责3), as far as each has room.
    """
    if text.startswith(_FACTS):
        return _filled(text.removeprefix(_FACTS).split(" "), width - INDENT)
    first, *rest = parted(text, width, cell_len)
    if not rest:
        return (text,)
    left_over = text[len(first) :].lstrip()
    below = parted(left_over, width - INDENT, cell_len)
    return (first, *(_UNDER + line for line in below))


def _filled(facts: Sequence[str], width: int) -> Sequence[str]:
    lines: list[str] = []
    for fact in facts:
        if lines and cell_len(lines[-1]) + 1 + cell_len(fact) <= width:
            lines[-1] += f" {fact}"
        else:
            lines += parted(fact, width, cell_len)
    return tuple(_UNDER + line for line in lines)


def group_text(tasks: TaskList) -> Paragraphs:
    """Return the name of the leading group."""
    return (tasks.notice.group or "(领导小组名称未定)",)


def office_text(tasks: TaskList) -> Paragraphs:
    """Return where the group's office sits, and its director."""
    director = tasks.person_name(tasks.notice.group_office_director) or "(未定)"
    seat = tasks.unit_name(tasks.notice.group_office_unit) or "(所在单位未定)"
    return (f"办公室 {seat}", f"{_UNDER}主任 {director}")


def person_text(tasks: TaskList, entry: RosterEntry, role: str) -> Paragraphs:
    """Return a person's role, name and post; the units in charge and the number of rows."""
    name = tasks.person_name(entry.person)
    shown_name = spread(name) if cell_len(name) == 4 else name
    role_in_cells = set_cell_size(role, max(INDENT, cell_len(role)))
    head = f"{role_in_cells}{shown_name} {entry.post}"
    units: list[str] = []
    for unit, standing in standings(tasks).items():
        if standing.leader == entry.person:
            units.append(tasks.wording_of(unit) + _GRADE_SIGNS[standing.grade])
    in_charge = [f"分管 {' '.join(units)}"] if units else []
    counts = _counts(tasks, entry.person)
    return _with_facts(head, [*in_charge, *counts])


def unit_text(tasks: TaskList, unit: Unit) -> Paragraphs:
    """Return a unit's name and aliases; its head, the leader in charge and the number of rows."""
    aliases = f"({'、'.join(unit.aliases)})" if unit.aliases else ""
    facts: list[str] = []
    if head := tasks.person_name(unit.head):
        facts.append(f"负责人 {head}{'(主持)' if unit.acting else ''}")
    standing = standings(tasks).get(unit.key)
    if unit.valid_until:
        facts.append(f"{unit.valid_until} 撤销")
    elif standing:
        facts.append(_in_charge(tasks, standing))
    facts += _counts(tasks, unit.key)
    return _with_facts(f"单位   {unit.full_name}{aliases}", facts)


def _in_charge(tasks: TaskList, standing: Standing) -> str:
    leaders = standing.candidates if standing.leader is None else (standing.leader,)
    names = "/".join(map(tasks.person_name, leaders))
    ground = f"({standing.ground})" if standing.ground else ""
    return f"分管 {names}{_GRADE_SIGNS[standing.grade]}{ground}"


def collective_text(tasks: TaskList, collective: Collective) -> Paragraphs:
    """Return a collective, the number of its rows, and its members."""
    members = " ".join(map(tasks.wording_of, collective.members)) or "成员未定"
    head = f"统称   {collective.wording}  {len(collective.rows)} 行"
    return (head, f"{_UNDER}所含 {members}")


def _with_facts(head: str, facts: Iterable[str]) -> Paragraphs:
    said = " ".join(facts)
    return (head, _FACTS + said) if said else (head,)


def _counts(tasks: TaskList, key: str) -> Paragraphs:
    led = len(tasks.rows_naming(key, side="lead"))
    shared = len(tasks.rows_naming(key, side="participant"))
    if not led and not shared:
        return ()
    return (f"牵{led}责{shared}",)
