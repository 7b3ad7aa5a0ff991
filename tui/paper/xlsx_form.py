"""A form for the reports of a unit as a workbook: what the unit fills in is open, all else is locked.

The protection has no password and keeps slips out, not people; what comes back is known by its numbers.
"""

import io
import re
from collections.abc import Mapping
from math import ceil
from typing import TYPE_CHECKING, Any, Literal
from zipfile import ZIP_DEFLATED, ZipFile

from store.ledger.forms import ANSWERS, COLUMNS, HEAD, LONGEST, PROPERTY, FormLine, UnitForm, by_name
from store.progress import Progress, behind, silent, told
from store.reading.formats.book_cells import address
from store.records.report import REPORT_WORDS
from store.words.full_width import as_printed
from tui.paper.fonts import NAMES
from tui.paper.layout import written_day
from tui.paper.xlsx import for_cell, new_book

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

SHEET, PAST_SHEET = "报送表", "上期填报"

_Look = Literal[
    "title", "said", "label", "field", "note", "code", "head", "locked", "centred", "open", "word"
]
_GREY, _LINE = "#EDEDED", "#808080"
_LOOKS: Mapping[_Look, Mapping[str, Any]] = {
    "title": {"font_name": NAMES["title"], "font_size": 18, "align": "center"},
    "said": {},
    "label": {"align": "right"},
    "field": {"bottom": 1, "locked": False, "num_format": "@"},
    "note": {"text_wrap": True, "font_size": 10},
    "code": {"font_size": 8, "font_color": _LINE},
    "head": {
        "font_name": NAMES["strong"],
        "align": "center",
        "text_wrap": True,
        "border": 1,
        "bg_color": _GREY,
    },
    "locked": {"text_wrap": True, "border": 1, "bg_color": _GREY},
    "centred": {"text_wrap": True, "border": 1, "bg_color": _GREY, "align": "center"},
    "open": {"text_wrap": True, "border": 1, "locked": False, "num_format": "@"},
    "word": {"align": "center", "border": 1, "locked": False, "num_format": "@"},
}
_WIDTHS = {
    "name": 5,
    "text": 30,
    "deadline": 10,
    "role": 6,
    "target": 14,
    "value": 9,
    "word": 9,
    "done": 36,
    "problem": 21,
    "next_step": 21,
    "number": 12,
}
"""Widths of the columns, in signs of the workbook's letters."""
_PARTED = {COLUMNS["role"]: "我单位\n角色"}
"""Heads that stand on two lines; they are read back without."""
_CENTRED = frozenset(("name", "role"))
_OF_THE_LIST = ("text", "deadline", "target")
"""Columns with the list's own text: on paper its signs are full-width."""
_LAST_SHOWN = len(COLUMNS) - 2
_HEIGHTS = {0: 30, 1: 21, 2: 24, 3: 30, 4: 13, 5: 33}
"""Points of the rows over the table, and of its heads."""
_LINE_HEIGHT, _FEWEST_LINES, _MOST_LINES = 15, 2, 26
"""Points of a line of a cell, and how many lines a row has: Excel draws no row higher than 409 points."""
_HAN = 2.2
"""Signs of the workbook's letters that a Chinese one is as wide as."""
_WIDE = re.compile("[\u2e80-\U0010ffff]")
_WORD_RULE = {
    "validate": "list",
    "source": list(REPORT_WORDS.values()),
    "error_title": "状态",
    "error_message": f"请从下拉中选：{'、'.join(REPORT_WORDS.values())}。",
}
_LENGTH_RULE = {
    "validate": "length",
    "criteria": "<=",
    "value": LONGEST,
    "error_title": "文字太长",
    "error_message": f"请不超过 {LONGEST} 字。",
}
_GROWS = (b' customHeight="1"', b"")
"""What is taken out of the sheets, so that a row grows with what is typed in it."""
_HEAD_ROW = 5
_PACKING = 2
"""Parts of the work behind the lines: the workbook is put together, and its rows are let grow."""
_NOTE = (
    f"只填白底的格：完成值只写数字，没有目标的写完成比例（如 45%）；状态从下拉中选；每格不超过 {LONGEST} 字。"
    "灰底的格已保护，没有口令，撤销保护后可以调整行高、排序；请勿改动表码和隐藏的“编号”列。"
)
_FIELDS = {"reporter": (0, 1, 2, 4), "phone": (5, 5, 6, 7), "signed_by": (8, 8, 9, 9)}
"""Of each field over the table the columns of its label and of its cell."""
_OPEN_ACTS = ("format_columns", "format_rows", "sort", "autofilter")


