"""Lineage: which change had seen which, in a history that may have branches.

A change names its parents by hash: the heads that its author had seen. What is reached by parents he had
seen; two changes of which neither had seen the other are concurrent. Changes go by their number, which is
their place in the history they arrived in (0 for the first); parents arrive before their children.

    0 ── 1 ── 2 ── 5      heads 5 and 4; 5 has seen 2 but not 4; the causal order, by (at, id) where it is
         └─── 3 ── 4      free, is the same at every desk, whatever came first: 0 1 3 2 4 5

How it is told quickly: changes stand on chains, each of which grows where a change has the chain's last one
as a parent. Of a chain it is enough to know how far it was seen. A history without branches is one chain, and
none of its hashes is worked out: that of each change stands in the next one.
"""

import heapq
import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from store.records.changes import hash_of
from store.records.record import Doc

_NOTHING: Mapping[int, int] = {}
_Free = tuple[tuple[float, str], int]
"""A change whose parents are out: its time and id, and its number."""
# As the program's clock stamps: 2026-10-21T16:02:11+08:00.
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")


def moment(at: str) -> float:
    """Return when a stamp says it was, in seconds, the same on every machine; 0 for what is no stamp."""
    if not _STAMP.fullmatch(at):
        return 0.0
    try:
        return datetime.fromisoformat(at).timestamp()
    except (ValueError, OverflowError):
        return 0.0


