"""A terminal for the tests: runs a program in a pty and reads its screen as a person would."""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte
from wcwidth import wcwidth

ENTER, TAB, SHIFT_TAB, BACKSPACE, DELETE, ESC = "\r", "\t", "\x1b[Z", "\x7f", "\x1b[3~", "\x1b"
ESC_ALONE = "\x1b[27u"  # Esc of the kitty protocol: in one write, a letter after ESC would be Alt+letter.
UP, DOWN, RIGHT, LEFT, HOME, END = (f"\x1b[{final}" for final in "ABCDHF")
INSERT, PAGE_UP, PAGE_DOWN = "\x1b[2~", "\x1b[5~", "\x1b[6~"
F1, F2, F3, F4 = (f"\x1bO{final}" for final in "PQRS")
F5, F6, F7, F8, F9, F10 = (f"\x1b[{number}~" for number in (15, 17, 18, 19, 20, 21))

PATIENCE = 90.0
"""Seconds until a test gives a screen up: what a busy machine needs, not what the program may take."""

_ROOT = Path(__file__).resolve().parent.parent
_KEY = re.compile(r"\x1b\[[0-9;]*[A-Za-z~]|\x1bO[A-Z]|.", re.DOTALL)
_SYNCHRONIZED = 2026
_KNOWN_MODES = {1, 7, 25, 1000, 1002, 1003, 1004, 1006, 1049, 2004, _SYNCHRONIZED}
_FOREIGN = re.compile(
    r"\x1b\[(?P<private>\??)(?P<mode>[0-9]+)\$p|\x1b\[[<=>][0-9;:]*[@-~]|\x1b[PX^_].*?\x1b\\", re.DOTALL
)
_UNFINISHED = re.compile(r"\x1b(?:\[[<=>?]?[0-9;:]*\$?|[PX^_].*)?\Z", re.DOTALL)


def CTRL(letter: str) -> str:
    """The byte of Ctrl and a letter."""
    return chr(ord(letter.upper()) & 0x1F)


def paste(text: str) -> str:
    """The bytes of a bracketed paste."""
    return f"\x1b[200~{text}\x1b[201~"


class _Screen(pyte.Screen):
    """A pyte screen that keeps wide characters whole and answers what programs ask at the start."""

    def __init__(self, columns: int, lines: int, answer: Callable[[str], None]) -> None:
        self._answer = answer
        super().__init__(columns, lines)

    def write_process_input(self, data: str) -> None:
        self._answer(data)

    def draw(self, data: str) -> None:
        for char in data:
            width = wcwidth(char)
            if width < 1 and not unicodedata.combining(char):
                continue  # pyte would drop all that follows.
            if width == 2 and self.cursor.x == self.columns - 1:
                self.cursor.x = self.columns  # pyte would cut it in two.
            if width > 0 and self.cursor.x < self.columns:
                self._free(self.cursor.x)
                self._free(self.cursor.x + width - 1)
            super().draw(char)

    def _free(self, x: int) -> None:
        line = self.buffer[self.cursor.y]
        if line[x].data == "":
            line[x - 1] = line[x - 1]._replace(data=" ")
        elif x + 1 < self.columns and line[x + 1].data == "":
            line[x + 1] = line[x + 1]._replace(data=" ")

    def report_device_status(self, mode: int = 0, **kwargs: bool) -> None:
        if mode == 6:
            self.write_process_input(f"\x1b[{self.cursor.y + 1};{min(self.cursor.x + 1, self.columns)}R")

    def set_mode(self, *numbers: int, **kwargs: bool) -> None:
        super().set_mode(*numbers, **kwargs)
        if 1049 in numbers:  # The other screen; what stood before is not brought back.
            self.erase_in_display(2)

    def has_mode(self, number: int) -> bool:
        return number << 5 in self.mode

    def report_mode(self, private: str, number: int) -> None:
        state = 0 if not private or number not in _KNOWN_MODES else 1 if self.has_mode(number) else 2
        self.write_process_input(f"\x1b[{private}{number};{state}$y")


