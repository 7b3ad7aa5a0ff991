"""Writing the settings: one entry, or the file as text; comments and all else that a person wrote stay."""

import re
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any, cast

from store.machine.settings import settings_path
from store.machine.toml_section import parsed_text
from store.refused import Refused, why_unread

HEAD = "# 要点的设置。可在菜单“设置”里改，也可在此改；没有写的按默认。\n\n"
"""What stands at the head of a file that the program begins."""

_BEFORE_TABLES = re.compile(r"(?:[ \t]*#[^\n]*\n)*[ \t]*\[", re.MULTILINE)
"""The first heading of a table, with the lines of comment right above it, which are its own."""


def write_entry(key: str, value: Any, about: str = "", path: Path | None = None) -> None:
    """Write the value of a dotted key; None takes the entry out. A new one says in a comment what it is.

    Refused where the file cannot be read as it stands: nothing of it is lost to a guess.
    """
    file = path or settings_path()
    text = settings_text(file) or HEAD
    problem = problem_in(text)
    if problem:
        raise Refused(f"设置文件{problem}，请先在“设置文件”里改正。")
    _put_in_place(file, _with_entry(text, key, value, about))


def settings_text(path: Path | None = None) -> str:
    """Return the text of the settings file; empty where there is none."""
    file = path or settings_path()
    try:
        return file.read_text(encoding="utf-8-sig") if file.exists() else ""
    except (OSError, ValueError) as error:
        raise Refused(f"设置文件 {file} 读不了（{why_unread(error)}），请另用编辑器改正。") from error


def write_text(text: str, path: Path | None = None) -> None:
    """Write the whole file as a person wrote it; Refused where it is no TOML, with the line."""
    problem = problem_in(text)
    if problem:
        raise Refused(f"{problem}，请改正后再存。")
    _put_in_place(path or settings_path(), text)


def problem_in(text: str) -> str:
    """Say what keeps a text from being read as settings, with its line; empty for nothing."""
    broken = parsed_text(text.splitlines())[1]
    return f"第 {'、'.join(map(str, sorted(broken)))} 行读不了" if broken else ""


def _with_entry(text: str, key: str, value: Any, about: str) -> str:
    """Return the text with the value of a key; what stands before all tables goes before their comments."""
    import tomlkit
    from tomlkit.items import InlineTable

    *tables, name = key.split(".")
    heading = _BEFORE_TABLES.search(text)
    head_ends = heading.start() if heading and not tables else len(text)
    document = tomlkit.parse(text[:head_ends])
    here = _table(document, tables, begins=value is not None)
    if here is None:
        return text
    if value is None:
        here.pop(name, None)
        _drop_empty(document, tables)
    elif name in here:
        here[name] = value
    else:
        item = tomlkit.item(value)
        has_room = bool(about) and not isinstance(here, InlineTable)
        here[name] = item.comment(about) if has_room else item
    written = tomlkit.dumps(document)
    if head_ends < len(text) and value is not None and not written.endswith("\n\n"):
        written += "\n"
    return written + text[head_ends:]


def _table(
    document: MutableMapping[str, Any], names: list[str], *, begins: bool
) -> MutableMapping[str, Any] | None:
    """Return a table of a file; one that is not there yet is begun, or None where it is not to be."""
    here = document
    for name in names:
        if name not in here and not begins:
            return None
        here = cast(MutableMapping[str, Any], here.setdefault(name, {}))
        if not isinstance(here, Mapping):
            raise Refused(f"设置文件中的 {name} 应是一节，写作 [{name}]，请先在“设置文件”里改正。")
    return here


def _drop_empty(document: MutableMapping[str, Any], names: list[str]) -> None:
    """Take out a table in which nothing is left, not even a comment."""
    for depth in range(len(names), 0, -1):
        *above, name = names[:depth]
        outer = _table(document, above, begins=False)
        if outer is not None and not outer[name].as_string().strip():
            del outer[name]


def _put_in_place(path: Path, text: str) -> None:
    """Write a file whole, so that it is never seen half."""
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
    except (OSError, UnicodeError) as error:
        raise Refused(f"设置没有存上：{path} 写不了（{error}）。") from error