class Lineage:
    """Who has seen whom among the changes of one history; `catch_up` takes in those that came since."""

    def __init__(self, docs: Sequence[Doc]) -> None:
        """Take the documents of a history, which may grow."""
        self.docs = docs
        self._begin()
        self.catch_up()

    def _begin(self) -> None:
        self._chain = array("i")
        self._place = array("i")
        self._beyond: list[Mapping[int, int]] = []
        """Of each change, how far it has seen each other chain; changes of one stretch share it."""
        self._tails: list[int] = []
        """The last change of each chain."""
        self._numbers: dict[str, int] = {}
        """By hash, as far as it is known: of all but heads."""
        self._heads: list[int] = []
        self._hashes: dict[int, str] = {}
        """Of heads, as far as they are known."""
        self._shared = -1
        self._when: dict[int, tuple[float, str]] = {}
        self._order: Sequence[int] | None = None
        self._ranks: Sequence[int] | None = None
        self._last = ""

    def catch_up(self) -> None:
        """Take in the changes that came since; begin anew where some were taken back."""
        known = len(self._chain)
        if known > len(self.docs) or (known and self.docs[known - 1]["id"] != self._last):
            self._begin()
            known = 0
        if known < len(self.docs):
            self._order = self._ranks = None
        if self.is_straight and not self._hashes:
            known = self._go_straight_on(known)
        for number in range(known, len(self.docs)):
            self._add(number)
        if self.docs:
            self._last = self.docs[-1]["id"]

    def __len__(self) -> int:
        """How many changes there are."""
        return len(self._chain)

    # ------------------------------------------------------------------ what it tells

    @property
    def is_straight(self) -> bool:
        """Whether each change has seen all before it."""
        return len(self._tails) < 2

    @property
    def shared(self) -> int:
        """How many changes at the beginning all others have seen, one after another."""
        return len(self) if self._shared < 0 else self._shared

    @property
    def heads(self) -> tuple[str, ...]:
        """The hashes of the changes that nobody had seen when he made another, sorted."""
        self._hash_heads()
        return tuple(sorted(map(self._hashes.__getitem__, self._heads)))

    def number_of(self, change_hash: str) -> int | None:
        """Return the number of the change with a hash; none where it is not here."""
        if change_hash not in self._numbers:
            self._hash_heads()
        return self._numbers.get(change_hash)

    def has_seen(self, later: int, earlier: int) -> bool:
        """Tell whether a change had seen another when it was made; none has seen itself."""
        chain = self._chain[earlier]
        if chain == self._chain[later]:
            return self._place[earlier] < self._place[later]
        seen = self._beyond[later].get(chain, -1)
        return seen >= self._place[earlier]

    def knows(self, one: int, other: int) -> bool:
        """Tell whether one of two changes had seen the other: if not, they are concurrent."""
        return self.has_seen(one, other) or self.has_seen(other, one)

    def outside(self, heads: Iterable[str]) -> list[int]:
        """Return the changes that are none of these and that none of them has seen, as they arrived."""
        numbers = map(self.number_of, heads)
        known = {number for number in numbers if number is not None}
        found = []
        for number in range(len(self)):
            if number not in known and not self._is_seen(number, known):
                found.append(number)
        return found

    def _is_seen(self, number: int, later: Iterable[int]) -> bool:
        return any(self.has_seen(one, number) for one in later)

    @property
    def order(self) -> Sequence[int]:
        """All changes, parents first; among those that are free the earliest by (at, id)."""
        if self._order is None:
            self._order = self._sorted()
        return self._order

    @property
    def ranks(self) -> Sequence[int]:
        """Of each change its place in the causal order."""
        if self._ranks is None:
            ranks = array("i", range(len(self)))
            order = self.order
            for rank in range(self.shared, len(self)):
                ranks[order[rank]] = rank
            self._ranks = ranks
        return self._ranks

    def when(self, number: int) -> tuple[float, str]:
        """Return by what the latest of concurrent changes is told: its time, then its id."""
        known = self._when.get(number)
        if known is None:
            doc = self.docs[number]
            known = self._when[number] = moment(doc["at"]), doc["id"]
        return known

    # ------------------------------------------------------------------ how it is built

    def _go_straight_on(self, known: int) -> int:
        """Take in the changes that go on in one line, which is nearly all; return the place of the next.

        Where there is one head and the parent of a change has no child yet, that head is meant.
        """
        begin, docs, numbers = known, self.docs, self._numbers
        for number in range(known, len(docs)):
            if number:
                parents = docs[number]["parents"]
                if len(parents) != 1 or parents[0] in numbers:
                    break
                numbers[parents[0]] = number - 1
            known = number + 1
        self._chain.extend([0] * (known - begin))
        self._place.extend(range(begin, known))
        self._beyond += [_NOTHING] * (known - begin)
        if known:
            self._tails, self._heads = [known - 1], [known - 1]
        return known

    def _add(self, number: int) -> None:
        parents = self._parents_of(number)
        grown = self._grown_at(parents)
        if grown is None:
            chain, place = len(self._tails), 0
            self._tails.append(number)
        else:
            chain = self._chain[grown]
            place = self._place[grown] + 1
            self._tails[chain] = number
        beyond = self._seen_beyond(parents, chain)
        self._chain.append(chain)
        self._place.append(place)
        self._beyond.append(beyond)
        for parent in parents:
            if parent in self._heads:
                self._heads.remove(parent)
                self._hashes.pop(parent, None)
        self._heads.append(number)
        if chain:
            seen = beyond.get(0, -1) + 1
            self._shared = min(self.shared, seen)

    def _grown_at(self, parents: Iterable[int]) -> int | None:
        """Return the parent behind which a change stands on a chain; none where a new chain begins."""
        for parent in parents:
            if self._tails[self._chain[parent]] == parent:
                return parent
        return None

    def _seen_beyond(self, parents: Sequence[int], chain: int) -> Mapping[int, int]:
        """Return how far a change with these parents, itself on a chain, has seen the other chains."""
        if [self._chain[parent] for parent in parents] == [chain]:
            return self._beyond[parents[0]]
        seen: dict[int, int] = {}
        for parent in parents:
            ways = dict(self._beyond[parent])
            ways[self._chain[parent]] = self._place[parent]
            for other, place in ways.items():
                known = seen.get(other, -1)
                seen[other] = max(place, known)
        seen.pop(chain, None)
        return seen or _NOTHING

    def _parents_of(self, number: int) -> list[int]:
        """Return the numbers of a change's parents, as far as they are here."""
        named = self.docs[number]["parents"]
        known = self._known_parents_of(number)
        if len(known) == len(named):
            return known
        if len(named) == len(self._heads) == 1 and not self._hashes:
            # The only change that nobody has named yet is the one that is meant.
            self._numbers[named[0]] = self._heads[0]
        else:
            self._hash_heads()
        return self._known_parents_of(number)

    def _known_parents_of(self, number: int) -> list[int]:
        found = map(self._numbers.get, self.docs[number]["parents"])
        return [parent for parent in found if parent is not None]

    def _hash_heads(self) -> None:
        for number in self._heads:
            if number not in self._hashes:
                own = hash_of(self.docs[number])
                self._hashes[number] = own
                self._numbers[own] = number

    def _sorted(self) -> list[int]:
        """Return the causal order: the shared beginning, then by a heap of those whose parents are out."""
        first = self.shared
        children: dict[int, list[int]] = {}
        waiting: dict[int, int] = {}
        free: list[_Free] = []
        for number in range(first, len(self)):
            parents = set(self._known_parents_of(number))
            parents = {parent for parent in parents if parent >= first}
            waiting[number] = len(parents)
            for parent in parents:
                children.setdefault(parent, []).append(number)
            if not parents:
                free.append((self.when(number), number))
        heapq.heapify(free)
        order = list(range(first))
        while free:
            _, number = heapq.heappop(free)
            order.append(number)
            for child in children.get(number, ()):
                waiting[child] -= 1
                if not waiting[child]:
                    heapq.heappush(free, (self.when(child), child))
        return order
