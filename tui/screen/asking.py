"""Asking the clerk: dialogs laid over a screen, each awaited by the act that asks."""

import asyncio
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from textual.geometry import Region
from textual.screen import Screen

from store.progress import Progress
from tui.terminal.at_work import Work
from tui.terminal.type_ahead import TypeAhead

if TYPE_CHECKING:
    from tui.screen.dialogs.cell_editor import CellEditor, Written
    from tui.screen.dialogs.choices import Choice
    from tui.screen.dialogs.picker import Picked, Picker, PickRequest
    from tui.screen.dialogs.text_entry import TextAsked

_T = TypeVar("_T")

ANY_NAME = "输入汉字、全拼或首字母"
"""What stands in the empty field of a list that is searched by names."""


class Asking:
    """Asks by dialogs. An act that waits for an answer is not at work: the next key goes to the dialog."""

    def __init__(self, screen: Screen[None]) -> None:
        """Take the screen that dialogs are laid over."""
        self._screen = screen
        self.work = Work()
        """The acts that are at work now."""
        self._mounting = asyncio.Lock()

    async def ask(self, dialog: Screen[_T]) -> _T | None:
        """Show a dialog and return what it gives back; None where the clerk leaves it."""
        return await self._answer(self._screen.app.push_screen(dialog, wait_for_dismiss=True))

    async def pick(self, request: "PickRequest", typed: str = "") -> "Picked | None":
        """Show the picker, with what was typed as its filter; None where the clerk leaves it."""
        return await self._answer(self.picker.ask(request, typed))

    async def long_work(self, words: str, work: Callable[[Progress], _T]) -> _T:
        """Have work done in a thread; where it takes long its progress is shown, and Esc stops it: Cancelled.

        `words` say what is being done.
        """
        from tui.screen.dialogs.progress import LongWork

        return await LongWork(work).result(self._screen.app, words)

    @cached_property
    def picker(self) -> "Picker":
        """The picker over the list: made once the list is drawn, as are its imports."""
        from tui.screen.dialogs.picker import Picker

        return Picker()

    @cached_property
    def editor(self) -> "CellEditor":
        """The editor over a cell: made once the list is drawn, as are its imports."""
        from tui.screen.dialogs.cell_editor import CellEditor

        return CellEditor()

    @property
    def is_writing(self) -> bool:
        """Whether a text is written over a cell."""
        return "editor" in vars(self) and self.editor.display

    @property
    def is_picking(self) -> bool:
        """Whether the picker has the keys."""
        return "picker" in vars(self) and self.picker.display

    @property
    def keys_wait(self) -> bool:
        """Whether the clerk types on while something is done that he did not ask for."""
        app = self._screen.app
        return isinstance(app, TypeAhead) and app.keys_wait

    @property
    def is_asking(self) -> bool:
        """Whether the picker or the editor has the keys."""
        return self.is_picking or self.is_writing

    async def mount_editor(self) -> None:
        """Have the editor stand hidden on the screen, for the first letter to come."""
        async with self._mounting:
            # The window may have been closed before the editor came to stand on it.
            if self._screen.is_attached and not self.editor.is_attached:
                await self._screen.mount(self.editor)

    async def write(self, asked: "TextAsked", cell: Region) -> "Written | None":
        """Have a text written over a cell of the screen; None where the clerk leaves it."""
        await self.mount_editor()
        return await self._answer(self.editor.ask(asked, cell))

    async def _answer(self, answered: asyncio.Future[_T]) -> _T:
        """Wait for the clerk; meanwhile this act is not at work."""
        answered.add_done_callback(lambda _: self.work.begin())
        self.work.end()
        # The answer may be given where this act was cancelled meanwhile, as its screen went.
        return await asyncio.shield(answered)

    async def choose(
        self,
        title: str,
        choices: "Sequence[Choice[_T]]",
        *,
        placeholder: str = "",
        nothing: str = "没有符合的。",
        about: str = "",
    ) -> _T | None:
        """Ask for one of some things, found by typing; `about` is a sentence over them."""
        from tui.screen.dialogs.choices import by_names
        from tui.screen.dialogs.choose import ChooseDialog

        dialog = ChooseDialog(
            title, by_names(choices), placeholder=placeholder or ANY_NAME, nothing=nothing, about=about
        )
        return await self.ask(dialog)

    async def ask_text(
        self,
        title: str,
        text: str = "",
        *,
        long: bool = False,
        check: Callable[[str], object] | None = None,
        problem: str = "",
    ) -> str | None:
        """Ask for a text; a check may refuse it with a sentence, which is then said in the field."""
        from tui.screen.dialogs.text import TextDialog

        return await self.ask(TextDialog(title, text, long=long, check=check, problem=problem))

    async def ask_for(self, asked: "TextAsked") -> str | None:
        """Ask for a text in a dialog of its own, with all that is said of it."""
        from tui.screen.dialogs.text import TextDialog

        return await self.ask(TextDialog.asking(asked))
