"""`--help` and `--version`; `--about` is told by `machine_told`."""

from collections.abc import Iterator
from itertools import islice

from store.machine.program import program
from tui.command_line import COMMANDS, GROUPS
from tui.command_line.output import aligned

USES = (
    ("yaodian", "打开程序"),
    ("yaodian 清单文件", "打开清单"),
    ("yaodian 通知文件", "导入通知"),
    ("yaodian 命令 …", "做一件事，不开屏幕"),
)
OPTIONS = (
    ("-h, --help", "显示这份说明；命令后加 --help 显示那个命令的说明"),
    ("--version", "显示版本"),
    ("--about", "显示本机情况：能读能印哪些格式、Python、字体、终端，供向维护人员说明"),
    ("--portable", "从 U 盘运行时：设置、最近文件等都存在程序文件旁（只用于单个文件的程序）"),
)


def version() -> str:
    """Return the program's version; 0 where it runs without having been installed."""
    return program() or "0"


def help_lines() -> list[str]:
    """Return the help of the program."""
    lines = ["要点：重点任务清单的读入、修改和打印"]
    parts = ("用法", aligned(USES, indent=2)), ("命令", _commands()), ("选项", aligned(OPTIONS, indent=2))
    for heading, part in parts:
        lines += ["", f"{heading}：", *part]
    return lines


def _commands() -> Iterator[str]:
    """Yield the commands group by group, what they do in one column."""
    lines = iter(aligned(((command.name, command.help) for command in COMMANDS.values()), indent=4))
    for heading, group in GROUPS.items():
        yield f"  {heading}"
        yield from islice(lines, len(group))
