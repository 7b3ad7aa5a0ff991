"""The picker: chooses the units or leaders of a cell, by what is typed, before a change is made.

It is mounted once with the screen and only shown, so that the first letter needs no new screen.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from store.records.values import Mention
from store.words.search import Names, ranked
from tui.screen.commands.places import PLACES
from tui.screen.dialogs.choice_lines import ChoiceLines
from tui.screen.dialogs.choices import Choice
from tui.screen.widgets.line_list import LineList
from tui.screen.widgets.picker_input import PickerInput
from tui.screen.widgets.plane import DialogBox
from tui.screen.widgets.why_line import WhyAsked, WhyLine

_NOTHING = "没有符合的，请改输别的字。"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What can be picked: how the list words it, what is shown of it, and the names it is found by."""

    mention: Mention
    label: str
    names: Names
    about: str = ""
    """Who has the unit, or which post the person."""


@dataclass(frozen=True, slots=True)
class PickRequest:
    """Says what the picker asks: the cell's title, its candidates, what it holds, and what a choice does."""

    title: str
    title_alone: str
    """The title when narrowed to the one row; empty where the cell covers one row anyway."""
    candidates: Sequence[Candidate]
    current: tuple[Mention, ...]
    newcomer: Callable[[str], Candidate | None]
    """A unit or person that what is typed would make; none where it fits one that there is."""
    preview: Callable[[tuple[Mention, ...], bool], str]
    """In words, what assigning some mentions would do, to the joined rows or to the one row alone."""
    why: Callable[[tuple[Mention, ...], bool], WhyAsked | None]
    """What is to be answered before some mentions are assigned; none where nothing is."""


@dataclass(frozen=True, slots=True)
class Picked:
    """What the clerk chose, whether for the one row alone that the cursor came from, and why if asked."""

    mentions: tuple[Mention, ...]
    alone: bool
    why: str = ""


