"""`--about`: the page that a clerk reads to the technician on the telephone.

What this machine can read and write, with which Python, letters and terminal, and where things lie.
"""

import platform
import sys
from collections.abc import Mapping
from hashlib import sha256
from importlib.util import find_spec

from store.exchange.parcel import FORMAT
from store.file.contents import SCHEMA
from store.machine.clock import Clock
from store.machine.own_folders import own_folder
from store.machine.program import bundle, program, unpacked
from store.machine.settings import settings_path
from store.refused import Refused
from tui.command_line.output import aligned
from tui.command_line.terminal_told import terminal_facts
from tui.paper import FORMATS
from tui.paper.fonts import face
from tui.paper.lacking import said_of_letters
from tui.paper.printer import printers
from tui.paper.setup import ROLES, PageSetup, saved_page_setup

_READERS: Mapping[str, tuple[str, ...]] = {
    "纯文本、网页、RTF": (),
    "Word 文档（.docx）": ("defusedxml",),
    "Excel 表格（.xlsx）": ("openpyxl", "defusedxml"),
    "WPS、OpenDocument（.odt .ods）": ("defusedxml",),
    "OFD": ("defusedxml",),
    "PDF（有文字的；扫描件不能）": ("pypdf",),
    "旧 Word、WPS 文字（.doc .wps）": ("olefile",),
    "旧 Excel、WPS 表格（.xls .et）": ("xlrd",),
}
"""What is read, and the packages that it needs."""
_WRITERS: Mapping[str, tuple[str, ...]] = {"pdf": ("fpdf", "fontTools"), "xlsx": ("xlsxwriter",)}
"""The formats of sheets that need packages."""
_DIGEST_SIGNS = 16
"""So many signs of a file's SHA-256 are told: the technician compares them with those of his own."""


def about_lines(clock: Clock) -> list[str]:
    """Return the page, a line a fact."""
    setup, _ = saved_page_setup()
    letters = _letters_lacking(setup)
    read = [(f"读 {name}", _can(needed)) for name, needed in _READERS.items()]
    write = [(f"印 {made.label}", _can_write(name, letters)) for name, made in FORMATS.items()]
    facts = aligned([*read, *write, ("打印机", _printers())])
    return [*aligned(machine_facts(clock)), "", *facts, *_letters(setup, letters)]


def machine_facts(clock: Clock) -> list[tuple[str, str]]:
    """Return by name the version, the Python, the system, the terminal, and where things lie."""
    python = f"{platform.python_version()}（{sys.executable}）"
    system = f"{platform.platform()}，{platform.machine()}"
    rows = [("版本", f"要点 {program() or '0'}，{_came_as()}"), ("格式", f"清单 {SCHEMA}，交换文件 {FORMAT}")]
    rows += [("Python", python), ("系统", system), ("时间", clock.stamp()), *terminal_facts()]
    kept = {"设置": settings_path(), "状态": own_folder("state"), "日志": own_folder("log")}
    if bundle():
        kept["展开在"] = unpacked()
    return rows + [(name, str(path)) for name, path in kept.items()]


def _came_as() -> str:
    packed = bundle()
    if packed is None:
        return "安装在本机"
    try:
        digest = sha256(packed.read_bytes()).hexdigest()
    except OSError:
        return f"单个文件 {packed}，读不出来"
    return f"单个文件 {packed}，SHA-256 前 {_DIGEST_SIGNS} 位 {digest[:_DIGEST_SIGNS]}"


def _can(needed: tuple[str, ...]) -> str:
    """Say whether packages are here, or which is not."""
    lacking = [name for name in needed if find_spec(name) is None]
    return f"不能：没有 {'、'.join(lacking)}" if lacking else "能"


def _can_write(name: str, letters_lacking: str) -> str:
    if name == "pdf" and letters_lacking:
        return f"不能：{letters_lacking}"
    return _can(_WRITERS.get(name, ()))


def _printers() -> str:
    known = printers()
    if known.silent:
        return "打印系统没有回答"
    if not known.names:
        return "没有查到（可存成文件，打开后再打印）"
    return f"{'、'.join(known.names)}（默认 {known.default or '没有设'}）"


def _letters_lacking(setup: PageSetup) -> str:
    """Return why no pdf can be made here, for want of letters; empty where one can."""
    try:
        for role in ROLES:
            face(role, setup.fonts, setup.font_files)
    except Refused as refusal:
        return str(refusal)
    return ""


def _letters(setup: PageSetup, lacking: str) -> list[str]:
    return [] if lacking else ["", said_of_letters("pdf", setup) or "公文字体齐全。"]