class Terminal:
    """A program in a pty of its own; leaving the `with` ends it."""

    def __init__(
        self,
        argv: Sequence[str],
        size: tuple[int, int] = (120, 40),
        env: Mapping[str, str] | None = None,
        cwd: str | Path | None = None,
    ) -> None:
        self._screen = _Screen(*size, self.write)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        self._master, slave = pty.openpty()
        self._files = [self._master, slave]
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        # The first terminal that a new session opens becomes its own, without a preexec_fn that threads forbid.
        shell = ["sh", "-c", 'tty=$1; shift; exec "$@" <>"$tty" >&0 2>&0', "sh", os.ttyname(slave), *argv]
        base = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(_ROOT),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
        }
        self._process = subprocess.Popen(shell, env={**base, **(env or {})}, cwd=cwd, start_new_session=True)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def lines(self) -> list[str]:
        """The rows of the screen without the blanks at their ends, each wide character once."""
        rows = (self._screen.buffer[y] for y in range(self._screen.lines))
        return ["".join(row[x].data for x in range(self._screen.columns)).rstrip() for row in rows]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    @property
    def runs(self) -> bool:
        """Whether the program is still there."""
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        """The process of the program."""
        return self._process.pid

    @property
    def cpu_seconds(self) -> float:
        """What the program has used of the processor."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def write(self, text: str) -> None:
        """Send all in one write, as type-ahead, a script or an input method does."""
        os.write(self._master, text.encode())

    def type(self, text: str) -> None:
        """Send key by key, each when the screen has been quiet since the last."""
        for key in _KEY.findall(text):
            self.write(key)
            self.settle(
                0.15 if key == ESC else 0.03
            )  # A lone ESC is told from a sequence by the time after it.

    def resize(self, columns: int, lines: int) -> None:
        """Make the window larger or smaller, as a person pulls at it."""
        self._screen.resize(lines, columns)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def wait_for(self, pattern: str, timeout: float = PATIENCE) -> None:
        """Wait until the pattern is on the screen."""
        self._wait(
            lambda: re.search(pattern, self.text, re.MULTILINE) is not None, f"never saw {pattern!r}", timeout
        )

    def wait_gone(self, pattern: str, timeout: float = PATIENCE) -> None:
        """Wait until the pattern is not on the screen."""
        self._wait(
            lambda: re.search(pattern, self.text, re.MULTILINE) is None, f"still there: {pattern!r}", timeout
        )

    def settle(self, quiet: float = 0.06, timeout: float = PATIENCE) -> None:
        """Wait until nothing has been written for so many seconds."""
        end = time.monotonic() + timeout
        while self._read(quiet):
            assert time.monotonic() < end, f"never quiet for {quiet} s\n{self.text}"

    def exit_code(self, timeout: float = PATIENCE) -> int:
        """Wait for the program to end by itself."""
        self._wait(lambda: self._process.poll() is not None, "still running", timeout)
        self.settle(0)
        return self._process.wait()

    def close(self) -> None:
        """End the program: hang up, then kill."""
        for number in (signal.SIGHUP, signal.SIGKILL):
            end = time.monotonic() + 1
            if self._process.poll() is None:
                os.killpg(self._process.pid, number)
            while self._process.poll() is None and time.monotonic() < end:
                self._read(0.02)
        self._process.wait()
        while self._files:
            os.close(self._files.pop())

    def _wait(self, done: Callable[[], bool], complaint: str, timeout: float) -> None:
        end = time.monotonic() + timeout
        while self._screen.has_mode(_SYNCHRONIZED) or not done():
            ended = self._process.poll()
            assert self._read(0.05) or ended is None, (
                f"{complaint}; the program ended with {ended}\n{self.text}"
            )
            assert time.monotonic() < end, f"{complaint} in {timeout} s\n{self.text}"

    def _read(self, seconds: float) -> bool:
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        text = self._rest + self._decoder.decode(os.read(self._master, 65536))
        self._rest = tail[0] if (tail := _UNFINISHED.search(text)) else ""
        text = text[: len(text) - len(self._rest)]
        start = 0
        for found in _FOREIGN.finditer(text):
            self._stream.feed(text[start : found.start()])
            start = found.end()
            if found["mode"]:
                self._screen.report_mode(found["private"], int(found["mode"]))
        self._stream.feed(text[start:])
        return True
