"""A list of things to see to, in groups that open and close, found by typing; a key for each act on them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from store.words.names import name_key
from tui.screen.dialogs.agenda_lines import AgendaEntry, AgendaLine, AgendaLines, Heading
from tui.screen.dialogs.found_by_typing import FoundByTyping
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.line import BLANK, Line, Part, plain
from tui.screen.widgets.line_field import LineField
from tui.screen.widgets.line_list import LineList
from tui.screen.widgets.plane import DialogBox
from tui.screen.widgets.signs import WELL

_T = TypeVar("_T")

# C08高新处: the code of a rule, typed before another word.
_CODE = re.compile(r"^([CQcq]\d\d)")


@dataclass(frozen=True, slots=True)
class AgendaCursor:
    """Where one is in the list, what was typed, and which groups are turned from how they begin."""

    above: int | None = None
    """How many lines stand above; None before one was anywhere."""
    typed: str = ""
    turned: frozenset[Heading] = frozenset()
    ahead: tuple[str, ...] = ()
    """The names of the entries from the cursor on."""

    def past(self) -> "AgendaCursor":
        """Return the cursor of one who is done with the entry that it stands on: it goes to the next."""
        return replace(self, ahead=self.ahead[1:])


@dataclass(frozen=True, slots=True)
class Chosen(Generic[_T]):
    """What the clerk wants done: the act, the things, and where to come back to."""

    act: str
    """Empty for the first act, which Enter does."""
    value: _T | None
    """The thing under the cursor; on the head of a group its first."""
    cursor: AgendaCursor
    several: tuple[_T, ...] = ()
    """For an act on many: those that are marked, else the group or the thing under the cursor."""
    option: int | None = None
    """The number of what was chosen of the thing, where something can be."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a list is called, what can be done in it, and how it begins."""

    place: str
    """The place that it is among those that have keys."""
    title: str
    counts: str
    """How many things there are, at the right of the title."""
    nothing: str
    """What is said where it is empty."""
    keys: Mapping[str, str]
    """Key to act."""
    now: Mapping[str, str] | None = None
    """What some keys of the place do otherwise at this moment."""
    whole: frozenset[str] = frozenset()
    """The acts that need no thing."""
    marks: bool = False
    """Whether several things can be marked."""
    open_up_to: int | None = None
    """Groups of more things are closed at first; without a number none is."""
    closing: tuple[str, str] | None = None
    """What is well already, and what is said of it: the last line, which is only read."""
    finds: bool = True
    """Whether what is typed narrows the list; else it is passed over."""


_NOTHING = "(?!.)"
"""What may be typed where nothing may: a pattern that only the empty text fits."""
_OF_OPTIONS = ("", "accept")
"""The acts for which one of a thing's options must be chosen."""


