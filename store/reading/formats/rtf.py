r"""A document in RTF as the lines of a notice: paragraphs, and tables by the edges that their rows name.

Nothing is run or fetched: pictures, objects and whatever is marked as not to be read are skipped.
"""

import codecs
import re
from dataclasses import dataclass, field, replace

from store.reading.formats.decode import MAX_BYTES
from store.reading.formats.edged import Edges, Flow
from store.reading.formats.grids import Words
from store.reading.formats.packages import MOST_BYTES, TOO_LARGE
from store.reading.formats.rtf_words import ESCAPED, NOT_TEXT, SIGNS, TEXT_THOUGH_MARKED
from store.refused import Refused

MAGIC = b"{\\rtf"
"""How such a file begins."""
_TOKEN = re.compile(
    # \par, \u20013?, \'b9: a control word with its number and one blank behind it, or a byte.
    rb"\\(?:([a-z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-z']))"
    # { and }: a group.
    rb"|([{}])"
    # Plain words.
    rb"|([^\\{}\r\n]+)"
)
_DEEPEST = 500
"""Groups within one another that are followed."""
_BREAKS = {"line": "\n", "page": "\n", "sect": "\n", "column": "\n", "tab": " "}
_CHARSETS = {134: "gb18030", 136: "big5", 128: "cp932", 129: "cp949"}
"""The encodings of fonts by the number of their character set."""


@dataclass(slots=True)
class _Group:
    """What holds within a group of the file."""

    is_skipped: bool = False
    is_deleted: bool = False
    encoding: str = ""
    fallback: int = 1
    """Signs behind a sign of Unicode that stand for it in older readers."""
    in_fonts: bool = False


@dataclass(slots=True)
class _Row:
    """The edges of a row while they are named."""

    left: int = 0
    edges: list[Edges] = field(default_factory=list)
    goes_on_across: bool = False
    goes_on_down: bool = False


def words_of_rtf(data: bytes) -> Words:
    """Return the text of a document, table rows as cells parted by bars; Refused is what is too large."""
    if len(data) > MOST_BYTES:
        raise Refused(TOO_LARGE)
    reader = _Reader()
    reader.read(data)
    return Words("\n".join(reader.flow.lines) + "\n", reader.flow.rows)


