"""A PDF with text as the lines of a notice: words and lines where its pages draw them."""

import io
import logging
import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from store.reading.formats.decode import MAX_BYTES
from store.reading.formats.drawn import Drawing
from store.reading.formats.grids import Words
from store.reading.formats.packages import TOO_LARGE
from store.reading.formats.paged import words_of_pages
from store.reading.formats.pdf_places import Places
from store.reading.formats.pdf_widths import Widths, widths_of
from store.reading.formats.placed import Page, Piece, width_of
from store.refused import Refused

MAGIC = b"%PDF"
"""How a PDF begins."""
_MOST_PAGES = 400
_MOST_OPERATIONS = 400_000
"""Drawing steps of a whole document."""
_LIMITS = {
    "zlib_maximum_output_length": 20_000_000,
    "lzw_maximum_output_length": 20_000_000,
    "run_length_maximum_output_length": 20_000_000,
    "array_based_stream_maximum_output_length": 20_000_000,
    "stream_decoding_work_maximum_length": 60_000_000,
    "stream_parsing_work_maximum_count": 300_000,
    "xform_maximum_invocations_per_extraction": 2_000,
    "jbig2dec_binary": None,
}
"""What the reader of PDF may spend on one part; it starts no program."""
_FAR = -300
"""A step to the right within words, in thousandths of their size, behind which they stand at a place of their
own: a blank is left there, or signs of another font are drawn between.
"""
_STEP = b"step"
"""What such a step is handed on as; the format has no such operator."""
_MOVES_AND_WORDS = frozenset({b"'", b'"'})
_MOVES = frozenset({b"Td", b"TD", b"Tm", b"T*"})
_PLACED = {b"re": 4, b"m": 2, b"l": 2}
"""Steps of a path, and how many numbers each has."""
_PAINTED = {
    **dict.fromkeys([b"S", b"s", b"B", b"B*", b"b", b"b*"], Drawing.stroke),
    **dict.fromkeys([b"f", b"F", b"f*"], Drawing.fill),
    b"n": Drawing.drop,
    b"h": Drawing.close,
}
"""What ends a path, or closes it."""
# Signs that no letter is named for: controls, the sign of what is unknown, a font's own.
_UNKNOWN = re.compile("[\x00-\x08\x0b-\x1f\ufffd\ue000-\uf8ff]")
_MOST_UNKNOWN = 0.3
"""Share of signs that the file names no letter for, from which on its text is none."""
_LOCKED = "这个 PDF 设有密码，读不出文字。请在 WPS 中输入密码打开，另存为不加密的文件，再导入。"
_DAMAGED = "文件已损坏或不是 PDF，无法读取。请在 WPS 中打开，转换并另存为 Word 文档（*.docx），再导入。"
_NO_LETTERS = "这个 PDF 没有写明文字的编码，复制出来是乱码。请在 WPS 中用“PDF 转 Word”识别文字，核对后另存为 *.docx，再导入。"
_SAID = {"DependencyError": _LOCKED, "FileNotDecryptedError": _LOCKED, "LimitReachedError": TOO_LARGE}
"""What is said of the errors that the reader of PDF raises for no damage."""
_MISSING = "本机没有安装读取 PDF 的组件（pypdf）。请在 WPS 中打开，转换并另存为 Word 文档（*.docx），再导入。"


def words_of_pdf(data: bytes) -> Words:
    """Return the text of a PDF; Refused is a scan, a locked file, damage, and what is beyond the limits."""
    return words_of_pages(printed_pages(data))


def printed_pages(data: bytes) -> list[Page]:
    """Return what each page of a PDF prints."""
    try:
        pypdf = import_module("pypdf")
    except ImportError:
        raise Refused(_MISSING) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with pypdf.apply_configuration(**_LIMITS):
            reader = pypdf.PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise Refused(_LOCKED)
            pages = list(_pages(reader))
    except Refused:
        raise
    except Exception as error:  # the reader of PDF raises whatever its damage brings about
        raise Refused(_SAID.get(type(error).__name__, _DAMAGED)) from error
    _check(pages)
    return pages


def _pages(reader: Any) -> Iterator[Page]:
    """Give what each page prints."""
    count = len(reader.pages)
    if count > _MOST_PAGES:
        raise Refused(TOO_LARGE)
    spent = 0
    signs = 0
    for page in reader.pages:
        drawn = _Drawn(reader, page)
        spent += drawn.operations
        signs += sum(len(piece.words) for piece in drawn.page.pieces)
        if spent > _MOST_OPERATIONS or signs > MAX_BYTES:
            raise Refused(TOO_LARGE)
        yield drawn.page


def _check(pages: Sequence[Page]) -> None:
    """Refuse pages whose text no letters are named for."""
    unknown = known = 0
    for page in pages:
        for piece in page.pieces:
            signs = len(piece.words)
            readable = len(_UNKNOWN.sub("", piece.words))
            known += readable
            unknown += signs - readable
    if unknown > _MOST_UNKNOWN * (known + unknown):
        raise Refused(_NO_LETTERS)


