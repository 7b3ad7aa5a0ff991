"""What is typed, read by Textual without a slip: stray bytes, keys that came early, and Esc with the next key
at its heels.
"""

import codecs
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.drivers.linux_driver import LinuxDriver
    from textual.events import Key

_PASTE_BEGINS = "\x1b[200~"
_SEQUENCE_BEGINS = "[O\x1b"
"""What after Esc is no key of its own."""


def install(encoding: str = "utf-8", typed_early: bytes = b"") -> None:
    """Make Textual read the keyboard in an encoding and never fail; what was typed before it reads is read
    first.
    """
    from textual._xterm_parser import XTermParser

    _replace(XTermParser, "_sequence_to_key_events", _split_escape(XTermParser._sequence_to_key_events))
    try:
        from textual.drivers import linux_driver
    except ImportError:  # Windows gives text, not bytes.
        return
    vars(linux_driver)["getincrementaldecoder"] = lambda _: lambda: _Reader(encoding)
    if typed_early:
        text = _with_enters(typed_early.decode(encoding, "replace"))
        _replace(
            linux_driver.LinuxDriver,
            "run_input_thread",
            _first(text, linux_driver.LinuxDriver.run_input_thread),
        )


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


def _split_escape(theirs: Callable[..., Iterable["Key"]]) -> Callable[..., Iterable["Key"]]:
    """Read Esc and a key as two: Alt has no use here, and Textual would wait for more and swallow keys."""

    def keys(self: Any, sequence: str, alt: bool = False) -> Iterator["Key"]:
        if len(sequence) == 2 and sequence[0] == "\x1b" and sequence[1] not in _SEQUENCE_BEGINS:
            yield from theirs(self, "\x1b")
            sequence = sequence[1]
        yield from theirs(self, sequence, alt)

    return keys


def _first(text: str, theirs: Callable[["LinuxDriver"], None]) -> Callable[["LinuxDriver"], None]:
    """Have a text read as typed once, when the driver begins to read."""
    waiting = [text]

    def run_input_thread(self: "LinuxDriver") -> None:
        from textual._xterm_parser import XTermParser

        if waiting:
            parser = XTermParser()
            for event in (*parser.feed(waiting.pop()), *parser.feed("")):
                self.process_message(event)
        theirs(self)

    return run_input_thread


def _replace(owner: type, name: str, value: object) -> None:
    setattr(owner, name, value)
