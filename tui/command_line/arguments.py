"""An argument of a command, a word by itself or an option, and how a value is taken from what was typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from store.acts.resolving import names_in


class WrongWords(Exception):
    """Words that a command does not understand; the message says which, without a full stop."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An option with a value (-f 清单文件); `word` and `flag` make the other kinds of arguments."""

    typed: str
    """An option as the help lists it, its short name first (-f, --file); empty for a word by itself."""
    shown: str
    """What its value is called; empty for an option that takes none."""
    help: str
    field: str = ""
    """The name of its value among the options that are read; made from the option where none is said."""
    take: Callable[[str], Any] = str
    """Make the value of what was typed; WrongWords where that cannot be."""
    choices: Sequence[str] = ()
    default: Any = None
    """The value where it is not typed."""
    bare: Any = None
    """The value where an option is typed alone; None where a value must follow."""
    required: bool = False
    several: bool = False
    """Whether the words that follow are further values of it: the value is a list."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of an option, none of a word by itself."""
        return tuple(self.typed.split(", ")) if self.typed else ()

    @property
    def key(self) -> str:
        """The field of its value: `dry_run` for --dry-run."""
        if self.field:
            return self.field
        return self.names[-1].lstrip("-").replace("-", "_")

    @property
    def name(self) -> str:
        """The argument as complaints name it: -f/--file, or 通知文件."""
        return "/".join(self.names) or self.shown

    @property
    def usage(self) -> str:
        """The argument as the usage shows it: [-f 清单文件]."""
        shortest = self.names[0] if self.names else ""
        value = "|".join(self.choices) or self.shown
        value += "…" if self.several else ""
        written = self._written(shortest, value)
        return written if self.required else f"[{written}]"

    @property
    def described(self) -> tuple[str, str]:
        """The argument as the help lists it, and what it is for."""
        return self._written(self.typed, self.shown), self.help

    def value(self, typed: str) -> Any:
        """Return the value of what was typed."""
        if self.choices and typed not in self.choices:
            choices = "、".join(self.choices)
            raise WrongWords(f"{self.name}没有“{typed}”，可选：{choices}")
        try:
            return self.take(typed)
        except WrongWords as wrong:
            raise WrongWords(f"{self.name} {wrong}") from wrong

    def _written(self, name: str, value: str) -> str:
        if value and self.bare is not None:
            value = f"[{value}]"
        return f"{name} {value}".strip()


def word(field: str, shown: str, help: str, *, optional: bool = False, **more: Any) -> Argument:
    """Return a word that stands by itself: `assign 3.2`."""
    return Argument("", shown, help, field, required=not optional, **more)


def flag(
    typed: str, help: str, *, field: str = "", default: bool | None = False, sets: bool = True
) -> Argument:
    """Return an option that stands alone: --json."""
    return Argument(typed, "", help, field, default=default, bare=sets)


JSON = flag("--json", "输出 JSON")


def names(typed: str) -> list[str]:
    """Take names, parted by commas of either width or by 、; none where nothing is typed."""
    found = names_in(typed)
    if typed.strip() and not found:
        raise WrongWords("后面只有逗号，没有名称；要清空请写 ''")
    return found


def whole_number(typed: str) -> int:
    """Take a whole number."""
    try:
        return int(typed)
    except ValueError as error:
        raise WrongWords(f"后面要写整数，不能写“{typed}”") from error
