"""TaskList: the records of one list in memory, and the look-ups on them.

It holds documents, as the file does, and makes a record of one when it is asked for, so that opening
10,000 rows costs no more than reading them. What is derived (order, row names, who stands where) is
kept until an edit touches it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from datetime import date
from typing import TypeVar, cast

from store.records.cells import CELLS, RESPONSIBILITY_FIELDS
from store.records.changes import Edit
from store.records.notice import DEFAULT_COLUMNS, Notice, WorkPoint
from store.records.person import Person, RosterEntry
from store.records.record import Doc, Record, encoded
from store.records.tables import RECORDS, say_the_same
from store.records.task import Item, Task
from store.records.unit import Unit
from store.records.values import Column, Mention, SideName
from store.refused import Refused
from store.words.names import name_key

_R = TypeVar("_R", bound=Record)
_T = TypeVar("_T")

Tables = dict[str, dict[str, Doc]]
"""Table name to record key to document."""

_TABLES_OF_A_LIST = ("work_points", "items", "roster")
"""Tables whose records belong to one list; rows belong to it by their item, units and people to the file."""

_SIDE_OF_FIELD = {cell.field: frozenset((cell.side,)) for cell in CELLS}

_KEPT_WITH_STRUCTURE = (
    "task_keys",
    "rows_by_item",
    "row_names",
    "rows_by_name",
    "row_places",
    "people_by_name",
    "rows_by_mention",
)
_FEW_ROWS = 20
"""Up to so many rows are brought in line one by one; beyond that all are gone through anew."""

_STRUCTURE_FIELDS = {
    "",
    "order",
    "item",
    "parent",
    "title",
    "full_name",
    "aliases",
    "name",
    "person",
    "unit",
    "notice",
}


class TaskList:
    """The list of one file. `apply` is called by TaskFile.commit alone; all else only looks."""

    def __init__(self, tables: Mapping[str, Mapping[str, Doc]] | None = None, notice: str = "") -> None:
        """Take the documents of a file, or begin empty; of several lists, look at the one of a notice, else at the first."""
        given = tables or {}
        self._chosen = notice
        self._docs: Tables = {name: dict(given.get(name, {})) for name in {**RECORDS, **dict.fromkeys(given)}}
        self._records: dict[tuple[str, str], Record] = {}
        self._derived: dict[str, object] = {}
        self._kept: dict[str, tuple[object, object]] = {}
        self._of_rows: dict[str, dict[str, object]] = {}

    # ------------------------------------------------------------------ records

    @property
    def documents(self) -> Mapping[str, Mapping[str, Doc]]:
        """All documents, by table and key, as the file is to hold them. Not to be changed."""
        return self._docs

    def find(self, kind: type[_R], key: str | None) -> _R | None:
        """The record of a kind with a key, or none."""
        doc = self._docs[kind.TABLE].get(key or "")
        if doc is None:
            return None
        identity = (kind.TABLE, doc["key"])
        record = self._records.get(identity)
        if record is None:
            record = self._records[identity] = kind.from_doc(doc)
        return cast(_R, record)

    def get(self, kind: type[_R], key: str) -> _R:
        """The record of a kind with a key; KeyError without one."""
        record = self.find(kind, key)
        if record is None:
            raise KeyError(key)
        return record

    def record(self, table: str, key: str) -> Record | None:
        """The record of a table by key, or none."""
        return self.find(RECORDS[table], key) if table in RECORDS else None

    def value(self, table: str, key: str, field: str) -> object:
        """What a document holds in a field now; the whole document for no field, none where there is no document."""
        doc = self._docs.get(table, {}).get(key)
        if doc is None or not field:
            return doc
        return doc[field] if field in doc else encoded(getattr(self.record(table, key), field, None))

    def _in_order(self, kind: type[_R]) -> tuple[_R, ...]:
        docs = self._docs[kind.TABLE]
        keys = sorted(docs, key=lambda key: (docs[key].get("order", ""), key))
        if kind.TABLE in _TABLES_OF_A_LIST and len(self._docs["notices"]) > 1:
            keys = [key for key in keys if self._list_of(docs[key]) == self.notice.key]
        return tuple(self.get(kind, key) for key in keys)

    def _list_of(self, doc: Doc) -> str:
        """Key of the notice whose list a document belongs to: the file's first where it names none that is there."""
        named = doc.get("notice", "")
        return named if named in self._docs["notices"] else next(iter(self._docs["notices"]), "")

    def _once(self, name: str, make: Callable[[], _T]) -> _T:
        """A derived value, kept until an edit touches what it stands on."""
        if name not in self._derived:
            self._derived[name] = make()
        return cast(_T, self._derived[name])

    def until_edited(self, name: str, make: Callable[[], _T]) -> _T:
        """A value that another module derives from the list, kept under its name until the next edit."""
        return self._once(f"until_edited:{name}", make)

    def while_equal(self, name: str, basis: object, make: Callable[[], _T]) -> _T:
        """A value that another module derives from the list, kept under its name for as long as what it stands on is equal."""
        if name not in self._kept or self._kept[name][0] != basis:
            self._kept[name] = basis, make()
        return cast(_T, self._kept[name][1])

    def of_rows(self, name: str, make: Callable[[Doc], _T]) -> Mapping[str, _T]:
        """A value for each row, in the list's order; an edit makes those of the rows that it touches again."""
        return self._once(f"of_rows:{name}", lambda: self._made_of_rows(name, make))

    def _made_of_rows(self, name: str, make: Callable[[Doc], _T]) -> dict[str, _T]:
        known, docs = self._of_rows.setdefault(name, {}), self._docs["tasks"]
        for key in self.task_keys:
            if key not in known:
                known[key] = make(docs[key])
        return {key: cast(_T, known[key]) for key in self.task_keys}

    # ------------------------------------------------------------------ what stands in the list

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The notices whose lists this file holds, in the order in which they came into it."""
        return tuple(self.get(Notice, key) for key in self._docs["notices"])

    @property
    def notice(self) -> Notice:
        """The notice that issued the list; an empty one where there is none."""
        return self.find(Notice, self._chosen) or next(iter(self.notices), Notice(key=""))

    def choose(self, notice: str) -> None:
        """Look at the list of another notice of this file from now on; units and people are the file's."""
        self._chosen = notice
        self._derived.clear()

    def of(self, notice: str) -> "TaskList":
        """The list of a notice of this file, to look at beside this one."""
        return TaskList(self._docs, notice)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that the list prints, in its order and under its own labels."""
        return self.notice.columns or DEFAULT_COLUMNS

    @property
    def items(self) -> tuple[Item, ...]:
        """The items in the list's order."""
        return self._once("items", lambda: self._in_order(Item))

    @property
    def task_keys(self) -> tuple[str, ...]:
        """Keys of all rows, in the list's order."""
        return self._once(
            "task_keys", lambda: tuple(key for item in self.items for key in self.task_keys_of(item.key))
        )

    def task_keys_of(self, item_key: str) -> tuple[str, ...]:
        """Keys of an item's rows, in order."""
        return self._once("rows_by_item", self._rows_by_item).get(item_key, ())

    def _rows_by_item(self) -> dict[str, tuple[str, ...]]:
        docs = self._docs["tasks"]
        rows: dict[str, list[str]] = {}
        for key in sorted(docs, key=lambda key: (docs[key].get("order", ""), key)):
            rows.setdefault(docs[key].get("item", ""), []).append(key)
        return {item: tuple(keys) for item, keys in rows.items()}

    def task(self, key: str) -> Task:
        """A row by key."""
        return self.get(Task, key)

    @property
    def tasks(self) -> Iterator[Task]:
        """All rows, in the list's order."""
        return (self.task(key) for key in self.task_keys)

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units in order."""
        return self._once("units", lambda: self._in_order(Unit))

    @property
    def entries(self) -> tuple[RosterEntry, ...]:
        """All lines of the roster in rank order, of those who left too."""
        return self._once("roster", lambda: self._in_order(RosterEntry))

    @property
    def roster(self) -> tuple[RosterEntry, ...]:
        """The roster in rank order: those who are in the group today."""
        today = date.today().isoformat()
        return tuple(entry for entry in self.entries if not entry.left_by(today))

    def work_points(self, parent: str | None = None) -> tuple[WorkPoint, ...]:
        """The work points under a parent; the sections under none."""
        return self._once("work_points", self._points_by_parent).get(parent, ())

    def _points_by_parent(self) -> dict[str | None, tuple[WorkPoint, ...]]:
        points: dict[str | None, list[WorkPoint]] = {}
        for point in self._in_order(WorkPoint):
            points.setdefault(point.parent, []).append(point)
        return {parent: tuple(children) for parent, children in points.items()}

    # ------------------------------------------------------------------ names

    def person_name(self, key: str | None) -> str:
        """A person's name by key; empty without one."""
        person = self.find(Person, key)
        return person.name if person else ""

    def unit_name(self, key: str | None) -> str:
        """A unit's full name by key; empty without one."""
        unit = self.find(Unit, key)
        return unit.full_name if unit else ""

    def people_named(self, name: str) -> list[Person]:
        """The people of a name, blanks apart."""
        by_name = self._once("people_by_name", self._people_by_name)
        return [self.get(Person, key) for key in by_name.get(name_key(name), ())]

    def _people_by_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key, doc in self._docs["people"].items():
            found.setdefault(name_key(doc.get("name", "")), []).append(key)
        return found

    def wording_of(self, key: str) -> str:
        """What the list calls a unit or person: the wording its rows already use, else the full name."""
        for row in self._naming(key):
            for mention in _mentions(self.task(row)):
                if mention.key == key:
                    return mention.wording
        return self.unit_name(key) or self.person_name(key)

    # ------------------------------------------------------------------ rows

    def row_name(self, task_key: str) -> str:
        """A row's place: item in the list and row in the item (3.2); the item alone where it has one row.

        A row of another list of this file is named with that list.
        """
        names = self._once("row_names", self._row_names)
        if task_key in names:
            return names[task_key]
        item = self.get(Item, self.task(task_key).item)
        other = self.of(self._list_of(item.to_doc()))
        return (
            f"{other.row_name(task_key)}({other.list_name})"
            if task_key in other.task_keys
            else "(不在清单中)"
        )

    @property
    def list_name(self) -> str:
        """What the list is called among the lists of its file."""
        return self.notice.list_title or self.notice.title or "清单"

    def _row_names(self) -> dict[str, str]:
        names = {}
        for number, item in enumerate(self.items, 1):
            rows = self.task_keys_of(item.key)
            for place, key in enumerate(rows, 1):
                names[key] = f"{number}.{place}" if len(rows) > 1 else str(number)
        return names

    def rows_named(self, words: str) -> tuple[str, ...]:
        """Keys of the rows that `3.2`, `2` or `3.1-3.3` names; Refused with the rows that there are."""
        by_name = self._once(
            "rows_by_name",
            lambda: {name: key for key, name in self._once("row_names", self._row_names).items()},
        )
        first, dash, last = name_key(words).replace("–", "-").replace("—", "-").partition("-")
        ends = [by_name.get(self._whole_item(name)) for name in (first, last or first)]
        if None in ends or (dash and not last):
            raise Refused(f"没有第 {words} 行。{self._rows_to_choose(first)}")
        start, end = (self.task_keys.index(cast(str, key)) for key in ends)
        if start > end:
            raise Refused(f"行的次序颠倒:{words}。请写作 {last}-{first}。")
        return self.task_keys[start : end + 1]

    def _whole_item(self, name: str) -> str:
        """`3.1` of an item of one row is that row as well as `3` is."""
        item, _, place = name.partition(".")
        one_row = (
            item.isdecimal()
            and 0 < int(item) <= len(self.items)
            and len(self.task_keys_of(self.items[int(item) - 1].key)) == 1
        )
        return item if one_row and place == "1" else name

    def _rows_to_choose(self, name: str) -> str:
        names = [self.row_name(key) for key in self.task_keys]
        within = [row for row in names if row.startswith(f"{name}.")]
        if within:
            return f"这一事项有 {len(within)} 行,请写明是哪一行:{'、'.join(within[:12])}{' …' if len(within) > 12 else ''}。"
        return f"本清单的行为 {names[0]} 至 {names[-1]}。" if names else "本清单还没有任务。"

    def rows_naming(self, key: str, *, side: SideName | None = None) -> tuple[str, ...]:
        """Keys of the rows that a unit or person stands in, on one side or on any, in the list's order."""
        found = self._naming(key)
        return tuple(found) if side is None else tuple(row for row, sides in found.items() if side in sides)

    def _naming(self, key: str) -> Mapping[str, frozenset[str]]:
        return self._once("rows_by_mention", lambda: self._rows_by_mention(self.task_keys)).get(key, {})

    def rows_naming_anywhere(self, key: str) -> tuple[str, ...]:
        """Keys of the rows of all lists of the file that a unit or person stands in, those of this list first."""
        if len(self._docs["notices"]) < 2:
            return self.rows_naming(key)
        here = set(self.task_keys)
        elsewhere = [row for row in self._docs["tasks"] if row not in here]
        return (*self.rows_naming(key), *self._rows_by_mention(elsewhere).get(key, {}))

    def _rows_by_mention(self, rows: Iterable[str]) -> dict[str, dict[str, frozenset[str]]]:
        found: dict[str, dict[str, frozenset[str]]] = {}
        docs = self._docs["tasks"]
        for row in rows:
            for key, sides in _sides_by_mention(docs[row]).items():
                found.setdefault(key, {})[row] = sides
        return found

    def _name_again(self, rows: Set[str]) -> None:
        """Bring what says who stands in which rows in line with a few rows, while the rows and their order stay."""
        if "rows_by_mention" not in self._derived or len(rows) > _FEW_ROWS:
            self._derived.pop("rows_by_mention", None)
            return
        found = cast("dict[str, dict[str, frozenset[str]]]", self._derived["rows_by_mention"])
        places = self._once("row_places", lambda: {row: place for place, row in enumerate(self.task_keys)})
        for row in places.keys() & rows:
            named = _sides_by_mention(self._docs["tasks"][row])
            for key in [key for key, there in found.items() if row in there and key not in named]:
                del found[key][row]
            for key, sides in named.items():
                there = found.setdefault(key, {})
                new = row not in there
                there[row] = sides
                if new:
                    found[key] = {row: there[row] for row in sorted(there, key=places.__getitem__)}

    # ------------------------------------------------------------------ edits

    def conflict(self, edits: Iterable[Edit]) -> Edit | None:
        """The first of some edits, taken one after another, whose field does not hold what it held before the edit."""
        edits = tuple(edits)
        trial = TaskList()
        for table, key in {(edit.table, edit.key) for edit in edits}:
            doc = self._docs.get(table, {}).get(key)
            if doc is not None:
                trial._docs.setdefault(table, {})[key] = doc
        for edit in edits:
            there = edit.key in trial._docs.get(edit.table, {})
            held = trial.value(edit.table, edit.key, edit.field)
            as_before = held == edit.before if edit.field else say_the_same(edit.table, held, edit.before)
            if there is (edit.before is None and not edit.field) or not as_before:
                return edit
            trial.apply((edit,))
        return None

    def whole(self, edit: Edit) -> Edit:
        """A deletion with all that the document holds, fields of a later program included; other edits as they are."""
        doc, kind = self.value(edit.table, edit.key, ""), RECORDS.get(edit.table)
        if edit.field or edit.after is not None or not isinstance(doc, dict) or kind is None:
            return edit
        return replace(edit, before=doc) if kind.from_doc(doc) == kind.from_doc(edit.before) else edit

    def apply(self, edits: Iterable[Edit]) -> None:
        """Write edits into the documents; what the fields held before is not looked at."""
        edits = tuple(edits)
        structure = False
        tables = set()
        for edit in edits:
            docs = self._docs.setdefault(edit.table, {})
            if edit.field:
                docs[edit.key] = {**docs[edit.key], edit.field: edit.after}
            elif edit.after is None:
                docs.pop(edit.key, None)
            else:
                docs[edit.key] = edit.after
            self._records.pop((edit.table, edit.key), None)
            if edit.table == "tasks":
                for made in self._of_rows.values():
                    made.pop(edit.key, None)
            tables.add(edit.table)
            structure = structure or edit.field in _STRUCTURE_FIELDS
        kept = () if structure else _KEPT_WITH_STRUCTURE
        records = {"items": "items", "units": "units", "roster": "roster", "work_points": "work_points"}
        kept_records = [name for table, name in records.items() if table not in tables]
        of_rows = (f"of_rows:{name}" for name in self._of_rows)
        kept_responsibility = () if structure or "tasks" in tables else of_rows
        self._derived = {
            name: value
            for name, value in self._derived.items()
            if name in kept or name in kept_records or name in kept_responsibility
        }
        self._name_again({edit.key for edit in edits if edit.table == "tasks"})


def _sides_by_mention(doc: Doc) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for field, side in _SIDE_OF_FIELD.items():
        for mention in doc.get(field, ()):
            key = mention["key"]
            if key:
                found[key] = found[key] | side if key in found else side
    return found


def _mentions(task: Task) -> Iterator[Mention]:
    for field in RESPONSIBILITY_FIELDS:
        yield from getattr(task, field)
