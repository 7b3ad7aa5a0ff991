"""TaskList: one list of a file, and the look-ups on it.

It makes a record of a document when it is asked for one: opening 10,000 rows costs no more than reading them.
What is derived (order, row names, who stands where) is kept until an edit touches what it is made from.
"""

from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping, Sequence
from typing import TypeVar, cast

from store.machine.clock import SYSTEM_CLOCK, Clock
from store.records.changes import Edit
from store.records.derived import Deriver, derived
from store.records.documents import Documents, on, on_which
from store.records.notice import Notice, WorkPoint
from store.records.person import Person, RosterEntry
from store.records.record import Record
from store.records.row_names import RowNames
from store.records.row_order import ORDER_OF_ROWS
from store.records.row_values import RowValues
from store.records.tables import RECORDS
from store.records.task import Item, Task
from store.records.unit import Unit
from store.records.values import Mention, SideName
from store.records.who_stands_where import RowsNaming, mentions_of, rows_by_mention
from store.words.names import name_key

_R = TypeVar("_R", bound=Record)
_T = TypeVar("_T")

_FEW_ROWS = 20
"""Up to so many rows are brought in line one by one; beyond that all are gone through anew."""


class TaskList(Deriver):
    """The view of one list among the documents of a file: that of a notice, else of the first. It only looks.

    Several lists may stand on the same documents; an edit shows in all of them.
    """

    def __init__(
        self, documents: Documents | None = None, notice: str = "", clock: Clock = SYSTEM_CLOCK
    ) -> None:
        """Look at the list of a notice (its key), by a clock that says who is in the group today."""
        super().__init__(documents or Documents())
        self.clock = clock
        self._chosen = notice
        self._row_values: dict[object, RowValues] = {}
        self._naming: tuple[int, RowsNaming] | None = None

    def of(self, notice: str) -> "TaskList":
        """Return the list of another notice of this file."""
        return TaskList(self.documents, notice, self.clock)

    def copy(self) -> "TaskList":
        """Return the same list on documents of its own, to try edits on."""
        return TaskList(self.documents.copy(), self._chosen, self.clock)

    def apply(self, edits: Iterable[Edit]) -> None:
        """Write edits into the documents. On the list of a file `TaskFile.commit` alone does so."""
        self.documents.apply(edits)

    @property
    def today(self) -> str:
        """Today, ISO, by the list's clock."""
        return self.clock.today()

    # ------------------------------------------------------------------ records

    def value(self, table: str, key: str, field: str) -> object:
        """Return what a record holds in a field, or all of it, as `Documents.value` does."""
        return self.documents.value(table, key, field)

    def conflict(self, edits: Iterable[Edit]) -> Edit | None:
        """Return the first of some edits, taken one after another, that does not find what it held before."""
        return self.documents.conflict(edits)

    def find(self, kind: type[_R], key: str | None) -> _R | None:
        """Return the record of a kind with a key, or none."""
        return self.documents.find(kind, key)

    def get(self, kind: type[_R], key: str) -> _R:
        """Return the record of a kind with a key; KeyError without one."""
        record = self.documents.find(kind, key)
        if record is None:
            raise KeyError(key)
        return record

    def record(self, table: str, key: str) -> Record | None:
        """Return the record of a table with a key, or none."""
        return self.find(RECORDS[table], key) if table in RECORDS else None

    def keys_of(self, kind: type[Record]) -> KeysView[str]:
        """Return the keys of all records of a kind, of all lists of the file."""
        return self.documents.keys(kind)

    def all_of(self, kind: type[_R]) -> tuple[_R, ...]:
        """Return all records of a kind, of all lists of the file, in the order in which they came into it."""
        return tuple(self.get(kind, key) for key in self.documents.keys(kind))

    def _in_order(self, kind: type[_R]) -> tuple[_R, ...]:
        return tuple(self.get(kind, key) for key in self.documents.keys_in_order(kind))

    def _of_this_list(self, kind: type[_R]) -> tuple[_R, ...]:
        """Return records of a kind of which each list has its own, in order."""
        keys = self.documents.keys_in_order(kind)
        if len(self.documents.keys(Notice)) > 1:
            keys = [key for key in keys if self.list_of(kind, key) == self.notice.key]
        return tuple(self.get(kind, key) for key in keys)

    def list_of(self, kind: type[Record], key: str) -> str:
        """Return the notice (its key) whose list a record belongs to: the first, if it names none."""
        named = self.documents.value(kind.TABLE, key, "notice")
        notices = self.documents.keys(Notice)
        return named if named in notices else next(iter(notices), "")

    def of_rows(self, make: Callable[[Task], _T]) -> Mapping[str, _T]:
        """Return what a function of a module makes of each row's record, in the list's order; the next call
        brings it in line with edits (row_values.py).
        """
        values = self._row_values.get(make)
        if values is None:
            values = self._row_values[make] = RowValues(make)
        touched = self.documents.touched_since(values.version, Task)
        if self.documents.changed_since(values.version, ORDER_OF_ROWS):
            values.put_in_order(touched, self.task_keys, self.task)
        else:
            values.make_again(touched, self.task)
        values.version = self.documents.version
        return cast("Mapping[str, _T]", values.in_order)

    # ------------------------------------------------------------------ what stands in the list

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The notices whose lists this file holds, in the order in which they came into it."""
        return self.all_of(Notice)

    @property
    def notice(self) -> Notice:
        """The notice that issued the list; an empty one where there is none."""
        first = next(iter(self.documents.keys(Notice)), "")
        return self.find(Notice, self._chosen) or self.find(Notice, first) or Notice(key="")

    @property
    def list_name(self) -> str:
        """What the list is called among the lists of its file."""
        return self.notice.list_title or self.notice.title or "清单"

    @derived(on(Item), on_which(Notice))
    def items(self) -> tuple[Item, ...]:
        """The items in the list's order."""
        return self._of_this_list(Item)

    @derived(*ORDER_OF_ROWS)
    def task_keys(self) -> tuple[str, ...]:
        """Keys of all rows, in the list's order."""
        keys: list[str] = []
        for item in self.items:
            keys += self.task_keys_of(item.key)
        return tuple(keys)

    @derived(*ORDER_OF_ROWS)
    def places(self) -> Mapping[str, int]:
        """The place of each row in the list, counted from 0."""
        return {key: number for number, key in enumerate(self.task_keys)}

    def task_keys_of(self, item_key: str) -> tuple[str, ...]:
        """Return the keys of an item's rows, in order."""
        return self._rows_by_item.get(item_key, ())

    @derived(on(Task, "item", "order"))
    def _rows_by_item(self) -> Mapping[str, tuple[str, ...]]:
        return self.documents.keys_by(Task, "item")

    def task(self, key: str) -> Task:
        """Return a row by key."""
        return self.get(Task, key)

    @property
    def tasks(self) -> Iterator[Task]:
        """All rows, in the list's order."""
        return map(self.task, self.task_keys)

    @derived(on(Unit))
    def units(self) -> tuple[Unit, ...]:
        """The units in order."""
        return self._in_order(Unit)

    @derived(on(RosterEntry), on_which(Notice))
    def entries(self) -> tuple[RosterEntry, ...]:
        """All lines of the roster in rank order, of those who left too."""
        return self._of_this_list(RosterEntry)

    @property
    def roster(self) -> tuple[RosterEntry, ...]:
        """The roster in rank order: those who are in the group today."""
        today = self.today
        return tuple(entry for entry in self.entries if not entry.left_by(today))

    def work_points(self, parent: str | None = None) -> tuple[WorkPoint, ...]:
        """Return the work points under a parent; the sections under none."""
        return self._points_by_parent.get(parent, ())

    @derived(on(WorkPoint), on_which(Notice))
    def _points_by_parent(self) -> Mapping[str | None, tuple[WorkPoint, ...]]:
        points: dict[str | None, list[WorkPoint]] = {}
        for point in self._of_this_list(WorkPoint):
            points.setdefault(point.parent, []).append(point)
        return {parent: tuple(children) for parent, children in points.items()}

    # ------------------------------------------------------------------ names

    def person_name(self, key: str | None) -> str:
        """Return a person's name by key; empty without one."""
        person = self.find(Person, key)
        return person.name if person else ""

    def unit_name(self, key: str | None) -> str:
        """Return a unit's full name by key; empty without one."""
        unit = self.find(Unit, key)
        return unit.full_name if unit else ""

    def people_named(self, name: str) -> Sequence[Person]:
        """Return the people of a name, blanks apart."""
        return self._people_by_name.get(name_key(name), ())

    @derived(on(Person))
    def _people_by_name(self) -> Mapping[str, Sequence[Person]]:
        found: dict[str, list[Person]] = {}
        for person in self.all_of(Person):
            found.setdefault(name_key(person.name), []).append(person)
        return found

    def wording_of(self, key: str) -> str:
        """Return what the list calls a unit or person: as its rows do, else by alias, else by full name."""
        for row in self._rows_naming().of(key):
            for mention in mentions_of(self.task(row)):
                if mention.key == key:
                    return mention.wording
        unit = self.find(Unit, key)
        return (*unit.aliases, unit.full_name)[0] if unit else self.person_name(key)

    def mention(self, key: str) -> Mention:
        """Return a unit or person as a cell of this list mentions it."""
        return Mention(key, self.wording_of(key))

    # ------------------------------------------------------------------ rows

    def row_name(self, task_key: str) -> str:
        """Return a row's place: item in the list and row in the item (3.2).

        The item alone where it has one row.

        A row of another list of this file is named with that list.
        """
        name = self.row_names.of(task_key)
        if name:
            return name
        other = self.of(self.list_of(Item, self.task(task_key).item))
        name = other.row_names.of(task_key)
        return f"{name}（{other.list_name}）" if name else "（不在清单中）"

    def rows_named(self, words: str) -> tuple[str, ...]:
        """Return the keys of the rows that `3.2`, `2` or `3.1-3.3` names; Refused where it names none."""
        return self.row_names.named(words)

    @derived(*ORDER_OF_ROWS)
    def row_names(self) -> RowNames:
        """The names of this list's rows."""
        return RowNames([self.task_keys_of(item.key) for item in self.items])

    def rows_naming(self, key: str, *, side: SideName | None = None) -> tuple[str, ...]:
        """Return the rows that a unit or person stands in, on one side or on any, in the list's order."""
        naming = self._rows_naming()
        return tuple(naming.of(key)) if side is None else naming.on_side(key, side)

    def rows_naming_anywhere(self, key: str) -> tuple[str, ...]:
        """Return the rows of all lists that a unit or person stands in, those of this list first."""
        if len(self.documents.keys(Notice)) < 2:
            return self.rows_naming(key)
        here = set(self.task_keys)
        elsewhere = [task for task in self.all_of(Task) if task.key not in here]
        return (*self.rows_naming(key), *rows_by_mention(elsewhere).get(key, {}))

    def _rows_naming(self) -> RowsNaming:
        documents = self.documents
        version, naming = self._naming or (-1, None)
        touched = documents.touched_since(version, Task)
        if naming is None or documents.changed_since(version, ORDER_OF_ROWS) or len(touched) > _FEW_ROWS:
            naming = RowsNaming(self.task_keys, self.task)
        elif touched:
            naming.look_again(touched)
        self._naming = documents.version, naming
        return naming
