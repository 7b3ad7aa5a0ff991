"""Batches: the changes of other desks that came to a list at one time, and who made them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from store.records.changes import Arrival, Change, History
from store.words.moments import without_year


def came_in_words(arrival: Arrival | None) -> str:
    """Say when a change came, and from where: 10-21 16:02 由“王芳 · PC-05”并入; nothing of one made here."""
    if arrival is None:
        return ""
    return f"{without_year(arrival.at)} 由“{arrival.desk}”并入"


@dataclass(frozen=True, slots=True)
class Batch:
    """What came at one time from one or several desks."""

    at: str
    desk: str
    """Where it is from, in the clerk's words."""
    changes: tuple[Change, ...]
    """As they arrived."""

    @property
    def people(self) -> dict[str, int]:
        """How many of them each person made, most first."""
        return dict(Counter(change.by for change in self.changes).most_common())

    def by(self, person: str) -> "Batch":
        """Return what one person made of it."""
        return Batch(self.at, self.desk, tuple(change for change in self.changes if change.by == person))

    def __str__(self) -> str:
        """Say it in words: 10-21 16:02 由“王芳 · PC-05”并入：王芳 9 次，赵敏 1 次."""
        shares = "，".join(f"{person} {count} 次" for person, count in self.people.items())
        return f"{came_in_words(Arrival(self.at, self.desk))}：{shares}"


def batches(history: History) -> list[Batch]:
    """Return what came from other desks, time by time, the last first."""
    return list(_batches(history))[::-1]


def _batches(history: History) -> Iterator[Batch]:
    numbers: dict[tuple[str, str], list[int]] = {}
    for number, doc in enumerate(history.docs if history.arrived else ()):
        arrival = history.arrived.get(doc["id"])
        if arrival:
            numbers.setdefault((arrival.at, arrival.desk), []).append(number)
    for (at, desk), found in numbers.items():
        yield Batch(at, desk, tuple(history[number] for number in found))
