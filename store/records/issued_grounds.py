"""The grounds of rows as a notice has them: of each side that names units and leaders and is not in doubt.

They are made from documents, for an import, for a notice that is followed and for what older programs wrote.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from store.records.cells import leaders_field, units_field
from store.records.ground import Ground, ground_key, named
from store.records.notice import Notice
from store.records.record import Doc
from store.records.row_names import RowNames
from store.records.task import Item, Task
from store.records.values import SIDES, SideName

DocTables = Mapping[str, Mapping[str, Doc]]
"""Table name to record key to document."""


def issued_grounds(tables: DocTables, rows: Iterable[str]) -> Iterator[Ground]:
    """Yield the grounds of some rows of these tables, each named by its place in its list."""
    names = IssuedNames(tables)
    for key in rows:
        row = tables[Task.TABLE].get(key)
        if row:
            yield from row_grounds(row, *names.of(row))


def row_grounds(row: Doc, notice: str, name: str) -> Iterator[Ground]:
    """Yield the grounds of a row that a notice names so."""
    for side in SIDES:
        ground = side_ground(row, side, notice, name)
        if ground:
            yield ground


class IssuedNames:
    """The lists that rows of some tables stand in, and the rows' names there."""

    def __init__(self, tables: DocTables) -> None:
        """Look at these tables; a list's names are made when one is first asked for."""
        self._tables = tables
        self._first = next(iter(tables.get(Notice.TABLE, ())), "")
        self._made: dict[str, RowNames] = {}

    def of(self, row: Doc) -> tuple[str, str]:
        """Return the notice of a row's list (its key), and the row's name in it."""
        item = self._tables[Item.TABLE].get(row["item"])
        notice = self._notice_of(item or {})
        if notice not in self._made:
            self._made[notice] = RowNames(self._rows(notice))
        return notice, self._made[notice].of(row["key"])

    def _notice_of(self, item: Doc) -> str:
        return str(item.get("notice") or self._first)

    def _rows(self, notice: str) -> Sequence[Sequence[str]]:
        """Return the rows of each item of a list, in order."""
        items = [item for item in self._tables[Item.TABLE].values() if self._notice_of(item) == notice]
        by_item: dict[str, list[str]] = {item["key"]: [] for item in sorted(items, key=_place)}
        for row in sorted(self._tables[Task.TABLE].values(), key=_place):
            if row["item"] in by_item:
                by_item[row["item"]].append(row["key"])
        return list(by_item.values())


def _place(doc: Doc) -> tuple[str, str]:
    return doc.get("order", ""), doc["key"]


def side_ground(row: Doc, side: SideName, notice: str, name: str) -> Ground | None:
    """Return the ground of one side of a row; none where it is in doubt, or names no unit or no leader."""
    doc = side_document(row, side, notice, name)
    return Ground.from_doc(doc) if doc else None


def side_document(row: Doc, side: SideName, notice: str, name: str) -> Doc | None:
    """Return the same as the file holds it: of 10,000 rows no record is made."""
    units, leaders = row.get(units_field(side)), row.get(leaders_field(side))
    if not units or not leaders or any(doubt["side"] == side for doubt in row.get("doubts", ())):
        return None
    key = row["key"]
    doc: Doc = {"key": ground_key(key, side, "notice"), "notice": notice, "row": key, "name": name}
    doc |= {"side": side, "units": _names(units), "leaders": _names(leaders)}
    return doc | {"source": list(row.get("source", ())), "origin": "notice"}


def _names(mentions: Iterable[Doc]) -> list[str]:
    return list(dict.fromkeys([named(mention["key"], mention["wording"]) for mention in mentions]))
