"""Whether the changes of an exchange file may come into a list: whole, known, and going on from what is here.

Nothing is taken in yet, and nothing in part: the first change that may not come in stops all of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from store.exchange import problems
from store.exchange.parcel import Parcel
from store.progress import Progress, silent, told
from store.records.changes import ALWAYS_SAID, Change, Edit, History, hash_of
from store.records.fitting import fits, fits_in, is_day, misfit
from store.records.raising import raised_change
from store.records.record import Doc

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Known:
    """What is here, and what was admitted of files before."""

    by_id: dict[str, Doc]
    hashes: set[str]
    records: set[tuple[str, str]]
    """The records (table, key) that were ever made."""

    @classmethod
    def of(cls, history: History, tables: Mapping[str, Mapping[str, Doc]]) -> "Known":
        """Begin with what a list holds: its changes, and the records that they made."""
        records = {(table, key) for table, docs in tables.items() for key in docs}
        for doc in history.docs:
            records |= _made_by(doc)
        return cls({doc["id"]: doc for doc in history.docs}, hashes_of(history), records)

    def with_all(self, admitted: "Admitted") -> "Known":
        """Return it with what was admitted of a file."""
        by_id = {doc["id"]: doc for doc in admitted.docs}
        made = set().union(*map(_made_by, admitted.docs))
        return Known(self.by_id | by_id, self.hashes | set(admitted.hashes), self.records | made)


@dataclass(frozen=True, slots=True)
class Admitted:
    """The changes of a parcel that a list does not have, parents before children."""

    docs: tuple[Doc, ...]
    hashes: tuple[str, ...]
    held: int
    """How many others it carries, which are here too."""


def admitted(parcel: Parcel, known: Known, progress: Progress = silent) -> Admitted:
    """Return what is not here yet of a parcel; NotTaken where one of its changes may not come in."""
    hashes, ids, records = set(known.hashes), set(known.by_id), set(known.records)
    new: dict[str, Doc] = {}
    seen: set[str] = set()
    pairs = zip(told(parcel.docs, progress), parcel.hashes, strict=True)
    for line, (doc, digest) in enumerate(pairs, parcel.first_line):
        _refuse_unfit(doc, line)
        if doc["id"] in seen:
            raise problems.another_content(line)
        seen.add(doc["id"])
        held = known.by_id.get(doc["id"])
        if held is None:
            _refuse_without_ancestors(doc, hashes)
            _refuse_unknown_undo(doc, ids, line)
            _refuse_unmade(doc, records, line)
            new[digest] = doc
        elif hash_of(held) != digest:
            raise problems.another_content(line)
        hashes.add(digest)
        ids.add(doc["id"])
    return Admitted(tuple(new.values()), tuple(new), len(parcel.docs) - len(new))


def _made_by(doc: Doc) -> set[tuple[str, str]]:
    """Return the records that a change makes."""
    return {(edit["table"], edit["key"]) for edit in doc["edits"] if not edit["field"] and edit["after"]}


def _refuse_unmade(doc: Doc, records: set[tuple[str, str]], line: int) -> None:
    """Refuse to edit what nobody has made; what the change makes is known from then on."""
    records |= _made_by(doc)
    edited = {(edit["table"], edit["key"]) for edit in doc["edits"]}
    if not edited <= records:
        raise problems.unknown_content(line, "改的记录这里没有")


def hashes_of(history: History) -> set[str]:
    """Return the hashes of all changes here: each is a parent of another, or a head; none is worked out."""
    found = set(history.heads)
    for doc in history.docs:
        found.update(doc["parents"])
    return found


def refuse_ahead(docs: Iterable[Doc], now: datetime) -> None:
    """Ask about changes that are more than a day from now: AheadOfClock."""
    latest = (now.astimezone() + A_DAY).astimezone(timezone.utc)
    ahead = [doc for doc in docs if moment(doc) > latest]
    if ahead:
        last = max(ahead, key=moment)
        raise problems.ahead_of_clock(len(ahead), last["at"], last["machine"])


def moment(doc: Doc) -> datetime:
    """Return when a change was made, by the clock of its machine."""
    return datetime.fromisoformat(doc["at"]).astimezone(timezone.utc)


def _refuse_without_ancestors(doc: Doc, known: set[str]) -> None:
    parents = doc["parents"]
    if not parents or not known.issuperset(parents):
        raise problems.ancestors_missing(doc["machine"], doc["at"])


def _refuse_unknown_undo(doc: Doc, ids: set[str], line: int) -> None:
    """Refuse an undo of what is nowhere."""
    meant = {doc.get("undoes"), doc.get("redoes")} - {None}
    if not meant <= ids:
        raise problems.unknown_content(line, "撤销或重做的变更不在这里")


# ---------------------------------------------------------------------- what a change may say


def _refuse_unfit(doc: Doc, line: int) -> None:
    """Refuse a change that says what no change, or no record, can hold."""
    if not doc.keys() >= ALWAYS_SAID or not fits_in(Change, doc) or not _is_made(doc):
        raise problems.unknown_content(line, "有本程序不认识的内容")
    written = doc["edits"]
    if not all(fits_in(Edit, edit) for edit in written):
        raise problems.unknown_content(line, "有不完整的修改")
    try:
        edits = raised_change(doc)["edits"]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise problems.unknown_content(line, "有读不通的修改") from error
    for edit in edits:
        wrong = _unfit(edit)
        if wrong:
            raise problems.unknown_content(line, f"有本程序不认识的内容（{wrong}）")


def _is_made(doc: Doc) -> bool:
    """Tell whether a change says when it was made, what it goes on from, and an edit at least."""
    day, parents = doc.get("effective_on"), doc["parents"]
    if not doc["id"] or not doc["edits"]:
        return False
    if day is not None and not is_day(day):
        return False
    has_each_once = len(set(parents)) == len(parents)
    return has_each_once and _is_moment(doc["at"])


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).astimezone(timezone.utc).year > 0
    except (ValueError, OverflowError):
        return False


def _unfit(edit: Mapping[str, object]) -> str:
    """Say what an edit holds that its record cannot; nothing where all of it fits."""
    table, field = str(edit["table"]), str(edit["field"])
    values = [edit["before"], edit["after"]]
    if not field:
        return _unfit_record(table, edit["key"], values)
    is_fit = field != "key" and all(fits(table, field, value) for value in values)
    return "" if is_fit and edit["key"] else f"表 {table} 栏 {field}"


def _unfit_record(table: str, key: object, docs: Sequence[object]) -> str:
    """Say what does not fit in a record that is made or taken out; nothing where all of it fits."""
    whole = [doc for doc in docs if doc is not None]
    for doc in whole:
        found = misfit(table, doc)
        if found:
            return f"表 {table} 栏 {found.field}".removesuffix(" 栏 ")
    is_named = all(isinstance(doc, dict) and doc["key"] == key for doc in whole)
    return "" if whole and is_named else f"表 {table}"
