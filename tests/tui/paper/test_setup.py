"""The page as settings describe it."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from store.machine.settings import load_settings
from store.machine.toml_section import SettingsSection
from tui.paper.dressing import dressed
from tui.paper.layout import Sheet, SheetCell, SheetColumn
from tui.paper.setup import PageSetup, page_setup


def taken(said: dict[str, Any]) -> PageSetup:
    """The page of entries that are all right."""
    setup, wrong = page_setup(SettingsSection("paper", said))
    assert wrong == ()
    return setup


DAY = date(2021, 3, 1)
SHEET = Sheet("清单", (SheetColumn("甲", 1, True),), ((SheetCell(("一",)),),), annex="附件2")


def test_nothing_said_is_the_standard() -> None:
    setup, wrong = page_setup(SettingsSection("paper"))
    assert wrong == ()
    assert setup == PageSetup()
    top, right, bottom, left = setup.margins
    assert (297 - left - right, 210 - top - bottom) == (225, 156), "GB/T 9704-2012, 5.2.1, turned"
    assert dressed(SHEET, setup, DAY) == SHEET


SIGNS = Sheet(
    "清单(试行)",
    (SheetColumn("甲,乙", 1, True), SheetColumn("丙", 1, False)),
    ((SheetCell(("一,二:18:00", "三"), 2), SheetCell(())), (None, SheetCell((" ",)))),
    notes=("注:甲",),
    heads=((SheetCell(("甲,乙",)), SheetCell(("丙",))),),
    annex="附件:2",
    under=("(截至今日)",),
    name="清单(试行)",
)


def test_signs_are_full_width_on_paper_unless_the_source_is_wanted() -> None:
    sheet = dressed(SIGNS, taken({}), DAY)
    assert (sheet.title, sheet.annex, sheet.under) == ("清单（试行）", "附件：2", ("（截至今日）",))
    assert (sheet.columns[0].label, sheet.notes) == ("甲，乙", ("注：甲",))
    assert sheet.rows[0][0] == SheetCell(("一，二：18:00", "三"), 2)
    assert sheet.heads[0][0] == SheetCell(("甲，乙",))
    assert sheet.name == "清单(试行)", "It names files."
    assert dressed(SIGNS, taken({"signs": "source"}), DAY) == SIGNS


@pytest.mark.parametrize(("empty", "mark"), [("dash", "—"), ("slash", "/")])
def test_a_cell_that_says_nothing_has_a_mark_where_it_is_wanted(empty: str, mark: str) -> None:
    setup = taken({"empty": empty, "signs": "source"})
    said = replace(SIGNS, says_empty=True)
    rows = dressed(said, setup, DAY).rows
    assert [row[1] for row in rows] == [SheetCell((mark,), centred=True)] * 2
    assert rows[1][0] is None, "What another cell covers is no cell."
    assert dressed(SIGNS, setup, DAY) == SIGNS, "In a matrix blank is a sign."
    assert dressed(said, taken({"signs": "source"}), DAY) == said


def test_a_bureaus_own_words_stand_on_each_sheet() -> None:
    said = {
        "bureau": "武汉市科学技术局",
        "date": "2021年3月31日",
        "annex": "附件3",
        "prepared_by": "王芳",
        "reviewed_by": "",
        "title": "台账",
    }
    sheet = dressed(SHEET, taken(said), DAY)
    assert (sheet.annex, sheet.title, sheet.under) == ("附件3", "台账", ("武汉市科学技术局　2021年3月31日",))
    assert (
        len(sheet.notes) == 1
        and sheet.notes[0].startswith("制表：王芳")
        and sheet.notes[0].endswith("审核：")
    )
    assert dressed(SHEET, taken({"annex": ""}), DAY).annex == ""


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
def test_a_wrong_entry_is_named_and_costs_itself_alone(said: dict[str, Any]) -> None:
    setup, wrong = page_setup(SettingsSection("paper", {**said, "reviewed_by": "李明"}))
    (sentence,) = wrong
    assert re.search(rf"paper\.{next(iter(said))}.*。$", sentence)
    assert setup == PageSetup(reviewed_by="李明")


def test_margins_and_fonts_are_taken() -> None:
    setup = taken(
        {"margins": [20, 20, 20, 20.5], "fonts": {"text": "宋体"}, "size": 12, "numbers": "centred"}
    )
    assert setup.margins == (20, 20, 20, 20.5)
    assert setup.fonts["text"] == "宋体"


def test_wrong_values_are_named_with_their_lines_and_the_others_hold(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    lines = (
        "[paper]",
        'bureau = "市科技局"',
        "size = 100",
        'title = "台账"',
        "[paper.fonts]",
        'text = "宋体"',
        'body = "楷体"',
        'strong = ""',
    )
    path.write_text("\n".join(lines), "utf-8")
    setup, wrong = page_setup(load_settings(path).paper)
    assert setup == PageSetup(bureau="市科技局", title="台账", fonts={"text": "宋体"})
    assert [re.findall(r"第 (\d+) 行的 (\S+)", sentence) for sentence in wrong] == [
        [("3", "paper.size")],
        [("7", "paper.fonts.body")],
        [("8", "paper.fonts.strong")],
    ]


def test_the_day_of_the_print_is_written_without_zeros() -> None:
    assert dressed(SHEET, taken({"date": "today"}), DAY).under == ("2021年3月1日",)
