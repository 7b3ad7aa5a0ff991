"""A form for the reports of a unit as a workbook: what the unit fills in is open, all else is locked.

The protection has no password and keeps slips out, not people; what comes back is known by its numbers.
"""

import io
from collections.abc import Mapping
from math import ceil
from typing import TYPE_CHECKING, Any, Literal
from zipfile import ZIP_DEFLATED, ZipFile

from store.ledger.forms import ANSWERS, COLUMNS, HEAD, LONGEST, PROPERTY, Answer, FormLine, UnitForm
from store.records.report import REPORT_WORDS
from store.words.full_width import full_width
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
_GROWS = (b' customHeight="1"', b"")
"""What is taken out of the sheets, so that a row grows with what is typed in it."""
_HEAD_ROW = 5
_NOTE = (
    f"只填白底的格：完成值只写数字，没有目标的写完成比例（如 45%）；状态从下拉中选；每格不超过 {LONGEST} 字。"
    "灰底的格已保护，没有口令，撤销保护后可以调整行高、排序；请勿改动表码和隐藏的“编号”列。"
)
_FIELDS = {"reporter": (0, 1, 2, 4), "phone": (5, 5, 6, 7), "signed_by": (8, 8, 9, 9)}
"""Of each field over the table the columns of its label and of its cell."""
_OPEN_ACTS = ("format_columns", "format_rows", "sort", "autofilter")


def form_workbook(form: UnitForm) -> bytes:
    """Return a form as the bytes of an .xlsx file; Refused without XlsxWriter."""
    written = io.BytesIO()
    book = new_book(written)
    looks = {name: book.add_format({**_usual(), **look}) for name, look in _LOOKS.items()}
    book.set_properties({"title": for_cell(form.title)[:255]})
    book.set_custom_property(PROPERTY, form.identity.code, "text")
    _FormSheet(book, form, looks).draw()
    _draw_past(book, form, looks)
    book.close()
    return _growing(written.getvalue())


def _growing(data: bytes) -> bytes:
    """Return a workbook whose rows keep their heights and grow: XlsxWriter fixes each height that is set."""
    grown = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as book, ZipFile(grown, "w", ZIP_DEFLATED) as copy:
        for part in book.infolist():
            content = book.read(part)
            is_sheet = part.filename.startswith("xl/worksheets/")
            copy.writestr(part.filename, content.replace(*_GROWS) if is_sheet else content)
    return grown.getvalue()


def _usual() -> dict[str, Any]:
    return {"font_name": NAMES["number"], "font_size": 11, "valign": "vcenter"}


