"""Owners over several points: those of a heading (一、设施 责任单位:甲科) hold for the points below it."""

from collections.abc import Sequence
from dataclasses import replace

from store.reading.names.owners import Owners
from store.reading.prose.outline import LONGEST_HEADING, Node
from store.reading.signs.measures import deadlines_in


def covers(node: Node, text: str, owners: Owners | None) -> bool:
    """Tell whether a point only heads those below it: it says no more than a heading and owners."""
    if owners is None or owners.targets or owners.remark or node.is_block or not node.children:
        return False
    words = text.strip()
    return len(words) <= LONGEST_HEADING and "\n" not in words and "。" not in words


def from_above(own: Owners | None, above: Owners, text: str) -> Owners:
    """Return the owners of a point with those from above it that it does not name itself.

    Units from above lead where the point names only who takes part; units that it names itself go before
    others from above.
    """
    own = own or Owners()
    lead, participants = own.lead_units, own.participant_units
    if not own.names_units:
        lead, participants = above.lead_units, above.participant_units
    elif not own.lead_units:
        lead = above.lead_units
        participants = tuple(unit for unit in participants if unit not in lead)
    sides = replace(own, lead_units=lead, participant_units=participants)
    if not (own.lead_leaders or own.participant_leaders):
        sides = replace(sides, lead_leaders=above.lead_leaders, participant_leaders=above.participant_leaders)
    deadline = own.deadline or deadlines_in(text) or above.deadline
    words = tuple(dict.fromkeys((*own.words, *above.words)))
    return replace(sides, deadline=deadline, doubts=(*own.doubts, *above.doubts), words=words)


def is_taken(owners: Owners, below: Sequence[Owners | None]) -> bool:
    """Tell whether all that a heading says of owners stands with points below it, but for a later day."""
    said: set[str] = set()
    for one in filter(None, below):
        said |= _names(one)
    return bool(below) and _names(owners) <= said


def _names(owners: Owners) -> set[str]:
    names = (owners.lead_units, owners.participant_units, owners.lead_leaders, owners.participant_leaders)
    return {name for group in names for name in group}
