"""The notice that a command reads."""

from argparse import Namespace
from pathlib import Path

from store.reading import Reading, read_file
from tui.command_line.parser import Parser


def add_notice(parser: Parser) -> None:
    """Let a command take a notice and its encoding."""
    parser.add_argument("notice", type=Path, metavar="通知文件", help="通知的文本文件")
    parser.add_argument("--encoding", metavar="编码", help="通知文件的编码,如 gb18030;不写则自动辨认")


def read(options: Namespace) -> Reading:
    """What the notice says; Refused where it cannot be read."""
    return read_file(options.notice, options.encoding)
