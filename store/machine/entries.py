"""What may stand under one key of the settings, declared once where it is read.

The settings screen, the commented file that ships with the program and the reader's sentences all read that.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

Choices = Mapping[Any, str]
"""Each value that may be chosen, as the file has it, with the words that the clerk reads."""


class Entry(NamedTuple):
    """What may stand under one key: how a value is taken, and what the clerk reads of it."""

    take: Callable[[Any], Any]
    """Return a value of the file as the program uses it; ValueError for a wrong one."""
    expected: str = ""
    """What the sentence for a wrong value says it should be (6 至 22 的数); empty for 不认识."""
    label: str = ""
    help: str = ""
    """What it is for, in a line."""
    default: Any = ""
    """What holds where the file says nothing, as the file would have it."""
    unsaid: str = ""
    """Words for nothing said, where the default is no value: 用系统的用户名."""
    choices: Choices = MappingProxyType({})
    """What it may be; empty where it is typed."""
    read: Callable[[str], Any] = str
    """Return what was typed as the file has it; ValueError where that cannot be."""
    example: Any = None
    """What stands in the commented file, where the default says too little."""
    keeps_empty: bool = False
    """Whether an empty text is a value of its own; else it means that nothing is said."""
    at_once: bool = True
    """Whether a new value holds from now on; else from the next start on."""

    def shown(self, value: Any) -> str:
        """Return a value of the file as the clerk reads it; None for nothing said."""
        if value is None:
            return self.unsaid or self.shown(self.default)
        if self.choices:
            return self.choices.get(value, self.choices.get(str(value), str(value)))
        return typed(value)

    def understood(self, words: str) -> Any:
        """Return what was typed as the file has it, None for nothing said; ValueError for what is wrong."""
        if not words and not self.keeps_empty:
            return None
        value = self.read(words)
        self.take(value)
        return value

    def wrong(self) -> str:
        """Return the sentence for a value that was typed and is wrong."""
        return f"{self.label}应为{self.expected or '另一个值'}。"


Entries = Mapping[str, Entry]
"""Dotted key to its entry; `keys.*` stands for every key of the table `keys`."""


class SettingsGroup(NamedTuple):
    """Entries that stand together: under one heading of the screen, in one table of the file."""

    title: str
    table: str
    """Dotted name of the table; empty for what stands before all tables."""
    help: str
    entries: Entries

    def key(self, name: str) -> str:
        """Return the dotted key of one of its entries in the whole file."""
        return f"{self.table}.{name}" if self.table else name

    @property
    def whole_keys(self) -> dict[str, Entry]:
        """Its entries by their dotted keys in the whole file."""
        return {self.key(name): entry for name, entry in self.entries.items()}


def typed(value: Any) -> str:
    """Return a value of the file as it is typed: the numbers of a list with blanks between them."""
    if isinstance(value, list | tuple):
        return " ".join(map(typed, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


# ---------------------------------------------------------------------- kinds of entries


def words(label: str, help: str, **more: Any) -> Entry:
    """Return an entry of a text."""
    return Entry(text, "文字，写在引号里", label, help, **more)


def choice(label: str, help: str, choices: Mapping[Any, str], default: str, **more: Any) -> Entry:
    """Return an entry of one of some words; the file may give a number for digits."""
    listed = "、".join(choices)
    expected = f" {listed} 之一"
    return Entry(one_of(*choices), expected, label, help, default, choices=choices, **more)


def yes_no(label: str, help: str, yes: str, no: str, **more: Any) -> Entry:
    """Return an entry that is true or false, false by default."""
    return Entry(yes_or_no, " true 或 false", label, help, False, choices={False: no, True: yes}, **more)


def whole(label: str, help: str, low: int, high: int, default: int, **more: Any) -> Entry:
    """Return an entry of a whole number within bounds."""
    expected = f" {low} 至 {high} 的整数"
    return Entry(whole_number(low, high), expected, label, help, default, read=_whole, **more)


def amount(label: str, help: str, low: float, high: float, default: float, **more: Any) -> Entry:
    """Return an entry of a number within bounds."""
    expected = f" {low:g} 至 {high:g} 的数"
    return Entry(number(low, high), expected, label, help, default, read=_number, **more)


# ---------------------------------------------------------------------- values of the file


def one_of(*choices: str) -> Callable[[object], str]:
    """Take one of some words; a number stands for its digits."""

    def take(value: object) -> str:
        if str(value) not in choices:
            raise ValueError
        return str(value)

    return take


def text(value: object) -> str:
    """Take a text."""
    if not isinstance(value, str):
        raise ValueError
    return value


def yes_or_no(value: object) -> bool:
    """Take true or false."""
    if not isinstance(value, bool):
        raise ValueError
    return value


def whole_number(low: int, high: int) -> Callable[[object], int]:
    """Take a whole number within bounds."""

    def take(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError
        return value

    return take


def number(low: float, high: float) -> Callable[[object], float]:
    """Take a number within bounds."""

    def take(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise ValueError
        return value

    return take


def numbers_of(count: int, low: float, high: float) -> Callable[[object], tuple[float, ...]]:
    """Take so many numbers within bounds."""
    one = number(low, high)

    def take(value: object) -> tuple[float, ...]:
        if not isinstance(value, list) or len(value) != count:
            raise ValueError
        return tuple(one(length) for length in value)

    return take


def table(value: object) -> object:
    """Take a table, whatever stands in it: whoever uses it looks at that."""
    if not isinstance(value, dict):
        raise ValueError
    return value


# ---------------------------------------------------------------------- what was typed

_BETWEEN = r"[\s,、;\[\]]+"
"""What parts the numbers of a list as people type it: `27 37 27 35`, `[27, 37, 27, 35]`."""


def _whole(typed_words: str) -> int:
    return int(unicodedata.normalize("NFKC", typed_words))


def _number(typed_words: str) -> int | float:
    value = float(unicodedata.normalize("NFKC", typed_words))
    if not math.isfinite(value):
        raise ValueError
    return int(value) if value.is_integer() else value


def numbers(typed_words: str) -> Sequence[int | float]:
    """Return the numbers of a list as they were typed."""
    parts = re.split(_BETWEEN, unicodedata.normalize("NFKC", typed_words))
    return [_number(part) for part in parts if part]
