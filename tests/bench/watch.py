"""A program in a pty, timed by the bytes it writes; nothing is parsed while the clock runs."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SIZE = (120, 40)
QUIET = 0.06
"""Seconds of silence that end an update."""
_AT_REST = 5.0
"""Percent of a processor below which a program is at rest."""
_ESCAPES = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-9;:?<=>]*[ -/]*[@-~]|\x1b[()][A-Za-z0-9]|\x1b."
)


class Drawn(NamedTuple):
    """What came of a key."""

    ms: float
    """From the key to the last byte before the silence; 0 where nothing was drawn."""
    size: int
    """How many bytes that were."""


class Watched:
    """A Python program in a terminal of 120 by 40, killed at the end of the `with`."""

    def __init__(self, arguments: Sequence[str], home: Path) -> None:
        """Start it; `home` takes its settings. Compiled modules are used as an installed program's are."""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "HOME": str(home),
            "YAODIAN_AMBIGUOUS": "1",
        }
        self._written = bytearray()
        self.work = 0.0
        """Seconds of processor time that it took, known at its end."""
        self.began = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            env=environment,
            cwd=home,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> "Watched":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        _, self._process.returncode, used = os.wait4(self._process.pid, 0)
        self.work = used.ru_utime + used.ru_stime
        os.close(self._master)

    def seen(self, texts: Sequence[str], limit: float = 60) -> float:
        """Seconds from the start of the program to the read that put the last of these texts on the
        screen.
        """
        marks = [text.encode() for text in texts]
        while True:
            stamp = self._read(limit)
            assert stamp, f"never saw {texts}: {self._plain()[-2000:]}"
            # The cheap look at the bytes first; only where it fails are the escapes between letters taken
            # out.
            if all(mark in self._written for mark in marks) or all(text in self._plain() for text in texts):
                return stamp - self.began

    def settle(self, quiet: float = 0.4) -> None:
        """Wait until nothing was written for so long."""
        while self._read(quiet):
            pass

    def rest(self) -> None:
        """Wait until it has nothing more to do: what it lays out and checks beside the keys is done."""
        while self.idle(1.0)[0] > _AT_REST:
            pass

    def press(self, key: bytes, quiet: float = QUIET) -> Drawn:
        """Send a key, and read until nothing was written for so many seconds."""
        return self._drawn(lambda: self.send(key), quiet)

    def resize(self, columns: int, lines: int) -> Drawn:
        """Make the window larger or smaller."""
        size = struct.pack("HHHH", lines, columns, 0, 0)

        def tell() -> None:
            fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)
            self._process.send_signal(signal.SIGWINCH)  # The terminal is not the one that controls it.

        return self._drawn(tell, 4 * QUIET)

    def send(self, keys: bytes) -> None:
        """Send keys, and wait for nothing."""
        os.write(self._master, keys)

    def hold(self, key: bytes, times: int, rate: float) -> float:
        """Milliseconds from the last of a key's repetitions to the last byte that it brings."""
        for _ in range(times - 1):
            self.send(key)
            end = time.perf_counter() + 1 / rate
            while (left := end - time.perf_counter()) > 0:
                self._read(left)
        return self.press(key).ms

    def idle(self, seconds: float) -> tuple[float, int]:
        """The share of the processor that it takes while nothing is done, in percent, and the bytes."""
        written, before = len(self._written), self.processor_seconds
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)
        used = self.processor_seconds - before
        return used / seconds * 100, len(self._written) - written

    @property
    def processor_seconds(self) -> float:
        """What it has used of the processor so far."""
        tasks = Path(f"/proc/{self._process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text("ascii").split()[0]) for task in tasks) / 1e9

    @property
    def mebibytes(self) -> float:
        """The memory that it has now."""
        pages = Path(f"/proc/{self._process.pid}/statm").read_text("ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20

    def _drawn(self, act: Callable[[], object], quiet: float) -> Drawn:
        written = len(self._written)
        began = last = time.perf_counter()
        act()
        limit = 2.0
        while stamp := self._read(limit):
            last, limit = stamp, quiet
        return Drawn((last - began) * 1e3, len(self._written) - written)

    def _plain(self) -> str:
        return _ESCAPES.sub("", self._written.decode("utf-8", "replace"))

    def _read(self, limit: float) -> float:
        """When the next bytes came; 0 where none did."""
        if not select.select([self._master], [], [], limit)[0]:
            return 0
        try:
            self._written += os.read(self._master, 65536)
        except OSError as error:
            raise AssertionError(f"the program ended: {self._plain()[-3000:]}") from error
        return time.perf_counter()
