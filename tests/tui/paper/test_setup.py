"""The page as settings describe it."""

from typing import Any

import pytest

from store.refused import Refused
from tui.paper.layout import Cell, Sheet, SheetColumn
from tui.paper.setup import PageSetup, dressed, page_setup

SHEET = Sheet("清单", (SheetColumn("甲", 1, True),), ((Cell(("一",)),),), annex="附件2")


def test_nothing_said_is_the_standard() -> None:
    setup = page_setup({})
    assert setup == PageSetup()
    top, right, bottom, left = setup.margins
    assert (297 - left - right, 210 - top - bottom) == (225, 156), "GB/T 9704-2012, 5.2.1, turned"
    assert dressed(SHEET, setup) == SHEET


def test_a_bureaus_own_words_stand_on_each_sheet() -> None:
    said = {
        "bureau": "武汉市科学技术局",
        "date": "2021年3月31日",
        "annex": "附件3",
        "prepared_by": "王芳",
        "reviewed_by": "",
        "title": "台账",
    }
    sheet = dressed(SHEET, page_setup(said))
    assert (sheet.annex, sheet.title, sheet.under) == ("附件3", "台账", ("武汉市科学技术局　2021年3月31日",))
    assert (
        len(sheet.notes) == 1 and sheet.notes[0].startswith("制表:王芳") and sheet.notes[0].endswith("审核:")
    )
    assert dressed(SHEET, page_setup({"annex": ""})).annex == ""


@pytest.mark.parametrize(
    "said",
    [
        {"orientation": "upright"},
        {"numbers": 1},
        {"margins": [27, 37, 27]},
        {"margins": [27, 37, 27, "35"]},
        {"margins": [0, 0, 0, 0]},
        {"first_page": 0},
        {"first_page": True},
        {"lines": 2.5},
        {"size": 100},
        {"fonts": {"body": "宋体"}},
        {"font_files": {"text": 3}},
        {"font_files": "simsun.ttc"},
        {"bureau": 7},
        {"encoding": "big5"},
        {"colour": "red"},
    ],
)
def test_what_cannot_be_is_refused_by_its_name(said: dict[str, Any]) -> None:
    with pytest.raises(Refused, match=rf"paper\.{next(iter(said))}.*。$"):
        page_setup(said)


def test_margins_and_fonts_are_taken() -> None:
    setup = page_setup(
        {"margins": [20, 20, 20, 20.5], "fonts": {"text": "宋体"}, "size": 12, "numbers": "centred"}
    )
    assert setup.margins == (20, 20, 20, 20.5)
    assert setup.fonts["text"] == "宋体"