class _Field(LineField):
    """The words that are looked for; the arrows and Space are the list's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "screen.fold('close')", priority=True),
        Binding("right", "screen.fold('open')", priority=True),
        Binding("space", "screen.mark", priority=True),
    ]


class AgendaDialog(FoundByTyping[Chosen[_T]], Generic[_T]):
    """Gives back an act and the things it is to be done to, or None when left."""

    def __init__(self, agenda: Agenda, entries: Sequence[AgendaEntry[_T]], cursor: AgendaCursor) -> None:
        """Take what the list is, the things in order, and where one was in it."""
        super().__init__()
        self.place = agenda.place
        self._agenda = agenda
        self._entries = entries
        self._keys = {"enter": "", **agenda.keys}
        self._cursor = cursor
        self._marked: set[int] = set()
        self._chosen: dict[int, int] = {}
        """By the number of an entry that of its option."""
        self._lines: AgendaLines[_T] = AgendaLines((), frozenset(), None)
        self._shown_now = dict(agenda.now or {})
        """What the foot says that keys do otherwise."""
        self._texts: list[str] = []
        """What typing looks in, made when something is first typed."""

    def compose(self) -> ComposeResult:
        """The field and the things."""
        with DialogBox(classes="dialog agenda") as box:
            box.plane.show_title(self._agenda.title, self._agenda.counts)
            box.plane.show_keys(foot_of(self, self._agenda.now))
            yield said_under_title(self)
            yield _Field(
                self._cursor.typed,
                placeholder="输入字词或编号筛选" if self._agenda.finds else "",
                restrict=None if self._agenda.finds else _NOTHING,
                compact=True,
                select_on_focus=False,
            )
            yield LineList()

    def on_mount(self) -> None:
        """Show what there is, the cursor where it was."""
        self._show(self._cursor)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what has the text that is typed."""
        if event.value != self._cursor.typed:
            self._show(AgendaCursor(typed=event.value, turned=self._cursor.turned))

    # ------------------------------------------------------------------ the lines

    def renew(self, counts: str, entries: Sequence[AgendaEntry[_T]]) -> None:
        """Show what has come to stand below the things there are; a dialog that was left shows nothing."""
        self._agenda, self._entries, self._texts = replace(self._agenda, counts=counts), entries, []
        if self.is_mounted and self in self.app.screen_stack:
            self.query_one(DialogBox).plane.show_title(self._agenda.title, counts)
            self._show(replace(self._cursor, above=self.lines.row, ahead=()))

    def _show(self, cursor: AgendaCursor) -> None:
        """Show what has the words that are typed, the cursor where it belongs."""
        self._cursor = cursor
        found = self._having(_words(cursor.typed))
        self._lines = AgendaLines(
            self._entries, cursor.turned, None if cursor.typed.strip() else self._agenda.open_up_to, found
        )
        self._draw()

    def _draw(self) -> None:
        """Draw the lines, the cursor where it belongs."""
        cursor = self._cursor
        lines = self._lines.drawn(self._marked, self._chosen)
        if not lines:
            nothing = "没有符合的。" if cursor.typed.strip() else self._agenda.nothing
            lines.append(plain(nothing, "dim", is_read_only=True))
        if self._agenda.closing:
            said, about = self._agenda.closing
            parts = Part(said), Part(f"  {about}", "dim")
            lines += [BLANK, Line(parts, (Part(f"{WELL} ", "well"),), is_read_only=True)]
        at = self._lines.at(cursor.ahead, cursor.above) if self._lines.shown else 0
        self.lines.show_lines(lines, at)
        self._show_keys()

    def on_line_list_moved(self) -> None:
        """Show the keys of the thing that the cursor came to."""
        self._show_keys()

    def _show_keys(self) -> None:
        entry = self._entry
        now = {**(self._agenda.now or {}), **(entry.now if entry else {})}
        if now != self._shown_now:
            self._shown_now = now
            self.query_one(DialogBox).plane.show_keys(foot_of(self, now))

    @property
    def _entry(self) -> AgendaEntry[_T] | None:
        """The thing under the cursor; none on the head of a group."""
        line = self._line
        return None if line is None or line.number is None else self._entries[line.number]

    @property
    def _line(self) -> AgendaLine | None:
        place = self.lines.cursor
        return self._lines.shown[place] if place is not None and self._lines.shown else None

    def _having(self, words: Sequence[str]) -> Sequence[int]:
        """Return the numbers of the entries that have all of some words."""
        if not words:
            return range(len(self._entries))
        if not self._texts:
            self._texts = [_searched(entry) for entry in self._entries]
        found = list(range(len(self._texts)))
        for word in words:
            found = [number for number in found if word in self._texts[number]]
        return found

    # ------------------------------------------------------------------ groups and marks

    def action_fold(self, how: str) -> None:
        """Choose of the thing under the cursor, or open or close its group.

        While something is typed the arrows are the field's where nothing can be chosen.
        """
        line, entry = self._line, self._entry
        if entry and entry.options and line and line.number is not None:
            self._choose(line.number, len(entry.options), -1 if how == "close" else 1)
        elif self._cursor.typed:
            field = self.query_one(Input)
            field.action_cursor_left() if how == "close" else field.action_cursor_right()
        elif line and line.is_open is (how == "close"):
            turned = self._cursor.turned ^ {line.heading}
            place = self._lines.place_of_heading(line.heading)
            self._show(AgendaCursor(place, turned=turned))

    def _choose(self, number: int, options: int, step: int) -> None:
        """Choose the next option of a thing, or the one before; the first or the last at first."""
        before = self._chosen.get(number)
        first = 0 if step > 0 else options - 1
        self._chosen[number] = first if before is None else (before + step) % options
        self._show(replace(self._cursor, above=self.lines.row, ahead=()))

    def action_mark(self) -> None:
        """Mark the thing under the cursor, or all of its group; marked ones are let go."""
        line = self._line
        if not self._agenda.marks:
            self.query_one(Input).insert_text_at_cursor(" ")
        elif line:
            own = set(self._numbers_at(line))
            self._marked = self._marked - own if own <= self._marked else self._marked | own
            self._show(replace(self._cursor, above=self.lines.row, ahead=()))

    def _numbers_at(self, line: AgendaLine) -> Sequence[int]:
        return self._lines.of_heading(line.heading) if line.number is None else [line.number]

    # ------------------------------------------------------------------ acts

    def on_key(self, event: events.Key) -> None:
        """A key of an act does it to the thing under the cursor."""
        if event.key in self._keys:
            event.stop()
            event.prevent_default()
            self._do(self._keys[event.key])

    def on_input_submitted(self) -> None:
        """Enter is the first act."""
        self._do("")

    def on_line_list_selected(self) -> None:
        """A click on the cursor is the first act."""
        self._do("")

    def _do(self, act: str) -> None:
        line, entry = self._line, self._entry
        option = None if line is None or line.number is None else self._chosen.get(line.number)
        if entry and entry.options and option is None and act in _OF_OPTIONS:
            self.query_one(".says", Static).update(Content("还没有选：请先按 ←、→ 选定一方。"))
        elif line is not None:
            numbers = self._numbers_at(line)
            marked = sorted(self._marked.intersection(self._lines.found))
            cursor = replace(self._cursor, above=self.lines.row, ahead=self._lines.names_from(numbers[0]))
            several = self._values(marked or numbers)
            self.dismiss(Chosen(act, self._entries[numbers[0]].value, cursor, several, option))
        elif act in self._agenda.whole:
            self.dismiss(Chosen(act, None, replace(self._cursor, above=None)))

    def _values(self, numbers: Iterable[int]) -> tuple[_T, ...]:
        return tuple(self._entries[number].value for number in numbers)


def _words(typed: str) -> list[str]:
    """Return the words that are typed, parted by blanks or 、; a rule's code is a word of its own."""
    parted = _CODE.sub(r"\1 ", typed.replace("、", " ").replace(",", " "))
    return [name_key(word).lower() for word in parted.split()]


def _searched(entry: AgendaEntry[_T]) -> str:
    """What typing looks in for an entry."""
    return name_key(f"{entry.heading.about}{entry.heading.title}{entry.where}{entry.label}").lower()
