"""A list of things to see to, under headings, found by typing; a key for each act on one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList

from store.words.names import name_key
from tui.screen.dialogs.found_by_typing import FoundByTyping
from tui.screen.dialogs.options import plain_option

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)

_MOST_SHOWN = 300


@dataclass(frozen=True, slots=True)
class AgendaEntry(Generic[_T_co]):
    """One thing: its value, what is shown, and the heading that it stands under."""

    value: _T_co
    label: str
    heading: str


@dataclass(frozen=True, slots=True)
class AgendaCursor:
    """Where one is in the list: how many entries stand above, and what was typed."""

    above: int = 0
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Chosen(Generic[_T]):
    """What the clerk wants done: the act, the thing under the cursor, and where to come back to."""

    act: str
    """Empty for the first act, which Enter does."""
    value: _T | None
    cursor: AgendaCursor


@dataclass(frozen=True, slots=True)
class AgendaKeys:
    """The place that the list is, its keys, each with its act, and the acts that need no thing."""

    place: str
    acts: Mapping[str, str]
    whole: frozenset[str] = frozenset()


class AgendaDialog(FoundByTyping[Chosen[_T]], Generic[_T]):
    """Gives back an act and the thing it is to be done to, or None when left."""

    def __init__(
        self,
        title: str,
        entries: Sequence[AgendaEntry[_T]],
        keys: AgendaKeys,
        *,
        hint: str,
        nothing: str,
        cursor: AgendaCursor,
    ) -> None:
        """Take a title, the things in order, the keys, and what stands under them."""
        super().__init__()
        self._title = title
        self._entries = entries
        self.place = keys.place
        self._keys = {"enter": "", **keys.acts}
        self._hint = hint
        self._nothing = nothing
        self._begin_at = cursor.above
        self._typed = cursor.typed
        self._whole = keys.whole
        self._lines: list[int | None] = []
        """The number of the entry on each line that is shown; None for a heading."""
        self._texts: list[str] = []
        """What typing looks in, made when something is first typed."""

    def compose(self) -> ComposeResult:
        """The field and the things."""
        with Vertical(classes="dialog agenda") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content(self._hint)
            yield Input(self._typed, placeholder="输入字词或编号筛选", compact=True, select_on_focus=False)
            options = OptionList(compact=True)
            options.can_focus = False
            yield options

    def on_mount(self) -> None:
        """Show what there is, the cursor where it was."""
        self._show(self._typed, self._begin_at)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what has the text that is typed."""
        if event.value != self._typed:
            self._show(event.value, 0)

    # ------------------------------------------------------------------ the lines

    def _show(self, typed: str, above: int) -> None:
        """Show what has the words that are typed, the cursor on the entry with so many others above it."""
        self._typed = typed
        found = self._having(typed.split())
        self._lines = []
        listed = self.query_one(OptionList)
        listed.clear_options()
        options = []
        for number, text in self._texts_of(found):
            self._lines.append(number)
            options.append(plain_option(text, is_read_only=number is None))
        listed.add_options(options)
        things = [line for line, number in enumerate(self._lines) if number is not None]
        if things:
            listed.highlighted = things[min(above, len(things) - 1)]

    def _texts_of(self, found: Sequence[int]) -> Sequence[tuple[int | None, str]]:
        """Return the lines of some entries, each with its number; None for a heading or a sentence."""
        lines: list[tuple[int | None, str]] = []
        heading = ""
        for number in found[:_MOST_SHOWN]:
            entry = self._entries[number]
            if entry.heading != heading:
                heading = entry.heading
                lines.append((None, heading))
            lines.append((number, f"  {entry.label}"))
        if len(found) > _MOST_SHOWN:
            left = len(found) - _MOST_SHOWN
            lines.append((None, f"… 还有 {left} 条,请输入字词筛选"))
        if not found:
            nothing = "没有符合的。" if self._typed.strip() else self._nothing
            lines.append((None, nothing))
        return lines

    def _having(self, words: Sequence[str]) -> Sequence[int]:
        """Return the numbers of the entries that have all of some words."""
        if not words:
            return range(len(self._entries))
        if not self._texts:
            self._texts = [_searched(entry) for entry in self._entries]
        found = list(range(len(self._texts)))
        for word in words:
            wanted = name_key(word).lower()
            found = [number for number in found if wanted in self._texts[number]]
        return found

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

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click is the first act."""
        self.query_one(OptionList).highlighted = event.option_index
        self._do("")

    def _do(self, act: str) -> None:
        line = self.query_one(OptionList).highlighted
        number = self._lines[line] if line is not None else None
        if number is not None:
            above = [one for one in self._lines[:line] if one is not None]
            cursor = AgendaCursor(len(above), self._typed)
            self.dismiss(Chosen(act, self._entries[number].value, cursor))
        elif act in self._whole:
            self.dismiss(Chosen(act, None, AgendaCursor(0, self._typed)))


def _searched(entry: AgendaEntry[_T]) -> str:
    """What typing looks in for an entry."""
    return name_key(entry.heading + entry.label).lower()
