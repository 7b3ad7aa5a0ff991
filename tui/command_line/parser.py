"""argparse with Chinese words: usage, help, and every complaint."""

import argparse
import re
import sys
from typing import Any, NoReturn

from store.acts.resolving import names_in
from tui.command_line.output import aligned, complain

WRONG_WORDS = 2
"""Exit code for a command line that cannot be understood."""

_NO_NAMES = "没有写名称"

_COMPLAINTS = (
    (r"argument (?P<what>.+): " + _NO_NAMES, "{what} 后面只有逗号,没有名称;要清空请写 ''"),
    (r"the following arguments are required: (?P<what>.+)", "缺少“{what}”"),
    (r"argument (?P<what>.+): expected (?:one|at least one) argument", "{what} 后面要写内容"),
    (r"argument (?P<what>.+): ignored explicit argument .+", "{what} 后面不写内容"),
    (
        r"argument (?P<what>.+): invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)",
        "{what}没有“{value}”,可选:{choices}",
    ),
    (r"unrecognized arguments: (?P<what>\S+\.json)", "清单文件请写在 -f 后面:-f {what}"),
    (r"unrecognized arguments: (?P<what>.+)", "不认识“{what}”"),
)


class Parser(argparse.ArgumentParser):
    """A parser of one command; its help lists what was added to it, in order."""

    def __init__(self, prog: str, usage: str, description: str) -> None:
        """Take the command, its usage without the command, and a sentence on what it does."""
        self.shown: list[argparse.Action] = []
        self.needed: tuple[str, ...] = ()
        super().__init__(prog=prog, usage=usage, description=description, add_help=False, allow_abbrev=False)

    def add_argument(self, *names: Any, **settings: Any) -> argparse.Action:
        """Add an argument as argparse does."""
        self.shown.append(super().add_argument(*names, **settings))
        return self.shown[-1]

    def parse(self, words: list[str]) -> argparse.Namespace:
        """The options that words give; help and wrong words end the program."""
        self.add_argument("-h", "--help", action="help", help="显示这份说明")
        options = self.parse_args(words)
        if self.needed and all(
            getattr(options, name.strip("-").replace("-", "_")) is None for name in self.needed
        ):
            self.error(f"the following arguments are required: {' / '.join(self.needed)}")
        return options

    def need_one_of(self, *options: str) -> None:
        """Refuse words without any of these options."""
        self.needed = options

    def format_usage(self) -> str:
        """How the command is written."""
        return f"用法:{self.prog} {self.usage}"

    def format_help(self) -> str:
        """The whole help of the command."""
        rows = [(_written(action), action.help or "") for action in self.shown]
        return "\n".join((self.format_usage(), "", str(self.description), "", *aligned(rows, indent=2), ""))

    def error(self, message: str) -> NoReturn:
        """End the program over wrong words, with a sentence in Chinese."""
        complain(f"{_in_chinese(message)}。写法见 {self.prog} --help。")
        sys.exit(WRONG_WORDS)


def _written(action: argparse.Action) -> str:
    """An argument as it is written: its names, and what stands after them."""
    after = [str(action.metavar)] if action.metavar else []
    return " ".join([", ".join(action.option_strings), *after] if action.option_strings else after)


def _in_chinese(message: str) -> str:
    for pattern, words in _COMPLAINTS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            parts = {name: _plain(part) for name, part in found.groupdict().items()}
            return words.format(**parts)
    return "命令的写法不对"


def _plain(words: str) -> str:
    return words.replace("'", "").replace(", ", "、")


def names(words: str) -> list[str]:
    """The names that an option's value lists, parted by commas of either width or by 、; none in an empty value."""
    found = names_in(words)
    if words.strip() and not found:
        raise argparse.ArgumentTypeError(_NO_NAMES)
    return found