class _FormSheet:
    """Draws the sheet that is filled in."""

    def __init__(self, book: "Workbook", form: UnitForm, looks: "Mapping[_Look, Format]") -> None:
        self._form, self._looks = form, looks
        self._sheet: Worksheet = book.add_worksheet(SHEET)

    def draw(self) -> None:
        """Draw head and table, and lock what is not to be filled in."""
        self._page()
        self._over_the_table()
        for column, label in enumerate(COLUMNS.values()):
            self._sheet.write_string(_HEAD_ROW, column, _PARTED.get(label, label), self._looks["head"])
        for row, line in enumerate(self._form.lines, _HEAD_ROW + 1):
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
        self._across(0, 0, _LAST_SHOWN, f"{form.unit}{form.period.label}重点任务进展情况报送表", "title")
        unit = f"单位：{form.unit}　　报送期：{form.period.label}　　请于{written_day(form.due_on)}前报送"
        self._across(1, 0, 6, unit, "said")
        self._across(1, 7, _LAST_SHOWN, f"清单：{form.list_name}", "label")
        for name, label in HEAD.items():
            first, last, begin, end = _FIELDS[name]
            signs = f"（{form.sign_off}）" if name == "signed_by" and form.sign_off else ""
            self._across(2, first, last, f"{label}{signs}：", "label")
            self._across(2, begin, end, "", "field")
        self._across(3, 0, _LAST_SHOWN, _NOTE, "note")
        self._across(4, 0, _LAST_SHOWN, f"表码 {form.identity.code}", "code")

    def _across(self, row: int, first: int, last: int, text: str, look: _Look) -> None:
        """Write a text over columns of a row."""
        if first == last:
            self._put(row, first, text, look)
            return
        self._sheet.merge_range(row, first, row, last, for_cell(text), self._looks[look])

    def _put(self, row: int, column: int, text: str, look: _Look) -> None:
        if text:
            self._sheet.write_string(row, column, for_cell(text), self._looks[look])
        else:
            self._sheet.write_blank(row, column, None, self._looks[look])

    def _line(self, row: int, line: FormLine) -> None:
        text = f"（同上）{line.target}" if line.is_further else line.text
        said = {"name": line.name, "text": text, "deadline": line.deadline, "role": line.role}
        said |= {"target": line.target, "number": line.number, **_by_name(line.answers)}
        said |= {name: full_width(said[name]) for name in _OF_THE_LIST}
        self._sheet.set_row(row, _height(said))
        for column, name in enumerate(COLUMNS):
            self._put(row, column, said.get(name, ""), _look_of(line, name))

    def _validate(self) -> None:
        """Offer the words of the state, and ask for texts of some length."""
        if not self._form.lines:
            return
        columns = {name: column for column, name in enumerate(COLUMNS)}
        first, last = _HEAD_ROW + 1, _HEAD_ROW + len(self._form.lines)
        words = {
            "validate": "list",
            "source": list(REPORT_WORDS.values()),
            "error_title": "状态",
            "error_message": f"请从下拉中选：{'、'.join(REPORT_WORDS.values())}。",
        }
        self._sheet.data_validation(first, columns["word"], last, columns["word"], words)
        length = {
            "validate": "length",
            "criteria": "<=",
            "value": LONGEST,
            "error_title": "文字太长",
            "error_message": f"请不超过 {LONGEST} 字。",
        }
        self._sheet.data_validation(first, columns["done"], last, columns["next_step"], length)
        value = columns["value"]
        self._sheet.ignore_errors(
            {"number_stored_as_text": f"{chr(ord('A') + value)}{first + 1}:{chr(ord('A') + value)}{last + 1}"}
        )


def _height(said: Mapping[str, str]) -> float:
    """Return the height of a row in points in which all that its cells say is seen."""
    lines = max(_lines(text, _WIDTHS.get(name, _WIDTHS["number"])) for name, text in said.items())
    return _LINE_HEIGHT * min(max(lines, _FEWEST_LINES), _MOST_LINES) + 3


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a column."""
    wide = [sum(_HAN if sign > "\u2e7f" else 1 for sign in line) for line in text.split("\n")]
    return sum(max(1, ceil(line / (width - 1))) for line in wide)


def _by_name(answers: Mapping[Answer, str]) -> dict[str, str]:
    return {str(name): text for name, text in answers.items()}


def _look_of(line: FormLine, name: str) -> _Look:
    asked: dict[str, Answer] = {answer: answer for answer in ANSWERS}
    answer = asked.get(name)
    if answer is None or not line.asks(answer):
        return "centred" if name in _CENTRED else "locked"
    return "word" if answer in ("word", "value") else "open"


def _draw_past(book: "Workbook", form: UnitForm, looks: "Mapping[_Look, Format]") -> None:
    """Write what the unit reported last on a sheet of its own, for it to go on from."""
    labels = {"name": COLUMNS["name"], "text": COLUMNS["text"], "period": "报送期", **_by_name(ANSWERS)}
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
    for row, line in enumerate(form.past, 1):
        said = {"name": line.name, "text": line.text, "period": line.period}
        said |= {"text": full_width(line.text), **_by_name(line.answers)}
        sheet.set_row(row, _height(said))
        for column, name in enumerate(labels):
            text = for_cell(said.get(name, ""))
            sheet.write_string(row, column, text, looks["locked"])
