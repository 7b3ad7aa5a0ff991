"""What the print dialog lets choose, as plain values: which sheet, for whom, in which format, where to."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from store.acts.crossings import crossings
from store.history.earlier import State
from store.history.prints import count_at_last_print
from store.records.person import RosterEntry
from store.records.tasklist import TaskList
from store.refused import Refused
from tui.paper import FORMATS
from tui.paper.job import KINDS, PRINTABLE, WHOLE, Job
from tui.paper.printer import Printers
from tui.paper.sheets.subject import in_charge

Name = Literal["kind", "whom", "format", "target"]
TO_FILE = "存成文件"
_WINDOWS = sys.platform == "win32"
_ALL = "*"
_EACH = "each"
_LAST = "last"


@dataclass(frozen=True, slots=True)
class FormField:
    """A line of the dialog: its label, its values with their words, and which is chosen."""

    label: str
    values: tuple[tuple[str, str], ...]
    index: int = 0

    @property
    def value(self) -> str:
        """The value that is chosen."""
        return self.values[self.index][0]

    @property
    def words(self) -> str:
        """The same in words."""
        return self.values[self.index][1]

    def turned(self, step: int) -> "FormField":
        """With the next value, round and round."""
        return replace(self, index=(self.index + step) % len(self.values))

    def at(self, value: str) -> "FormField":
        """With a value, where it has it."""
        return replace(
            self,
            index=next((place for place, (known, _) in enumerate(self.values) if known == value), self.index),
        )


def first_choice(tasks: TaskList, place: str, record: str) -> tuple[str, str]:
    """The sheet that is most likely wanted: on a leader his, on a member of the group his unit's, on a unit its own, else the view's."""
    entry = tasks.find(RosterEntry, record) if place == "person" else None
    if entry and in_charge(tasks, entry.person):
        return "leader", entry.person
    if entry and entry.unit:
        return "unit", entry.unit
    if place == "unit":
        return "unit", record
    return {"matrix": "matrix", "group": "roster", "office": "roster", "person": "roster"}.get(
        place, "list"
    ), ""


class PrintForm:
    """The choices, each consistent with the others."""

    def __init__(
        self, state: State, rows: Sequence[str] | None, kind: str = "list", subject: str = ""
    ) -> None:
        """Begin with a kind of sheet, for a unit or leader; `rows` are those that a filter shows."""
        self._state, self._rows = state, tuple(rows) if rows is not None else None
        self.fields: dict[Name, FormField] = {
            "kind": FormField("表", tuple(KINDS.items())).at(kind),
            "whom": FormField("范围", ()),
            "format": FormField("格式", tuple((name, made.label) for name, made in FORMATS.items())),
            "target": FormField("送到", (("", TO_FILE),)),
        }
        self._settle_whom(subject)

    def know_printers(self, printers: Printers, has_letters: bool = True) -> None:
        """Offer the printers; the default one is chosen first, with a format that it takes and this machine has the letters for."""
        names = (
            [printers.default, *(name for name in printers.names if name != printers.default)]
            if printers.default
            else printers.names
        )
        targets = [(name, f"打印机 {name}") for name in names]
        targets = [(_ALL, "打印(用打开该文件的程序)")] if _WINDOWS else targets
        self.fields["target"] = FormField(
            "送到", (*targets, ("", TO_FILE)) if printers.default or _WINDOWS else (("", TO_FILE), *targets)
        )
        if printers.default:
            self.fields["format"] = self.fields["format"].at("pdf" if has_letters else "text")

    def turn(self, name: Name, step: int) -> None:
        """Choose the next value of a field; the others follow."""
        self.fields[name] = self.fields[name].turned(step)
        self._follow(name)

    def _follow(self, name: Name) -> None:
        """What one field means for the others."""
        if name == "kind":
            self._settle_whom()
        if name == "format" and self.printer is not None and not _WINDOWS and self.format not in PRINTABLE:
            self.fields["target"] = self.fields["target"].at("")
        if name == "target" and self.printer is not None and not _WINDOWS and self.format not in PRINTABLE:
            self.fields["format"] = self.fields["format"].at("pdf")

    @property
    def format(self) -> str:
        """The format's name."""
        return self.fields["format"].value

    @property
    def printer(self) -> str | None:
        """The printer's name, empty for the system's way; none for a file alone."""
        value = self.fields["target"].value
        return None if not value else "" if value == _ALL else value

    @property
    def a_file_each(self) -> bool:
        """Whether each unit or leader gets a file of its own, in a folder."""
        return self.fields["whom"].value == _EACH

    def names(self, name: Name, value: str) -> tuple[str, ...]:
        """What a value of a field is found by when it is typed."""
        tasks, words = self._state.tasks, self.fields[name].at(value).words
        return (words, tasks.wording_of(value)) if name == "whom" and len(value) > len(_EACH) else (words,)

    def choose(self, name: Name, value: str) -> None:
        """Choose a value of a field; the others follow."""
        self.fields[name] = self.fields[name].at(value)
        self._follow(name)

    def job(self) -> Job:
        """What is to be printed; Refused where there was no print to go on from."""
        kind, whom = self.fields["kind"].value, self.fields["whom"].value
        if kind in ("unit", "leader"):
            return Job(kind, None if whom in (_ALL, _EACH) else (whom,))
        if kind == "changes":
            return Job(
                kind,
                since=count_at_last_print(self._state.tasks, self._state.history, WHOLE)
                if whom == _LAST
                else None,
            )
        return Job(kind, rows=None if whom == _ALL else self._rows)

    def _settle_whom(self, subject: str = "") -> None:
        """The values that the kind of sheet leaves open."""
        tasks, kind = self._state.tasks, self.fields["kind"].value
        values: list[tuple[str, str]] = [(_ALL, f"全部 {len(tasks.task_keys)} 行")]
        if kind == "unit":
            units = [unit for unit in tasks.units if unit.kind != "collective"]
            every = f"全部 {len(units)} 个单位"
            values = [
                (_ALL, f"{every},每个另起一页"),
                (_EACH, f"{every},每个一个文件"),
                *((unit.key, unit.full_name) for unit in units),
            ]
        elif kind == "leader":
            people = [column.mention for column in crossings(tasks, by="leader").columns]
            named = [(mention.key, mention.wording) for mention in people if mention.key]
            if subject and subject not in dict(named):
                named.append((subject, tasks.person_name(subject)))
            every = "全部有任务的领导"
            values = [(_ALL, f"{every},每人另起一页"), (_EACH, f"{every},每人一个文件"), *named]
        elif kind == "changes":
            values = [(_ALL, "印发以来"), *([(_LAST, "上次打印以来")] if self._was_printed else [])]
        elif kind == "roster":
            values = [(_ALL, f"全部 {len(tasks.roster)} 人")]
        elif self._rows is not None:
            values.insert(0, ("shown", f"筛选的 {len(self._rows)} 行"))
        self.fields["whom"] = FormField("范围", tuple(values)).at(
            subject or (_LAST if kind == "changes" else values[0][0])
        )

    @property
    def _was_printed(self) -> bool:
        try:
            return count_at_last_print(self._state.tasks, self._state.history, WHOLE) > 0
        except Refused:
            return False