def form_size(form: UnitForm) -> int:
    """Return of how many parts making a workbook of a form tells: its lines, and putting them together."""
    return len(form.lines) + len(form.past) + _PACKING


def form_workbook(form: UnitForm, progress: Progress = silent) -> bytes:
    """Return a form as the bytes of an .xlsx file; Refused without XlsxWriter."""
    written = io.BytesIO()
    book = new_book(written)
    looks = {name: book.add_format({**_usual(), **look}) for name, look in _LOOKS.items()}
    title = for_cell(form.title)
    book.set_properties({"title": title})
    book.set_custom_property(PROPERTY, form.identity.code, "text")
    size, lines = form_size(form), len(form.lines)
    _FormSheet(book, form, looks).draw(behind(0, size, progress))
    _draw_past(book, form, looks, behind(lines, size, progress))
    progress(size - _PACKING, size)
    book.close()
    progress(size - 1, size)
    return _growing(written.getvalue())


def _growing(data: bytes) -> bytes:
    """Return a workbook whose rows keep their heights and grow: XlsxWriter fixes each height that is set."""
    grown = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as book, ZipFile(grown, "w", ZIP_DEFLATED) as copy:
        for part in book.infolist():
            content = book.read(part)
            if part.filename.startswith("xl/worksheets/"):
                content = content.replace(*_GROWS)
            copy.writestr(part.filename, content)
    return grown.getvalue()


def _usual() -> dict[str, Any]:
    return {"font_name": NAMES["number"], "font_size": 11, "valign": "vcenter"}


