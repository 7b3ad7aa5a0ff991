"""What the print dialog lets choose, as plain values: which sheet, for whom, in which format, where to."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from store.acts.crossings import crossings
from store.acts.templates import templates
from store.history.earlier import State
from store.history.handovers import handovers
from store.machine.windows import windows
from store.records.person import RosterEntry
from store.records.tasklist import TaskList
from tui.paper import FORMATS
from tui.paper.bases import bases, job_of_period, job_on_base, periods_alone
from tui.paper.form_field import FormField
from tui.paper.job import Job
from tui.paper.kinds import KINDS
from tui.paper.page_form import Chosen, PageForm
from tui.paper.printer import PRINTABLE, Printers
from tui.paper.sheets.reminder import slips_of_last_day, slips_to_print
from tui.paper.sheets.subject import all_units, busy_units, in_charge
from tui.paper.spans import LAST, count_since, since_calendar, since_last_print

Name = Literal["kind", "whom", "format", "target"]
TO_FILE = "存成文件"
_WINDOWS = windows() is not None
_ALL = "*"
_EACH = "each"
_IDLE_TOO = "idle too"
_IDLE_TOO_EACH = "idle too, each"
_SHOWN = "shown"
_SORTED = "sorted"
_AND = ","
"""Stands between the keys of several that are printed together."""
_NO_KEYS = (_ALL, _EACH, _IDLE_TOO, _IDLE_TOO_EACH, LAST, _SHOWN, _SORTED)
"""Values of the range that name no unit or leader."""
_TO_FILE = ("", TO_FILE)
_KIND_OF_PLACE = {"matrix": "matrix", "group": "roster", "office": "roster", "person": "roster"}
"""What the cursor is on, to the sheet that is most likely wanted; the list where it is on something else."""
_OFFERED_THEMSELVES = ("handover", "reminder", "register", "stats", "bulletin")
"""What may be asked for that is no place on the screen but a sheet itself."""


def first_choice(tasks: TaskList, place: str, record: str) -> tuple[str, str]:
    """Return the sheet that is most likely wanted, and of whom.

    On a leader it is his, on a member of the group his unit's, on a unit its own, else the view's.
    """
    entry = tasks.find(RosterEntry, record) if place == "person" else None
    if entry and in_charge(tasks, entry.person):
        return "leader", entry.person
    if entry and entry.unit:
        return "unit", entry.unit
    if place in ("unit", *_OFFERED_THEMSELVES):
        return place, record
    return _KIND_OF_PLACE.get(place, "list"), ""


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows as the screen shows them."""

    rows: tuple[str, ...] = ()
    """In the order in which they are shown."""
    selected: tuple[str, ...] | None = None
    """Those that a filter lets through, in the list's order; None where all are."""
    sorted_by: str = ""
    """By what they are sorted, in words; empty for the list's order."""


KeepTemplate = Callable[[str, str], Awaitable[bool]]


def _of_now(job: Job) -> Job:
    """Return a print of the list as it is now."""
    return job


