"""Which changes are taken back: an undo takes back, it does not write, and a redo takes back its undo.

X, then U that undoes X: neither X nor U gives a field its value; what stood before X stands again.
X, U, then R that redoes (takes back U): X gives its values again, as it did when it was made.
"""

from collections.abc import Callable, Iterable, Sequence

from store.history.lineage import Lineage
from store.records.record import Doc


class TakenBack:
    """The undos and redos of a history, and what they leave standing."""

    def __init__(self, docs: Sequence[Doc], lineage: Lineage) -> None:
        """Look through the documents of a history for what takes back another change."""
        self.lineage = lineage
        """Who had seen whom."""
        self._docs = docs
        self._takers: dict[str, list[int]] = {}
        """By the id of a change those that take it back."""
        self._ranks: dict[int, int] = {}
        """Of those their places in the causal order."""
        for number, doc in enumerate(docs):
            meant = doc["undoes"] or doc["redoes"]
            if meant:
                self._takers.setdefault(meant, []).append(number)
                self._ranks[number] = lineage.ranks[number]

    def is_plain(self, number: int) -> bool:
        """Tell whether a change is no undo or redo, and none ever took it back."""
        return number not in self._ranks and self._docs[number]["id"] not in self._takers

    def quiet(self, changes: Iterable[int], within: Callable[[int], bool] | None = None) -> set[int]:
        """Return which of some changes write nothing: undos, redos, and what an undo takes back that stands.

        `within` tells which changes are looked at: those that somebody had seen.
        """
        if not self._takers:
            return set()
        changes = set(changes)
        quiet = changes & self._ranks.keys()
        takers = self._chain_of_takers(changes)
        if not takers:
            return quiet
        void: set[str] = set()
        undone: set[str] = set()
        for number in sorted(takers, key=self._ranks.__getitem__, reverse=True):
            doc = self._docs[number]
            if doc["id"] in void or not (within is None or within(number)):
                continue
            void.add(doc.get("redoes") or doc["undoes"])
            if not doc.get("redoes"):
                undone.add(doc["undoes"])
        for number in changes:
            if self._docs[number]["id"] in undone:
                quiet.add(number)
        return quiet

    def _chain_of_takers(self, changes: Iterable[int]) -> set[int]:
        """Return what takes back some changes, what takes that back, and so on."""
        found: set[int] = set()
        looking = list(changes)
        while looking:
            for taker in self._takers.get(self._docs[looking.pop()]["id"], ()):
                if taker not in found:
                    found.add(taker)
                    looking.append(taker)
        return found