class _Drawn:
    """A page while its drawing steps are followed."""

    def __init__(self, reader: Any, page: Any) -> None:
        self._places = Places(page)
        self.page = Page(*self._places.size)
        self._drawing = Drawing(self.page.rulings)
        content = import_module("pypdf.generic").ContentStream(page.get_contents(), reader, "bytes")
        self.operations = len(content.operations)
        content.operations = list(_each_alone(content.operations))
        self._strings: list[bytes] = []
        self._spacing = 0.0
        self._on = 0.0
        """How far behind the last move the next words stand, in sizes."""
        self._wide = 0.0
        """How wide the last words are, in sizes."""
        self._widths: dict[int, Widths | None] = {}
        self.page.has_drawing = self.operations > 0
        name = import_module("pypdf.generic").NameObject("/Contents")
        page[name] = content
        page.extract_text(
            visitor_operand_before=self._draw, visitor_operand_after=self._leave, visitor_text=self._write
        )

    def _leave(self, operator: bytes, _operands: Any, _matrix: Sequence[float], _text: Any) -> None:
        """Come back from a form."""
        if operator == b"Do":
            self._places.end_form()

    def _write(
        self, words: str, matrix: Sequence[float], text: Sequence[float], font: Any, size: float
    ) -> None:
        """Take words at their place; a blank that no string of the file holds is none."""
        strings = self._strings
        self._strings = []
        words = words.replace("\n", "").replace("\x00", "")
        if not words or not strings:
            return
        left, line = self._places.of(text[4], text[5], matrix)
        scale = _height(text) * _height(matrix)
        printed = (abs(size) or 1.0) * scale
        left += self._on * printed
        wide = self._width(words, strings, font, printed, scale)
        self._wide = wide / printed
        self.page.pieces.append(Piece(left, left + wide, line, printed, words))

    def _width(self, words: str, strings: Sequence[bytes], font: Any, size: float, scale: float) -> float:
        """Return how wide words are: as their font says it, else as most fonts print them."""
        if id(font) not in self._widths:
            self._widths[id(font)] = widths_of(font)
        widths = self._widths[id(font)]
        if widths is None:
            return width_of(words, size) + self._spacing * scale * len(words)
        spacing = self._spacing * scale * sum(map(widths.signs, strings))
        return sum(map(widths.of, strings)) * size + spacing

    def _draw(self, operator: bytes, operands: Any, matrix: Sequence[float], _text: Any) -> None:
        """Take a line where one is drawn, and of words what tells how wide they are."""
        if operator == b"Tj" and operands:
            self._strings.append(_codes(operands[0]))
        elif operator == _STEP:
            self._on += self._wide - float(operands[0]) / 1000
        elif operator in _MOVES:
            self._on = 0.0
        elif operator == b"Do":
            self._places.begin_form(matrix)
        elif operator == b"Tc" and operands:
            self._spacing = float(operands[0])
        elif operator in _PLACED and len(operands) == _PLACED[operator]:
            self._path(operator, [float(number) for number in operands], matrix)
        elif operator in _PAINTED:
            _PAINTED[operator](self._drawing)

    def _path(self, operator: bytes, numbers: Sequence[float], matrix: Sequence[float]) -> None:
        """Follow a step of a path."""
        to = self._places.of(numbers[0], numbers[1], matrix)
        if operator == b"m":
            self._drawing.move(to)
        elif operator == b"l":
            self._drawing.line(to)
        else:
            x, y, width, height = numbers
            corner = self._places.of(x + width, y + height, matrix)
            self._drawing.box(to, corner)


def _height(matrix: Sequence[float]) -> float:
    """Return how many times as high a matrix makes letters, turned ones too."""
    return abs(matrix[3] or matrix[1]) or 1.0


def _codes(string: Any) -> bytes:
    """Return the codes of a string."""
    if isinstance(string, bytes):
        return string
    return bytes(getattr(string, "original_bytes", b""))


def _each_alone(operations: Sequence[tuple[Any, bytes]]) -> Iterator[tuple[Any, bytes]]:
    """Give drawing steps so that words of different places are told apart.

    The font is named again before and behind each move, at which the reader of PDF hands over what it
    has; the small steps within words, which make a justified line, are left out.
    """
    font: Any = None
    for operands, operator in operations:
        if operator == b"Tf":
            font = operands
        named = [] if font is None else [(font, b"Tf")]
        if operator in _MOVES:
            yield from (*named, (operands, operator), *named)
        elif operator in _MOVES_AND_WORDS and operands:
            yield from (*named, ([], b"T*"), *named, (operands[-1:], b"Tj"))
        elif operator == b"TJ" and operands and isinstance(operands[0], list):
            yield from _words_within(operands[0], named)
        else:
            yield operands, operator


def _words_within(steps: Sequence[Any], named: Sequence[tuple[Any, bytes]]) -> Iterator[tuple[Any, bytes]]:
    """Give the strings of a justified line, those behind a wide step by themselves."""
    for step in steps:
        if isinstance(step, str | bytes):
            yield [step], b"Tj"
        elif step < _FAR:
            yield from (*named, ([step], _STEP))
