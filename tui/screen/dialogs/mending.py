"""Putting one thing of a draft right: which field, then its text.

For a wording in question the units that it may mean come first. A name that the draft does not have is
offered as a new unit or person.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from textual.app import App

from store.acts.field_values import field_text, field_value, set_fields
from store.acts.resolving import names_in, names_in_doubt
from store.acts.roster import new_person, rename_person
from store.acts.units import new_unit
from store.importing.draft import Draft
from store.importing.made import Made, candidates
from store.records.cells import Cell, cell_of
from store.records.changes import Change, updated
from store.records.describing import label
from store.records.fields import fields_for, is_long
from store.records.person import Person, RosterEntry
from store.records.record import Record
from store.records.task import Task
from store.records.values import SIDES, Mention
from store.refused import Refused
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.choose import ChooseDialog
from tui.screen.dialogs.text import TextDialog


@dataclass(frozen=True, slots=True)
class _Meant:
    """A wording of a cell and the unit that it is to mean."""

    cell: Cell
    wording: str
    unit: str


@dataclass(frozen=True, slots=True)
class _Word:
    """A word for owners by which a row was read, to be read otherwise in the whole notice."""

    word: str


class Mending:
    """The dialogs that put one thing of a draft right."""

    def __init__(
        self,
        app: App[object],
        draft: Draft,
        made: Made,
        then: Callable[[str], None],
        read_otherwise: Callable[[str], None],
    ) -> None:
        """What it is about, what to do once it is put right, with a sentence where it could not be, and what
        asks for the side of a word.
        """
        self._app = app
        self._draft = draft
        self._made = made
        self._then = then
        self._read_otherwise = read_otherwise

    @property
    def _record(self) -> Record:
        record = self._draft.tasks.record(self._made.table, self._made.key)
        if record is None:
            raise KeyError(self._made.key)
        return record

    def ask(self) -> None:
        """Ask what is to be put right."""
        record = self._record
        choices: list[Choice[str | _Meant | _Word]] = [*self._meanings(record)]
        for name in _names(record):
            said = f"{self._label(record, name)}：{self._text(record, name)[:40]}"
            choices.append(Choice(name, said))
        for word in self._draft.owner_words_of(record.key):
            choices.append(Choice(_Word(word), f"“{word}”整份通知改读作…"))
        title = f"{self._made.before}  {self._made.label}".strip()[:40]
        dialog = ChooseDialog(title, by_names(choices), placeholder="选要改的一项")
        self._app.push_screen(dialog, self._chosen)

    def _meanings(self, record: Record) -> Iterator[Choice[str | _Meant | _Word]]:
        """Yield the units that wordings of a row without a unit may mean."""
        if not isinstance(record, Task):
            return
        for side in SIDES:
            cell = Cell(side, "units")
            for mention in record.mentions(cell):
                for key in candidates(self._draft.tasks, mention) if mention.key is None else ():
                    name = self._draft.tasks.unit_name(key)
                    yield Choice(_Meant(cell, mention.wording, key), f"“{mention.wording}”就是 {name}")

    def _text(self, record: Record, field: str) -> str:
        if isinstance(record, RosterEntry) and _is_name(record, field):
            return self._draft.tasks.person_name(record.person)
        return field_text(self._draft.tasks, record, field)

    def _label(self, record: Record, field: str) -> str:
        kind = Person if _is_name(record, field) else type(record)
        return label(self._draft.tasks, field, kind)

    def _chosen(self, choice: "str | _Meant | _Word | None") -> None:
        record = self._record
        match choice:
            case _Word(word=word):
                self._read_otherwise(word)
            case _Meant() if isinstance(record, Task):
                self._take(_settled(record, choice))
            case str():
                self._ask_text(choice, self._text(record, choice))

    def _ask_text(self, field: str, text: str) -> None:
        def check(text: str) -> None:
            self._offer(dialog, field, text)
            self._change(field, text)

        def given(text: str | None) -> None:
            if text is not None:
                self._take(self._change(field, text))

        title = self._label(self._record, field)
        dialog = TextDialog(title, text, long=is_long(type(self._record), field), check=check)
        self._app.push_screen(dialog, given)

    def _offer(self, dialog: TextDialog, field: str, text: str) -> None:
        """Where a name fits nobody, or several, offer whom it may mean, at last as a new unit or person."""
        cell = cell_of(field)
        doubts = names_in_doubt(self._draft.tasks, cell.kind, names_in(text)) if cell else {}
        if not cell or not doubts:
            return
        kind = cell.kind
        name, meant = next(iter(doubts.items()))

        def answered(chosen: str | None) -> None:
            if chosen is None:
                return
            if chosen == name:
                make = new_unit if kind == "units" else new_person
                self._draft.take(make(self._draft.tasks, name)[0])
            dialog.dismiss(None)
            self._go_on(field, "、".join(chosen if one == name else one for one in names_in(text)))

        what = "单位" if kind == "units" else "人员"
        choices = [Choice(other, f"“{name}”就是 {other}") for other in meant]
        choices.append(Choice(name, f"新增{what}“{name}”"))
        title = f"“{name}”指哪个{what}" if meant else f"清单里没有{what}“{name}”"
        self._app.push_screen(
            ChooseDialog(title, by_names(choices), placeholder="Esc 回去改写", keys={"escape": "改写"}),
            answered,
        )

    def _go_on(self, field: str, text: str) -> None:
        """Take a text of whose names one was settled; the next one in doubt is asked about."""
        cell = cell_of(field)
        if cell and names_in_doubt(self._draft.tasks, cell.kind, names_in(text)):
            self._ask_text(field, text)
        else:
            self._take(self._change(field, text))

    def _change(self, field: str, text: str) -> Change:
        tasks, record = self._draft.tasks, self._record
        if isinstance(record, RosterEntry) and _is_name(record, field):
            return rename_person(tasks, tasks.get(Person, record.person), text)
        change = set_fields(tasks, record, **{field: field_value(tasks, record, field, text)})
        cell = cell_of(field)
        if cell and isinstance(record, Task):
            doubts = tuple(doubt for doubt in record.doubts if doubt.side != cell.side)
            return replace(change, edits=(*change.edits, *updated(record, doubts=doubts)))
        return change

    def _take(self, change: Change) -> None:
        said = ""
        try:
            self._draft.take(change)
        except Refused as refusal:
            said = str(refusal)
        self._then(said)


def _names(record: Record) -> Sequence[str]:
    """Return the fields that can be put right: of a row its owners first, of a roster line the name."""
    mentions_first = sorted(fields_for(type(record), "draft"), key=lambda field: field.kind != "mentions")
    names = [field.name for field in mentions_first]
    return ["name", *names] if isinstance(record, RosterEntry) else names


def _is_name(record: Record, field: str) -> bool:
    """Tell whether a field is the name on a line of the roster: it is the person's, not the line's."""
    return isinstance(record, RosterEntry) and field == "name"


def _settled(task: Task, meant: _Meant) -> Change:
    """Return the change by which a wording, that stays as it is, means one unit."""
    in_question, settled = Mention(None, meant.wording), Mention(meant.unit, meant.wording)
    mentions = [settled if mention == in_question else mention for mention in task.mentions(meant.cell)]
    edits = updated(task, **{meant.cell.field: tuple(mentions)})
    return Change(f"“{meant.wording}”所指", tuple(edits))
