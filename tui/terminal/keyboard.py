"""What is typed, read by Textual without a slip: stray bytes, keys that came early, and Esc with the next key
at its heels.
"""

import codecs
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from tui.terminal.patches import Patch, Replaced, must

if TYPE_CHECKING:
    from textual.events import Key

_PASTE_BEGINS = "\x1b[200~"
_SEQUENCE_BEGINS = "[O\x1b"
"""What after Esc is no key of its own."""


def patches(encoding: str, typed_early: bytes = b"") -> list[Patch]:
    """Return what makes Textual read the keyboard in an encoding and never fail; what was typed before it
    reads is read first.
    """
    keys = Patch("textual", "8.2.8", "按 Esc 之后马上按的键可能不起作用", _split_escape)
    if sys.platform == "win32":  # There it is given text, not bytes.
        return [keys]
    read = Patch(
        "textual", "8.2.8", "终端送来不认识的字节时程序会退出", lambda replaced: _read_in(encoding, replaced)
    )
    text = _with_enters(typed_early.decode(encoding, "replace"))
    early = Patch(
        "textual", "8.2.8", "程序起来之前按的键不起作用", lambda replaced: _read_first(text, replaced)
    )
    return [keys, read, early] if text else [keys, read]


class _Reader:
    """Decodes what is typed and never fails.

    What was typed while the terminal still kept lines is read first, Enter in it as a newline; from then on a
    newline is Ctrl+J.
    """

    def __init__(self, encoding: str) -> None:
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        self._is_first = True

    def decode(self, data: bytes, final: bool = False) -> str:
        text = self._decoder.decode(data, final)
        if self._is_first and text:
            self._is_first = False
            return _with_enters(text)
        return text


def _with_enters(text: str) -> str:
    """Return what was typed early with its Enters; a paste has its own newlines."""
    return text if _PASTE_BEGINS in text else text.replace("\n", "\r")


def _read_in(encoding: str, replaced: Replaced) -> None:
    from textual.drivers import linux_driver

    replaced.put(linux_driver, "getincrementaldecoder", lambda _: lambda: _Reader(encoding))


def _split_escape(replaced: Replaced) -> None:
    """Read Esc and a key as two: Alt has no use here, and Textual would wait for more and swallow keys."""
    from textual._xterm_parser import XTermParser

    def keys(self: Any, sequence: str, alt: bool = False) -> Iterator["Key"]:
        if len(sequence) == 2 and sequence[0] == "\x1b" and sequence[1] not in _SEQUENCE_BEGINS:
            yield from theirs(self, "\x1b")
            sequence = sequence[1]
        yield from theirs(self, sequence, alt)

    theirs: Callable[..., Iterable[Key]] = replaced.put(XTermParser, "_sequence_to_key_events", keys)
    read = [getattr(event, "key", "") for event in XTermParser().feed("\x1bq")]
    must(read == ["escape", "q"])


def _read_first(text: str, replaced: Replaced) -> None:
    """Have a text read as typed once, when the driver begins to read."""
    from textual.drivers.linux_driver import LinuxDriver

    waiting = [text]

    def run_input_thread(self: LinuxDriver) -> None:
        from textual._xterm_parser import XTermParser

        if waiting:
            parser = XTermParser()
            for event in (*parser.feed(waiting.pop()), *parser.feed("")):
                self.process_message(event)
        theirs(self)

    theirs: Callable[[LinuxDriver], None] = replaced.put(LinuxDriver, "run_input_thread", run_input_thread)
