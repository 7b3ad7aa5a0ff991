"""Keys as an input method in full-width mode sends them: １ and a wide blank do what 1 and Space do."""

import unicodedata

from textual.app import App, ReturnType
from textual.events import Event, Key, Paste
from textual.keys import _character_to_key

WIDE_BLANK = "\u3000"


class FullWidthKeys(App[ReturnType]):
    """An app whose keys mean the same in full-width mode; what is written into a field stays as typed."""

    async def on_event(self, event: Event) -> None:
        """Hand on a key that is not yet forwarded as the one that something is bound to."""
        if isinstance(event, Key) and not event.is_forwarded:
            event = self._as_bound(event)
        await super().on_event(event)

    def _as_bound(self, event: Key) -> Key | Paste:
        narrow = narrow_twin(event.character or "")
        if not narrow or not self.screen_stack:
            return event
        is_blank = event.character == WIDE_BLANK
        writes = self.focused is not None and self.focused.check_consume_key("x", "x")
        key = _character_to_key(narrow)
        bound = self.screen.active_bindings
        if key in bound and event.key not in bound and (is_blank or not writes):
            return Key(key, narrow)
        # Python calls the wide blank not printable, and so Textual's fields would drop it.
        return Paste(WIDE_BLANK) if is_blank and writes else event


def narrow_twin(character: str) -> str:
    """Return the ASCII character that a full-width one stands for, or nothing."""
    narrow = unicodedata.normalize("NFKC", character)
    return narrow if narrow != character and len(narrow) == 1 and narrow.isascii() else ""
