"""What a change can have touched: the rows, items and rules that are to be run again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from store.checks.finding import RuleReads
from store.checks.look import Look
from store.records.cells import RESPONSIBILITY_FIELDS
from store.records.changes import Edit
from store.records.notice import WorkPoint
from store.records.tables import KINDS_OF_ROWS
from store.records.task import Item, Task

_READ_BY_TABLE: dict[str, RuleReads] = {
    "roster": "roster",
    "people": "people",
    "units": "units",
    "work_points": "work_points",
    "notices": "notices",
    "follow_ups": "follow_ups",
}
_STANDINGS_TABLES = ("units", "people", "roster", "portfolio", "grounds", "notices")
_OF_ROWS = frozenset(kind.TABLE for kind in KINDS_OF_ROWS)
_OF_THE_LEDGER = ("schedules", "light_rules")
_OF_ALL_ROWS = ("columns", "year", "title", "issued_on")
"""Fields of the notice by which each row is looked at: its columns, and what tells the year of its days."""


@dataclass(slots=True)
class Due:
    """What waits to be looked at; the orders of dicts are orders of work."""

    index: dict[str, None] = field(default_factory=dict)
    """Rows that the index has not taken yet."""
    rows: dict[str, None] = field(default_factory=dict)
    """Rows for all rules on rows."""
    charges: dict[str, None] = field(default_factory=dict)
    """Rows for the rules that read who has which unit."""
    items: dict[str, None] = field(default_factory=dict)
    reads: set[RuleReads] = field(default_factory=set)
    """What changed of what rules on the whole list read."""
    standings: bool = False
    """Whether who has which unit is to be inferred again."""
    look: bool = False
    """Whether the small tables are to be looked at again."""

    @property
    def nothing(self) -> bool:
        """Say whether nothing waits."""
        rows_or_items = self.index or self.rows or self.charges or self.items
        return not (rows_or_items or self.reads or self.standings or self.look)

    def all_of(self, look: Look) -> None:
        """Let everything wait."""
        self.index.update(dict.fromkeys(look.tasks.task_keys))
        self.all_rows(look)
        items = [item.key for item in look.tasks.items]
        self.items.update(dict.fromkeys(items))
        self.reads |= {"responsibility", "standings", "what_rows_say", *_READ_BY_TABLE.values()}
        self.standings = self.look = True

    def all_rows(self, look: Look) -> None:
        """Let all rows wait for all rules on rows."""
        self.rows.update(dict.fromkeys(look.tasks.task_keys))

    def after(self, look: Look, edits: Iterable[Edit]) -> None:
        """Let wait what edits, already applied to the list, can have touched."""
        for edit in edits:
            if edit.table in ("tasks", "items"):
                self.reads.add("what_rows_say")
            if edit.table == "tasks":
                self._row(look, edit)
            elif edit.table == "items":
                self.items[edit.key] = None
                self._item(look, edit)
            elif edit.table in _READ_BY_TABLE:
                self._record(look, edit)
            elif edit.table in _OF_ROWS:
                self._fact(look, edit)
            elif edit.table in _OF_THE_LEDGER:
                self.all_rows(look)
            if edit.table in _STANDINGS_TABLES:
                self.standings = True
                self.reads.add("standings")

    def _item(self, look: Look, edit: Edit) -> None:
        if edit.field in ("", "notice"):
            rows = dict.fromkeys(look.tasks.task_keys_of(edit.key))
            self.index |= rows
            self.rows |= rows
        if edit.field in ("", "order", "notice"):
            self.reads.add("responsibility")

    def _row(self, look: Look, edit: Edit) -> None:
        self.index[edit.key] = self.rows[edit.key] = None
        self.items[look.index.item_of(edit.key)] = None
        task = look.tasks.find(Task, edit.key)
        if task:
            self.items[task.item] = None
        if edit.field in ("", "item", "order", *RESPONSIBILITY_FIELDS):
            self.reads.add("responsibility")

    def _fact(self, look: Look, edit: Edit) -> None:
        """Let the rows wait of which a fact of the ledger spoke or speaks."""
        held = look.tasks.value(edit.table, edit.key, "")
        for doc in (edit.before, edit.after, held):
            row = doc.get("task") if isinstance(doc, dict) else None
            if row and look.tasks.find(Task, row):
                self.rows[row] = None

    def _record(self, look: Look, edit: Edit) -> None:
        self.reads.add(_READ_BY_TABLE[edit.table])
        self.look = True
        match edit.table:
            case "work_points":
                self.items.update(dict.fromkeys(_items_above(look, edit.key)))
            case "notices" if edit.field in _OF_ALL_ROWS:
                self.all_rows(look)
            case "units":
                self._rows_of_unit(look, edit.key)
            case "people":
                # Rows whose leader is missing name him by his name.
                self._rows_naming(look, [edit.key, *look.units_of(edit.key)])
            case "roster":
                self._rows_naming(look, _people_in(look, edit))

    def _rows_of_unit(self, look: Look, key: str) -> None:
        """Let the rows wait that a unit's record can speak of.

        A collective can take or free any wording, and a full name any that was not settled; an heir is named
        by its forebears.
        """
        forebears = [unit.key for unit in look.tasks.units if key in unit.successors]
        self._rows_naming(look, [key, *forebears])
        for rows in look.index.keyless.values():
            self.rows.update(rows)

    def _rows_naming(self, look: Look, keys: Iterable[str]) -> None:
        for key in keys:
            self.rows.update(look.index.rows.get(key, {}))


def _people_in(look: Look, edit: Edit) -> Iterator[str]:
    """Return the people whom an edit of the roster is about."""
    now = look.tasks.value("roster", edit.key, "")
    for value in (edit.before, edit.after, now):
        person = value.get("person") if isinstance(value, dict) else None
        if edit.field == "person" and isinstance(value, str):
            person = value
        if isinstance(person, str):
            yield person


def _items_above(look: Look, point_key: str) -> Iterator[str]:
    """Return the items that a work point, or one above it, lays down."""
    points = {point_key}
    point = look.tasks.find(WorkPoint, point_key)
    while point and point.parent and point.parent not in points:
        points.add(point.parent)
        point = look.tasks.find(WorkPoint, point.parent)
    items: tuple[Item, ...] = look.tasks.items
    for item in items:
        if item.work_point in points:
            yield item.key
