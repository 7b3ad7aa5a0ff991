"""The conflicts of a list that nobody has decided, by record, and which edits would write into one."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from store.records.conflicts import Conflict, in_order
from store.records.parts import PARTED, parts_of

if TYPE_CHECKING:
    from store.records.changes import Address, Edit


class Undecided:
    """The open conflicts of a list."""

    def __init__(self, conflicts: Iterable[Conflict] = ()) -> None:
        """Take the conflicts that are open."""
        self._of: dict[tuple[str, str], list[Conflict]] = {}
        for conflict in conflicts:
            self._of.setdefault((conflict.table, conflict.key), []).append(conflict)

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._of)

    def __len__(self) -> int:
        """How many there are."""
        return sum(map(len, self._of.values()))

    def __iter__(self) -> Iterator[Conflict]:
        """All of them, in the one order that every desk gives them."""
        return iter(in_order(one for conflicts in self._of.values() for one in conflicts))

    def of(self, table: str, key: str) -> Sequence[Conflict]:
        """Return those of a record."""
        return self._of.get((table, key), ())

    @property
    def records(self) -> Collection[tuple[str, str]]:
        """The records (table, key) that have one."""
        return self._of.keys()

    def touched(self, edit: "Edit") -> Conflict | None:
        """Return a conflict whose fields an edit would write; taking out a record writes all of them."""
        written = fields_written(edit)
        for conflict in self.of(edit.table, edit.key):
            if not edit.field or conflict.is_of_record or not written.isdisjoint(conflict.fields):
                return conflict
        return None

    def after(self, looked_at: Collection[tuple[str, str]], found: Iterable[Conflict]) -> "Undecided":
        """Return the conflicts once some records were looked at anew, of which these were found."""
        left = (conflict for conflict in self if (conflict.table, conflict.key) not in looked_at)
        return Undecided((*left, *found))


def decides_all(conflict: Conflict, decides: Collection["Address"]) -> bool:
    """Tell whether what a change decides takes in all fields of a conflict: a group is decided whole."""
    return all((conflict.table, conflict.key, field) in decides for field in conflict.fields)


def fields_written(edit: "Edit") -> set[str]:
    """Return the field that an edit writes; the parts that it changes where the field has parts."""
    if edit.field not in PARTED.get(edit.table, ()):
        return {edit.field}
    before, after = parts_of(edit.field, edit.before), parts_of(edit.field, edit.after)
    return {name for name in {**before, **after} if before.get(name) != after.get(name)}


NOTHING_UNDECIDED = Undecided()
