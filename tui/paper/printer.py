"""Handing a saved file to a printer: `lp` on Linux, the desktop's print verb on Windows.

Never says that it was printed.

The file is saved first, always, so that a printer that fails loses nothing. Each call may wait for the print
system; a screen calls it from a thread.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from store.machine.windows import Windows, windows
from store.refused import Refused

PRINTABLE = ("pdf", "text")
"""Formats that print systems take as they are; Windows hands any file to the program that opens it."""

_SECONDS = 20
"""How long the print system may take to answer."""
_IN_THE_BACKGROUND = ("/bin/sh", "-c", '"$0" "$1" >/dev/null 2>&1 </dev/null &')
"""A shell in between takes a program off our hands: it may run as long as its window does."""
_JOB = re.compile(r"request id is (?P<printer>.+)-(?P<job>\d+) ")


class _Silent(Refused):
    """The print system does not answer in time."""


@dataclass(frozen=True, slots=True)
class Printers:
    """The printers that this machine knows, and the one that it takes unasked; empty where it takes none."""

    names: tuple[str, ...] = ()
    default: str = ""
    silent: bool = False
    """The print system did not answer."""


@dataclass(frozen=True, slots=True)
class Order:
    """How a file is to be printed."""

    printer: str = ""
    """The default printer where none is named."""
    copies: int = 1
    duplex: bool = False
    title: str = ""
    """What the queue calls the job."""
    raw: bool = False
    """For text in the printer's own encoding."""


def printers() -> Printers:
    """Return what `lpstat` says; none where there is no `lpstat`, no server, or another system."""
    if windows() or not shutil.which("lpstat"):
        return Printers()
    try:
        lines = _said("lpstat", "-e").splitlines()
        names = tuple(line.split()[0] for line in lines if line.strip())
        default = _said("lpstat", "-d").rpartition(":")[2].strip()
    except _Silent:
        return Printers(silent=True)
    except Refused:
        return Printers()
    return Printers(names, default if default in names else "")


def print_files(paths: Sequence[Path], order: Order) -> str:
    """Hand files to the print system one by one; return what became of them, in a sentence.

    Refused at the first that is not taken, with what was sent before it and what was not sent after it.
    """
    said = ""
    for done, path in enumerate(paths):
        try:
            said = print_file(path, order)
        except Refused as refusal:
            if len(paths) == 1:
                raise
            words = _broken_off(paths, done, str(refusal))
            raise Refused(words) from refusal
    if len(paths) == 1:
        return f"{said}。"
    return f"{len(paths)} 个文件都已送去打印，最后一个：{said}。"


def _broken_off(paths: Sequence[Path], done: int, why: str) -> str:
    """Return which files were sent, which one was not taken and why, and which were not sent after it."""
    sent, wrong, *left = _names(paths[:done]), paths[done].name, *paths[done + 1 :]
    words = f"共 {len(paths)} 个文件，“{wrong}”没有送成：{why}"
    if sent:
        words += f"此前已送：{sent}。"
    if left:
        words += f"其后没有送：{_names(left)}。"
    return words


def _names(paths: Sequence[Path]) -> str:
    return "、".join(path.name for path in paths)


def print_file(path: Path, order: Order) -> str:
    """Hand a file to the print system; return the sentence that says what became of it.

    Refused where it was not taken.
    """
    if system := windows():
        return _by_its_program(path, system)
    if not shutil.which("lp"):
        raise Refused(f"这台机器没有打印命令 lp，没有送去打印；文件已保存到 {path}，请打开后打印。")
    known = Printers(default=order.printer) if order.printer else printers()
    if known.silent:
        raise Refused(f"没有送去打印：打印系统 {_SECONDS} 秒内没有回答；文件已保存到 {path}，请稍后再送。")
    if not known.default:
        raise Refused(
            f"没有找到默认打印机，没有送去打印；文件已保存到 {path}，请选一台打印机，或打开后打印。"
        )
    try:
        said = _said("lp", *_words(order), "--", str(path))
    except Refused as refusal:
        raise Refused(f"没有送去打印：{refusal}；文件已保存到 {path}。") from refusal
    where = order.printer or "默认打印机"
    job = _JOB.search(f"{said} ")
    if job:
        where = f"job {job['job']}, {job['printer']}"
    return f"已送打印队列（{where}），文件在 {path}"


def _words(order: Order) -> list[str]:
    """Return the options of `lp`.

    Paper and duplex are said, so that a queue's own habits do not turn or shrink the sheet.
    """
    sides = "two-sided-long-edge" if order.duplex else "one-sided"
    words = ["-n", str(order.copies), "-t", order.title or "要点"]
    words += ["-o", "media=A4", "-o", "fit-to-page=false", "-o", f"sides={sides}"]
    if order.printer:
        words += ["-d", order.printer]
    if order.raw:
        words += ["-o", "raw"]
    return words


def _said(*words: str) -> str:
    """What a command of the print system says; Refused with its own complaint, in one line."""
    env = {**os.environ, "LC_ALL": "C.UTF-8", "SOFTWARE": ""}
    try:
        done = subprocess.run(
            words, capture_output=True, timeout=_SECONDS, env=env, stdin=subprocess.DEVNULL, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _Silent(f"打印系统 {_SECONDS} 秒内没有回答") from error
    except OSError as error:
        raise Refused(f"打印命令 {words[0]} 不能运行") from error
    if done.returncode:
        complaint = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise Refused(f"打印系统说 {complaint[:160]}" if complaint else f"打印命令 {words[0]} 中途停了")
    return done.stdout.decode("utf-8", "replace")


def _by_its_program(path: Path, system: Windows) -> str:
    """Have the program that opens such files on Windows print one, or open it where it cannot print."""
    try:
        system.start(path, "print")
    except OSError:
        try:
            system.start(path, "open")
        except OSError as error:
            raise Refused(f"没有能打开“{path.name}”的程序，没有送去打印；文件已保存到 {path}。") from error
        return f"已打开 {path}，请在打开的窗口中打印"
    return f"已交给打开“{path.suffix}”文件的程序打印，文件在 {path}"


def open_path(path: Path) -> bool:
    """Have the desktop open a file or a folder; whether it could be asked to."""
    if system := windows():
        try:
            system.start(path, "open")
        except OSError:
            return False
        return True
    opener = shutil.which("xdg-open")
    if not opener or not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    try:
        subprocess.run([*_IN_THE_BACKGROUND, opener, str(path)], timeout=_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return False
    return True
