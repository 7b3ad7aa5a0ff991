"""The owners in a table's row: each cell's names on the side of its column, or that which the cell says."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from store.reading.names.labelled import without_people
from store.reading.names.leaders import leaders_in
from store.reading.names.owners import Known
from store.reading.names.people_among import people_among, with_names_whole
from store.reading.names.sharing import shared_out
from store.reading.signs.columns import OTHER, names_bodies
from store.reading.signs.labels import holds
from store.reading.signs.lines import says_nothing
from store.reading.tables.cells import CellsByField, LabelledCell
from store.reading.tables.fit import are_units
from store.records.cells import RESPONSIBILITY_FIELDS, leaders_field, units_field
from store.records.doubts import doubt
from store.records.values import SIDES, Doubt

NamesByField = dict[str, tuple[str, ...]]
"""Field of each responsibility cell to the names in it."""


class RowOwners(NamedTuple):
    """The names of a row by field, the words that put them there, and what is to be asked about those."""

    names: NamesByField
    words: tuple[str, ...]
    doubts: tuple[Doubt, ...]


def owners_of_row(texts: dict[str, str], cells: CellsByField, known: Known) -> RowOwners:
    """Return the owners of a row, from what its fields say; a cell may put units on another side."""
    names: dict[str, list[str]] = {field: [] for field in RESPONSIBILITY_FIELDS}
    words: list[str] = []
    unsure: list[Doubt] = []
    for side in SIDES:
        names[leaders_field(side)] += leaders_in(texts[leaders_field(side)], known.people)
        own = cells.get(units_field(side), ())
        words += (cell.label for cell in own if cell.text.strip())
        for cell in own:
            units, people, sure = _parted(cell, known)
            names[leaders_field(side)] += people
            shares = shared_out(units, side, known.units, known.words)
            for (own_side, word), alike in groupby(shares, key=attrgetter("side", "word")):
                among = people_among([unit for share in alike for unit in share.units], sure)
                names[units_field(own_side)] += among.units
                names[leaders_field(own_side)] += among.people
                unsure += (doubt(own_side, "unit_or_person", name) for name in among.unsure)
                words += filter(None, (word,))
    words = list(dict.fromkeys(words))
    asked = [
        doubt("participant", "side_unknown", word) for word in words if known.words.side_of(word) is None
    ]
    asked += [*unsure, *_unknown_columns(cells, known)]
    once = {field: tuple(dict.fromkeys(found)) for field, found in names.items()}
    return RowOwners(once, tuple(words), tuple(asked))


def _parted(cell: LabelledCell, known: Known) -> tuple[str, list[str], frozenset[str]]:
    """Return the units of a cell and, where its column is for both (责任单位及责任人), its people.

    Padded names are whole; with those of the roster they are who is surely a person.
    """
    text, padded = with_names_whole("" if says_nothing(cell.text) else cell.text.replace("\n", " "))
    sure = padded.union(known.people)
    if holds(cell.label) == "both":
        return *without_people(text, known.people), sure
    return text, [], sure


def _unknown_columns(cells: CellsByField, known: Known) -> Iterator[Doubt]:
    """Ask about a column of bodies whose word is not known (验收单位), where its cell names units."""
    for cell in cells.get(OTHER, ()):
        if names_bodies(cell.label, known.words) and cell.text.strip() and are_units(cell.text):
            yield doubt("participant", "column_unknown", cell.label, cell.text)
