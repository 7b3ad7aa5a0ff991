"""Tasks in running text: owners in brackets behind a paragraph, or on labelled lines below it."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from store.reading.columns import columns_of, field_of
from store.reading.lines import folded
from store.reading.measures import deadlines_in, targets_in
from store.reading.outline import Node, walk
from store.reading.people import names_in
from store.reading.result import Row
from store.reading.units import units_in


def has_owners(nodes: Iterable[Node]) -> bool:
    """Whether any point names who answers for it."""
    return False


def rows_of_outline(nodes: Sequence[Node], people: Collection[str], units: Sequence[str]) -> tuple[Row, ...]:
    """The tasks among the points of an outline."""
    return ()
