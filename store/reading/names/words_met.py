"""The words for owners that a notice uses, with the side of each and how often it stands."""

from collections import Counter
from collections.abc import Sequence

from store.reading.result import OwnerWord, TaskFound
from store.reading.signs.owner_words import OwnerWords
from store.records.cells import cell_of
from store.records.values import Column, SideName


def words_met(
    tasks: Sequence[TaskFound], columns: Sequence[Column], words: OwnerWords
) -> tuple[OwnerWord, ...]:
    """Return the words for owners that tasks met, in their order, with the side that each was read for.

    主要责任单位 is on another side beside a column 牵头单位. A word that the clerk took out stays in sight.
    """
    met = Counter(word for task in tasks for word in task.owner_words)
    met.update({word: 0 for word, _ in words.said if word not in met})
    of_columns = _sides_of(columns)
    found: list[OwnerWord] = []
    for word, rows in met.items():
        side = words.side_of(word)
        found.append(OwnerWord(word, of_columns.get(word, side) if side else None, rows))
    return tuple(found)


def _sides_of(columns: Sequence[Column]) -> dict[str, SideName]:
    """Return the side of each column of units, by its label."""
    sides: dict[str, SideName] = {}
    for column in columns:
        cell = cell_of(column.field)
        if cell and cell.kind == "units":
            sides[column.label] = cell.side
    return sides
