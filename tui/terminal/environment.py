"""What must stand before textual is imported: its switches, the encoding of our streams, and whether a screen
can be shown at all.
"""

import io
import os
import sys
from collections.abc import Iterable

from store.machine.windows import windows

_SWITCHES = {
    # With it the terminal reports keys in a way that loses or doubles what an input method commits.
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    # Motion costs a slow line or processor more than it tells.
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
}
_WITHOUT_CHINESE = ("linux", "vt")
"""Beginnings of TERM where Chinese cannot be read: a console of 512 glyphs, terminals before Unicode."""
_WITHOUT_SCREEN = ("dumb", *_WITHOUT_CHINESE)
_LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")
"""The variables that name a locale, the first that says something first."""
_COMMANDS = "The commands work everywhere: yaodian --help"
_COMMANDS_IN_CHINESE = "各条命令在哪里都能用：yaodian --help"


class Unfit(Exception):
    """The terminal cannot show the program; the message says so, and what to do.

    In ASCII first, then in Chinese where that can be read.
    """


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


def own_encoding() -> str:
    """Return the Chinese encoding that the locale names, gbk or gb18030; utf-8 where it names none."""
    locale = _locale()
    for said in (sys.stderr.encoding, locale.partition(".")[2] or locale):
        codeset = said.lower().replace("-", "")
        if codeset.startswith("gb18030"):
            return "gb18030"
        if codeset.startswith(("gb", "cp936", "zh_cn")):
            return "gbk"
    return "utf-8"


def _locale() -> str:
    """Return the locale that the user named.

    Python itself names another in LC_CTYPE where the system does not have that one.
    """
    for name in _LOCALE:
        said = os.environ.get(name)
        if said and (name, said) != ("LC_CTYPE", "C.UTF-8"):
            return said
    return ""


def refusal() -> str | None:
    """Why no screen can be shown here and what to do instead, or nothing."""
    reason = unfit()
    return advice(*reason) if reason else None


def unfit() -> tuple[str, str] | None:
    """Return why no screen can be shown here, in ASCII and in Chinese; None where one can."""
    term = os.environ.get("TERM", "dumb")
    if not all(map(_is_terminal, (sys.__stdin__, sys.__stdout__, sys.__stderr__))):
        return "input and output must be a terminal.", "输入和输出必须是终端窗口。"
    system = windows()
    if not system and term.startswith(_WITHOUT_SCREEN):
        return (
            "this terminal cannot show Chinese; use a window of the desktop.",
            "这个终端显示不了程序的界面，请在桌面的终端窗口里运行。",
        )
    if system and not system.takes_sequences():
        return (
            'this console is in legacy mode; switch off "Use legacy console" in its properties.',
            "这个控制台处于旧版模式，请在它的属性里取消“使用旧版控制台”。",
        )
    return None


def advice(ascii: str, chinese: str) -> str:
    """Return a reason, and where the program works all the same; in Chinese too where that can be read."""
    lines = [f"Yaodian: {ascii}", _COMMANDS]
    if chinese and _shows_chinese(sys.stderr):
        lines += [f"要点：{chinese}", _COMMANDS_IN_CHINESE]
    return "\n".join(lines)


def _shows_chinese(stream: object) -> bool:
    """Whether Chinese can be read on a stream, as far as is known without asking the terminal."""
    if not _is_terminal(stream) or windows():
        return True
    speaks_it = "utf" in _locale().lower() or own_encoding() != "utf-8"
    return speaks_it and not os.environ.get("TERM", "").startswith(_WITHOUT_CHINESE)


def _is_terminal(stream: object) -> bool:
    return isinstance(stream, io.TextIOWrapper) and not stream.closed and stream.isatty()


def _is_ascii(stream: object) -> bool:
    return isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() in (
        "ascii",
        "us-ascii",
        "ansi_x3.4-1968",
    )