class _Reader:
    """Follows a file token by token."""

    def __init__(self) -> None:
        self.flow = Flow(MAX_BYTES)
        self._groups = [_Group()]
        self._encoding = "gb18030"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._words: list[str] = []
        self._bytes = bytearray()
        self._to_skip = 0
        self._is_marked = False
        self._row = _Row()
        self._inner_row = _Row()
        self._depth = 0

    def read(self, data: bytes) -> None:
        """Read a file to its end; one that is cut off ends there."""
        at = 0
        while token := _TOKEN.search(data, at):
            at = token.end()
            word, number, byte, sign, brace, plain = token.groups()
            if brace:
                self._brace(brace)
            elif word == b"bin":
                at += max(int(number or 0), 0)
            elif word:
                self._control(word.decode("ascii"), int(number) if number else None)
            elif byte:
                self._byte(bytes([int(byte, 16)]))
            elif plain:
                self._plain(plain)
            else:
                self._sign(sign)
        self._paragraph()
        self.flow.end()

    @property
    def _group(self) -> _Group:
        return self._groups[-1]

    def _sign(self, sign: bytes) -> None:
        """Take a control word of one sign."""
        if sign == b"*":
            self._is_marked = True
        elif sign in ESCAPED:
            self._text(ESCAPED[sign])
        elif sign in {b"\r", b"\n"}:
            self._paragraph()

    def _brace(self, brace: bytes) -> None:
        self._decode()
        self._is_marked = False
        self._to_skip = 0
        if brace == b"{" and len(self._groups) < _DEEPEST:
            self._groups.append(replace(self._group))
        elif brace == b"}" and len(self._groups) > 1:
            self._groups.pop()

    def _control(self, word: str, number: int | None) -> None:
        """Follow a control word."""
        if self._is_marked and word not in TEXT_THOUGH_MARKED:
            self._group.is_skipped = True
        self._is_marked = False
        if word in NOT_TEXT:
            self._group.is_skipped = True
            self._group.in_fonts = word == "fonttbl"
        if self._group.in_fonts:
            self._define_font(word, number or 0)
        elif word == "u":
            self._unicode(number or 0)
        elif word in {"f", "ansicpg", "uc", "deleted", "plain"}:
            self._state(word, number)
        elif not self._group.is_skipped:
            self._print(word, number)

    def _define_font(self, word: str, number: int) -> None:
        if word == "f":
            self._font = number
        elif word == "fcharset" and number in _CHARSETS:
            self._fonts[self._font] = _CHARSETS[number]

    def _state(self, word: str, number: int | None) -> None:
        """Take what a control word says of the words behind it."""
        self._decode()
        if word == "ansicpg":
            self._encoding = _encoding(number or 0) or self._encoding
        elif word == "f":
            self._group.encoding = self._fonts.get(number or 0, "")
        elif word == "uc":
            self._group.fallback = min(max(number or 0, 0), 10)
        elif word == "deleted":
            self._group.is_deleted = number != 0
        else:
            self._group.is_deleted = False

    def _print(self, word: str, number: int | None) -> None:
        """Take a control word that prints something, or makes a table."""
        if word in _BREAKS:
            self._text(_BREAKS[word])
        elif word in SIGNS:
            self._text(SIGNS[word])
        elif word == "par":
            self._paragraph()
        elif word == "pard":
            self._depth = 0
        elif word == "intbl":
            self._depth = max(self._depth, 1)
        elif word == "itap":
            self._depth = max(number or 0, 0)
        else:
            self._table(word, number)

    def _table(self, word: str, number: int | None) -> None:
        """Take a control word of tables."""
        row = self._inner_row if self._depth > 1 else self._row
        if word == "trowd":
            row.left, row.edges = 0, []
        elif word == "trleft":
            row.left = _twips(number)
        elif word == "clmrg":
            row.goes_on_across = True
        elif word == "clvmrg":
            row.goes_on_down = True
        elif word == "cellx":
            self._cell_edge(row, _twips(number))
        elif word in {"cell", "nestcell"}:
            self._paragraph()
            self.flow.end_cell(max(self._depth, 1))
        elif word in {"row", "nestrow"}:
            depth = max(self._depth, 2) if word == "nestrow" else 1
            self.flow.end_row(depth, row.edges)

    def _cell_edge(self, row: _Row, right: int) -> None:
        left = row.edges[-1].right if row.edges else row.left
        edges = Edges(left, right, row.goes_on_across, row.goes_on_down)
        row.edges = [*row.edges, edges]
        row.goes_on_across = row.goes_on_down = False

    def _plain(self, words: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(words))
            self._to_skip -= skipped
            words = words[skipped:]
        if self._is_read and words:
            self._bytes += words

    def _byte(self, byte: bytes) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif self._is_read:
            self._bytes += byte

    @property
    def _is_read(self) -> bool:
        group = self._group
        return not (group.is_skipped or group.is_deleted)

    def _unicode(self, number: int) -> None:
        """Take a sign of Unicode; those beyond 65,535 come in two halves."""
        self._to_skip = 0
        if self._is_read:
            self._decode()
            self._words.append(chr(number & 0xFFFF))
        self._to_skip = self._group.fallback

    def _text(self, words: str) -> None:
        self._decode()
        if self._to_skip:
            self._to_skip -= 1
        elif self._is_read:
            self._words.append(words)

    def _decode(self) -> None:
        """Take the bytes read so far as words."""
        if self._bytes:
            encoding = self._group.encoding or self._encoding
            self._words.append(self._bytes.decode(encoding, "replace"))
            self._bytes.clear()

    def _paragraph(self) -> None:
        """End a paragraph."""
        self._decode()
        halves = "".join(self._words)
        self._words.clear()
        words = halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        self.flow.add(words, self._depth)


def _twips(number: int | None) -> int:
    return min(max(number or 0, -40_000), 400_000)


def _encoding(page: int) -> str:
    """Return the encoding of a code page; Chinese ones are read as the larger one that holds them."""
    if page == 936:
        return "gb18030"
    try:
        return codecs.lookup(f"cp{page}").name
    except LookupError:
        return ""
