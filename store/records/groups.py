"""Groups: fields of a record that mean something together, and fields that name another record."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from store.records.closing import Adjustment, Closing
from store.records.follow_up import FollowUp
from store.records.kept import Acceptance, Pair, Plan
from store.records.notice import Notice, WorkPoint
from store.records.person import Person, RosterEntry
from store.records.record import Record
from store.records.report import Problem, Report
from store.records.schedule import Measure, Milestone, Schedule
from store.records.task import Item, Task
from store.records.unit import Unit
from store.records.values import SIDES


class Group(NamedTuple):
    """Fields (or parts of fields) of a table that are shown from one change and decided together."""

    table: str
    fields: tuple[str, ...]


def _side(name: str) -> Group:
    cells = (f"{name}_units", f"{name}_leaders")
    return Group(Task.TABLE, (*cells, f"doubts.{name}", f"only_here.{name}"))


GROUPS: tuple[Group, ...] = (
    *map(_side, SIDES),
    Group(Pair.TABLE, ("leader", "since", "basis", "from_leader", "witness")),
    Group(Acceptance.TABLE, ("facts", "reason", "by", "at")),
    Group(Task.TABLE, ("deadline", "due_on", "due_kind")),
    Group(Report.TABLE, ("due_on", "first_received_on", "received_on", "returned_on", "returned_why")),
    Group(
        Closing.TABLE,
        (
            "result",
            "evidence",
            "asked_by",
            "asked_on",
            "approved_by",
            "approved_on",
            "due_on",
            "days_late",
        ),
    ),
    Group(Closing.TABLE, ("reopened_on", "reopen_reason")),
    Group(FollowUp.TABLE, ("number", "number_before")),
    Group(FollowUp.TABLE, ("answered_on", "answer", "answered_by")),
)
"""Who has leads of one desk and units of another has what nobody wanted; so has who has the result of one
closing and the approval of another.
"""


WHO_AND_WHEN: Mapping[str, frozenset[str]] = {Acceptance.TABLE: frozenset(("by", "at"))}
"""By table the fields that only tell who said the rest, and when: two who say the same are of one mind."""


STAMPED: Mapping[str, frozenset[str]] = {
    Report.TABLE: frozenset(("due_on",)),
    Closing.TABLE: frozenset(("due_on", "days_late")),
    Adjustment.TABLE: frozenset(("from_due", "days_late")),
}
"""By table the fields that the program stamps from what it knew of the row; of two the one stands that saw
more adjustments of the row.
"""


class Reference(NamedTuple):
    """A field of a table that names records of another table by their keys."""

    table: str
    field: str
    named: str


def _references(kind: type[Record], named: type[Record], *fields: str) -> Iterator[Reference]:
    for field in fields:
        yield Reference(kind.TABLE, field, named.TABLE)


REFERENCES: tuple[Reference, ...] = (
    *_references(Task, Item, "item"),
    *_references(Task, Unit, "lead_units", "participant_units"),
    *_references(Task, Person, "lead_leaders", "participant_leaders"),
    *_references(Item, WorkPoint, "work_point"),
    *_references(WorkPoint, WorkPoint, "parent"),
    *_references(Unit, Person, "head"),
    *_references(Unit, Unit, "successors", "members"),
    *_references(RosterEntry, Person, "person"),
    *_references(RosterEntry, Unit, "unit"),
    *_references(Notice, Unit, "group_office_unit"),
    *_references(Notice, Person, "group_office_director"),
    *_references(Item, Notice, "notice"),
    *_references(WorkPoint, Notice, "notice"),
    *_references(RosterEntry, Notice, "notice"),
    *_references(Pair, Unit, "unit"),
    *_references(Pair, Person, "leader", "from_leader"),
    *_references(Plan, Person, "from_leader", "to_leader"),
    *_references(Plan, Unit, "units"),
    *_references(Schedule, Notice, "notice"),
    *_references(Measure, Task, "task"),
    *_references(Milestone, Task, "task"),
    *_references(Report, Task, "task"),
    *_references(Report, Unit, "unit"),
    *_references(Problem, Task, "task"),
    *_references(Problem, Unit, "unit", "with_units"),
    *_references(Adjustment, Task, "task"),
    *_references(Closing, Task, "task"),
    *_references(FollowUp, Unit, "unit"),
    *_references(FollowUp, Task, "tasks"),
)
"""What a record cannot do without. Grounds, prints, forms and acceptances speak of what was, and are not
here.
"""


def keys_named(value: Any) -> Iterator[str]:
    """Return the keys that a field's value names: it is a key, several keys, or mentions."""
    for one in value if isinstance(value, list) else (value,):
        key = one.get("key") if isinstance(one, dict) else one
        if key and isinstance(key, str):
            yield key
