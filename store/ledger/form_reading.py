"""A form that came back: from the cells of a workbook to what the unit filled in, wherever it stands now.

Columns are known by their heads and rows by their numbers, never by their places.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from store.ledger.forms import (
    ANSWERS,
    COLUMNS,
    HEAD,
    PROPERTY,
    Answer,
    FormIdentity,
    HeadAnswer,
    identities_in,
)
from store.reading.formats.book_cells import BookCells, SheetCells, address
from store.refused import Refused

_NO_TABLE = "认不出报送表的表头（序号、重点任务……编号），请用发出的报送表填写后再登记。"
_NO_CODE = "找不到表码，不知道是哪个单位、哪一期的报送表，请用发出的报送表填写后再登记。"
_TWO_CODES = "表中有两份报送表的表码，不知道是哪一份的，请各用各的表填写后再登记。"
# k3v9x2mq4nap, k3v9x2mq4nap/p7w2c5e8rt3y
_NUMBER = re.compile(r"([^/\s]+)(?:/([^/\s]+))?")
# 填报人：, 审签人（单位主要负责人）：徐涛
_HEAD = re.compile(rf"({'|'.join(HEAD.values())})\s*(?:[（(][^）)]*[）)])?\s*[：:]\s*(.*)", re.DOTALL)
_ALL_HEADS = frozenset(COLUMNS.values())
_BLANKS = re.compile(r"\s+")


class Filled(NamedTuple):
    """What a cell says, and where it stands in the sheet: H7."""

    text: str
    cell: str
    is_formula: bool = False


@dataclass(frozen=True, slots=True)
class FilledLine:
    """A line of a form that came back."""

    at: int
    """The row of the sheet, from 1."""
    row: str
    """Key of the row; empty where the line bears no number."""
    measure: str
    answers: Mapping[Answer, Filled]
    """What is filled in; no answer is empty."""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form that came back."""

    identity: FormIdentity
    sheet: str
    lines: Sequence[FilledLine]
    head: Mapping[HeadAnswer, str]

    @property
    def fingerprint(self) -> str:
        """SHA-256 of all that is filled in: of one form it is the same wherever its rows stand."""
        said = ["\t".join(pair) for pair in self.head.items()]
        for line in self.lines:
            for name, filled in line.answers.items():
                said.append("\t".join((line.row, line.measure, name, filled.text)))
        said.sort()
        text = "\n".join([*self.identity, *said])
        return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def form_in(book: BookCells) -> FilledForm:
    """Return the form that a workbook holds; Refused where it holds none, or parts of two."""
    sheet, head_at, columns = _table(book)
    above = sheet.rows[:head_at]
    identity = _identity(book, above)
    lines = tuple(_lines(sheet, head_at + 1, columns))
    return FilledForm(identity, sheet.name, lines, dict(_head(above)))


def _table(book: BookCells) -> tuple[SheetCells, int, dict[str, int]]:
    """Return the sheet of the form, the row of its heads from 0, and by name the columns."""
    for sheet in book.sheets:
        for number, row in enumerate(sheet.rows):
            heads = [_BLANKS.sub("", label) for label in row]
            if _ALL_HEADS.issubset(heads):
                return sheet, number, {name: heads.index(head) for name, head in COLUMNS.items()}
    raise Refused(_NO_TABLE)


def _identity(book: BookCells, above: Sequence[Sequence[str]]) -> FormIdentity:
    found = set(identities_in(book.properties.get(PROPERTY, "")))
    for row in above:
        for text in row:
            found.update(identities_in(text))
    if len(found) > 1:
        raise Refused(_TWO_CODES)
    if not found:
        raise Refused(_NO_CODE)
    return found.pop()


def _head(above: Sequence[Sequence[str]]) -> Iterator[tuple[HeadAnswer, str]]:
    """Yield what stands behind 填报人, 电话 and 审签人: in the same cell, else in the next that is filled."""
    names = {label: name for name, label in HEAD.items()}
    for row in above:
        asked: HeadAnswer | None = None
        for text in filter(None, map(str.strip, row)):
            label = _HEAD.fullmatch(text)
            if label:
                asked = names[label[1]]
                text = label[2].strip()
            if asked and text:
                yield asked, " ".join(text.split())
                asked = None


def _lines(sheet: SheetCells, first: int, columns: Mapping[str, int]) -> Iterator[FilledLine]:
    """Yield the lines under the heads that bear a number or are filled in."""
    for number in range(first, len(sheet.rows)):
        answers: dict[Answer, Filled] = {}
        for name in ANSWERS:
            filled = _filled(sheet, number, columns[name])
            if filled.text:
                answers[name] = filled
        said = _filled(sheet, number, columns["number"]).text
        if not said and not answers:
            continue
        named = _NUMBER.fullmatch(said)
        row, measure = named.groups(default="") if named else ("", "")
        yield FilledLine(number + 1, row, measure, answers)


def _filled(sheet: SheetCells, row: int, column: int) -> Filled:
    """Return what a cell says; a row may be shorter than the table."""
    words = sheet.rows[row]
    text = words[column].strip() if column < len(words) else ""
    is_formula = (row, column) in sheet.formulas
    return Filled(text, address(row, column) if text else "", is_formula)
