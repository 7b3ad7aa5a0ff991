"""What a field of a record is: what it is called, what it holds, where it shows."""

from dataclasses import dataclass
from typing import Literal

FieldKind = Literal[
    "line",
    "text",
    "lines",
    "day",
    "flag",
    "unit_kind",
    "choice",
    "figures",
    "mentions",
    "key",
    "keys",
    "doubts",
    "labelled",
    "columns",
    "inner",
]
"""What a field holds: a line of text, a text, several texts (one a line), a day (ISO), yes or no, a kind of
unit, one of some words, values of measures, mentions, the key of a unit or person, several keys, doubts,
things with labels, fields that are columns, or what the program alone reads.
"""

Use = Literal["column", "card", "tree", "draft", "find", "compare", "change_table", "json"]
"""Where a field shows: as a column of the list, on its record's card, in the tree of the notice, in a draft
that is put right, where a text is looked for, in the comparison with a new reading, in the 调整对照表, and
in the JSON of a row that sets it. A column shows on screen and paper as `columns.py` says.
"""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record."""

    name: str
    """As the record's class and its document have it."""
    label: str
    """In the clerk's words; a column of the list goes by the list's own label."""
    kind: FieldKind
    uses: tuple[Use, ...] = ()
    taken_over: tuple[str, ...] = ()
    """Labels of columns that are this field: what stands under one is kept here, not as a further column."""
    choices: tuple[tuple[str, str], ...] = ()
    """Of one of some words each as the document has it and as the clerk reads it."""
