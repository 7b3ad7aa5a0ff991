"""The words that a bureau has on paper: what ships, and what a template says in its place.

Holes such as {标题} are filled when a sheet is made. What is wrong in a template costs that entry alone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from data import paper_words
from store.machine.entries import Entry, text, whole, words
from store.machine.toml_section import parsed_text
from tui.paper.setup import PAGE, STANDING_WORDS

_HOLE = re.compile(r"\{([^{}\n]*)\}")
"""A hole: {标题}."""
_BRACKETED = re.compile(r"[（《“(]\{([^{}\n]*)\}[）》”)]")
"""A hole that stands alone in brackets, which go where it is empty: （{文号}）."""
HOLES = {
    "notice": (
        *("标题", "通知", "文号", "发文机关", "主送", "调整内容"),
        *("调整数", "依据", "起", "止", "今天"),
    ),
    "bulletin": (
        *("标题", "通知", "文号", "发文机关", "主送"),
        *("报送期", "截至", "任务数", "今天"),
    ),
    "handover": (
        *("标题", "文号", "移交人", "接收人", "监交人", "单位"),
        *("任务数", "待定数", "生效日期", "依据", "今天"),
    ),
    "reminder": ("标题", "种类", "文号", "单位", "发文机关", "今天"),
}
"""By part of a template, what its words may be filled with."""
_MOST_HEAD = 20
"""Lines of the first page that a red head may take."""


def _lines(value: Any) -> tuple[str, ...]:
    """Take a list of texts."""
    if not isinstance(value, list):
        raise ValueError
    return tuple(map(text, value))


_TEXT = words("", "")
_SIGNED = Entry(_lines, "几行文字，如 ['移交人：', '接收人：']")
_HEAD = whole("", "", 0, _MOST_HEAD, 0)
_LETTER = ("title", "addressees", "issuer", "date", "copies_to", "printed_by", "printed_on")
_NOTICE = (*_LETTER, "body")
_BULLETIN = (*_LETTER, "opening", "closing")
_HANDOVER = ("title", "opening", "witness")
_REMINDER = ("title", "issuer", "receipt", "note")
_KEYS: Mapping[str, Mapping[str, Entry]] = {
    "page": {**PAGE.entries, **STANDING_WORDS.entries},
    "notice": {**dict.fromkeys(_NOTICE, _TEXT), "head_lines": _HEAD},
    "bulletin": {**dict.fromkeys(_BULLETIN, _TEXT), "head_lines": _HEAD},
    "handover": {**dict.fromkeys(_HANDOVER, _TEXT), "signatures": _SIGNED},
    "reminder": dict.fromkeys(_REMINDER, _TEXT),
}
"""By part of a template, what may stand in it."""


@dataclass(frozen=True, slots=True)
class PaperWords:
    """What a template says: of the page, and by its parts of the words on sheets."""

    parts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    bureau: str = ""
    """Who issues it where the list's notice does not say: the bureau of the page."""

    @property
    def page(self) -> Mapping[str, Any]:
        """What it says of the page."""
        return self.parts.get("page", {})

    def of(self, part: str) -> Mapping[str, Any]:
        """Return the words of a part; what the template leaves open is as it ships."""
        return {**_shipped().parts[part], **self.parts.get(part, {})}


@cache
def _shipped() -> PaperWords:
    return words_of(paper_words())[0]


def words_of(template: str, name: str = "") -> tuple[PaperWords, tuple[str, ...]]:
    """Return what a template says, and a sentence for each thing in it that is wrong."""
    said, broken = parsed_text(template.splitlines())
    whose = f"模板“{name}”"
    wrong = [f"{whose}第 {number} 行读不了，这一行没有采用，其余照用，请改正。" for number in broken]
    parts: dict[str, dict[str, Any]] = {}
    for part, entries in said.items():
        if part not in _KEYS or not isinstance(entries, dict):
            names = "、".join(f"[{known}]" for known in _KEYS)
            wrong.append(f"{whose}中的 {part} 不认识，可写的有 {names}，请改正。")
            continue
        taken = parts.setdefault(part, {})
        for key, value in entries.items():
            because = _taken(taken, part, key, value)
            if because:
                wrong.append(f"{whose}中的 {part}.{key} {because}，这一项按默认，其余照用，请改正。")
    return PaperWords(parts), tuple(wrong)


def refusal_of_word(part: str, name: str, value: Any) -> str:
    """Return why a value may not stand in a part of a template under a name; nothing where it may."""
    return _taken({}, part, name, value)


def _taken(taken: dict[str, Any], part: str, key: str, value: Any) -> str:
    """Take an entry of a part; return what is wrong with it, or nothing."""
    entry = _KEYS[part].get(key)
    if entry is None:
        known = "、".join(_KEYS[part])
        return f"不认识，可写的有 {known}"
    try:
        meant = entry.take(value)
    except ValueError:
        return f"应为{entry.expected}"
    unknown = _unknown_hole(meant, part)
    if unknown is not None:
        holes = "".join(f"{{{hole}}}" for hole in HOLES[part])
        return f"里的 {{{unknown}}} 不认识，可写的有 {holes}"
    taken[key] = meant
    return ""


def _unknown_hole(meant: Any, part: str) -> str | None:
    """Return a hole that nothing fills; None where there is none."""
    if part not in HOLES:
        return None
    texts = meant if isinstance(meant, tuple) else (str(meant),)
    for hole in _HOLE.findall("".join(texts)):
        if hole not in HOLES[part]:
            return str(hole)
    return None


def with_page(template: str, page: Mapping[str, Any]) -> str:
    """Return a template, or what ships for none, with some values of the page; its comments stay."""
    import tomlkit

    document = tomlkit.parse(template or paper_words())
    table = document.setdefault("page", tomlkit.table())
    for key, value in page.items():
        table[key] = list(value) if isinstance(value, tuple) else value
    return tomlkit.dumps(document)


def filled(template: str, values: Mapping[str, str]) -> str:
    """Return words with their holes filled; brackets around an empty one alone go with it."""

    def kept(match: re.Match[str]) -> str:
        return match[0] if values.get(match[1]) else ""

    def value(match: re.Match[str]) -> str:
        return values.get(match[1], "")

    return _HOLE.sub(value, _BRACKETED.sub(kept, template))