class Picker(DialogBox):
    """The overlay over the matrix: title, filter, what would happen, candidates."""

    def __init__(self, *, id: str | None = None) -> None:
        """Stand hidden until opened."""
        super().__init__(id=id)
        self.display = False
        self._request: PickRequest | None = None
        self._answer: asyncio.Future[Picked | None] | None = None
        self._found: list[Candidate] = []
        self._new: list[Candidate] = []
        """Units or people to be made that were marked."""
        self._marked: dict[Mention, None] = {}
        self._touched = False
        self._alone = False
        self._asked_of: tuple[tuple[Mention, ...] | None, bool] | None = None
        """The choice that the question in the last line is about."""

    def compose(self) -> ComposeResult:
        """The filter, the preview and the candidates."""
        yield PickerInput(placeholder="输入汉字、全拼或首字母", select_on_focus=False)
        yield Static(id="picker-preview")
        yield LineList()
        yield WhyLine()

    def ask(self, request: PickRequest, typed: str) -> asyncio.Future[Picked | None]:
        """Ask, with what was typed as the filter; what is asked meanwhile takes the place of this."""
        self._close()
        self._open(request, typed)
        self._answer = asyncio.get_running_loop().create_future()
        return self._answer

    def _open(self, request: PickRequest, typed: str) -> None:
        self._request = request
        self._marked = dict.fromkeys(request.current)
        self._new = []
        self._touched = False
        self._alone = False
        self.display = True
        entry = self.query_one(PickerInput)
        with entry.prevent(Input.Changed):
            entry.value = typed
        entry.cursor_position = len(typed)
        entry.focus()
        self._ask_why(None)
        self._lines.forget_height()
        self._filter(typed)

    def _close(self, picked: Picked | None = None) -> None:
        """Hide, and give back what was picked."""
        self.display = False
        self._request = None
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(picked)

    def _title(self) -> None:
        if self._request:
            narrowed = self._alone and self._request.title_alone
            self.plane.show_title(self._request.title_alone if narrowed else self._request.title)
            scope = "整格" if self._alone else "仅此行"
            own = PLACES["picker"].key_words({"tab": scope if self._request.title_alone else ""})
            is_asking = self.query_one(WhyLine).is_asking
            self.plane.show_keys(PLACES["why"].key_words() if is_asking else own)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter by what is typed."""
        event.stop()
        self._filter(event.value)

    def _filter(self, typed: str) -> None:
        if self._request is None:
            return
        candidates = [*self._request.candidates, *self._new]
        order = ranked(typed, [candidate.names for candidate in candidates])
        self._found = [candidates[index] for index in order]
        new = self._request.newcomer(typed)
        if new and all(new.label != marked.label for marked in self._new):
            self._found.append(new)
        held = [index for index, candidate in enumerate(self._found) if candidate.mention in self._marked]
        self._fill(held[0] if held and not typed.strip() else 0)

    def _fill(self, cursor: int = 0) -> None:
        choices = [Choice(one.mention, one.label, about=one.about) for one in self._found]
        shown = ChoiceLines(choices, is_found=True, nothing=_NOTHING, marked=self._marked)
        self._lines.show_lines(shown.lines, cursor)

    @property
    def _lines(self) -> LineList:
        return self.query_one(LineList)

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Show what the candidate under the cursor would do."""
        event.stop()
        self._show_preview()

    def _choice(self) -> tuple[Mention, ...] | None:
        """Those marked if any mark was changed, else that under the cursor; none where nothing fits."""
        if self._touched:
            return tuple(self._marked)
        candidate = self._candidate
        return (candidate.mention,) if candidate else None

    @property
    def _candidate(self) -> Candidate | None:
        cursor = self._lines.cursor
        return None if cursor is None or cursor >= len(self._found) else self._found[cursor]

    def _untouched(self) -> bool:
        """Return whether Enter would only confirm what stands: nothing is typed, and nothing marked."""
        choice = self._choice()
        plain = not self._touched and not self.query_one(PickerInput).value.strip()
        return plain and choice is not None and choice[0] in self._marked

    def _show_preview(self) -> None:
        choice = self._choice()
        if self._request is None:
            return
        if self._asked_of != (choice, self._alone):
            self._ask_why(None)
        if choice is None:
            text = ""
        elif self._untouched():
            text = self._request.preview(self._request.current, self._alone)
        else:
            text = self._request.preview(choice, self._alone)
        self.query_one("#picker-preview", Static).update(Content(text))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter assigns what is marked, else what is highlighted."""
        event.stop()
        if self._request is None:
            return
        choice = self._request.current if self._untouched() else self._choice()
        if choice is None:
            return
        line = self.query_one(WhyLine)
        asked = None if line.is_asking else self._request.why(choice, self._alone)
        if asked:
            self._asked_of = choice, self._alone
            self._ask_why(asked)
        elif not line.is_asking or line.answer:
            self._close(Picked(choice, self._alone, line.answer or ""))

    def _ask_why(self, asked: WhyAsked | None) -> None:
        """Ask why in the last line, or take the question away; the arrows then choose an answer."""
        if asked is None:
            self._asked_of = None
        self.query_one(WhyLine).ask(asked)
        self.query_one(PickerInput).is_beside_question = asked is not None
        self._title()

    def on_picker_input_commanded(self, event: PickerInput.Commanded) -> None:
        """Carry out the keys that are not text."""
        event.stop()
        line = self.query_one(WhyLine)
        match event.word:
            case "up" | "down" if line.is_asking:
                line.step(-1 if event.word == "up" else 1)
            case "up":
                self._lines.move(-1)
            case "down":
                self._lines.move(1)
            case "mark":
                self._mark()
            case "alone" if self._request and self._request.title_alone:
                self._alone = not self._alone
                self._title()
                self._show_preview()
            case "close":
                self._close()

    def _mark(self) -> None:
        candidate = self._candidate
        if self._request is None or candidate is None:
            return
        mention = candidate.mention
        if candidate not in (*self._request.candidates, *self._new):
            self._new.append(candidate)
        if mention in self._marked:
            del self._marked[mention]
        else:
            self._marked[mention] = None
        self._touched = True
        entry = self.query_one(PickerInput)
        if entry.value:
            entry.value = ""
        else:
            self._fill(self._lines.row)
