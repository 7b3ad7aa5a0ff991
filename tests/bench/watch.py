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
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parents[2]
SIZE = (120, 40)
QUIET = 0.06
"""Seconds of silence that end an update."""
_ESCAPES = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-9;:?<=>]*[ -/]*[@-~]|\x1b[()][A-Za-z0-9]|\x1b."
)


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

    def press(self, key: bytes) -> float:
        """Seconds from a key to the last byte before the silence; 0 where nothing was drawn."""
        began = last = time.perf_counter()
        os.write(self._master, key)
        limit = 2.0
        while stamp := self._read(limit):
            last, limit = stamp, QUIET
        return last - began

    @property
    def memory(self) -> float:
        """MiB that it holds now."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("utf-8")
        (line,) = [line for line in status.splitlines() if line.startswith("VmRSS:")]
        return int(line.split()[1]) / 1024

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