class PrintForm:
    """The choices, each consistent with the others."""

    def __init__(
        self,
        state: State,
        shown: Shown,
        kind: str = "list",
        subject: str = "",
        *,
        chosen: Chosen | None = None,
    ) -> None:
        """Begin with a kind of sheet, for a unit or leader, and with the rows as the screen shows them.

        `chosen` is what was chosen before of the page.
        """
        held = {template.name: template.text for template in templates(state.tasks)}
        self.page = PageForm(chosen, held)
        self.keep: KeepTemplate | None = None
        """Keeps a text as the template of a name in the list; says whether it did. None where it cannot."""
        self.of_state: Callable[[Job], Job] = _of_now
        """Says of a print which state of the list it shows."""
        self._state = state
        self._shown = shown
        self._said_of_letters: Mapping[str, str] = {}
        labels = {name: made.label for name, made in KINDS.items()}
        kinds = FormField("表", tuple(labels.items()))
        self.fields: dict[Name, FormField] = {"kind": kinds.at(kind)}
        self._settle_whom(subject)
        formats = tuple((name, made.label) for name, made in FORMATS.items())
        self.fields["format"] = FormField("格式", formats)
        self.fields["target"] = FormField("送到", (_TO_FILE,))

    def know_printers(self, printers: Printers, has_letters: bool = True) -> None:
        """Offer the printers.

        The default one is chosen first, with a format that it takes and this machine has the letters for.
        """
        names = sorted(printers.names, key=printers.default.__ne__)  # The default one, then as they come.
        targets = [(name, f"打印机 {name}") for name in names]
        if _WINDOWS:
            targets = [(_ALL, "打印（用打开该文件的程序）")]
        printer_first = bool(printers.default) or _WINDOWS
        values = [*targets, _TO_FILE] if printer_first else [_TO_FILE, *targets]
        self.fields["target"] = FormField("送到", tuple(values))
        if printers.default:
            wanted = "pdf" if has_letters else "text"
            self.fields["format"] = self.fields["format"].at(wanted)

    def know_letters(self, said: Mapping[str, str]) -> None:
        """Know by format what is to be said of letters that this machine has not."""
        self._said_of_letters = said

    def said(self) -> tuple[str, ...]:
        """Return what is wrong in the template, and which letters the format lacks here, in sentences."""
        letters = self._said_of_letters.get(self.format, "")
        wrong = self.page.wrong(self.kind)
        return (*wrong, letters) if letters else wrong

    def turn(self, name: Name, step: int) -> None:
        """Choose the next value of a field; the others follow."""
        self.fields[name] = self.fields[name].turned(step)
        self._follow(name)

    def _follow(self, name: Name) -> None:
        """What one field means for the others."""
        if name == "kind":
            self._settle_whom()
        prints_itself = self.printer is not None and not _WINDOWS
        is_refused = prints_itself and self.format not in PRINTABLE
        if name == "format" and is_refused:
            self.fields["target"] = self.fields["target"].at("")
        if name == "target" and is_refused:
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
        return self.fields["whom"].value in (_EACH, _IDLE_TOO_EACH)

    def names(self, name: Name, value: str) -> tuple[str, ...]:
        """What a value of a field is found by when it is typed."""
        words = self.fields[name].at(value).words
        if name == "whom" and value not in _NO_KEYS:
            return words, self._state.tasks.wording_of(value)
        return (words,)

    def choose(self, name: Name, value: str) -> None:
        """Choose a value of a field; the others follow."""
        self.fields[name] = self.fields[name].at(value)
        self._follow(name)

    @property
    def kind(self) -> str:
        """The kind of sheet."""
        return self.fields["kind"].value

    def job(self) -> Job:
        """Return what is to be printed; Refused where there was no print to go on from."""
        return replace(self.of_state(self._job()), words=self.page.words(self.kind))

    def _job(self) -> Job:
        kind = self.kind
        whom = self.fields["whom"].value
        if KINDS[kind].of_each:
            subjects = None if whom in _NO_KEYS else tuple(whom.split(_AND))
            return Job(kind, subjects, with_idle=whom in (_IDLE_TOO, _IDLE_TOO_EACH))
        if KINDS[kind].range in ("since", "span"):
            return Job(kind, since=count_since(self._state, whom))
        if KINDS[kind].range == "base":
            return job_on_base(kind, whom, self._state)
        if KINDS[kind].range == "period" and whom not in _NO_KEYS:
            return job_of_period(kind, whom, self._state)
        if KINDS[kind].range == "handover":
            return Job(kind, handover=None if whom in _NO_KEYS else int(whom))
        return Job(kind, rows=self._rows(whom))

    def _rows(self, whom: str) -> tuple[str, ...] | None:
        """Return the rows of a range, in the list's order unless they are wanted as the screen sorts them."""
        if whom == _SORTED:
            return self._shown.rows
        return self._shown.selected if whom == _SHOWN else None

    def _settle_whom(self, subject: str = "") -> None:
        """Offer the values that the kind of sheet leaves open."""
        values = self._values(subject)
        chosen = subject or values[0][0]
        if KINDS[self.kind].range == "since":
            chosen = subject or LAST
        self.fields["whom"] = FormField("范围", tuple(values)).at(chosen)

    def _values(self, subject: str) -> list[tuple[str, str]]:
        """Return for whom, of which rows, or since when a kind of sheet may be, each with its words."""
        kind = KINDS[self.kind]
        if kind.range == "each":
            return self._of_each(kind.whose, subject)
        if kind.range == "handover":
            return self._handovers()
        if kind.range == "base":
            return bases(kind.name, self._state, subject)
        values = [(_ALL, kind.whole(self._state))]
        if kind.range in ("since", "span"):
            values += since_last_print(self._state)
        if kind.range == "period":
            values += periods_alone(self._state)
        if kind.range == "span":
            values += since_calendar(self._state)
        return self._with_shown(values) if kind.range == "rows" else values

    def _with_shown(self, values: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Return values of a range of rows with the rows as the screen shows them."""
        shown = self._shown
        if shown.selected is not None:
            values.insert(0, (_SHOWN, f"筛选的 {len(shown.selected)} 行"))
        if shown.sorted_by:
            values.append((_SORTED, f"按{shown.sorted_by}排序的 {len(shown.rows)} 行"))
        return values

    def _of_each(self, whose: str, subject: str) -> list[tuple[str, str]]:
        """Return the units, leaders or reminders that a sheet may be for."""
        match whose:
            case "unit":
                return self._units()
            case "reminder":
                return self._reminders(subject)
        return self._leaders(subject)

    def _reminders(self, subject: str) -> list[tuple[str, str]]:
        """Return the reminders, the newest first, with whom they went to; before them those of one act."""
        tasks = self._state.tasks
        count = len(slips_of_last_day(tasks))
        values = _together_and_each(f"最近一天发出的 {count} 份", _ALL, _EACH) if count else []
        for slip in slips_to_print(tasks):
            values.append((slip.key, f"{slip.number} {tasks.wording_of(slip.unit)}"))
        if _AND in subject:
            count = len(subject.split(_AND))
            values.insert(0, (subject, f"刚发出的 {count} 份，一个文件，各编页码"))
        return values or [(_ALL, "还没有发过催办单")]

    def _units(self) -> list[tuple[str, str]]:
        tasks = self._state.tasks
        units = [(unit.key, unit.full_name) for unit in tasks.units if unit.kind != "collective"]
        busy, every = len(busy_units(tasks)), len(all_units(tasks))
        values = [*_together_and_each(f"有任务的 {busy} 个单位", _ALL, _EACH)]
        if busy < every:
            values += _together_and_each(f"全部 {every} 个单位", _IDLE_TOO, _IDLE_TOO_EACH)
        return [*values, *units]

    def _handovers(self) -> list[tuple[str, str]]:
        """Return the handovers by how many changes there are up to each, newest first."""
        values = []
        for each in handovers(self._state):
            values.append((str(each.count), f"{each.change.at[:10]} {each.change.title}"))
        return values or [(_ALL, "还没有分工调整")]

    def _leaders(self, subject: str) -> list[tuple[str, str]]:
        """Return the leaders of the matrix, and the one that was asked for."""
        tasks = self._state.tasks
        mentions = [column.mention for column in crossings(tasks, by="leader").columns]
        named = {mention.key: mention.wording for mention in mentions if mention.key}
        if subject:
            named.setdefault(subject, tasks.person_name(subject))
        return [*_together_and_each("全部有任务的领导", _ALL, _EACH), *named.items()]


def _together_and_each(whose: str, together: str, each: str) -> list[tuple[str, str]]:
    """Return the sheets of several in one file, and a file each, as they are offered."""
    return [(together, f"{whose}，一个文件，各编页码"), (each, f"{whose}，每个一个文件")]
