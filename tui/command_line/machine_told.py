"""`--about`: the page that a clerk reads to the technician on the telephone.

What this machine can read and write, with which Python, letters and terminal, and where things lie.
"""

import os
import platform
import sys
from collections.abc import Mapping
from importlib.util import find_spec

from store.machine.own_folders import own_folder
from store.machine.program import bundle, program
from store.machine.settings import settings_path
from store.words.cleaning import clean_line
from tui.command_line.output import aligned
from tui.paper import FORMATS
from tui.paper.lacking import said_of_letters
from tui.paper.setup import PageSetup

_READERS: Mapping[str, tuple[str, ...]] = {
    "纯文本、网页": (),
    "Word 文档（.docx）": ("defusedxml",),
    "Excel 表格（.xlsx）": ("openpyxl", "defusedxml"),
    "WPS、OpenDocument（.odt .ods）": ("defusedxml",),
    "OFD": ("defusedxml",),
    "PDF": ("pypdf",),
    "旧 Word、WPS 文字（.doc .wps）": ("olefile",),
    "旧 Excel、WPS 表格（.xls .et）": ("xlrd",),
}
"""What is read, and the packages that it needs."""
_WRITERS: Mapping[str, tuple[str, ...]] = {"pdf": ("fpdf", "fontTools"), "xlsx": ("xlsxwriter",)}
"""The formats of sheets that need packages."""
_TERMINAL = ("TERM", "COLORTERM", "LANG", "LC_ALL", "YAODIAN_AMBIGUOUS", "SSH_TTY")


def about_lines() -> list[str]:
    """Return the page, a line a fact."""
    read = [(f"读 {name}", _can(needed)) for name, needed in _READERS.items()]
    write = [(f"印 {made.label}", _can(_WRITERS.get(name, ()))) for name, made in FORMATS.items()]
    return [*machine_lines(), "", *aligned([*read, *write]), "", _letters()]


def machine_lines() -> list[str]:
    """Return the version, the Python, the system, the terminal, and where things lie."""
    version = f"要点 {program() or '0'}，{_came_as()}"
    python = f"{platform.python_version()}（{sys.executable}）"
    system = f"{platform.platform()}，{platform.machine()}"
    rows = [("版本", version), ("Python", python), ("系统", system), ("终端", _terminal())]
    kept = {"设置": settings_path(), "状态": own_folder("state"), "日志": own_folder("log")}
    rows += [(name, str(path)) for name, path in kept.items()]
    return aligned(rows)


def _came_as() -> str:
    packed = bundle()
    return f"单个文件 {packed}" if packed else "安装在本机"


def _terminal() -> str:
    told = [f"{name}={clean_line(os.environ[name])}" for name in _TERMINAL if os.environ.get(name)]
    encoding = getattr(sys.stdout, "encoding", None) or "无"
    return "，".join((*told, f"输出编码 {encoding}"))


def _can(needed: tuple[str, ...]) -> str:
    """Say whether packages are here, or which is not."""
    lacking = [name for name in needed if find_spec(name) is None]
    return f"不能：没有 {'、'.join(lacking)}" if lacking else "能"


def _letters() -> str:
    return said_of_letters("pdf", PageSetup()) or "公文字体齐全。"
