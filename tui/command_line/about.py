"""`--help` and `--version`."""

from importlib import metadata

from tui.command_line import COMMANDS
from tui.command_line.output import aligned


def version() -> str:
    """The program's version; 0 where it runs without having been installed."""
    try:
        return metadata.version("yaodian")
    except metadata.PackageNotFoundError:
        return "0"


def help_lines() -> list[str]:
    """The help of the program."""
    return [
        "要点:重点任务清单的读入、修改和打印",
        "",
        "用法:",
        *aligned(
            [
                ("yaodian", "打开程序"),
                ("yaodian 清单文件", "打开清单"),
                ("yaodian 通知文件", "导入通知"),
                ("yaodian 命令 …", "做一件事,不开屏幕"),
            ],
            indent=2,
        ),
        "",
        "命令:",
        *aligned([(command.name, command.help) for command in COMMANDS.values()], indent=2),
        "",
        "选项:",
        *aligned(
            [("-h, --help", "显示这份说明;命令后加 --help 显示那个命令的说明"), ("--version", "显示版本")],
            indent=2,
        ),
    ]
