"""Who stood in a row on an earlier day: the duties of rows as the changes have them.

A change holds from the day it names (`effective_on`), else from that on which it was recorded. What was taken
back never held. Of 100,000 changes those alone are kept that gave a row other units.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.history.earlier import recorded
from store.records.changes import History
from store.records.ground import Ground, ground_key
from store.records.notice import Notice
from store.records.record import Doc
from store.records.task import Task
from store.records.values import Mention, SideName

_FIELDS: dict[str, SideName] = {"lead_units": "lead", "participant_units": "participant"}


@dataclass(frozen=True, slots=True)
class _Step:
    """Units that a change gave a side of a row."""

    at: str
    change: str
    """Its id."""
    since: str
    """Day from which it holds, ISO; empty where the notice says so from the first."""
    side: SideName
    before: Sequence[Doc]
    after: Sequence[Doc]

    @property
    def place(self) -> tuple[str, str]:
        """By what steps stand in order, the same at every desk."""
        return self.at, self.change


class PastDuties:
    """The units of rows on earlier days; `catch_up` takes in the changes that came since."""

    def __init__(self) -> None:
        """Know no change yet."""
        self._begin()

    def _begin(self) -> None:
        self._known = 0
        self._last = ""
        self._steps: dict[str, list[_Step]] = {}
        """By row, in order."""
        self._came: dict[str, str] = {}
        """By row the day on which it came, ISO; empty where it came with its list."""
        self._undone: dict[str, str] = {}
        """By the id of a change that of the undo which takes it back."""

    def catch_up(self, history: History) -> None:
        """Take in the changes that came since; begin anew where some were taken back."""
        docs = history.docs
        last = docs[self._known - 1]["id"] if 0 < self._known <= len(docs) else ""
        if last != self._last:
            self._begin()
        for number in range(self._known, len(docs)):
            self._take(docs[number], is_first=not number)
        self._known = len(docs)
        self._last = docs[-1]["id"] if docs else ""

    def _take(self, doc: Doc, *, is_first: bool) -> None:
        if doc.get("redoes"):
            redone = [change for change, undo in self._undone.items() if undo == doc["redoes"]]
            for change in redone:
                del self._undone[change]
        elif doc.get("undoes"):
            self._undone[doc["undoes"]] = doc["id"]
        else:
            self._take_edits(doc, is_first=is_first)

    def _take_edits(self, doc: Doc, *, is_first: bool) -> None:
        begins_list = is_first or any(map(_makes_list, doc["edits"]))
        for edit in doc["edits"]:
            if edit["table"] != Task.TABLE:
                continue
            if edit["field"] in _FIELDS:
                steps = self._steps.setdefault(edit["key"], [])
                steps.append(_step(doc, edit))
                steps.sort(key=lambda one: one.place)
            elif not edit["field"] and edit["after"] is not None:
                self._came.setdefault(edit["key"], "" if begins_list else _in_force(doc))

    # ------------------------------------------------------------------ what it tells

    def came(self, row: str) -> str:
        """Return the day on which a row came into its list, ISO; empty where it was there from the first."""
        return self._came.get(row, "")

    def moved(self, row: str) -> bool:
        """Tell whether a row was ever given other units."""
        return row in self._steps

    def units_on(self, task: Task, side: SideName, day: str) -> Sequence[Mention]:
        """Return the units of a side of a row on a day, ISO."""
        steps = list(self._steps_of(task, side))
        begun = [number for number, step in enumerate(steps) if step.since <= day]
        now = task.side(side).units
        if not steps or (begun and begun[-1] == len(steps) - 1):
            return now
        return _mentions(steps[begun[-1]].after if begun else steps[0].before, now)

    def units_within(self, task: Task, side: SideName, first: str, last: str) -> Sequence[Mention]:
        """Return the units that stood on a side of a row at any time between two days, ISO."""
        found = list(self.units_on(task, side, first))
        for step in self._steps_of(task, side):
            if first < step.since <= last:
                found += self.units_on(task, side, step.since)
        return tuple(dict.fromkeys(found))

    def _steps_of(self, task: Task, side: SideName) -> Iterator[_Step]:
        for step in self._steps.get(task.key, ()):
            if step.side == side and step.change not in self._undone:
                yield step


def _makes_list(edit: Doc) -> bool:
    return edit["table"] == Notice.TABLE and not edit["field"] and edit["after"] is not None


def _step(doc: Doc, edit: Doc) -> _Step:
    """Return what an edit of a change gave a side; that a notice was misread holds from the first."""
    side = _FIELDS[edit["field"]]
    of_notice = ground_key(edit["key"], side, "notice")
    grounds = {one["key"] for one in doc["edits"] if one["table"] == Ground.TABLE}
    is_misread = of_notice in grounds and not doc.get("code")
    since = "" if is_misread else _in_force(doc)
    before, after = edit["before"] or (), edit["after"] or ()
    return _Step(doc["at"], doc["id"], since, side, before, after)


def _in_force(doc: Doc) -> str:
    """Return the day from which a change holds, ISO."""
    named: str = doc.get("effective_on") or ""
    return named or recorded(doc["at"]).date().isoformat()


def _mentions(docs: Sequence[Doc], now: Sequence[Mention]) -> Sequence[Mention]:
    """Return units as they stood then; a wording that was settled since is what it was found to be."""
    settled = {mention.wording: mention.key for mention in now}
    found = []
    for doc in docs:
        key = doc["key"] or settled.get(doc["wording"])
        found.append(Mention(key, doc["wording"]))
    return tuple(found)
