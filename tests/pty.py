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
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

from tests.keys import ESC, each_key
from tests.vt_screen import SYNCHRONIZED, Screen

PATIENCE = 90.0
"""Seconds until a test gives a screen up: what a busy machine needs, not what the program may take."""

ROOT = Path(__file__).resolve().parent.parent
_FOREIGN = re.compile(
    r"\x1b\[(?P<private>\??)(?P<mode>[0-9]+)\$p|\x1b\[[<=>][0-9;:]*[@-~]|\x1b[PX^_].*?\x1b\\", re.DOTALL
)
"""Sequences that pyte would draw in part; the first asks for the state of a mode."""
_UNFINISHED = re.compile(r"\x1b(?:\[[<=>?]?[0-9;:]*\$?|[PX^_].*)?\Z", re.DOTALL)


class Terminal:
    """A program in a pty of its own; leaving the `with` ends it.

    `ambiguous` is the width that this terminal gives to characters of East Asian class A; a `silent` one
    answers no query. What is drawn in a synchronized update is not looked at before the update ends.
    """

    def __init__(
        self,
        argv: Sequence[str],
        size: tuple[int, int] = (120, 40),
        env: Mapping[str, str] | None = None,
        cwd: str | Path | None = None,
        *,
        ambiguous: int = 1,
        silent: bool = False,
        encoding: str = "utf-8",
    ) -> None:
        """Start the program; columns come first in the size."""
        self.output = bytearray()
        """All that the program has written."""
        self.take(encoding)
        self._rest = ""
        self._screen = Screen(*size, ambiguous, _ignore if silent else self.write)
        self._stream = pyte.Stream(self._screen)
        self._master, slave = pty.openpty()
        self._files = [self._master, slave]
        self._set_size(*size)
        # The first terminal that a new session opens becomes its own, without a preexec_fn that threads
        # forbid.
        shell = ["sh", "-c", 'tty=$1; shift; exec "$@" <>"$tty" >&0 2>&0', "sh", os.ttyname(slave), *argv]
        base = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
        }
        # Where coverage looks on, it looks into the program too.
        base |= {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
        self._process = subprocess.Popen(shell, env={**base, **(env or {})}, cwd=cwd, start_new_session=True)

    def __enter__(self) -> "Terminal":
        """The terminal itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the program."""
        self.close()

    # ------------------------------------------------------------------ what is to be seen

    @property
    def lines(self) -> list[str]:
        """The rows of the screen without the blanks at their ends, each wide character once."""
        rows = (self._screen.cells(y) for y in range(self._screen.lines))
        return ["".join(row).rstrip() for row in rows]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    @property
    def rows(self) -> list[list[str]]:
        """The cells of each row; the second half of a wide character is empty."""
        return [self._screen.cells(y) for y in range(self._screen.lines)]

    def columns_of(self, text: str) -> list[int]:
        """The columns, from 0, at which a text begins on each row that has it."""
        found = []
        for row in self.rows:
            starts = (x for x, cell in enumerate(row) if cell and "".join(row[x:]).startswith(text))
            found += [x for x in (next(starts, None),) if x is not None]
        return found

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    @property
    def overflows(self) -> int:
        """How often a line was longer than the screen: never where both give each character its cells."""
        return self._screen.overflows

    @property
    def state(self) -> dict[str, object]:
        """What a program may leave behind: how the line is edited, and the modes of the screen."""
        line = termios.tcgetattr(self._master)
        return {"line": line, "modes": set(self._screen.mode), "has_cursor": not self._screen.cursor.hidden}

    # ------------------------------------------------------------------ the program

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

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal, as another program does."""
        self._process.send_signal(number)

    def hang_up(self) -> int:
        """Close the window over the program's head, and wait for its exit code."""
        self._files.remove(self._master)
        os.close(self._master)
        return self._process.wait(PATIENCE)

    def exit_code(self, timeout: float = PATIENCE) -> int:
        """Wait for the program to end by itself."""
        self._wait(lambda: self._process.poll() is not None, "still running", timeout)
        self.settle(0)
        return self._process.wait()

    def close(self) -> None:
        """End the program: ask it to, hang up, then kill."""
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGKILL):
            end = time.monotonic() + 1
            if self._process.poll() is None:
                os.killpg(self._process.pid, number)
            while self._process.poll() is None and time.monotonic() < end:
                self._read(0.02)
        self._process.wait()
        while self._files:
            os.close(self._files.pop())

    # ------------------------------------------------------------------ keys and the window

    def write(self, text: str | bytes) -> None:
        """Send all in one write, as type-ahead, a script or an input method does; bytes as they are."""
        os.write(self._master, text.encode(self._encoding) if isinstance(text, str) else text)

    def type(self, text: str) -> None:
        """Send key by key, each when the screen has been quiet since the last."""
        for key in each_key(text):
            self.write(key)
            # A lone ESC is told from a sequence by the time after it.
            self.settle(0.15 if key == ESC else 0.03)

    def resize(self, columns: int, lines: int) -> None:
        """Make the window larger or smaller, as a person pulls at it."""
        self._screen.resize(lines, columns)
        self._set_size(columns, lines)

    def _set_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def take(self, encoding: str) -> None:
        """Read and send in an encoding from now on."""
        self._encoding = encoding
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")

    # ------------------------------------------------------------------ waiting

    def wait_for(self, pattern: str, timeout: float = PATIENCE) -> None:
        """Wait until the pattern is on the screen."""
        self._wait(lambda: self._has(pattern), f"never saw {pattern!r}", timeout)

    def wait_gone(self, pattern: str, timeout: float = PATIENCE) -> None:
        """Wait until the pattern is not on the screen."""
        self._wait(lambda: not self._has(pattern), f"still there: {pattern!r}", timeout)

    def wait_for_cursor(self, *, row: int, column: int | None = None) -> None:
        """Wait until the cursor stands somewhere, from 0."""
        wanted = (self.cursor[0] if column is None else column, row)
        self._wait(
            lambda: self.cursor[1] == row and column in (None, self.cursor[0]),
            f"the cursor never came to {wanted}",
            PATIENCE,
        )

    def settle(self, quiet: float = 0.06, timeout: float = PATIENCE) -> None:
        """Wait until nothing has been written for so many seconds."""
        end = time.monotonic() + timeout
        while self._read(quiet):
            assert time.monotonic() < end, f"never quiet for {quiet} s\n{self.text}"

    def _has(self, pattern: str) -> bool:
        return re.search(pattern, self.text, re.MULTILINE) is not None

    def _wait(self, done: Callable[[], bool], complaint: str, timeout: float) -> None:
        end = time.monotonic() + timeout
        while self._screen.has_mode(SYNCHRONIZED) or not done():
            ended = self._process.poll()
            news = self._read(0.05)
            assert news or ended is None, f"{complaint}; the program ended with {ended}\n{self.text}"
            assert time.monotonic() < end, f"{complaint} in {timeout} s\n{self.text}"

    def _read(self, seconds: float) -> bool:
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        data = os.read(self._master, 65536)
        self.output += data
        self.hear(data)
        text = self._rest + self._decoder.decode(data)
        tail = _UNFINISHED.search(text)
        self._rest = tail[0] if tail else ""
        self._show(text[: len(text) - len(self._rest)])
        return True

    def hear(self, data: bytes) -> None:
        """Take note of what the program writes, before it is drawn; another kind of terminal may."""

    def _show(self, text: str) -> None:
        start = 0
        for found in _FOREIGN.finditer(text):
            self._stream.feed(text[start : found.start()])
            start = found.end()
            if found["mode"]:
                self._screen.report_mode(found["private"], int(found["mode"]))
        self._stream.feed(text[start:])


def _ignore(_: str) -> None:
    """Answer nothing."""
