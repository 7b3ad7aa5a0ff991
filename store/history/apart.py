"""Which records were made and edited since desks went apart, by which changes; it keeps up with a history."""

from collections.abc import Sequence

from store.history.lineage import Lineage
from store.records.alike import TABLES, Apart, EditApart
from store.records.record import Doc
from store.records.tables import KINDS_OF_ROWS
from store.records.task import Task

_OF_ROWS = frozenset((Task.TABLE, *(kind.TABLE for kind in KINDS_OF_ROWS)))


class MadeApart:
    """The records that the changes of a history made behind those that all others have seen."""

    def __init__(self, lineage: Lineage) -> None:
        """Look at nothing yet."""
        self.lineage = lineage
        self._begin()

    def _begin(self) -> None:
        self._shared = self._known = self.lineage.shared
        self._last = ""
        self._made: dict[tuple[str, str], int] = {}
        self._edited: dict[tuple[str, str], list[EditApart]] = {}
        self._takes_back: dict[str, str] = {}
        """The id of an undo, and of what it takes back."""
        self._undone: set[str] = set()

    def apart(self) -> Apart:
        """Return what was made up to now; begin anew where changes came in between or were taken back."""
        docs = self.lineage.docs
        if self._shared != self.lineage.shared or not self._goes_on(docs):
            self._begin()
        for number in range(self._known, len(docs)):
            self._take(number, docs[number])
        if docs:
            self._known, self._last = len(docs), docs[-1]["id"]
        return Apart(self._made, self._edited, self._undone, self._unseen)

    def _goes_on(self, docs: Sequence[Doc]) -> bool:
        if not self._last:
            return True
        return self._known <= len(docs) and docs[self._known - 1]["id"] == self._last

    def _take(self, number: int, doc: Doc) -> None:
        id_ = doc["id"]
        if doc["undoes"]:
            self._takes_back[id_] = doc["undoes"]
            self._undone |= {id_, doc["undoes"]}
        elif doc["redoes"]:
            self._undone.add(id_)
            self._undone.discard(self._takes_back.get(doc["redoes"], ""))
        for edit in doc["edits"]:
            address = edit["table"], edit["key"]
            if edit["table"] in _OF_ROWS:
                one = EditApart(number, id_, doc["by"], doc["at"], edit["field"], edit["after"])
                self._edited.setdefault(address, []).append(one)
            if not edit["field"] and edit["after"] and edit["table"] in TABLES:
                self._made.setdefault(address, number)

    def _unseen(self, one: int, other: int) -> bool:
        return one != other and not self.lineage.knows(one, other)
