"""What the parts of a source's lines were taken for: whose names, by when, in which role.

A line is looked at when it is asked for. The names are looked for as they were read: a reading says of
a record which lines it came from, and not where in them each name stands.
"""

from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, TypeVar

from store.reading.result import Member, Reading, TaskFound
from store.reading.signs.lines import folded, unpadded

_R = TypeVar("_R")

_MOST_ON_A_LINE = 100
"""Records that are looked for on one line."""
_MOST_LINES = 60
"""Lines of a task over whose ends a name is looked for."""
_SHORTEST = 2
"""Signs of a name that is looked for in a line: of one sign there are too many."""
# Of what a point or row says, in the order in which the same words are given to the first that has them.
_OF_TASK = (
    ("lead_units", "牵头"),
    ("lead_leaders", "领导"),
    ("participant_units", "责任"),
    ("participant_leaders", "领导"),
    ("targets", "指标"),
)


class Part(NamedTuple):
    """A part of a line, from an offset up to another, and what it was taken for (牵头, 姓名)."""

    start: int
    end: int
    taken_for: str


class PartsOfLines:
    """Says of the lines of a reading's source, counted from 1, what their parts were taken for."""

    def __init__(self, reading: Reading, lines: Sequence[str]) -> None:
        """Take a reading, and the lines of its source."""
        self._reading = reading
        self._lines = lines
        self._parts_of_tasks: dict[int, Mapping[int, Sequence[Part]]] = {}
        """Of tasks of several lines, by the first of these."""

    def of_line(self, line: int, kind: str) -> Sequence[Part]:
        """Return the parts of a line that is of a kind itself, in order."""
        tasks = self._tasks_on.get(line, ())
        if len(tasks) == 1 and tasks[0].source[-1] - tasks[0].source[0] in range(1, _MOST_LINES):
            return self._parts_of_task(tasks[0]).get(line, ())
        found = _Finder({line: self._lines[line - 1]})
        found.find_tasks(tasks[:_MOST_ON_A_LINE])
        for member in self._members_on.get(line, ())[:_MOST_ON_A_LINE]:
            found.find_member(member)
        if kind == "文号":
            found.anywhere(self._reading.head.document_number or "", "文号")
        return found.parts.get(line, ())

    def _parts_of_task(self, task: TaskFound) -> Mapping[int, Sequence[Part]]:
        """Return the parts of the lines of one task, whose names may go over the end of a line."""
        first, last = task.source[0], task.source[-1]
        if first not in self._parts_of_tasks:
            lines = range(first, last + 1)
            found = _Finder({line: self._lines[line - 1] for line in lines})
            found.find_tasks([task])
            self._parts_of_tasks[first] = found.parts
        return self._parts_of_tasks[first]

    @cached_property
    def _tasks_on(self) -> Mapping[int, Sequence[TaskFound]]:
        proposed = [one.task for one in self._reading.proposed]
        rows = [*self._reading.rows, *proposed]
        return _by_line((row.source, row) for row in rows)

    @cached_property
    def _members_on(self) -> Mapping[int, Sequence[Member]]:
        return _by_line((member.source, member) for member in self._reading.roster)


def _by_line(records: Iterable[tuple[Sequence[int], _R]]) -> dict[int, list[_R]]:
    found: dict[int, list[_R]] = {}
    for span, record in records:
        for line in range(span[0], span[-1] + 1):
            found.setdefault(line, []).append(record)
    return found


class _Finder:
    """Finds names in some lines, whatever blanks and widths these have, no part of them twice."""

    def __init__(self, lines: Mapping[int, str]) -> None:
        self._at: list[tuple[int, int]] = []
        """The line of each sign that is no blank, and its place there."""
        words: list[str] = []
        for number, line in lines.items():
            for index, sign in enumerate(folded(line)):
                if not sign.isspace():
                    self._at.append((number, index))
                    words.append(sign)
        self._words = "".join(words)
        self._taken = [False] * len(self._words)
        self._found = [False] * len(self._words)
        self.parts: dict[int, list[Part]] = {}
        """By line, in order."""

    def find_tasks(self, tasks: Sequence[TaskFound]) -> None:
        """Find who answers for some tasks by when; a body in the text of one does not answer for it."""
        for task in tasks:
            self._find_text(task)
        for task in tasks:
            for field, kind in _OF_TASK:
                for name in getattr(task, field):
                    self._find(name, kind)
            if task.deadline:
                self.anywhere(task.deadline, "时限")

    def _find_text(self, task: TaskFound) -> None:
        start, item = self._place(task.item)
        if start >= 0:
            self._add(start, len(item), "事项")
        at, text = self._place(task.text)
        if at >= 0 and start >= 0:
            self._add(at, len(text), "任务")
        elif at >= 0:
            self._taken[at : at + len(text)] = [True] * len(text)

    def find_member(self, member: Member) -> None:
        """Find the role, the name and the post of somebody, behind those that were found before."""
        for text, kind in ((member.role, "角色"), (member.name, "姓名"), (member.post, "职务")):
            self._find(text, kind)

    def anywhere(self, text: str, kind: str) -> None:
        """Find a text in the words of a record as well."""
        words = unpadded(folded(text))
        start = self._words.rfind(words) if words else -1
        if start >= 0 and not any(self._found[start : start + len(words)]):
            self._add(start, len(words), kind)

    def _find(self, name: str, kind: str) -> None:
        start, words = self._place(name)
        if start >= 0:
            self._add(start, len(words), kind)

    def _place(self, text: str) -> tuple[int, str]:
        """Return where a text stands first that is not taken, -1 where it does not; and its signs."""
        words = unpadded(folded(text))
        if len(words) < _SHORTEST:
            return -1, words
        start = self._words.find(words)
        while start >= 0 and any(self._taken[start : start + len(words)]):
            start = self._words.find(words, start + 1)
        return start, words

    def _add(self, start: int, length: int, kind: str) -> None:
        """Add a part, or one on each line that it stands on."""
        stretch = slice(start, start + length)
        self._taken[stretch] = self._found[stretch] = [True] * length
        for line, places in groupby(self._at[stretch], key=itemgetter(0)):
            offsets = [offset for _, offset in places]
            part = Part(offsets[0], offsets[-1] + 1, kind)
            insort(self.parts.setdefault(line, []), part)
