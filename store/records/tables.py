"""The record type of each table of the file."""

from store.records.closing import Adjustment, Closing
from store.records.follow_up import FollowUp, Form
from store.records.ground import Ground
from store.records.kept import Acceptance, Pair, Plan, Print, Template
from store.records.ledger_rules import LightRule, ScoreRule
from store.records.notice import Notice, WorkPoint
from store.records.person import Person, RosterEntry
from store.records.record import Record
from store.records.report import Problem, Report
from store.records.schedule import Measure, Milestone, Schedule
from store.records.task import Item, Task
from store.records.unit import Unit

_KINDS: tuple[type[Record], ...] = (
    Notice,
    WorkPoint,
    Item,
    Task,
    Unit,
    Person,
    RosterEntry,
    Ground,
    Pair,
    Plan,
    Acceptance,
    Print,
    Template,
    Schedule,
    Measure,
    Milestone,
    Report,
    Problem,
    Adjustment,
    Closing,
    FollowUp,
    Form,
    LightRule,
    ScoreRule,
)

RECORDS: dict[str, type[Record]] = {kind.TABLE: kind for kind in _KINDS}
"""The record type of each table."""

KINDS_OF_ROWS: tuple[type[Record], ...] = (Report, Closing, Adjustment, Measure, Milestone, Problem)
"""The records that speak of one row: each names it in `task`."""


def say_the_same(table: str, one: object, other: object) -> bool:
    """Tell whether two documents of a record, or none, say the same: an absent field says its default."""
    if one == other or not (isinstance(one, dict) and isinstance(other, dict) and table in RECORDS):
        return one == other
    if one.keys() == other.keys():
        return False
    defaults = RECORDS[table].empty_doc()
    return {**defaults, **one} == {**defaults, **other}
