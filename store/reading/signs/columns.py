"""Columns of a task table: which field each header word names, and which side a leaders' column is on."""

import re
from collections.abc import Sequence

from store.reading.signs.lines import folded, unpadded
from store.records.cells import cell_of, leaders_field, units_field
from store.records.values import Column, SideName

OTHER = "other"
"""The field of a column that the list has and the program does not: kept under its own label."""

_LEAD, _PARTICIPANT = units_field("lead"), units_field("participant")
_WORDS: tuple[tuple[str, str], ...] = (
    ("number", r"序号|编号|序"),
    ("remark", r"备注"),
    ("deadline", r".*(?:时限|时间|期限|节点|进度安排|完成日期).*"),
    (leaders_field("lead"), r".*牵头.*(?:领导|责任人|负责人).*"),
    ("leaders", r".*(?:领导|责任人|负责人).*"),
    (_LEAD, r".*(?:牵头|主办|主责|主要责任).*"),
    (_PARTICIPANT, r".*(?:责任|负责|配合|协办|协同|协助|参与|参加|承办|落实).*|(?:单位|部门|处室|科室|股室)"),
    ("targets", r"(?!.*(?:任务|内容|措施|举措)).*(?:目标|指标|成果|成效).*"),
    ("text", r".*(?:任务|内容|措施|举措|要求).*"),
    ("item", r".*(?:事项|项目|类别|领域|板块|工作|重点|问题).*"),
)
_PATTERNS = tuple((field, re.compile(words)) for field, words in _WORDS)
_LONGEST_LABEL = 14


def field_of(label: str) -> str | None:
    """The field that a header word names; `leaders` while its side is not known; none for a word that is no header."""
    word = unpadded(folded(label))
    if not 0 < len(word) <= _LONGEST_LABEL or re.search(r"[。,;:\d]", word):
        return None
    return next((field for field, words in _PATTERNS if words.fullmatch(word)), None)


def columns_of(labels: Sequence[str]) -> tuple[Column, ...] | None:
    """The columns under these labels; none where they are not the header of a task table."""
    fields = [field_of(label) for label in labels]
    wanted = {_LEAD, _PARTICIPANT, "leaders", leaders_field("lead")}
    if len(labels) < 2 or sum(field is not None for field in fields) * 3 < len(labels) * 2:
        return None
    if not wanted & set(fields) or not {"text", "item", "targets"} & set(fields):
        return None
    return tuple(
        Column(field, unpadded(label)) for field, label in zip(_settled(fields), labels, strict=True)
    )


def _settled(fields: Sequence[str | None]) -> list[str]:
    """Each field once: leaders go to the side of the units before them, the first of two texts is the item, a lone item the text."""
    settled = [field or OTHER for field in fields]
    if "text" not in settled:
        wording = next(name for name in ("item", "targets") if name in settled)
        settled[_last(settled, wording)] = "text"
    texts = [place for place, field in enumerate(settled) if field == "text"]
    if len(texts) > 1 and "item" not in settled:
        settled[texts[0]] = "item"
    side = first_side(settled)
    for place, field in enumerate(settled):
        cell = cell_of(field)
        if cell and cell.kind == "units":
            side = cell.side
        elif field == "leaders":
            settled[place] = leaders_field(side)
    for field in set(settled) - {OTHER, _LEAD, _PARTICIPANT}:
        for place in [place for place, name in enumerate(settled) if name == field][1:]:
            settled[place] = OTHER
    return settled


def first_side(fields: Sequence[str | None]) -> SideName:
    """Return the side of the first field that holds units; the lead where none does."""
    for field in fields:
        cell = cell_of(field or "")
        if cell and cell.kind == "units":
            return cell.side
    return "lead"


def _last(fields: Sequence[str], wanted: str) -> int:
    return max(place for place, field in enumerate(fields) if field == wanted)
