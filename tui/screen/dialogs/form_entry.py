"""A form that came back on paper, typed in: the rows of a unit for a period, a line for each answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from store.acts.form_row import figure_in
from store.ledger.figures import number_in
from store.ledger.form_reading import Filled, FilledForm, FilledLine
from store.ledger.forms import ANSWERS, HEAD, Answer, FormLine, UnitForm
from store.records.report import REPORT_WORDS
from store.records.schedule import Measure
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.days import past_day_named
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.dialogs.text_entry import TextAsked, TextEntry, ask_unsaved
from tui.screen.widgets.key_words import KeyWords
from tui.screen.widgets.line import BLANK, Line, Part, Weight, only_read, padded
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox

_RECEIVED = "received"
_OVER = {_RECEIVED: "收到日期", **dict(zip(map(str, HEAD), HEAD.values(), strict=True))}
"""What is typed once a form."""
_SHARE = "完成比例"
_TAKEN_OVER: tuple[Answer, ...] = ("done", "problem", "next_step")
_LABEL = 10


@dataclass(frozen=True, slots=True)
class FormTyped:
    """What was typed of a form, and the day on which it came."""

    form: FilledForm
    received: date


@dataclass(frozen=True, slots=True)
class _Field:
    """One line that is written on."""

    name: str
    number: str = ""
    """Of the form's line; empty for what is of the whole form."""
    line: FormLine | None = field(default=None, compare=False)


