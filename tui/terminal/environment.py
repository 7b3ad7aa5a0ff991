"""Settings of Textual that it reads once, when it is imported, and the terminals on which no screen is opened."""

import os
import sys

_SETTINGS = {
    # The kitty keyboard protocol loses or doubles what a Chinese input method commits.
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    # Motion costs bytes on slow lines and says nothing.
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
}
_NO_CHINESE = ("linux", "dumb", "vt100", "vt102", "vt220", "vt52", "unknown")


def prepare() -> None:
    """Set what Textual reads at import, leaving what the clerk has set, and write UTF-8 whatever the locale."""
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def refusal() -> str | None:
    """Why no screen can be opened here, in Chinese and ASCII; none where it can."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "这里不是终端窗口,不能打开界面;请在终端中运行,或用 yaodian --help 中的命令。(Not a terminal: see yaodian --help.)"
    if os.name == "posix" and os.environ.get("TERM", "") in ("", *_NO_CHINESE):
        return "此终端不能显示汉字,请换用图形桌面的终端,或用 yaodian --help 中的命令。(This terminal cannot show Chinese.)"
    return None
