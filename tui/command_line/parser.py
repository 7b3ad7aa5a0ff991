"""What may stand after one command: declared once; usage, help and complaints are made from it."""

import sys
from collections.abc import Sequence

from tui.command_line.arguments import Argument, WrongWords, flag
from tui.command_line.examples import EXAMPLES
from tui.command_line.output import aligned, complain, say
from tui.command_line.words import Options, Words

WRONG_WORDS = 2
"""Exit code for a command line that cannot be understood."""
_HELP = flag("-h, --help", "显示这份说明")


class Parser:
    """The arguments of one command, in the order in which its help lists them."""

    def __init__(
        self, command: str, description: str, arguments: Sequence[Argument], *, one_needed: Sequence[str] = ()
    ) -> None:
        """Take the command, what it does, its arguments, and options of which one must be given."""
        self.command, self.description = command, description
        self.arguments = tuple(arguments)
        self._one_needed = one_needed

    # ------------------------------------------------------------------ reading

    def parse(self, words: Sequence[str]) -> Options:
        """Return the options that words give; help and wrong words end the program."""
        if any(name in words for name in _HELP.names):
            say(*self.help_lines())
            sys.exit()
        try:
            return self._read(words)
        except WrongWords as wrong:
            complain(f"{wrong}。写法见 yaodian {self.command} --help。")
            sys.exit(WRONG_WORDS)

    def _read(self, words: Sequence[str]) -> Options:
        reading = Words(self.arguments, words)
        reading.read()
        required = [argument for argument in self.arguments if argument.required]
        missing = [argument.name for argument in required if argument not in reading.given]
        if missing:
            raise WrongWords(f"缺少“{'、'.join(missing)}”")
        reading.refuse_unknown()
        given = {name for argument in reading.given for name in argument.names}
        if self._one_needed and given.isdisjoint(self._one_needed):
            raise WrongWords(f"缺少“{' / '.join(self._one_needed)}”")
        reading.options.command = self.command
        return reading.options

    # ------------------------------------------------------------------ showing

    @property
    def usage(self) -> str:
        """How the command is written."""
        words = [argument.usage for argument in self.arguments if not argument.names]
        options = [argument.usage for argument in self.arguments if argument.names]
        return " ".join(("yaodian", self.command, *words, *options))

    def help_lines(self) -> list[str]:
        """Return the whole help of the command."""
        rows = [argument.described for argument in (*self.arguments, _HELP)]
        lines = [f"用法：{self.usage}", "", self.description]
        if self._one_needed:
            lines.append(f"{' / '.join(self._one_needed)} 至少写一个。")
        lines += ["", *aligned(rows, indent=2)]
        examples = [
            (f"yaodian {self.command} {one.words}", one.does) for one in EXAMPLES.get(self.command, ())
        ]
        return [*lines, "", "例：", *aligned(examples, indent=2)] if examples else lines