class FormEntryDialog(ModalScreen[FormTyped | None]):
    """What is typed goes into the place under the cursor; Ctrl+S gives back all of it."""

    place = "form_entry"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)"),
        Binding("right", "turn(1)"),
        Binding("ctrl+d", "take_over", priority=True),
        Binding("ctrl+s", "keep"),
        Binding("escape", "cancel"),
    ]

    def __init__(self, tasks: TaskList, form: UnitForm, today: date) -> None:
        """Take the list, the form with what is known of it, and today."""
        super().__init__()
        self._tasks, self._form, self._today = tasks, form, today
        self._past = {line.name: line.answers for line in form.past}
        self._said: dict[_Field, str] = {}
        self._typed: set[_Field] = set()
        self._shown: list[_Field | Line] = [_Field(name) for name in _OVER]
        self._said[_Field(_RECEIVED)] = today.isoformat()
        for line in form.lines:
            self._shown += self._of_line(line)

    def _of_line(self, line: FormLine) -> Sequence[_Field | Line]:
        """Return the lines of a row of the form: what is to be done, and what is asked."""
        asked = [name for name in ANSWERS if line.asks(name)]
        fields = [_Field(name, line.number, line) for name in asked]
        for spot, name in zip(fields, asked, strict=True):
            self._said[spot] = line.answers.get(name, "")
        if line.is_further:
            return fields
        called = Part(f"{line.name}  ", "accent")
        head = Line((Part(line.text),), (called,), right=line.role, is_cut=True)
        return [BLANK, only_read(head), *fields]

    def compose(self) -> ComposeResult:
        """The fields, and the one that is written on."""
        with DialogBox(classes="dialog page forms") as box:
            title = f"按表录入：{self._form.unit}　{self._form.period.label}"
            box.plane.show_title(title, f"{len(self._form.rows)} 行")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield KeyedList()
            yield TextEntry()

    def on_mount(self) -> None:
        """Begin at the first row."""
        self._entry.display = False
        self._list.show(len(self._shown), self._line, len(_OVER))
        self._list.focus()

    @property
    def _list(self) -> KeyedList:
        return self.query_one(KeyedList)

    @property
    def _entry(self) -> TextEntry:
        return self.query_one(TextEntry)

    @property
    def _at(self) -> _Field | None:
        """The spot under the cursor."""
        number = self._list.cursor
        one = None if number is None else self._shown[number]
        return one if isinstance(one, _Field) else None

    def _line(self, number: int) -> Line:
        one = self._shown[number]
        if isinstance(one, Line):
            return one
        text = self._said.get(one, "")
        weight: Weight = "text" if one in self._typed else "dim"
        value = Part(text, weight) if text else Part("—", "faint")
        lead = Part(f"    {padded(_label(one), _LABEL)}  ", "dim")
        right = one.line.target if one.line and one.name == "value" else ""
        return Line((value,), (lead,), right=right)

    # ------------------------------------------------------------------ writing

    def on_key(self, event: events.Key) -> None:
        """Begin to write with what is typed on a field; a digit chooses a state."""
        spot = self._at
        if self._entry.display or spot is None or not event.is_printable or not event.character:
            return
        event.stop()
        if spot.name != "word":
            self._write(spot, event.character)
            return
        words = list(REPORT_WORDS.values())
        if event.character.isdecimal() and 0 < int(event.character) <= len(words):
            self._put(spot, words[int(event.character) - 1])
            self._list.move(1)

    def on_paste(self, event: events.Paste) -> None:
        """Begin to write with what is pasted on a field."""
        spot = self._at
        if spot and spot.name != "word" and not self._entry.display:
            event.stop()
            self._write(spot, event.text)

    def on_line_list_selected(self) -> None:
        """Write on at what stands in the field; a state goes on to the next."""
        spot = self._at
        if spot and spot.name == "word":
            self.action_turn(1)
        elif spot:
            self._write(spot, self._said.get(spot, ""))

    def _write(self, spot: _Field, text: str) -> None:
        """Have a field written."""
        is_long = spot.name in _TAKEN_OVER
        asked = TextAsked(_label(spot), text, long=is_long, check=lambda words: self._checked(spot, words))
        self._entry.display = True
        self._entry.begin(asked)
        self._show_keys(self._entry.keys)

    def on_text_entry_kept(self, event: TextEntry.Kept) -> None:
        """Keep what was written, and go on to the next field."""
        spot = self._at
        if spot:
            self._put(spot, self._checked(spot, event.text))
        self._close()
        self._list.move(event.rows + event.columns)

    def on_text_entry_left(self) -> None:
        """Leave the field as it was."""
        self._close()

    def _close(self) -> None:
        self._entry.display = False
        self._show_keys(foot_of(self))
        self._list.focus()

    def _show_keys(self, keys: Sequence[KeyWords]) -> None:
        self.query_one(DialogBox).plane.show_keys(keys)

    def _put(self, spot: _Field, text: str) -> None:
        self._said[spot] = text
        self._typed.add(spot)
        self._list.show_anew(self._list.row)

    def _checked(self, spot: _Field, words: str) -> str:
        """Return what is kept of words for a field; Refused where they are none for it."""
        if spot.name == _RECEIVED:
            return past_day_named(words, self._today).isoformat()
        if spot.name != "value" or spot.line is None or not words:
            return words
        measure = self._tasks.find(Measure, spot.line.measure)
        if measure is None and number_in(words) is not None:
            words = f"{words}%"
        if not figure_in(words, measure):
            raise Refused("请只写数字，如 18。" if measure else "请写完成的百分数，如 45。")
        return words

    def action_turn(self, step: int) -> None:
        """Take the next state, or the one before."""
        spot = self._at
        if spot is None or spot.name != "word":
            return
        words = ["", *REPORT_WORDS.values()]
        now = words.index(self._said.get(spot, ""))
        self._put(spot, words[(now + step) % len(words)])

    def action_take_over(self) -> None:
        """Put what the unit said of the row before into what is still empty."""
        spot = self._at
        if spot is None or spot.line is None:
            return
        past: Mapping[Answer, str] = self._past.get(spot.line.name, {})
        for name in _TAKEN_OVER:
            other = _Field(name, spot.number, spot.line)
            if past.get(name) and not self._said.get(other):
                self._said[other] = past[name]
                self._typed.add(other)
        self._list.say_anew([self._line(number) for number in range(len(self._shown))])

    # ------------------------------------------------------------------ leaving

    def action_keep(self) -> None:
        """Give back what is said in all fields."""
        lines = []
        for number, line in enumerate(self._form.lines, 1):
            said = {name: self._said.get(_Field(name, line.number), "") for name in ANSWERS}
            filled = {name: Filled(text, "") for name, text in said.items() if text}
            lines.append(FilledLine(number, line.row, line.measure, filled))
        head = {name: self._said.get(_Field(name), "") for name in HEAD}
        received = date.fromisoformat(self._said[_Field(_RECEIVED)])
        form = FilledForm(self._form.identity, "", lines, head)
        self.dismiss(FormTyped(form, received))

    def action_cancel(self) -> None:
        """Leave; what was typed is asked about."""
        if self._typed:
            ask_unsaved(self.app, lambda: self.dismiss(None))
        else:
            self.dismiss(None)


def _label(spot: _Field) -> str:
    """Return what a field is called; a figure of no measure is how much is done."""
    if spot.line is None:
        return _OVER[spot.name]
    if spot.name == "value" and not spot.line.measure:
        return _SHARE
    labels = dict(zip(map(str, ANSWERS), ANSWERS.values(), strict=True))
    return labels[spot.name]
