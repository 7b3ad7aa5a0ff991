"""What must stand before textual is imported: its switches, the encoding of our streams, and whether a screen
can be shown at all.
"""

import io
import os
import sys
from collections.abc import Iterable

_SWITCHES = {
    # With it the terminal reports keys in a way that loses or doubles what an input method commits.
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    # Motion costs a slow line or processor more than it tells.
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
}
_NO_SCREEN = ("linux", "dumb", "vt")
"""Beginnings of TERM where Chinese cannot be shown: a console of 512 glyphs, no cursor, or terminals before
Unicode.
"""
_ADVICE = """\
Yaodian: {ascii}
The commands work everywhere: yaodian --help
要点：{chinese}
各条命令在哪里都能用：yaodian --help"""


class Unfit(Exception):
    """The terminal cannot show the program; the message says so, and what to do, in ASCII and in Chinese."""


def prepare() -> None:
    """Set Textual's switches where the user has not, and make output to files and pipes UTF-8 in any
    locale.
    """
    for name, value in _SWITCHES.items():
        os.environ.setdefault(name, value)
    speak(
        "utf-8",
        (stream for stream in (sys.stdout, sys.stderr) if not _is_terminal(stream) or _is_ascii(stream)),
    )


def speak(encoding: str, streams: Iterable[object] | None = None) -> None:
    """Write in an encoding, with a question mark for what it lacks: on the given streams, or wherever a
    screen is drawn.
    """
    for stream in (sys.stdout, sys.stderr, sys.__stderr__) if streams is None else streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="replace")


def refusal() -> str | None:
    """Why no screen can be shown here and what to do instead, or nothing."""
    if not all(map(_is_terminal, (sys.__stdin__, sys.__stdout__, sys.__stderr__))):
        return advice("input and output must be a terminal.", "输入和输出必须是终端窗口。")
    if sys.platform != "win32" and os.environ.get("TERM", "dumb").startswith(_NO_SCREEN):
        return advice(
            "this terminal cannot show Chinese; use a window of the desktop.",
            "这个终端显示不了中文，请在桌面的终端窗口里运行。",
        )
    if sys.platform == "win32" and not _console_understands_sequences():
        return advice(
            'this console is in legacy mode; switch off "Use legacy console" in its properties.',
            "这个控制台处于旧版模式，请在它的属性里取消“使用旧版控制台”。",
        )
    return None


def advice(ascii: str, chinese: str) -> str:
    """A reason in both, and where the program works all the same."""
    return _ADVICE.format(ascii=ascii, chinese=chinese)


def _is_terminal(stream: object) -> bool:
    return isinstance(stream, io.TextIOWrapper) and not stream.closed and stream.isatty()


def _is_ascii(stream: object) -> bool:
    return isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() in (
        "ascii",
        "us-ascii",
        "ansi_x3.4-1968",
    )


def _console_understands_sequences() -> bool:
    """Whether a Windows console can be switched to escape sequences."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        mode, kernel = wintypes.DWORD(), ctypes.windll.kernel32
        handle = kernel.GetStdHandle(-12)
        return bool(
            kernel.GetConsoleMode(handle, ctypes.byref(mode))
            and kernel.SetConsoleMode(handle, mode.value | 4)
        )
    return False
