"""The grounds that older programs did not write: the edits of them that old changes would have had.

An import makes the grounds of its rows, and a notice that is followed those of the cells that it gave; an
undo takes back what its change made. Nothing is made from rows as they were left by hand.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from store.records.cells import RESPONSIBILITY_FIELDS, sides_said
from store.records.change_codes import code_of_title
from store.records.ground import Ground, ground_key
from store.records.issued_grounds import IssuedNames, side_document
from store.records.notice import Notice
from store.records.record import Doc
from store.records.task import Item, Task
from store.records.values import SIDES, SideName

GroundEdits = Mapping[str, Sequence[Doc]]
"""By the id of a change the edits of grounds that it lacks, as documents."""

_FOLLOWED = (Notice.TABLE, Item.TABLE, Task.TABLE, Ground.TABLE)
"""The tables that grounds are made from, and their own."""
_IN_A_ROW = frozenset((*RESPONSIBILITY_FIELDS, "doubts", "source", "item", "order"))


def raised_grounds(changes: Sequence[Doc]) -> GroundEdits:
    """Return the edits of grounds that changes of older programs lack; nothing where none does."""
    if not any(map(_lacks_grounds, changes)):
        return {}
    return _Replayed(changes).lacking


def grounds_after(changes: Sequence[Doc]) -> dict[str, Doc]:
    """Return the grounds that some changes make, those that older programs did not write included."""
    return _Replayed(changes).tables[Ground.TABLE]


def may_lack_grounds(change: Doc) -> bool:
    """Tell whether an older program may have left grounds out of a change, by the change alone."""
    brings_back = change.get("undoes") or change.get("redoes")
    return bool(brings_back) or _lacks_grounds(change)


def _lacks_grounds(change: Doc) -> bool:
    """Tell whether a change brought rows of a notice, and an older program wrote it."""
    if not _follows(change) and not _imports(change):
        return False
    tables = {edit["table"] for edit in change["edits"]}
    return Ground.TABLE not in tables and Task.TABLE in tables


def _follows(change: Doc) -> bool:
    return (change.get("code") or code_of_title(change["title"])) == "notice_followed"


def _imports(change: Doc) -> bool:
    """Tell whether a change brought a notice; one that an undo or redo brings back came with its grounds."""
    if change.get("undoes") or change.get("redoes"):
        return False
    return any(edit["table"] == Notice.TABLE and edit["before"] is None for edit in change["edits"])


class _Replayed:
    """The tables that grounds are made from, change by change, and the edits of grounds that were lacking."""

    def __init__(self, changes: Iterable[Doc]) -> None:
        self.tables: dict[str, dict[str, Doc]] = {table: {} for table in _FOLLOWED}
        self.lacking: dict[str, Sequence[Doc]] = {}
        for change in changes:
            self._replay(change)

    def _replay(self, change: Doc) -> None:
        own = [edit for edit in change["edits"] if edit["table"] in _FOLLOWED]
        for edit in own:
            self._apply(edit)
        if any(edit["table"] == Ground.TABLE for edit in own):
            return
        lacking = list(self._lacking(change, own))
        for edit in lacking:
            self._apply(edit)
        if lacking:
            self.lacking[change["id"]] = lacking

    def _apply(self, edit: Doc) -> None:
        docs, key, field = self.tables[edit["table"]], edit["key"], edit["field"]
        if field:
            is_read = edit["table"] != Task.TABLE or field in _IN_A_ROW
            if is_read and key in docs:
                docs[key] = {**docs[key], field: edit["after"]}
        elif edit["after"] is None:
            docs.pop(key, None)
        else:
            docs[key] = edit["after"]

    def _lacking(self, change: Doc, edits: Sequence[Doc]) -> Iterator[Doc]:
        taken_back = self.lacking.get(change.get("undoes") or change.get("redoes") or "")
        if taken_back:
            for edit in reversed(taken_back):
                yield {**edit, "before": edit["after"], "after": edit["before"]}
        elif _follows(change) or _imports(change):
            names = IssuedNames(self.tables)
            for row, sides in _sides_touched(edits).items():
                for side in sides:
                    yield from self._given(row, side, names)
            yield from self._moved(edits)

    def _given(self, row: str, side: SideName, names: IssuedNames) -> Iterator[Doc]:
        """Yield the edit that makes the ground of a side what the row says, where it is another."""
        key = ground_key(row, side, "notice")
        before = self.tables[Ground.TABLE].get(key)
        doc = self.tables[Task.TABLE].get(row)
        after = side_document(doc, side, *names.of(doc)) if doc else None
        if before and after != before:
            yield _edit(key, before, None)
        if after and after != before:
            yield _edit(key, None, after)

    def _moved(self, edits: Iterable[Doc]) -> Iterator[Doc]:
        """Yield the edits that let grounds follow their rows to other lines of the notice's text."""
        for edit in edits:
            if edit["table"] == Task.TABLE and edit["field"] == "source":
                for side in SIDES:
                    key = ground_key(edit["key"], side, "notice")
                    ground = self.tables[Ground.TABLE].get(key)
                    if ground and ground["source"] != edit["after"]:
                        before, after = ground["source"], edit["after"]
                        yield {**_edit(key, before, after), "field": "source"}


def _edit(key: str, before: Doc | None, after: Doc | None) -> Doc:
    return {"table": Ground.TABLE, "key": key, "field": "", "before": before, "after": after}


def _sides_touched(edits: Iterable[Doc]) -> dict[str, list[SideName]]:
    """Return the rows that a notice gave or took, each with the sides of which it said something."""
    found: dict[str, list[SideName]] = {}
    for edit in edits:
        if edit["table"] == Task.TABLE:
            sides = found.setdefault(edit["key"], [])
            sides += [side for side in sides_said(edit["field"]) if side not in sides]
    return found
