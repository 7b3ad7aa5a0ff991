"""Rows whose units and leaders are named by what they are the keys of."""

from store.records.task import Task
from store.records.values import Mention


def row_of(number: str, units: str, leaders: str) -> Task:
    """The row of a one-row item; names with blanks between."""
    return Task(
        f"row{number}",
        item=f"item{number}",
        order=number,
        lead_units=tuple(Mention(name, name) for name in units.split()),
        lead_leaders=tuple(Mention(name, name) for name in leaders.split()),
    )
