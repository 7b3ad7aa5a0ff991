"""A part of a TOML file that people write: a wrong entry costs itself alone, and is named with its line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from store.machine.entries import Entries
from store.refused import why_unread

_HEADING = r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?"
"""A line that begins a table: `[checks.grades]`."""
_ASSIGNMENT = r"\s*([\w.\"' -]+?)\s*="
"""A line that begins an entry: `load_limit = 0.5`."""
_AT_LINE = r"at line (\d+)"
"""Where tomli says that a text breaks off: `Invalid value (at line 2, column 10)`."""


@dataclass(frozen=True, slots=True)
class SettingsSection:
    """What stands under one heading of the file, as it is written; the whole file has the empty name."""

    name: str = ""
    said: Mapping[str, Any] = field(default_factory=dict)
    path: Path = field(default=Path(), compare=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """Dotted key to the line that it stands in, counted from 1."""
    unread: frozenset[str] = field(default=frozenset(), compare=False)
    """Dotted keys of entries that are no TOML (`author = 王小明`); `*` where nothing can be read."""

    def section(self, name: str) -> "SettingsSection":
        """Return one of its tables; an empty one where there is none."""
        said = self.said.get(name)
        if not isinstance(said, dict):
            said = {}
        return SettingsSection(name, said, self.path, self.lines)

    def taken(self, entries: Entries) -> tuple[dict[str, Any], tuple[str, ...]]:
        """Return the right values by their dotted keys, and a sentence for each wrong one."""
        values: dict[str, Any] = {}
        notices: list[str] = []
        for key, value in _leaves(self.said, entries):
            entry = entries.get(key) or entries.get(_any_of(key))
            if entry is None:
                notices.append(self.notice(key))
                continue
            try:
                values[key] = entry.take(value)
            except ValueError:
                notices.append(self.notice(key, entry.expected))
        return values, tuple(notices)

    def notice(self, key: str, expected: str = "", part: str = "") -> str:
        """Say which entry, or which part of it, is wrong, where it stands, and that the others hold."""
        whole = f"{self.name}.{key}" if self.name else key
        line = _line_of(self.lines, whole)
        where = f"第 {line} 行的" if line else "中的"
        of_it = f"中的“{part}”" if part else ""
        named = f"{whole} {of_it}"
        wrong = f"应为{expected}" if expected else "不认识"
        return f"设置文件 {self.path} {where} {named}{wrong}，这一项按默认，其余照用，请改正。"


def read_sections(path: Path) -> tuple[SettingsSection, tuple[str, ...]]:
    """Read a file, and say what could not be read: a line that is no TOML costs itself alone."""
    try:
        if not path.exists():
            return SettingsSection(path=path), ()
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        nothing = SettingsSection(path=path, unread=frozenset("*"))
        return nothing, (f"设置文件 {path} 读不了（{why_unread(error)}），已按默认设置打开，请改正。",)
    lines = text.splitlines()
    said, broken = parsed_text(lines)
    notices = [
        f"设置文件 {path} 第 {number} 行读不了，这一行没有采用，其余照用，请改正。" for number in broken
    ]
    lines_of_keys = _lines_of_keys(lines)
    unread = frozenset(key for key, number in lines_of_keys.items() if number in broken)
    return SettingsSection("", said, path, lines_of_keys, unread), tuple(notices)


def parsed_text(lines: Sequence[str]) -> tuple[dict[str, Any], tuple[int, ...]]:
    """Parse lines; return also the numbers of those that are no TOML, each of which costs itself alone."""
    import tomli

    left = list(lines)
    broken: list[int] = []
    while True:
        try:
            return tomli.loads("\n".join(left)), tuple(broken)
        except tomli.TOMLDecodeError as error:
            number = _broken_line(left, str(error))
            left[number - 1] = ""
            broken.append(number)


def _broken_line(lines: Sequence[str], words: str) -> int:
    """Return the number of the line that an error of the parser is about: never of a blank one.

    A bracket that is not closed is found lines later: the line that opens it is blamed.
    """
    found = re.search(_AT_LINE, words)
    last = len(lines)
    number = min(int(found[1]), last) if found else last
    while not lines[number - 1].strip(" \t"):
        number -= 1
    return _opens_a_list(lines, number) or number


def _opens_a_list(lines: Sequence[str], below: int) -> int:
    """Return the number of the entry above a line where it leaves a bracket open; else 0."""
    for number in range(below - 1, 0, -1):
        line = lines[number - 1]
        if re.match(_ASSIGNMENT, line):
            return number if line.count("[") > line.count("]") else 0
    return 0


def _lines_of_keys(lines: Sequence[str]) -> dict[str, int]:
    """Return the line of each heading and entry, by dotted key."""
    found: dict[str, int] = {}
    heading = ""
    for number, line in enumerate(lines, 1):
        begins = re.fullmatch(_HEADING, line)
        entry = re.match(_ASSIGNMENT, line)
        if begins:
            heading = _dotted(begins[1])
            found.setdefault(heading, number)
        elif entry:
            key = _dotted(entry[1])
            found.setdefault(f"{heading}.{key}" if heading else key, number)
    return found


def _dotted(key: str) -> str:
    """Return a key without blanks and quotes: `"C16" ` is C16."""
    parts = map(str.strip, key.split("."))
    return ".".join(part.strip("\"'") for part in parts)


def _line_of(lines: Mapping[str, int], key: str) -> int:
    """Return the line of a key, or of the nearest table that it stands in; 0 where none is known."""
    while key and key not in lines:
        key = key.rpartition(".")[0]
    return lines.get(key, 0)


def _leaves(said: Mapping[str, Any], entries: Entries, above: str = "") -> Iterator[tuple[str, Any]]:
    """Return the values by dotted keys; what the table of entries knows as a table is gone into."""
    for name, value in said.items():
        key = f"{above}{name}"
        below = f"{key}."
        is_table = key not in entries and any(known.startswith(below) for known in entries)
        if is_table and isinstance(value, dict):
            yield from _leaves(value, entries, below)
        else:
            yield key, value


def _any_of(key: str) -> str:
    """Return the key that stands for all of a table: `keys.find` is `keys.*`."""
    return f"{key.rpartition('.')[0]}.*"