class _FormSheet:
    """Draws the sheet that is filled in."""

    def __init__(self, book: "Workbook", form: UnitForm, looks: "Mapping[_Look, Format]") -> None:
        self._form, self._looks = form, looks
        self._sheet: Worksheet = book.add_worksheet(SHEET)

    def draw(self, progress: Progress) -> None:
        """Draw head and table, and lock what is not to be filled in."""
        self._page()
        self._over_the_table()
        for column, label in enumerate(COLUMNS.values()):
            parted = _PARTED.get(label, label)
            self._put(_HEAD_ROW, column, parted, "head")
        for row, line in enumerate(told(self._form.lines, progress), _HEAD_ROW + 1):
            self._line(row, line)
        self._validate()
        self._sheet.protect("", dict.fromkeys(_OPEN_ACTS, True))

    def _page(self) -> None:
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.4, 0.4, 0.5, 0.6)
        sheet.center_horizontally()
        sheet.repeat_rows(_HEAD_ROW)
        sheet.freeze_panes(_HEAD_ROW + 1, 2)
        sheet.set_footer("&C— &P —")
        for column, name in enumerate(COLUMNS):
            hidden = {"hidden": 1} if name == "number" else {}
            sheet.set_column(column, column, _WIDTHS[name], None, hidden)
        for row, height in _HEIGHTS.items():
            sheet.set_row(row, height)

    def _over_the_table(self) -> None:
        form = self._form
        period, day = form.period.label, written_day(form.due_on)
        title = f"{form.unit}{period}重点任务进展情况报送表"
        self._across(0, 0, _LAST_SHOWN, title, "title")
        said = f"单位：{form.unit}", f"报送期：{period}", f"请于{day}前报送"
        self._across(1, 0, 6, "　　".join(said), "said")
        self._across(1, 7, _LAST_SHOWN, f"清单：{form.list_name}", "label")
        for name, label in HEAD.items():
            first, last, begin, end = _FIELDS[name]
            if name == "signed_by" and form.sign_off:
                label = f"{label}（{form.sign_off}）"
            self._across(2, first, last, f"{label}：", "label")
            self._across(2, begin, end, "", "field")
        self._across(3, 0, _LAST_SHOWN, _NOTE, "note")
        self._across(4, 0, _LAST_SHOWN, f"表码 {form.identity.code}", "code")

    def _across(self, row: int, first: int, last: int, text: str, look: _Look) -> None:
        """Write a text over columns of a row."""
        if first == last:
            self._put(row, first, text, look)
            return
        words, set_so = for_cell(text), self._looks[look]
        self._sheet.merge_range(row, first, row, last, words, set_so)

    def _put(self, row: int, column: int, text: str, look: _Look) -> None:
        if text:
            words = for_cell(text)
            self._sheet.write_string(row, column, words, self._looks[look])
        else:
            self._sheet.write_blank(row, column, None, self._looks[look])

    def _line(self, row: int, line: FormLine) -> None:
        text = f"（同上）{line.target}" if line.is_further else line.text
        said = {"name": line.name, "text": text, "deadline": line.deadline, "role": line.role}
        said |= {"target": line.target, "number": line.number, **by_name(line.answers)}
        said |= {name: as_printed(said[name]) for name in _OF_THE_LIST}
        self._sheet.set_row(row, _height(said))
        for column, name in enumerate(COLUMNS):
            text = said.get(name, "")
            self._put(row, column, text, _look_of(line, name))

    def _validate(self) -> None:
        """Offer the words of the state, ask for texts of some length; figures may be texts."""
        sheet, count = self._sheet, len(self._form.lines)
        columns = list(COLUMNS)
        word, value = columns.index("word"), columns.index("value")
        texts = columns.index("done"), columns.index("next_step")
        first, last = _HEAD_ROW + 1, _HEAD_ROW + count
        sheet.data_validation(first, word, last, word, _WORD_RULE)
        sheet.data_validation(first, texts[0], last, texts[1], _LENGTH_RULE)
        figures = address(first, value), address(last, value)
        sheet.ignore_errors({"number_stored_as_text": ":".join(figures)})


def _height(said: Mapping[str, str]) -> float:
    """Return the height of a row in points in which all that its cells say is seen."""
    most = _FEWEST_LINES
    for name, text in said.items():
        width = _WIDTHS.get(name, _WIDTHS["number"])
        most = max(most, _lines(text, width))
    return _LINE_HEIGHT * min(most, _MOST_LINES) + 3


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a column."""
    count = 0
    for line in text.split("\n"):
        signs = len(line) + (_HAN - 1) * len(_WIDE.findall(line))
        count += max(1, ceil(signs / (width - 1)))
    return count


def _look_of(line: FormLine, name: str) -> _Look:
    found = [answer for answer in ANSWERS if answer == name]
    if not found or not line.asks(found[0]):
        return "centred" if name in _CENTRED else "locked"
    return "word" if name in ("word", "value") else "open"


def _draw_past(book: "Workbook", form: UnitForm, looks: "Mapping[_Look, Format]", progress: Progress) -> None:
    """Write what the unit reported last on a sheet of its own, for it to go on from."""
    labels = {"name": COLUMNS["name"], "text": COLUMNS["text"], "period": "报送期"}
    labels |= by_name(ANSWERS)
    widths = {**_WIDTHS, "period": _WIDTHS["number"]}
    sheet = book.add_worksheet(PAST_SHEET)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.freeze_panes(1, 2)
    for column, (name, label) in enumerate(labels.items()):
        sheet.set_column(column, column, widths[name])
        sheet.write_string(0, column, label, looks["head"])
    if not form.past:
        sheet.write_string(1, 0, "以前没有填报过。", looks["said"])
    for row, line in enumerate(told(form.past, progress), 1):
        said = {"name": line.name, "text": line.text, "period": line.period}
        said |= {"text": as_printed(line.text), **by_name(line.answers)}
        sheet.set_row(row, _height(said))
        for column, name in enumerate(labels):
            text = for_cell(said.get(name, ""))
            sheet.write_string(row, column, text, looks["locked"])
