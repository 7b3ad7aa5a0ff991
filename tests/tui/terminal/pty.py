"""Terminal: a program in a pseudo-terminal, its keyboard and its screen, for tests that press real keys."""

import codecs
import fcntl
import os
import re
import select
import struct
import subprocess
import tempfile
import termios
import threading
import time
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyte
from pyte import modes
from wcwidth import wcwidth

ROOT = Path(__file__).parents[3]
KEYS = {
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "Right": "\x1b[C",
    "Left": "\x1b[D",
    "Home": "\x1b[H",
    "End": "\x1b[F",
    "Insert": "\x1b[2~",
    "Delete": "\x1b[3~",
    "PageUp": "\x1b[5~",
    "PageDown": "\x1b[6~",
    "S-Tab": "\x1b[Z",
    "Tab": "\t",
    "Enter": "\r",
    "Esc": "\x1b",
    "BS": "\x7f",
    "Space": " ",
    "lt": "<",
}
KEYS |= {f"C-{letter}": chr(ord(letter) & 31) for letter in "abcdefghijklmnopqrstuvwxyz"}
KEYS |= {f"F{n}": code for n, code in enumerate(("\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS"), 1)}
KEYS |= {f"F{n}": f"\x1b[{code}~" for n, code in enumerate((15, 17, 18, 19, 20, 21, 23, 24), 5)}
_WHOLE = re.compile(rb"(?:[^\x1b]|\x1b[^\[]|\x1b\[[^@-~]*[@-~])*")
"""What is there up to a sequence that is not complete yet."""
_MODE_QUERY = re.compile(rb"\x1b\[\?(\d+)\$p")
_UNKNOWN = re.compile(rb"\x1b\[[<=>][^@-~]*[@-~]")
"""Sequences that pyte would draw in part."""


def keys(text: str) -> list[str]:
    """The bytes of each key in a text where <Name> is a key of KEYS and all else stands for itself."""
    return [
        KEYS[name] if name else character for name, character in re.findall(r"<([\w-]+)>|(.)", text, re.S)
    ]


def _from(row: list[str], text: str) -> list[str]:
    """The cells of a row from the first that begins the text."""
    return next((row[x:] for x in range(len(row)) if row[x] and "".join(row[x:]).startswith(text)), [])


class Screen(pyte.Screen):
    """What the terminal shows; a wide character never leaves a half behind."""

    def __init__(self, cols: int, rows: int, ambiguous: int, reply: Callable[[str], None]) -> None:
        self.ambiguous = ambiguous
        self.reply = reply
        super().__init__(cols, rows)

    def draw(self, data: str) -> None:
        for character in data:
            width = self.ambiguous if unicodedata.east_asian_width(character) == "A" else wcwidth(character)
            if width < 1:
                continue
            if self.cursor.x + width > self.columns:
                if modes.DECAWM in self.mode:
                    self.carriage_return()
                    self.linefeed()
                else:
                    self.cursor.x = self.columns - width
            line, x = self.buffer[self.cursor.y], self.cursor.x
            if x and not line[x].data:
                line[x - 1] = line[x - 1]._replace(data=" ")
            if not line[x + width].data:
                line[x + width] = line[x + width]._replace(data=" ")
            for offset in range(width):
                line[x + offset] = self.cursor.attrs._replace(data="" if offset else character)
            self.cursor.x = x + width

    def write_process_input(self, data: str) -> None:
        self.reply(data)

    def reset_mode(self, *args: int, **kwargs: Any) -> None:
        super().reset_mode(*args, **kwargs)
        if 1049 in args and kwargs.get("private"):
            self.erase_in_display(2)
            self.cursor_position()

    @property
    def in_update(self) -> bool:
        return 2026 << 5 in self.mode

    def text_lines(self) -> list[str]:
        return [
            "".join(self.buffer[y][x].data for x in range(self.columns)).rstrip() for y in range(self.lines)
        ]


