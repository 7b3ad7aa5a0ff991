"""What a kind of sheet makes of the page, and what stands on a sheet by it."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from store.acts.assigning import assignment_change
from store.acts.resolving import units_named
from store.file.task_file import TaskFile
from store.history.prints import newer_print, print_change
from tests.sample import sample_change, sample_list
from tests.store.giving import assign_units
from tests.tui.paper.font import SETUP
from tests.tui.paper.grids import Found
from tests.tui.paper.reading import docx_tables, html_tables, pdf_texts
from tui.paper import FORMATS, write_sheets
from tui.paper.dressing import dressed, page_of
from tui.paper.job import Job
from tui.paper.kinds import KINDS
from tui.paper.layout import Sheet
from tui.paper.making import sheets_for
from tui.paper.setup import PageSetup
from tui.paper.sheets.roster import roster_sheet

DAY = date(2021, 3, 1)
SHEET = Sheet("清单", (), (), annex="附件2")


def test_sheets_of_few_columns_are_upright_unless_it_is_chosen_otherwise() -> None:
    upright = {kind for kind in KINDS if page_of(kind, PageSetup()).is_upright}
    tables = {"roster", "summary", "portfolio", "points", "contacts", "scores"}
    assert upright == {*tables, "bulletin", "reminder"}
    assert page_of("list", PageSetup(), {"orientation": "portrait"}).is_upright
    assert not page_of("roster", PageSetup(orientation="landscape")).is_upright


def test_an_upright_page_has_the_type_area_of_the_standard() -> None:
    page = page_of("roster", PageSetup())
    top, right, bottom, left = page.sides
    width, height = page.paper
    assert (top, left) == (37, 28), "天头, 订口 (GB/T 9704-2012, 5.2.1)"
    assert (width - left - right, height - top - bottom) == (156, 225)


def test_the_roster_is_set_as_running_text_unless_the_settings_say_otherwise() -> None:
    assert page_of("roster", PageSetup()).size == 16, "三号 (GB/T 9704-2012, 5.2.2)"
    assert page_of("roster", PageSetup(size=12)).size == 12
    assert page_of("summary", PageSetup()).size == 10.5


@pytest.mark.parametrize("name", FORMATS)
def test_a_list_has_no_rules_and_each_line_once(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a"
    page = page_of("roster", SETUP)
    write_sheets([roster_sheet(sample_list())], name, path, page)
    said = READERS[name](path.read_bytes())
    assert said.count("局党组成员、副局长") == 4 and said.count("副组长：") == 1
    assert "组内职务" not in said and "|" not in said and "(续" not in said
    assert said.index("盛继亮") < said.index("鲁文安") < said.index("余文珠")


def of_tables(tables: list[Found]) -> str:
    return "\n".join(text for table in tables for _, (text, *_) in sorted(table.items()))


def of_workbook(data: bytes) -> str:
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return "\n".join(str(value) for row in page.iter_rows(values_only=True) for value in row if value)


READERS: dict[str, Callable[[bytes], str]] = {
    "docx": lambda data: of_tables(docx_tables(data)),
    "xlsx": of_workbook,
    "html": lambda data: of_tables(html_tables(data)),
    "pdf": lambda data: "\n".join(pdf_texts(data)),
    "text": bytes.decode,
}


def test_title_and_mark_of_the_settings_are_those_of_the_list() -> None:
    settings = PageSetup(title="台账", annex="附件3", bureau="市科技局")
    assert (page_of("list", settings).title, page_of("list", settings).annex) == ("台账", "附件3")
    page = page_of("unit", settings)
    assert (page.title, page.annex, page.bureau) == ("", None, "市科技局")
    assert page_of("unit", settings, {"title": "任务书"}).title == "任务书"


@pytest.mark.parametrize(
    ("setup", "mark"),
    [
        (PageSetup(), "附件2"),
        (PageSetup(document_number=True), "武科〔2021〕12号附件2"),
        (PageSetup(document_number=True, annex="附件5"), "武科〔2021〕12号附件5"),
        (PageSetup(document_number=True, annex=""), ""),
    ],
)
def test_the_mark_begins_with_the_number_of_the_notice_where_that_is_chosen(
    setup: PageSetup, mark: str
) -> None:
    assert dressed(SHEET, setup, DAY, "武科〔2021〕12号").annex == mark


def test_a_sheet_without_a_mark_gets_no_number() -> None:
    bare = replace(SHEET, annex="")
    assert dressed(bare, PageSetup(document_number=True), DAY, "武科〔2021〕12号").annex == ""


def test_an_earlier_state_says_of_when_it_is_and_that_a_later_one_was_printed(tmp_path: Path) -> None:
    with TaskFile.create(tmp_path / "示例.json", sample_change()) as file:
        tasks = file.tasks
        row = tasks.task_keys[0]
        done = assign_units(tasks, [row], "lead", units_named(tasks, ["平台处"]))
        file.commit(assignment_change(tasks, [row], {"lead": done}))
        file.commit(print_change(file.history, "任务清单", "list", (), "docx", "2026-11-29T09:00:00+08:00"))
        earlier = file.after(1)
        newer = newer_print(tasks, file.history, len(earlier.history), "list")
        assert newer_print(tasks, file.history, 2, "list") == "", "that print showed this very state"
        assert newer_print(tasks, file.history, 1, "roster") == ""
        job = Job(as_of="2026-11-01", newer_print=newer)
        (sheet,) = sheets_for(job, earlier, PageSetup())
        assert "截至2026年11月1日，第1次变更" in sheet.under
        assert "2026年11月29日已有更新的打印，以后印的为准。" in sheet.notes
        (now,) = sheets_for(Job(), file, PageSetup(state=True))
        assert now.under[-1].endswith("，第2次变更"), "a print is no change of the list"
