"""The joins of rows that were made before rows carried any: then equal neighbours of an item drew as one.

So they are joined where they stood together and said the same in the change that made them, and not where
they came to say the same since.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from store.records.cells import RESPONSIBILITY_FIELDS
from store.records.keys import key_made_of
from store.records.record import Doc
from store.records.task import Task

OldJoins = Mapping[str, Mapping[str, str]]
"""Key of a row to its joins."""

NO_JOINS: OldJoins = {}


def is_old_row(table: str, doc: Doc | None) -> bool:
    """Tell whether a document is a row's that was made before rows carried joins."""
    return table == Task.TABLE and doc is not None and "joins" not in doc


def has_old_rows(change: Doc) -> bool:
    """Tell whether a change makes or takes out a row that was made before rows carried joins."""
    edits = (edit for edit in change["edits"] if not edit["field"])
    return any(is_old_row(edit["table"], edit["after"] or edit["before"]) for edit in edits)


def old_joins(changes: Iterable[Doc]) -> OldJoins:
    """Return the joins of the old rows that some changes made, each as it was made first."""
    found: dict[str, dict[str, str]] = {}
    seen: set[str] = set()
    for change in changes:
        made = [row for row in _made_rows(change) if row["key"] not in seen]
        seen.update(row["key"] for row in made)
        made.sort(key=lambda row: (row["item"], row["order"], row["key"]))
        for above, below in pairwise(made):
            _join(above, below, found)
    return found


def _made_rows(change: Doc) -> Iterator[Doc]:
    for edit in change["edits"]:
        if not edit["field"] and is_old_row(edit["table"], edit["after"]):
            yield edit["after"]


def _join(above: Doc, below: Doc, found: dict[str, dict[str, str]]) -> None:
    """Join two neighbours in the columns in which they say the same, as one cell with those above."""
    if above["item"] != below["item"]:
        return
    for field in RESPONSIBILITY_FIELDS:
        said = above.get(field)
        if said and said == below.get(field):
            joins = found.setdefault(above["key"], {})
            if field not in joins:
                joins[field] = key_made_of(above["key"], field)
            found.setdefault(below["key"], {})[field] = joins[field]
