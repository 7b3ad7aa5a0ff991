"""The words of one call, read from left to right by what may stand after the command."""

from collections import deque
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from tui.command_line.arguments import Argument, WrongWords

Options = SimpleNamespace
"""The values of a command's arguments by their fields."""


def given_of(options: Options) -> dict[str, Any]:
    """Return the values that were given or have a default, by their fields."""
    return {field: value for field, value in vars(options).items() if value is not None}


class Words:
    """The words after a command, on their way to be options."""

    def __init__(self, arguments: Sequence[Argument], words: Sequence[str]) -> None:
        """Take what may stand there, and the words that were typed."""
        self.options = Options(**{argument.key: argument.default for argument in arguments})
        self.given: list[Argument] = []
        self._named = {name: argument for argument in arguments for name in argument.names}
        self._unnamed = deque(argument for argument in arguments if not argument.names)
        self._waiting = deque(words)
        self._unknown: list[str] = []

    def read(self) -> None:
        """Read all words; WrongWords for one that cannot be understood, and for one that is missing."""
        only_values = False
        while self._waiting:
            word = self._waiting.popleft()
            if only_values or not _is_option(word):
                self._read_value(word)
            elif word == "--":
                only_values = True
            else:
                self._read_option(word)

    def refuse_unknown(self) -> None:
        """Refuse words that belong to nothing; a list's name is told where it belongs."""
        unknown = " ".join(self._unknown)
        if len(self._unknown) == 1 and unknown.endswith(".json"):
            raise WrongWords(f"清单文件请写在 -f 后面：-f {unknown}")
        if unknown:
            raise WrongWords(f"不认识“{unknown}”")

    def _read_value(self, word: str) -> None:
        if self._unnamed and self._unnamed[0].several:
            self._add(self._unnamed[0], word)
        elif self._unnamed:
            self._put(self._unnamed.popleft(), word)
        else:
            self._unknown.append(word)

    def _read_option(self, word: str) -> None:
        name, sign, attached = word.partition("=")
        if name not in self._named and word[:2] in self._named:  # -o清单.json
            name = word[:2]
            sign = "="
            attached = word[2:]
        argument = self._named.get(name)
        if argument is None:
            self._unknown.append(word)
        elif sign and argument.shown:
            self._put(argument, attached)
        elif sign:
            raise WrongWords(f"{argument.name} 后面不写内容")
        elif argument.shown and self._is_value_next():
            self._put(argument, self._waiting.popleft())
        else:
            self._put_bare(argument)

    def _is_value_next(self) -> bool:
        return bool(self._waiting) and not _is_option(self._waiting[0])

    def _put(self, argument: Argument, word: str) -> None:
        self.given.append(argument)
        setattr(self.options, argument.key, argument.value(word))

    def _add(self, argument: Argument, word: str) -> None:
        before = getattr(self.options, argument.key) or []
        self._put(argument, word)
        value = getattr(self.options, argument.key)
        setattr(self.options, argument.key, [*before, value])

    def _put_bare(self, argument: Argument) -> None:
        if argument.bare is None:
            raise WrongWords(f"{argument.name} 后面要写内容")
        self.given.append(argument)
        setattr(self.options, argument.key, argument.bare)


def _is_option(word: str) -> bool:
    """Return whether a word is written as options are; a number below zero and a sentence are values."""
    if len(word) < 2 or not word.startswith("-") or " " in word:
        return False
    return not word[1:].replace(".", "", 1).isdecimal()
