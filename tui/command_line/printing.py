"""`print`: the list on paper, as a file."""

from argparse import Namespace
from pathlib import Path

from store.model import Refused
from store.opening import journal_path, real
from tui.command_line.lists import add_file, opened
from tui.command_line.moments import add_as_of, as_asked
from tui.command_line.output import say
from tui.command_line.parser import Parser
from tui.paper import FORMATS, task_list_sheet, write_sheet


def parser(name: str) -> Parser:
    """What may stand after `print`."""
    usage = f"--format {'|'.join(FORMATS)} -o 文件 [--as-of 时间] [-f 清单文件]"
    made = Parser(f"yaodian {name}", usage, "把清单按附件的样子打印成文件;同名文件会被替换。")
    made.add_argument("--format", choices=tuple(FORMATS), required=True, metavar="格式", help="text 纯文本,docx 文档(WPS、Word)")
    made.add_argument("-o", "--output", type=Path, required=True, metavar="文件", help="保存到的文件")
    add_as_of(made)
    add_file(made)
    return made


def run(options: Namespace) -> None:
    """Print the list; never over a list."""
    with opened(options, read_only=True) as file:
        target = real(options.output)
        if target in (file.path, journal_path(file.path)) or target.suffix == ".json":
            raise Refused(f"“{options.output}”是清单文件的名字,请换一个文件名,如 {file.path.stem}.{_SUFFIXES[options.format]}。")
        tasks = as_asked(file, options).tasks
        write_sheet(task_list_sheet(tasks), options.format, options.output)
        say(f"已保存到 {options.output}({len(tasks.task_keys)} 行)。")


_SUFFIXES = {"text": "txt", "docx": "docx"}
