"""A list of things to see to, under headings, found by typing; a key for each act on the one under the cursor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from store.words.names import name_key
from tui.screen.dialogs.found_by_typing import FoundByTyping

_T = TypeVar("_T")

_MOST_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Entry(Generic[_T]):
    """One thing: its value, what is shown, and the heading that it stands under."""

    value: _T
    label: str
    heading: str


@dataclass(frozen=True, slots=True)
class Chosen(Generic[_T]):
    """What the clerk wants done: the act, the thing under the cursor, its place, and what was typed."""

    act: str
    value: _T | None
    place: int = 0
    typed: str = ""


class AgendaDialog(FoundByTyping[Chosen[_T]], Generic[_T]):
    """Gives back an act and the thing it is to be done to, or none when left."""

    def __init__(
        self,
        title: str,
        entries: Sequence[Entry[_T]],
        keys: Mapping[str, str],
        *,
        hint: str,
        nothing: str,
        place: int = 0,
        typed: str = "",
        whole: frozenset[str] = frozenset(),
    ) -> None:
        """A title, the things in order, key to act, and what stands under them; `whole` names acts that need no thing."""
        super().__init__()
        self._title = title
        self._entries = entries
        self._keys = {"enter": "", **keys}
        self._hint = hint
        self._nothing = nothing
        self._place = place
        self._typed = typed
        self._whole = whole
        self._lines: list[int | None] = []
        """Place among the entries of each line that is shown; none for a heading."""
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
        self._show(self._typed, self._place)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what has the text that is typed."""
        if event.value != self._typed:
            self._show(event.value, 0)

    def _show(self, typed: str, place: int) -> None:
        self._typed = typed
        wanted = [name_key(word).lower() for word in typed.split()]
        found = self._having(wanted) if wanted else range(len(self._entries))
        options: list[Option] = []
        self._lines, heading = [], ""
        for number in found[:_MOST_SHOWN]:
            entry = self._entries[number]
            if entry.heading != heading:
                heading = entry.heading
                self._add(options, None, heading)
            self._add(options, number, entry.label)
        if len(found) > _MOST_SHOWN:
            self._add(options, None, f"… 还有 {len(found) - _MOST_SHOWN} 条,请输入字词筛选")
        if not found:
            self._add(options, None, self._nothing if not wanted else "没有符合的。")
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(options)
        things = [line for line, number in enumerate(self._lines) if number is not None]
        listed.highlighted = things[min(place, len(things) - 1)] if things else None

    def _having(self, words: Sequence[str]) -> Sequence[int]:
        """Places of the entries that have all of some words."""
        self._texts = self._texts or [
            name_key(entry.heading + entry.label).lower() for entry in self._entries
        ]
        return [number for number, text in enumerate(self._texts) if all(word in text for word in words)]

    def _add(self, options: list[Option], number: int | None, label: str) -> None:
        self._lines.append(number)
        options.append(Option(Content(label if number is None else f"  {label}"), disabled=number is None))

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
        highlighted = self.query_one(OptionList).highlighted
        number = self._lines[highlighted] if highlighted is not None else None
        if number is not None:
            before = [line for line in self._lines[: highlighted or 0] if line is not None]
            self.dismiss(Chosen(act, self._entries[number].value, len(before), self._typed))
        elif act in self._whole:
            self.dismiss(Chosen(act, None, 0, self._typed))
