"""Raising: documents that an older program wrote, in the shape that this program gives them.

A format of the past is one pure function from document to document: no random key, no clock, no machine in
it. It stands in `RAISINGS` and serves tables, backups and the values in old changes alike, so that what a
list holds and what its history makes are the same. What stands on the disk is never rewritten for it: a
change keeps its bytes and its hash, and is raised each time it is read.

A function is given whole documents, and documents of one field where an edit holds that field alone; it
leaves out what it does not find. It changes nothing in the document that it is given, and raising twice is
raising once.

The joins of an old row are what its making says (joined_before.py), wherever the row is met: they are worked
out of the file's changes and given to what is raised.
"""

from collections.abc import Callable, Mapping

from store.records.change_codes import code_of_title
from store.records.doubts import code_of_sentence
from store.records.fields import parted_extras
from store.records.joined_before import NO_JOINS, OldJoins, is_old_row, old_joins
from store.records.record import Doc, encoded
from store.records.tables import RECORDS
from store.records.task import Task
from store.records.values import Extra

Raising = Callable[[Doc], Doc]
"""From a document in some older shape to the document in today's."""


def _with_columns_in_their_fields(row: Doc) -> Doc:
    """Return a row with the columns that a field has taken over since in that field.

    The extra column 工作措施 is the field `measures`.
    """
    extras = row.get("extras")
    if not extras:
        return row
    texts, left = parted_extras(Extra(**extra) for extra in extras)
    if not texts:
        return row
    for name, text in texts.items():
        held = row.get(name)
        texts[name] = f"{held}\n{text}" if held else text
    return {**row, **texts, "extras": encoded(left)}


def _with_codes_of_doubts(row: Doc) -> Doc:
    """Return a row with the code of each doubt that was stored as a sentence alone."""
    doubts = row.get("doubts")
    if not doubts or all("code" in doubt for doubt in doubts):
        return row
    return {**row, "doubts": [_with_code(doubt) for doubt in doubts]}


def _with_code(doubt: Doc) -> Doc:
    code = doubt.get("code") or code_of_sentence(doubt["reason"])
    return {**doubt, "code": code} if code else doubt


def _with_code_of_change(change: Doc) -> Doc:
    """Return a change with the code of its kind where it was stored with its title alone."""
    code = change.get("code") or code_of_title(change["title"])
    return {**change, "code": code} if code else change


RAISINGS: dict[str, Mapping[str, Raising]] = {
    Task.TABLE: {"extras": _with_columns_in_their_fields, "doubts": _with_codes_of_doubts}
}
"""For each table the formats of the past, the oldest first, by the field that each reads."""

CHANGE_RAISINGS: tuple[Raising, ...] = (_with_code_of_change,)
"""The same for the document of a change, its edits apart."""


def raised(table: str, doc: Doc, joins: OldJoins = NO_JOINS) -> Doc:
    """Return a record's document in today's shape; the same document where it has it already."""
    for raising in RAISINGS.get(table, {}).values():
        doc = raising(doc)
    if joins is not NO_JOINS and is_old_row(table, doc):
        doc = {**doc, "joins": dict(joins.get(doc["key"], NO_JOINS))}
    return doc


def raised_change(doc: Doc, joins: OldJoins | None = None) -> Doc:
    """Return a change's document with its edits, and what else it says, in today's shape.

    Without the joins of the file's old rows those are known that the change makes itself.
    """
    known = old_joins((doc,)) if joins is None else joins
    edits: list[Doc] = []
    for edit in doc["edits"]:
        edits += raised_edits(edit, known)
    doc = {**doc, "edits": edits}
    for raising in CHANGE_RAISINGS:
        doc = raising(doc)
    return doc


def raised_edits(edit: Doc, joins: OldJoins) -> list[Doc]:
    """Return the edits that do today what an edit did when it was written.

    An edit of a field that is parted since (a column that is a field now) gives an edit for each part it
    changed.
    """
    table, field = edit["table"], edit["field"]
    of_table = RAISINGS.get(table, {})
    if not of_table or (field and field not in of_table):
        return [edit]
    if not field:
        before = _raised_or_none(table, edit["before"], joins)
        after = _raised_or_none(table, edit["after"], joins)
        return [{**edit, "before": before, "after": after}]
    before, after = {field: edit["before"]}, {field: edit["after"]}
    was, becomes = raised(table, before), raised(table, after)
    if was is before and becomes is after:
        return [edit]
    defaults = RECORDS[table].empty_doc()
    edits = []
    for name in {**was, **becomes}:
        held = was.get(name, defaults.get(name))
        given = becomes.get(name, defaults.get(name))
        edits.append({**edit, "field": name, "before": held, "after": given})
    changing = [parted for parted in edits if parted["before"] != parted["after"]]
    return changing or edits


def _raised_or_none(table: str, doc: Doc | None, joins: OldJoins) -> Doc | None:
    return raised(table, doc, joins) if doc else doc
