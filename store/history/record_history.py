"""The edits of one record in causal order: which of its values stand, whether it lives, what it says."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from store.history.taken_back import TakenBack
from store.records.changes import Edit, RecordAddress
from store.records.parts import PARTED, field_of_part, nothing_in, parts_of, whole_of
from store.records.record import Doc
from store.records.tables import RECORDS

ABSENT: Any = object()
"""What a creation gives a field that its document leaves out: the record is made without it."""


class Step(NamedTuple):
    """An edit, the number of its change, and the fields that this change decides."""

    number: int
    edit: Edit
    decides: frozenset[str] = frozenset()

    @property
    def deletes(self) -> bool:
        """Whether it takes the record out."""
        return not self.edit.field and self.edit.after is None


class _Written(NamedTuple):
    """A value that a step gave a field or part; `at` is the step's place."""

    at: int
    number: int
    value: Any


_PLACE = itemgetter(0)


class RecordHistory:
    """What happened to one record, in causal order."""

    def __init__(self, address: RecordAddress, steps: Sequence[Step], back: TakenBack) -> None:
        """Take the steps of a record, and what of its list is taken back."""
        self.table, self.key = address
        self.lineage = back.lineage
        """Who had seen whom."""
        self._steps, self._back = steps, back
        self._parted = PARTED.get(self.table, frozenset())
        self.changes = {step.number for step in steps}
        """The numbers of the changes that edit it."""
        self._quiet = back.quiet(self.changes)
        self._written: dict[str, list[_Written]] = {}
        """By field or part what edits of it gave."""
        self._wholes: dict[str, list[_Written]] = {}
        """By field that has parts what edits of it gave as a whole."""
        self._made: list[_Written] = []
        """The documents that creations gave."""
        for at, step in enumerate(steps):
            self._take(at, step)

    def _take(self, at: int, step: Step) -> None:
        number, edit, _ = step
        written = _Written(at, number, edit.after)
        if edit.field in self._parted:
            self._wholes.setdefault(edit.field, []).append(written)
            for name, value in _parts_edited(step):
                part = _Written(at, number, value)
                self._written.setdefault(name, []).append(part)
        elif edit.field:
            self._written.setdefault(edit.field, []).append(written)
        elif edit.after is not None:
            self._made.append(written)

    # ------------------------------------------------------------------ whether it lives

    @property
    def touches(self) -> list[int]:
        """The changes whose creations and edits of it no deletion has seen; it lives where there is one."""
        standing: list[int] = []
        for step in self._steps:
            if step.deletes:
                standing = self._unseen_by(step.number, standing)
            else:
                standing.append(step.number)
        return standing

    @property
    def deletions(self) -> list[int]:
        """The changes that took it out and that nobody has seen who touched it afterwards."""
        standing: list[int] = []
        for step in self._steps if self.all_deletions else ():
            standing = self._unseen_by(step.number, standing)
            if step.deletes:
                standing.append(step.number)
        return standing

    @property
    def all_deletions(self) -> list[int]:
        """The changes that took it out."""
        return [step.number for step in self._steps if step.deletes]

    def _unseen_by(self, later: int, changes: Iterable[int]) -> list[int]:
        """Return those of some changes that a later one has not seen; within one, what is before was seen."""
        has_seen = self.lineage.has_seen
        return [one for one in changes if one != later and not has_seen(later, one)]

    @property
    def is_made(self) -> bool:
        """Whether the change that made it is known."""
        return bool(self._made)

    def id_of(self, number: int) -> str:
        """Return the id of a change."""
        return self.lineage.when(number)[1]

    def ids_of(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """Return the ids of some changes, the latest last."""
        latest_last = sorted(set(numbers), key=self.lineage.when)
        return tuple(map(self.id_of, latest_last))

    # ------------------------------------------------------------------ what it says

    def _counting(self, written: Iterable[_Written]) -> list[_Written]:
        """Return what was not taken back."""
        return [one for one in written if one.number not in self._quiet]

    @property
    def base(self) -> Doc:
        """The document of its last creation that counts, else of its last."""
        made = self._counting(self._made) or self._made
        return made[-1].value if made else {"key": self.key}

    def names(self) -> dict[str, None]:
        """Return the fields and parts that have to be looked at: the others are as the base has them."""
        names = dict.fromkeys(self._written)
        if len(self._counting(self._made)) == 1:
            return names
        for made in self._made:
            names |= dict.fromkeys(self._all_in(made.value))
        return names

    def _all_in(self, doc: Doc) -> Iterator[str]:
        for field, value in doc.items():
            if field in self._parted:
                yield from parts_of(field, value)
            elif field != "key":
                yield field

    def standing(self, name: str, within: Callable[[int], bool] | None = None) -> dict[int, Any]:
        """Return the values of a field that no later edit has seen, by change; `within` what somebody saw.

        What was taken back stands in only where nothing else gives the field.
        """
        if name not in self._written and len(self._made) == 1:
            (made,) = self._made
            is_there = within is None or within(made.number)
            return {made.number: self._in_document(made.value, name)} if is_there else {}
        quiet = self._quiet
        if within is not None:
            quiet = self._back.quiet(self.changes, within)
        here: dict[int, Any] = {}
        spare: dict[int, Any] = {}
        for written in self._all_written(name):
            number = written.number
            if within is not None and not within(number):
                continue
            if number in quiet:
                spare = {number: written.value}
            else:
                here = self._left_by(number, here)
                here[number] = written.value
        return here or spare

    def _left_by(self, number: int, here: dict[int, Any]) -> dict[int, Any]:
        """Return the values that a change had not seen."""
        return {one: here[one] for one in self._unseen_by(number, here)}

    def _all_written(self, name: str) -> Iterable[_Written]:
        written = list(self._written.get(name, ()))
        for at, number, doc in self._made:
            value = self._in_document(doc, name)
            written.append(_Written(at, number, value))
        written.sort(key=_PLACE)
        return written

    def _in_document(self, doc: Doc, name: str) -> Any:
        field = field_of_part(name)
        if field not in self._parted:
            return doc.get(name, ABSENT)
        if field not in doc:
            return ABSENT
        parts = parts_of(field, doc[field])
        return parts.get(name, nothing_in(name))

    def said(self, name: str, value: Any) -> Any:
        """Return what a value says: an absent one says the field's default."""
        if value is not ABSENT:
            return value
        if field_of_part(name) in self._parted:
            return nothing_in(name)
        kind = RECORDS.get(self.table)
        return kind.empty_doc().get(name) if kind else None

    def said_in(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return what values say, by field or part."""
        return {name: self.said(name, value) for name, value in values.items()}

    def document(self, values: Mapping[str, Any]) -> Doc:
        """Return the base with these values of fields and parts."""
        base = self.base
        doc = dict(base)
        parts: dict[str, dict[str, Any]] = {}
        for name, value in values.items():
            field = field_of_part(name)
            if field in self._parted:
                held = parts.setdefault(field, {})
                held[name] = self.said(name, value)
            elif value is ABSENT:
                doc.pop(name, None)
            else:
                doc[name] = value
        for field, some in parts.items():
            doc |= self._field_of_parts(field, some, base)
        return base if doc == base else doc

    def _field_of_parts(self, field: str, held: dict[str, Any], base: Doc) -> Doc:
        """Return the field that has these parts and those of the base, in the order of its last value."""
        written = self._counting(self._wholes.get(field, ()))
        of_base = base.get(field)
        like = written[-1].value if written else of_base
        whole = whole_of(field, parts_of(field, of_base) | held, like)
        return {field: whole} if written or field in base else {}


def _parts_edited(step: Step) -> Iterator[tuple[str, Any]]:
    """Yield the parts that an edit of a whole field changes or decides, with what they hold then."""
    edit = step.edit
    before = parts_of(edit.field, edit.before)
    after = parts_of(edit.field, edit.after)
    for name in dict.fromkeys((*before, *after, *sorted(step.decides))):
        if field_of_part(name) != edit.field:
            continue
        is_decided = name in step.decides
        if is_decided or before.get(name) != after.get(name):
            yield name, after.get(name, nothing_in(name))
