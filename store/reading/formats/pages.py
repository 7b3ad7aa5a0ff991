"""A saved web page (.html) as the lines of a notice: one paragraph or table row a line, the page's own furniture left out."""

import re
from html.parser import HTMLParser

from store.reading.formats.decode import MAX_LINES
from store.reading.formats.grids import Grid
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
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|table|meta)\b", re.IGNORECASE)


def looks_like_page(text: str) -> bool:
    """Whether a text is a web page: a tag of one stands at its beginning."""
    return text.lstrip("\ufeff \t\r\n").startswith("<") and bool(_PAGE.search(text[:2000]))


def text_of_page(page: str) -> str:
    """The text of a page, tables as rows of cells parted by bars; Refused for a page that declares entities of its own."""
    if re.search(r"<!ENTITY|<!DOCTYPE[^>]*\[", page, re.IGNORECASE):
        raise Refused(
            "这个网页带有自定义实体,出于安全不读取。请在浏览器中打开,复制正文另存为文本文件 (*.txt),再导入。"
        )
    page = re.sub(r"""(["'])data:[^"'<>]*\1""", '""', _without_comments(page))
    if page.count("<") > 2 * page.count(">") + 1000 or re.search(r"<[^<>]{20000}", page):
        raise Refused("这个网页不完整,读不出正文。请在浏览器中打开,复制正文另存为文本文件 (*.txt),再导入。")
    reader = _PageReader()
    reader.feed(page)
    reader.close()
    text = reader.text()
    if text.count("\n") > MAX_LINES:
        raise Refused(f"网页文字太长 (超过 {MAX_LINES} 行),不像一份通知。请只留下通知的文字,另存后再导入。")
    return text


def _without_comments(page: str) -> str:
    """The page without its comments; the parser takes ever longer over those that are not closed."""
    kept: list[str] = []
    end = 0
    while (start := page.find("<!--", end)) >= 0 and (close := page.find("-->", start + 2)) >= 0:
        kept.append(page[end:start])
        end = close + 3
    return "".join(kept) + page[end:].replace("<!--", "")


class _PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._words: list[str] = []
        self._hidden: list[str] = []
        self._tables: list[Grid] = []

    def text(self) -> str:
        while self._tables:
            self._end_table()
        self._end_line()
        return "\n".join(self._lines) + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden:
            if tag == self._hidden[-1] and len(self._hidden) < _DEEPEST:
                self._hidden.append(tag)
        elif tag in _LEFT_OUT:
            self._hidden.append(tag)
        elif tag == "table" and len(self._tables) < _DEEPEST:
            self._end_line()
            self._tables.append(Grid())
        elif self._tables and tag in {"tr", "td", "th"}:
            self._end_cell()
            if tag == "tr":
                self._tables[-1].start_row()
            else:
                spans = dict(attrs)
                self._tables[-1].start_cell(_span(spans.get("colspan")), _span(spans.get("rowspan")))
        elif tag == "br" or tag in _BLOCKS:
            self._end_line()

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
