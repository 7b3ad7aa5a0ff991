"""`copy`: the whole list, its history included, as a new file."""

from pathlib import Path

from tui.command_line.arguments import Argument
from tui.command_line.lists import FILE, opened
from tui.command_line.output import say
from tui.command_line.parser import Parser
from tui.command_line.words import Options


def parser(name: str) -> Parser:
    """Return what may stand after `copy`."""
    output = Argument("-o, --output", "新文件", "副本的文件名，如 清单副本.json", take=Path, required=True)
    what = "把整份清单（含历史）另存为新文件；已有的文件不会被覆盖，清单正在别的窗口打开时也可以。"
    return Parser(name, what, (output, *FILE))


def run(options: Options) -> None:
    """Write the copy."""
    with opened(options, read_only=True) as file:
        file.save_copy(options.output)
        rows = len(file.tasks.task_keys)
        changes = len(file.history)
        say(f"副本已存为 {options.output}（{rows} 行，{changes} 次变更）。")
