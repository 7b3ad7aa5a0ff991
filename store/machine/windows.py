"""What only Windows has, in one place: its console, its drives, and its programs for files.

Elsewhere `windows()` is None; the tests give a Windows of their own. Files that are locked and synced are
`store.file`'s own affair.
"""

import os
import sys
from pathlib import Path
from typing import Protocol

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Windows(Protocol):
    """What the program asks of Windows."""

    def takes_sequences(self) -> bool:
        """Whether the console draws by escape sequences: not where it is in legacy mode."""

    def cells_of(self, text: str) -> int | None:
        """Draw a text and take it away; how far the cursor went, or None where there is no console."""

    def drives(self) -> list[str]:
        """Return the drives, `C:\\`, none of which is touched."""

    def start(self, path: Path, verb: str) -> None:
        """Have the program of a file open or print it; OSError where none does."""


def windows() -> Windows | None:
    """Return Windows where the program runs on it."""
    if sys.platform == "win32":
        return _Windows()
    return None


def is_windows_terminal() -> bool:
    """Whether the window is Windows Terminal's, and not that of the console of before (conhost)."""
    return "WT_SESSION" in os.environ


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _OUTPUT = -11
    _DRAWS_BY_SEQUENCES = 4

    class _Info(ctypes.Structure):
        """CONSOLE_SCREEN_BUFFER_INFO."""

        _fields_ = (
            ("size", wintypes._COORD),
            ("cursor", wintypes._COORD),
            ("attributes", wintypes.WORD),
            ("window", wintypes.SMALL_RECT),
            ("largest", wintypes._COORD),
        )

    class _Windows:
        """Windows itself."""

        def __init__(self) -> None:
            self._kernel = ctypes.windll.kernel32
            self._kernel.GetStdHandle.restype = wintypes.HANDLE
            self._console = wintypes.HANDLE(self._kernel.GetStdHandle(_OUTPUT))

        def takes_sequences(self) -> bool:
            """Switch the console to escape sequences, and see whether it did."""
            mode = wintypes.DWORD()
            if not self._kernel.GetConsoleMode(self._console, ctypes.byref(mode)):
                return False
            return bool(self._kernel.SetConsoleMode(self._console, mode.value | _DRAWS_BY_SEQUENCES))

        def cells_of(self, text: str) -> int | None:
            """Draw a text at the start of the line, look where the cursor is, and blank it."""
            info = _Info()
            self._write(f"\r{text}")
            if not self._kernel.GetConsoleScreenBufferInfo(self._console, ctypes.byref(info)):
                return None
            cells: int = info.cursor.X
            self._write(f"\r{' ' * cells}\r")
            return cells

        def _write(self, text: str) -> None:
            written = wintypes.DWORD()
            self._kernel.WriteConsoleW(self._console, text, len(text), ctypes.byref(written), None)

        def drives(self) -> list[str]:
            """Return the drives whose bits are set."""
            there = self._kernel.GetLogicalDrives()
            return [f"{letter}:\\" for place, letter in enumerate(_LETTERS) if there >> place & 1]

        def start(self, path: Path, verb: str) -> None:
            """Ask the shell, as a double click does."""
            os.startfile(str(path), verb)
