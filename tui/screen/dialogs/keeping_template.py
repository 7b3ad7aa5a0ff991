"""另存为模板: what was chosen of the page, and the words, kept in the list under a name that is asked for."""

from collections.abc import Awaitable
from typing import Any, Protocol

from store.acts.templates import template_name
from store.words.cleaning import clean_line
from tui.paper.print_form import PrintForm
from tui.screen.dialogs.text import TextDialog


class Asks(Protocol):
    """What shows a dialog and waits for what it gives back: the app."""

    def push_screen_wait(self, screen: Any) -> Awaitable[Any]:
        """Show a dialog."""


async def kept_as_template(app: Asks, form: PrintForm) -> str:
    """Ask for a name and keep the template; return what became of it, in a sentence, or nothing."""
    if form.keep is None:
        return "这份清单只能查看，不能存模板。"
    kind = form.kind
    text = form.page.as_template(kind)
    asked = TextDialog("另存为模板：名称", form.page.field(kind, "template").value, check=template_name)
    typed = await app.push_screen_wait(asked)
    name = clean_line(typed or "").strip()
    if not name or not await form.keep(name, text):
        return ""
    return f"已存为模板“{name}”，以后可在“模板”一项选用。"
