"""Records that say the same and that two desks added, each unseen by the other (两处新增的内容相同).

two desks type the row 举办档案展览 into one item, or add the unit 宣传科, or the person 王芳: it is there
twice once they have met; a clerk who types it twice himself means it
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, NamedTuple

from store.records.record import Doc, Held
from store.words.names import name_key

_Record = tuple[str, str]

_CALLED: Mapping[str, tuple[str, ...]] = {
    "items": ("notice", "title"),
    "tasks": ("item", "text"),
    "units": ("full_name",),
    "people": ("name",),
}
"""By table the fields that say what a record is; the last one must say something."""
TABLES = tuple(_CALLED)
"""The tables whose records two desks may add alike."""
_TOGETHER = ("aliases", "former_names", "members", "successors")
"""Fields of which what both say is kept."""
_OWN = ("key", "order", "number", "source", "joins", "only_here")
"""Fields that each of two records that say the same has for itself."""


def _never(_one: int, _other: int) -> bool:
    return False


class EditApart(NamedTuple):
    """An edit of a record by a change of which some other had not seen all."""

    number: int
    """Of the change."""
    change: str
    """Its id."""
    by: str
    at: str
    field: str
    after: Any


@dataclass(frozen=True, slots=True)
class Apart:
    """What was made and edited since desks went apart; nothing in a list of one desk."""

    made: Mapping[_Record, int] = field(default_factory=dict)
    """A record (table, key) and the number of the change that made it."""
    edited: Mapping[_Record, Sequence[EditApart]] = field(default_factory=dict)
    """A row or a record that speaks of one, and its edits."""
    undone: Set[str] = frozenset()
    """The ids of changes that are taken back, and of those that take back or give again."""
    unseen: Callable[[int, int], bool] = _never
    """Tells of two changes whether neither had seen the other."""

    def edits_of(self, table: str, key: str) -> list[EditApart]:
        """Return the edits of a record that stand."""
        return [edit for edit in self.edited.get((table, key), ()) if edit.change not in self.undone]


class Alike(NamedTuple):
    """Two records that say the same."""

    table: str
    kept: str
    """Key of the one that stays when they are merged."""
    gone: str


def alike(tables: Held, apart: Apart) -> Iterator[Alike]:
    """Yield the records of a file that say the same and were added unseen by each other, two by two."""
    by_name: dict[tuple[str, ...], list[str]] = {}
    for table, key in apart.made:
        doc = tables.get(table, {}).get(key)
        said = _called(table, doc) if doc else ()
        if said:
            by_name.setdefault((table, *said), []).append(key)
    for (table, *_), keys in by_name.items():
        for one, other in combinations(sorted(keys), 2):
            numbers = apart.made[table, one], apart.made[table, other]
            docs = tables[table][one], tables[table][other]
            if apart.unseen(*numbers) and say_alike(*docs):
                yield Alike(table, one, other)


def _called(table: str, doc: Doc) -> Sequence[str]:
    """Return what a record is called, blanks and widths apart; nothing where it has no name yet."""
    said = [str(doc.get(name) or "") for name in _CALLED[table]]
    said[-1] = name_key(said[-1])
    return said if said[-1] else ()


def name_of(doc: Doc) -> str:
    """Return what a unit, person or item is called, or what a row says."""
    said = filter(None, map(doc.get, ("full_name", "name", "title", "text")))
    return str(next(said, ""))


def say_alike(one: Doc, other: Doc) -> bool:
    """Tell whether two records say nothing that differs: one may say what the other leaves open."""
    for name in {**one, **other}:
        values = one.get(name), other.get(name)
        if name in _OWN or name in _TOGETHER or not all(values):
            continue
        if _worded(values[0]) != _worded(values[1]):
            return False
    return True


def _worded(value: Any) -> Any:
    """Return a value as it reads: of a mention its wording, whose record may be there twice as well."""
    if isinstance(value, list):
        return list(map(_worded, value))
    if isinstance(value, dict):
        return value.get("wording", value)
    return name_key(value) if isinstance(value, str) else value


def filled(kept: Doc, gone: Doc) -> dict[str, Any]:
    """Return the fields of one record that say more with what another one says."""
    more: dict[str, Any] = {}
    for name, value in gone.items():
        held = kept.get(name)
        if name in _TOGETHER:
            together = list(dict.fromkeys((*(held or ()), *value)))
            if together != held:
                more[name] = together
        elif name not in _OWN and value and not held:
            more[name] = value
    return more
