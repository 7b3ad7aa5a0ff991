"""`copy`: the whole list, its history included, as a new file."""

from argparse import Namespace
from pathlib import Path

from tui.command_line.lists import add_file, opened
from tui.command_line.output import say
from tui.command_line.parser import Parser


def parser(name: str) -> Parser:
    """What may stand after `copy`."""
    made = Parser(
        f"yaodian {name}",
        "-o 新文件 [-f 清单文件]",
        "把整份清单(含历史)另存为新文件;已有的文件不会被覆盖,清单正在别的窗口打开时也可以。",
    )
    made.add_argument(
        "-o", "--output", type=Path, required=True, metavar="新文件", help="副本的文件名,如 清单副本.json"
    )
    add_file(made)
    return made


def run(options: Namespace) -> None:
    """Write the copy."""
    with opened(options, read_only=True) as file:
        file.save_copy(options.output)
        say(f"副本已存为 {options.output}({len(file.tasks.task_keys)} 行,{len(file.history)} 次变更)。")