class Terminal:
    """A running program in a terminal of cols x rows cells, with a home and settings of its own.

    `ambiguous` is the width that this terminal gives the characters of East Asian class A; a `silent` one answers no query.
    What is drawn in a synchronized update is not looked at before the update ends.
    """

    def __init__(
        self,
        command: Sequence[str],
        cols: int = 80,
        rows: int = 24,
        *,
        env: Mapping[str, str] | None = None,
        cwd: Path = ROOT,
        ambiguous: int = 1,
        silent: bool = False,
        encoding: str = "utf-8",
    ) -> None:
        self._directory = tempfile.TemporaryDirectory(prefix="yaodian-home-")
        self.home = Path(self._directory.name)
        self.output = bytearray()
        """All that the program has written."""
        self.screen = Screen(cols, rows, ambiguous, self._ignore if silent else self.write)
        self._stream = pyte.Stream(self.screen)
        self._encoding = encoding
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._unread = b""
        self._news = threading.Condition()
        self._last_news = time.monotonic()
        self._master, self._slave = os.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))
        tty = os.ttyname(self._slave)
        # The shell leads a session without a terminal: the first one it opens becomes its own, as after a login.
        script = f'exec "$@" <{tty} >{tty} 2>&1'
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", script, "sh", *command],
            env=self._environment(env or {}),
            cwd=cwd,
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._reader.join()
        os.close(self._master)
        os.close(self._slave)
        self._directory.cleanup()

    def write(self, text: str | bytes) -> None:
        """Type a text in one burst, bytes as they are."""
        os.write(self._master, text.encode(self._encoding) if isinstance(text, str) else text)

    def burst(self, text: str) -> None:
        """Type all keys of a text (see keys) in one write."""
        self.write("".join(keys(text)))

    def pace(self, text: str) -> None:
        """Type the keys of a text one by one, each when the screen has been still since the last."""
        for key in keys(text):
            self.write(key)
            self.settle(0.03)

    def paste(self, text: str) -> None:
        """Paste a text in brackets."""
        self.write(f"\x1b[200~{text}\x1b[201~")

    def wait_for(self, wanted: str | Callable[[str], bool], timeout: float = 10) -> None:
        """Wait until a text is on the screen, or until a question about the screen's text is answered by yes."""
        asked = wanted if callable(wanted) else lambda shown: wanted in shown
        with self._news:
            if not self._news.wait_for(lambda: not self.screen.in_update and asked(self._text()), timeout):
                raise AssertionError(f"not on the screen after {timeout} s: {wanted!r}\n{self._text()}")

    def settle(self, quiet: float = 0.06, timeout: float = 10) -> None:
        """Wait until the program has written nothing for some seconds."""
        start = time.monotonic()
        while (rest := max(self._last_news, start) + quiet - time.monotonic()) > 0 or self.screen.in_update:
            if time.monotonic() > start + timeout:
                raise AssertionError(f"the screen is not still after {timeout} s\n{self.text()}")
            time.sleep(max(rest, 0.001))

    def lines(self) -> list[str]:
        """The rows of the screen without the blanks at their ends."""
        with self._news:
            return self.screen.text_lines()

    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines())

    def columns(self, text: str) -> list[int]:
        """The columns, from 0, at which a text begins on each row that has it."""
        with self._news:
            cells = [
                [self.screen.buffer[y][x].data for x in range(self.screen.columns)]
                for y in range(self.screen.lines)
            ]
        return [len(row) - len(rest) for row in cells for rest in [_from(row, text)] if rest]

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, from 0."""
        with self._news:
            return self.screen.cursor.x, self.screen.cursor.y

    def exit_code(self, timeout: float = 10) -> int:
        """Wait for the program to end; all its output is on the screen then."""
        code = self.process.wait(timeout)
        self._reader.join(timeout)
        return code

    def _text(self) -> str:
        return "\n".join(self.screen.text_lines())

    def _ignore(self, data: str) -> None:
        pass

    def _environment(self, env: Mapping[str, str]) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "TMPDIR")}
        folders = {
            name: str(self.home)
            for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
        }
        return {**kept, **folders, "TERM": "xterm-256color", "LANG": "C.UTF-8", **env}

    def _read(self) -> None:
        while True:
            running = self.process.poll() is None
            if select.select([self._master], [], [], 0.02 if running else 0)[0]:
                self._take(os.read(self._master, 65536))
            elif not running:
                return

    def _take(self, data: bytes) -> None:
        with self._news:
            self.output += data
            whole = _WHOLE.match(self._unread + data)
            assert whole
            self._unread = (self._unread + data)[whole.end() :]
            for mode in _MODE_QUERY.findall(whole[0]):
                self.screen.reply(f"\x1b[?{mode.decode()};{2 if mode == b'2026' else 0}$y")
            self._stream.feed(self._decoder.decode(_UNKNOWN.sub(b"", whole[0])))
            self._last_news = time.monotonic()
            self._news.notify_all()
