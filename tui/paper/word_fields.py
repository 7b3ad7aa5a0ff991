"""The words of a template as fields of a form, and what is typed there put back into its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from data import paper_words
from store.refused import Refused
from tui.paper.setup import TODAY
from tui.paper.words import HOLES, refusal_of_word, words_of

PARTS = {"notice": "调整通知", "bulletin": "通报", "handover": "移交清单", "reminder": "催办单、督办单"}
"""The parts of a template whose words are changed in a form, by what the clerk calls them."""
_LABELS = {
    "title": "标题",
    "addressees": "称呼（主送机关）",
    "opening": "开头",
    "body": "正文",
    "closing": "结尾",
    "issuer": "落款",
    "date": "成文日期",
    "signatures": "签字人",
    "witness": "监交人",
    "receipt": "回执题目",
    "note": "表下说明",
    "copies_to": "抄送机关",
    "printed_by": "印发机关",
    "printed_on": "印发日期",
    "head_lines": "红头行数",
}
"""The words of all parts, in the order in which they stand on paper."""
_OF_PRINT = "打印当天"
_DAY = f"{_OF_PRINT}，或写明日期；空着留待手写"
_HINTS = {"body": "一行一段", "signatures": "一行一人", "date": _DAY, "printed_on": _DAY}
_LONG = ("body", "opening", "closing", "signatures", "note")


@dataclass(frozen=True, slots=True)
class WordField:
    """A word of a template: its name, what the clerk calls it, and what it says, as it is typed."""

    name: str
    label: str
    said: str
    hint: str
    is_long: bool
    """Whether it is written on several lines."""


def word_fields(template: str, part: str) -> Sequence[WordField]:
    """Return the words of a part of a template; those that it leaves open as they ship."""
    said = words_of(template)[0].of(part)
    fields = []
    for name in filter(said.__contains__, _LABELS):
        fields.append(WordField(name, _LABELS[name], _typed(said[name]), _HINTS.get(name, ""), name in _LONG))
    return fields


def holes_of(part: str) -> str:
    """Return what may be written into the words of a part to be filled when it is printed."""
    return "".join(f"{{{hole}}}" for hole in HOLES[part])


def with_word(template: str, part: str, name: str, typed: str) -> str:
    """Return a template, or what ships for none, that says something else in a word; its comments stay.

    Refused, with a sentence, where that may not stand there.
    """
    import tomlkit

    value = _value(typed, words_of(template)[0].of(part)[name])
    if because := refusal_of_word(part, name, value):
        raise Refused(f"{_LABELS[name]}{because}，请改正。")
    document = tomlkit.parse(template or paper_words())
    table = document.setdefault(part, tomlkit.table())
    table[name] = tomlkit.string(value, multiline="\n" in value) if isinstance(value, str) else value
    return tomlkit.dumps(document)


def _typed(value: Any) -> str:
    if value == TODAY:
        return _OF_PRINT
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def _value(typed: str, held: Any) -> Any:
    """Return what was typed as the kind of value that stood there."""
    if isinstance(held, tuple):
        return [line.strip() for line in typed.splitlines() if line.strip()]
    if typed.strip() == _OF_PRINT:
        return TODAY
    return int(typed) if isinstance(held, int) and typed.isdecimal() else typed
