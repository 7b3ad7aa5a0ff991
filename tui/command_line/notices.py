"""The notice that a command reads."""

import sys
from pathlib import Path

from store.importing.made import own_words_said
from store.importing.own_words import own_words
from store.machine.settings import load_settings
from store.reading import Reading, read_file, read_stream
from store.reading.signs.owner_words import STANDARD, OwnerWords
from tui.command_line.arguments import Argument, flag, word
from tui.command_line.output import complain
from tui.command_line.words import Options

NOTICE = (
    word("notice", "通知文件", "通知的文本文件；写 - 则从管道读入", take=Path),
    Argument("--encoding", "编码", "通知文件的编码，如 gb18030；不写则自动辨认"),
    flag("--plain-words", "不用记住的本局写法，责任字样按通常的读法"),
)
"""The arguments of a command that reads a notice."""


_PIPE = Path("-")


def read(options: Options) -> Reading:
    """Return what the notice says; Refused where it cannot be read.

    What it was read with of this user's own is said on stderr, as what is wrong in the settings.
    """
    words = STANDARD if options.plain_words else _own_words()
    reading = _read(options, words)
    said = own_words_said(reading)
    if said:
        complain(f"按记住的本局写法：{said}；不用请加 --plain-words。")
    return reading


def _read(options: Options, words: OwnerWords) -> Reading:
    if options.notice == _PIPE:
        return read_stream(sys.stdin.buffer, "管道", options.encoding, words)
    return read_file(options.notice, options.encoding, words=words)


def _own_words() -> OwnerWords:
    settings = load_settings()
    for sentence in settings.notices:
        complain(sentence)
    return own_words(settings)
