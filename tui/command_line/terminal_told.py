"""What `--about` says of the terminal: whether it shows the screen, its size, colours, width of signs."""

import os
import shutil
import sys

from store.machine.settings import load_settings
from store.words.cleaning import clean_line
from tui.terminal import AMBIGUOUS
from tui.terminal.environment import own_encoding, unfit
from tui.terminal.probe import ask

_NAMED = ("TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE", AMBIGUOUS, "SSH_TTY")
_COLOURS = {"truecolor": "全彩", "256": "256 色", "standard": "16 色", "windows": "16 色"}


def terminal_facts() -> list[tuple[str, str]]:
    """Return what is known of the terminal, by name."""
    named = [f"{name}={clean_line(os.environ[name])}" for name in _NAMED if os.environ.get(name)]
    output = getattr(sys.stdout, "encoding", None) or "无"
    encodings = f"输出 {output}，文件名 {sys.getfilesystemencoding()}"
    return [("终端", "，".join(named) or "没有说明"), ("编码", encodings), *_screen_facts()]


def _screen_facts() -> list[tuple[str, str]]:
    """Return whether the screen can be shown; what is drawn is asked of a terminal that is there alone."""
    reason = unfit()
    if reason:
        return [("屏幕", f"在这里不能打开：{reason[1]}")]
    size = shutil.get_terminal_size()
    return [("屏幕", f"能打开，{size.columns} 列 {size.lines} 行，{_colours()}"), ("符号宽度", _sign_width())]


def _colours() -> str:
    from rich.console import Console

    return _COLOURS.get(Console().color_system or "", "没有颜色")


def _sign_width() -> str:
    """Say how many cells the terminal gives to “…—①, and who says so."""
    said = os.environ.get(AMBIGUOUS) or load_settings().ambiguous
    answer = ask(own_encoding())
    if answer.encoding is None:
        drawn = "终端显示不了汉字"
    elif answer.cells is None:
        drawn = "终端没有回答，按 1 格"
    else:
        drawn = f"终端画作 {answer.cells} 格"
    return f"“…—① {drawn}；设置 {said}"
