"""`--help` and `--version`; `--about` is told by `machine_told`."""

from store.machine.program import program
from tui.command_line import COMMANDS
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
    commands = [(command.name, command.help) for command in COMMANDS.values()]
    lines = ["要点：重点任务清单的读入、修改和打印"]
    for heading, rows in (("用法", USES), ("命令", commands), ("选项", OPTIONS)):
        lines += ["", f"{heading}：", *aligned(rows, indent=2)]
    return lines
