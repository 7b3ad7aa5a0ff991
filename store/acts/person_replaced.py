"""Replacing a person (人员接替) in one act.

The successor takes the line of the roster, what the leaver heads, the group's office, his rows and pairs.
"""

from dataclasses import dataclass, replace

from store.acts.handover import passed_on, units_in_charge
from store.acts.moving import places_before
from store.acts.preview import Preview, in_words
from store.acts.roster import given_up
from store.records.changes import Edit, created, updated
from store.records.kept import Plan
from store.records.keys import new_key
from store.records.person import Person, RosterEntry
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.names import acts_as_head, name_key


@dataclass(frozen=True, slots=True)
class Succession:
    """Who leaves (his line of the roster), who follows him, on which post, from which day, on what basis."""

    entry: str
    successor: Person
    """One of the list, or a new person."""
    post: str = ""
    """Empty: the post of the one who leaves, or his own where he stays in his own line."""
    effective_on: str | None = None
    basis: str = ""


def new_successor(name: str) -> Person:
    """Return a person who is not in the list yet."""
    key = name_key(name)
    if not key:
        raise Refused("接替人的姓名不能为空，请输入姓名。")
    return Person(new_key(), name=key)


def post_to_be(tasks: TaskList, entry: RosterEntry, successor: Person) -> str:
    """Return the post to propose: the leaver's, or the successor's own where he ranks higher already."""
    own = _line_of(tasks, successor)
    return own.post if own and _ranks_higher(tasks, own, entry) else entry.post


def _ranks_higher(tasks: TaskList, one: RosterEntry, other: RosterEntry) -> bool:
    keys = [entry.key for entry in tasks.entries]
    return keys.index(one.key) < keys.index(other.key)


def _line_of(tasks: TaskList, person: Person) -> RosterEntry | None:
    """Return the line of the roster that a person stands in; none where he is new."""
    for entry in tasks.roster:
        if entry.person == person.key:
            return entry
    return None


def succession_preview(tasks: TaskList, succession: Succession) -> Preview:
    """Return all that changes; the one who leaves stays in the data, with the day."""
    entry = tasks.get(RosterEntry, succession.entry)
    leaver, successor = entry.person, succession.successor
    name = tasks.person_name(leaver)
    if leaver == successor.key:
        raise Refused(f"接替的人就是{name}本人，请另选。")
    if entry.left_on is not None:
        raise Refused(f"{name}已于 {entry.left_on} 离开，不必再接替。")
    edits = _edits(tasks, entry, succession)
    after = tasks.copy()
    after.apply(edits)
    rows = passed_on(after, leaver, successor.key, units_in_charge(tasks, leaver))
    everything = (*edits, *rows.edits)
    title = f"人员接替：{name}由{successor.name}接替"
    others = in_words(tasks, everything)
    preview = replace(rows, title=title, edits=everything, others=others)
    return preview.dated(succession.effective_on, succession.basis)


def _edits(tasks: TaskList, entry: RosterEntry, succession: Succession) -> list[Edit]:
    """Return the edits of the roster, of what the leaver heads, and of the plans that name him."""
    leaver, successor = entry.person, succession.successor
    edits: list[Edit] = []
    if not tasks.find(Person, successor.key):
        edits.append(created(successor))
    post, line = _line(tasks, entry, succession)
    edits += line
    edits += updated(entry, left_on=succession.effective_on or tasks.today)
    edits += given_up(tasks, leaver, successor.key, acting=acts_as_head(post))
    for plan in tasks.all_of(Plan):
        giver = successor.key if plan.from_leader == leaver else plan.from_leader
        taker = successor.key if plan.to_leader == leaver else plan.to_leader
        edits += updated(plan, from_leader=giver, to_leader=taker)
    return edits


def _line(tasks: TaskList, entry: RosterEntry, succession: Succession) -> tuple[str, list[Edit]]:
    """Return the successor's post and line: in the leaver's place, unless he ranks higher already."""
    own = _line_of(tasks, succession.successor)
    if own and _ranks_higher(tasks, own, entry):
        post = succession.post or own.post
        unit = own.unit or entry.unit
        return post, updated(own, post=post, unit=unit)
    post = succession.post or entry.post
    order, mended = _place_below(tasks, entry, own)
    if own:
        moved = updated(own, order=order, role=entry.role, post=post, unit=entry.unit)
        return post, [*mended, *moved]
    line = replace(entry, key=new_key(), person=succession.successor.key, source=())
    line = replace(line, order=order, post=post, entered_on=succession.effective_on)
    return post, [*mended, created(line)]


def _place_below(tasks: TaskList, entry: RosterEntry, own: RosterEntry | None) -> tuple[str, list[Edit]]:
    """Return the place below the leaver's line, the successor's own line left out, and what makes room."""
    others = [one for one in tasks.entries if one is not own]
    index = [one.key for one in others].index(entry.key)
    (order,), mended = places_before(others, index + 1)
    return order, mended
