"""The notice that a command reads."""

import sys
from pathlib import Path

from store.reading import Reading, read_file, read_stream
from tui.command_line.arguments import Argument, word
from tui.command_line.words import Options

NOTICE = (
    word("notice", "通知文件", "通知的文本文件;写 - 则从管道读入", take=Path),
    Argument("--encoding", "编码", "通知文件的编码,如 gb18030;不写则自动辨认"),
)
"""The arguments of a command that reads a notice."""


_PIPE = Path("-")


def read(options: Options) -> Reading:
    """Return what the notice says; Refused where it cannot be read."""
    if options.notice == _PIPE:
        return read_stream(sys.stdin.buffer, "管道", options.encoding)
    return read_file(options.notice, options.encoding)
