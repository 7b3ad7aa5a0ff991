"""Which records were made since desks went apart, and by which change; it keeps up with a history."""

from collections.abc import Sequence

from store.history.lineage import Lineage
from store.records.alike import TABLES, Apart
from store.records.record import Doc


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

    def apart(self) -> Apart:
        """Return what was made up to now; begin anew where changes came in between or were taken back."""
        docs = self.lineage.docs
        if self._shared != self.lineage.shared or not self._goes_on(docs):
            self._begin()
        for number in range(self._known, len(docs)):
            self._take(number, docs[number])
        if docs:
            self._known, self._last = len(docs), docs[-1]["id"]
        return Apart(self._made, self._unseen)

    def _goes_on(self, docs: Sequence[Doc]) -> bool:
        if not self._last:
            return True
        return self._known <= len(docs) and docs[self._known - 1]["id"] == self._last

    def _take(self, number: int, doc: Doc) -> None:
        for edit in doc["edits"]:
            if not edit["field"] and edit["after"] and edit["table"] in TABLES:
                self._made.setdefault((edit["table"], edit["key"]), number)

    def _unseen(self, one: int, other: int) -> bool:
        return one != other and not self.lineage.knows(one, other)
