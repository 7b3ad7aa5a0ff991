"""What each line of a notice's source was taken for, and each part of a line, for the preview to show.

A line is looked at when it is asked for: a source of 10,000 lines shows at once.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

from store.importing.made import FINDINGS, UNREAD, Made
from store.importing.source_parts import Part, PartsOfLines
from store.reading.prose.page_table import page_table
from store.reading.result import Head, Reading, Section
from store.reading.signs.lines import SourceLine, folded, is_furniture, lines_of, unpadded
from store.reading.signs.signature import is_date

LineState = Literal["read", "asked", "unread", "page"]
"""Taken over; in question; not understood; of the page and not of the text."""
STATE_WORDS: Mapping[LineState, str] = {"read": "已读", "asked": "疑问", "unread": "未读", "page": "版面"}

_HEAD_LINES = 150
"""Lines within which the labels of a page's head table are layout."""
_SHORTEST = 2
"""Signs of a name that is looked for in a line: of one sign there are too many."""
_HELD = ("标题", "附件")
"""What a line may hold with more around it: 附件:1.成员名单."""


class SourceAccount:
    """Says of each line of a reading's source, counted from 1, what it was taken for."""

    def __init__(self, reading: Reading, made: Sequence[Made]) -> None:
        """Take a reading, and what is made of it now: what was settled is in question no more."""
        self._reading = reading
        self._lines = reading.source_text.split("\n")
        self._made = made
        self._parts = PartsOfLines(reading, self._lines)

    @property
    def count(self) -> int:
        """How many lines the source has."""
        return len(self._lines)

    # ------------------------------------------------------------------ whole lines

    def taken_for(self, line: int) -> str:
        """Return what a line is: 标题, 任务, 页码; empty for a blank one and one that has no place."""
        return self._kinds.get(line, "")

    def state(self, line: int) -> LineState | None:
        """Return whether a line was read; none for a blank one."""
        if line in self._asked:
            return "unread" if self._asked[line] == UNREAD else "asked"
        if line in self._kinds:
            return "page" if line in self._of_page else "read"
        return "unread" if self._lines[line - 1].strip() else None

    @cached_property
    def counts(self) -> Mapping[LineState, int]:
        """How many lines are in each state."""
        states = [self.state(line) for line in range(1, self.count + 1)]
        return {state: states.count(state) for state in STATE_WORDS}

    @cached_property
    def stops(self) -> Sequence[int]:
        """The lines to look at, each the first of what is in question or of a run that was not understood."""
        asked = [made.source for made in self._made if _is_asked(made)]
        begins = {source[0] for source in asked if source}
        before = 0
        for line in range(1, self.count + 1):
            if self.state(line) == "unread":
                begins.discard(line)
                if line != before + 1:
                    begins.add(line)
                before = line
        return sorted(begins)

    def stop_after(self, line: int) -> int | None:
        """Return the next line to look at after one, at the end from the top; none where all was read."""
        stops = self.stops
        further = bisect_right(stops, line)
        return stops[further % len(stops)] if stops else None

    @cached_property
    def _asked(self) -> Mapping[int, str]:
        """The lines of what is in question, and of what was not understood, with its group."""
        asked: dict[int, str] = {}
        for made in self._made:
            if _is_asked(made) and made.source:
                for line in range(made.source[0], made.source[-1] + 1):
                    if asked.get(line) != UNREAD:
                        asked[line] = made.group
        return asked

    @cached_property
    def _of_page(self) -> frozenset[int]:
        """The lines of the page around the text."""
        of_page = {unread.line for unread in self._reading.unread if unread.taken_for}
        others = [line.number for line in self._other_lines if is_furniture(line)]
        return frozenset(of_page.union(others))

    @cached_property
    def _in_records(self) -> Mapping[int, str]:
        """The lines that records came from, and what they are; the later of two has a line."""
        kinds: dict[int, str] = {}
        for span, kind in _spans(self._reading):
            kinds |= dict.fromkeys(range(span[0], span[-1] + 1), kind)
        return kinds

    @cached_property
    def _other_lines(self) -> Sequence[SourceLine]:
        lines = lines_of(self._reading.source_text)
        return [line for line in lines if line.number not in self._in_records]

    @cached_property
    def _kinds(self) -> Mapping[int, str]:
        kinds = dict(_head_kinds(self._reading, self._other_lines))
        kinds |= dict.fromkeys(self._of_page, "版面")
        kinds |= self._in_records
        for unread in self._reading.unread:
            if unread.taken_for:
                kinds[unread.line] = unread.taken_for
        return kinds

    def parts(self, line: int) -> Sequence[Part]:
        """Return what the parts of a line were taken for, in order; a record's own text has none."""
        return self._parts.of_line(line, self.taken_for(line))


def _is_asked(made: Made) -> bool:
    return bool(made.questions) or made.group in (FINDINGS, UNREAD)


def _spans(reading: Reading) -> Iterator[tuple[Sequence[int], str]]:
    """Yield the lines of all that was read and what they are; the later of two has a line."""
    yield from _sections(reading.work_points)
    for proposed in reading.proposed:
        yield proposed.task.source, "分工"
    for task in reading.rows:
        yield task.source, "任务"
    for span in reading.headers:
        yield span, "表头"
    for member in reading.roster:
        yield member.source, "名册"
    if reading.group.source:
        yield reading.group.source, "名册"
    if reading.head.source:
        yield reading.head.source, "标题"


def _sections(sections: Iterable[Section]) -> Iterator[tuple[Sequence[int], str]]:
    for section in sections:
        yield section.source, "要点"
        yield from _sections(section.children)


def _head_kinds(reading: Reading, lines: Sequence[SourceLine]) -> Iterator[tuple[int, str]]:
    """Yield the lines around the body among some, each known by what was read of it."""
    first = lines_of(reading.source_text)[:_HEAD_LINES]
    for index in page_table(first)[0]:
        yield first[index].number, "页首"
    kept = _HeadWords(reading)
    for line in lines:
        kind = kept.kind_of(line)
        if kind:
            yield line.number, kind


class _HeadWords:
    """What was read of the head and the annexes, to know their lines by."""

    def __init__(self, reading: Reading) -> None:
        head = reading.head
        self._number = unpadded(folded(head.document_number or ""))
        self._issuer = unpadded(folded(head.issuer))
        self._has_date = bool(head.issued_on)
        self._roles = {unpadded(folded(member.role)) for member in reading.roster}
        self._texts = [
            (kind, unpadded(folded(text)).rstrip(":")) for kind, text in _head_texts(reading, head) if text
        ]

    def kind_of(self, line: SourceLine) -> str:
        words = unpadded(line.folded).rstrip(":")
        if words.startswith("附件") and len(words) <= len("附件10"):
            return "附件"
        for kind, text in self._texts:
            is_part = len(words) > _SHORTEST and words in text
            if words == text or is_part or (kind in _HELD and text in words):
                return kind
        if words in self._roles:
            return "名册"
        if self._issuer and words == f"{self._issuer}文件":
            return "红头"
        if self._number and self._number in words:
            return "文号"
        return "落款" if self._has_date and is_date(line.folded) else ""


def _head_texts(reading: Reading, head: Head) -> Iterator[tuple[str, str]]:
    yield "标题", head.title
    yield "标题", head.document_title
    yield "标题", reading.list_title
    for annex in head.annexes:
        yield "附件", annex
    yield "主送", head.addressees
    yield "落款", head.issuer
    yield "正文", head.preamble
    yield "名册", reading.group.name
