"""What can be in doubt on a side of a row: each kind has a code, and its sentence is made here.

The program looks at the code; the sentence is for the clerk and is stored beside it, as it was said then.
"""

import re
from typing import Literal

from store.records.values import Doubt, SideName
from store.words.names import name_key

DoubtCode = Literal[
    "leaders_left",
    "misplaced",
    "few_cells",
    "no_unit",
    "first_is_collective",
    "brackets_behind",
    "owners_behind",
    "owners_between",
    "unread_owners",
    "side_unknown",
    "bare_bracket",
    "column_unknown",
    "unit_or_person",
]

_SENTENCES: dict[DoubtCode, str] = {
    "leaders_left": "{}的分管领导未定，分管领导未随单位改动",
    "misplaced": "“{}”栏写的是“{}”，没有填入，请对照原文确认",
    "few_cells": "原表此行只有 {} 格，所在栏不明，请对照原文确认",
    "no_unit": "“{}”不像单位名称，没有填入，请对照原文确认",
    "first_is_collective": "通知规定列第一位的为牵头单位，而“{}”不是一个单位，请指定牵头单位",
    "brackets_behind": "紧随其后的括号可能也管这一条，请对照原文确认",
    "owners_behind": "“{}”写在几条之后，暂按其上各条都归它读出，请对照原文确认",
    "owners_between": "“{}”写在两条之间，管上一条还是下一条不明，请对照原文确认",
    "unread_owners": "未读出责任单位：“{}”，请对照原文填写",
    "side_unknown": "“{}”属于哪一方不明，暂列责任一方，请确认",
    "column_unknown": "“{}”一栏是否责任单位不明，“{}”没有填入，请确认",
    "unit_or_person": "“{}”是单位还是责任人不明，暂作单位，请对照原文确认",
    "bare_bracket": "“{}”未写明牵头或责任，暂列责任一方，各条相同，请确认",
}
"""The sentence of each code, with a place for each of its values."""


def doubt(side: SideName, code: DoubtCode, *values: object) -> Doubt:
    """Return the doubt of a kind on a side, its sentence made from its values."""
    return Doubt(side, _SENTENCES[code].format(*values), code)


def _is_of(sentence: str, reason: str) -> bool:
    """Tell a sentence with any values, its signs of either width: 平台处的分管领导未定,分管领导不变."""
    around = map(re.escape, name_key(sentence).split("{}"))
    return re.fullmatch("(?s:.*)".join(around), name_key(reason)) is not None


def code_of_sentence(reason: str) -> str:
    """Return the code of a doubt that was stored without one (by 0.1.0); empty for a sentence of no kind."""
    found = (code for code, sentence in _SENTENCES.items() if _is_of(sentence, reason))
    return next(found, "")
