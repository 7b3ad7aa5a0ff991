"""A saved web page (.html) as the lines of a notice: a paragraph or table row a line, furniture left out."""

import re
from html.parser import HTMLParser

from store.reading.formats.decode import MAX_LINES
from store.reading.formats.grids import Grid, RowsSoFar, Words
from store.refused import Refused

_LEFT_OUT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "footer",
        "aside",
        "select",
        "button",
        "iframe",
        "svg",
        "title",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "pre",
        "blockquote",
        "center",
        "body",
        "hr",
    ]
)
_DEEPEST = 200
"""Tables or hidden parts within one another that are followed."""
_BEGINNING = 2_000
_MOST_LONE_SIGNS = 1_000
"""Signs < that a whole page may have beyond its tags, as 1 < 2 in its text."""
# <!ENTITY …> or <!DOCTYPE html [ … ]>: entities of its own, which may unfold without end.
_ENTITIES = re.compile(r"<!ENTITY|<!DOCTYPE[^>]*\[", re.IGNORECASE)
# src="data:image/png;base64,…": a picture within the page.
_PICTURE = re.compile(r"""(["'])data:[^"'<>]*\1""")
# A tag that is never closed; the parser takes ever longer over it.
_OPEN_TAG = re.compile(r"<[^<>]{20000}")
# <!DOCTYPE html>, <html>, or a piece of a page that was saved alone: <div>, <table>.
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|table|meta)\b", re.IGNORECASE)


def looks_like_page(text: str) -> bool:
    """Tell whether a text is a web page: a tag of one stands at its beginning."""
    begins_with_tag = text.lstrip("\ufeff \t\r\n").startswith("<")
    return begins_with_tag and bool(_PAGE.search(text[:_BEGINNING]))


def words_of_page(page: str) -> Words:
    """Return the text of a page, tables as rows of cells parted by bars.

    Refused is a page that declares entities of its own, that is not whole, or that is too long.
    """
    if _ENTITIES.search(page):
        raise Refused(
            "这个网页带有自定义实体，出于安全不读取。请在浏览器中打开，复制正文另存为文本文件（*.txt），再导入。"
        )
    page = _PICTURE.sub('""', _without_comments(page))
    if page.count("<") > 2 * page.count(">") + _MOST_LONE_SIGNS or _OPEN_TAG.search(page):
        raise Refused(
            "这个网页不完整，读不出正文。请在浏览器中打开，复制正文另存为文本文件（*.txt），再导入。"
        )
    reader = _PageReader()
    reader.feed(page)
    reader.close()
    text = reader.text()
    if text.count("\n") > MAX_LINES:
        raise Refused(
            f"网页文字太长（超过 {MAX_LINES} 行），不像一份通知。请只留下通知的文字，另存后再导入。"
        )
    return Words(text, reader.rows)


def _without_comments(page: str) -> str:
    """Return the page without its comments; the parser takes ever longer over those that are not closed."""
    kept: list[str] = []
    end = 0
    while True:
        start = page.find("<!--", end)
        close = page.find("-->", start + 2) if start >= 0 else -1
        if close < 0:
            return "".join(kept) + page[end:].replace("<!--", "")
        kept.append(page[end:start])
        end = close + 3


class _PageReader(HTMLParser):
    """Collects the words of a page: lines outside tables, cells within them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._words: list[str] = []
        self._hidden: list[str] = []
        self._tables: list[Grid] = []
        self.rows: RowsSoFar = {}

    def text(self) -> str:
        while self._tables:
            self._end_table()
        self._end_line()
        return "\n".join(self._lines) + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden or tag in _LEFT_OUT:
            self._hide(tag)
        elif tag == "table" and len(self._tables) < _DEEPEST:
            self._end_line()
            self._tables.append(Grid(self.rows))
        elif self._tables and tag in {"tr", "td", "th"}:
            self._end_cell()
            self._start_in_table(tag, dict(attrs))
        elif tag == "br" or tag in _BLOCKS:
            self._end_line()

    def _hide(self, tag: str) -> None:
        """Begin a part that is left out, or follow one like it within it, so that its end is known."""
        is_same = self._hidden[-1:] in ([], [tag])
        if is_same and len(self._hidden) < _DEEPEST:
            self._hidden.append(tag)

    def _start_in_table(self, tag: str, attrs: dict[str, str | None]) -> None:
        table = self._tables[-1]
        if tag == "tr":
            table.start_row()
        else:
            table.start_cell(_span(attrs.get("colspan")), _span(attrs.get("rowspan")))

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.pop()
        elif tag == "table" and self._tables:
            self._end_table()
        elif self._tables and tag in {"td", "th"}:
            self._end_cell()
        elif tag in _BLOCKS:
            self._end_line()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._words.append(data)

    def _end_line(self) -> None:
        words = re.sub(r"[ \t\r\n\f]+", " ", "".join(self._words)).strip()
        self._words.clear()
        if words and self._tables:
            self._tables[-1].add(words)
        elif words:
            self._lines.append(words)

    def _end_cell(self) -> None:
        self._end_line()
        self._tables[-1].end_cell()

    def _end_table(self) -> None:
        self._end_cell()
        lines = self._tables.pop().lines()
        if self._tables:
            self._tables[-1].add_table(lines)
        else:
            self._lines += lines


def _span(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 6 else 1
