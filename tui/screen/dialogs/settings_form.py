"""What the settings screen shows: a line an entry, with what the file says of it, and how it is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from store.checks.registry import RULES
from store.checks.settings import CHECKS, SEVERITIES
from store.machine.entries import Entry, SettingsGroup, text
from store.machine.settings import BACKUP, EXCHANGE, GENERAL, KEYS, WORDS, settings_path
from store.machine.settings_writing import settings_text, write_entry
from store.machine.toml_section import parsed_text
from tui.paper.setup import PAPER
from tui.screen.commands import in_groups
from tui.screen.commands.command import key_name
from tui.screen.commands.rekeying import default_key

GROUPS: tuple[SettingsGroup, ...] = (GENERAL, BACKUP, EXCHANGE, *PAPER, CHECKS)
"""All that can be said in the settings, but for keys, in the order of the screen."""

Kind = Literal["entry", "rule", "key", "file"]
_OFF = "off"
"""Stands for a rule that is not run: the file has it in a list of its own."""


@dataclass(frozen=True, slots=True)
class SettingLine:
    """A line of the screen."""

    group: str
    key: str
    """The dotted key in the file; of a rule and of a command with its code or id at the end."""
    entry: Entry
    kind: Kind = "entry"

    @property
    def name(self) -> str:
        """The last part of its key: the code of a rule, the id of a command."""
        return self.key.rpartition(".")[2]


def lines(words: Iterable[str] = ()) -> Sequence[SettingLine]:
    """Return all lines, those of a group together; one for each word of the bureau's own that is kept."""
    return [*_of_entries(), *_of_words(words), *_of_commands(), _FILE]


def _of_entries() -> Iterator[SettingLine]:
    for group in GROUPS:
        for key, entry in group.whole_keys.items():
            if key not in _IN_RULES:
                yield SettingLine(group.title, key, entry)
        if group is CHECKS:
            yield from _of_rules()


_GRADES, _RULES_OFF = CHECKS.key("grades"), CHECKS.key("off")
_IN_RULES = (f"{_GRADES}.*", _RULES_OFF)
"""Entries that the lines of the rules stand for."""


def _of_rules() -> Iterator[SettingLine]:
    """Yield a line for each rule: how grave it is, or that it is not run."""
    choices: dict[str, str] = {severity: severity for severity in SEVERITIES}
    choices[_OFF] = "不查"
    for code, rule in RULES.items():
        entry = Entry(text, label=code, help=rule.title, default=rule.severity, choices=choices)
        yield SettingLine(CHECKS.title, f"{_GRADES}.{code}", entry, "rule")


def _of_words(words: Iterable[str]) -> Iterator[SettingLine]:
    for word in words:
        yield SettingLine(WORDS.title, WORDS.key(word), WORDS.entries["*"]._replace(label=word))


def _of_commands() -> Iterator[SettingLine]:
    for group, commands in in_groups():
        for command in commands:
            default = default_key(command)
            unsaid = key_name(default) if default else "无"
            entry = Entry(text, label=command.label, help=command.help, default=default, unsaid=unsaid)
            yield SettingLine(f"按键：{group}", KEYS.key(command.id), entry, "key")


_FILE = SettingLine(
    "设置文件", "", Entry(text, label="打开", help="以上各项都存在这个文件里，也可以直接改写"), "file"
)


class SettingsForm:
    """The file as it stands, and what is written into it."""

    def __init__(self) -> None:
        """Read the file of this user; Refused where it cannot be read."""
        self._said: Mapping[str, Any] = {}
        self.read()

    def read(self) -> None:
        """Read the file anew."""
        self._said, _ = parsed_text(settings_text().splitlines())

    @property
    def words(self) -> Sequence[str]:
        """The words for owners that the file says something of."""
        said = self._said.get(WORDS.table)
        return list(said) if isinstance(said, dict) else []

    def value(self, line: SettingLine) -> Any:
        """Return what the file says, None where it says nothing."""
        if line.kind == "rule" and line.name in self._rules_off:
            return _OFF
        return self._at(line.key)

    def is_said(self, line: SettingLine) -> bool:
        """Return whether the file says something else than the default."""
        return self.value(line) is not None

    def shown(self, line: SettingLine) -> str:
        """Return the value as the clerk reads it."""
        value = self.value(line)
        if line.kind == "file":
            return str(settings_path())
        if line.kind == "key" and value is not None:
            return key_name(str(value))
        return line.entry.shown(value)

    def write(self, line: SettingLine, value: Any) -> None:
        """Write a value, None for the default; Refused where the file cannot be written."""
        if line.kind == "rule":
            others = [code for code in self._rules_off if code != line.name]
            off = [*others, line.name] if value == _OFF else others
            if off != self._rules_off:
                write_entry(_RULES_OFF, off or None, CHECKS.entries["off"].label)
            value = None if value in (_OFF, line.entry.default) else value
        write_entry(line.key, value, about(line.entry))
        self.read()

    @property
    def keys(self) -> dict[str, str]:
        """Command id to the key that the file gives it."""
        said = self._at(KEYS.table)
        return (
            {name: key for name, key in said.items() if isinstance(key, str)}
            if isinstance(said, dict)
            else {}
        )

    @property
    def _rules_off(self) -> list[str]:
        said = self._at(_RULES_OFF)
        return [str(code).upper() for code in said] if isinstance(said, list) else []

    def _at(self, key: str) -> Any:
        here: Any = self._said
        for name in key.split("."):
            here = here.get(name) if isinstance(here, dict) else None
        return here


def about(entry: Entry) -> str:
    """Return what the file says beside an entry, so that it can be read by itself."""
    return f"{entry.label}：{entry.help}" if entry.help else entry.label


def next_choice(entry: Entry, value: Any, step: int) -> Any:
    """Return the choice so many steps from a value, around the end."""
    choices = list(entry.choices)
    now = entry.default if value is None else value
    at = choices.index(now) if now in choices else 0
    return choices[(at + step) % len(choices)]


def named(line: SettingLine) -> tuple[str, ...]:
    """Return what a line is found by."""
    return (line.entry.label, line.entry.help, line.group)
