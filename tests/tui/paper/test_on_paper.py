"""Every kind of sheet read back: nothing outside the type area, the number's line, full-width signs."""

import io
import re
import zipfile
from functools import cache

import pdfplumber
import pytest

from store.history.earlier import Earlier
from store.progress import silent
from tests.pictures.month import after_a_month
from tests.sample import sample_change
from tests.tui.paper.font import FONT_FILES
from tests.tui.paper.reading import pdf_texts
from tui.paper import FORMATS, PageSetup, Sheet
from tui.paper.dressing import page_of
from tui.paper.job import Job
from tui.paper.kinds import KINDS
from tui.paper.making import sheets_for

_MM = 72 / 25.4
_SETUP = PageSetup(bureau="江城市科学技术局", date="2026年6月1日", font_files=FONT_FILES)
_LETTER = "notice"
"""Its 版记 stands on the type area's last line, and its two sheets have pages of their own."""
_HALF_WIDTH = re.compile("[一-龥][,;:?!][一-龥]")


@cache
def _state() -> Earlier:
    return after_a_month(sample_change())


def _sheets(kind: str) -> tuple[list[Sheet], PageSetup]:
    setup = page_of(kind, _SETUP)
    return sheets_for(Job(kind), _state(), setup), setup


@cache
def _written(kind: str, format_name: str) -> bytes:
    return FORMATS[format_name].write(*_sheets(kind), silent).data


def _text(format_name: str, data: bytes) -> str:
    """What a file says, the parts of its tables apart."""
    if format_name == "pdf":
        return "\n".join(pdf_texts(data))
    if format_name in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")]
        return re.sub("<[^>]*>", "\n", "\n".join(parts))
    return data.decode()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != _LETTER])
def test_nothing_stands_outside_the_type_area_but_the_number_7_mm_under_it(kind: str) -> None:
    top, right, bottom, left = _sheets(kind)[1].sides
    with pdfplumber.open(io.BytesIO(_written(kind, "pdf"))) as file:
        for page in file.pages:
            foot = page.height - bottom * _MM
            letters = [sign for sign in page.chars if sign["text"].strip()]
            number = [sign for sign in letters if sign["top"] > foot]
            above = [sign for sign in letters if sign["top"] <= foot]
            assert re.fullmatch(r"—\d+—", "".join(sign["text"] for sign in number)) or not letters
            for mark in (*above, *page.lines, *page.rects):
                assert mark["x0"] >= left * _MM - 1, mark
                assert mark["x1"] <= page.width - right * _MM + 1, mark
                assert mark["top"] >= top * _MM - 1, mark
                assert mark["bottom"] <= foot + 1, mark
            for sign in number:
                assert sign["top"] >= foot + 7 * _MM - 4, sign


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_half_width_sign_stands_between_chinese(kind: str, format_name: str) -> None:
    said = _text(format_name, _written(kind, format_name))
    assert re.search("[一-龥]", said)
    assert _HALF_WIDTH.findall(said) == []


@pytest.mark.parametrize("format_name", [name for name in FORMATS if name != "pdf"])
def test_every_row_of_the_list_stands_once(format_name: str) -> None:
    said = _text(format_name, _written("list", format_name))
    whole = re.sub(r"[\s|+\-]", "", said)
    for words in ("众创孵化机构40家", "加快电子证照共享调用"):
        assert whole.count(words) == 1, words
