"""What a kind of sheet makes of the page, and what stands on a sheet by it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from store.acts.assigning import assignment_change
from store.acts.resolving import units_named
from store.file.task_file import TaskFile
from store.history.prints import newer_print, print_change
from tests.sample import sample_change
from tests.store.giving import assign_units
from tui.paper.dressing import dressed, page_of
from tui.paper.job import KINDS, Job, sheets_for
from tui.paper.layout import Sheet
from tui.paper.setup import PageSetup

DAY = date(2021, 3, 1)
SHEET = Sheet("清单", (), (), annex="附件2")


def test_sheets_of_few_columns_are_upright_unless_it_is_chosen_otherwise() -> None:
    upright = {kind for kind in KINDS if page_of(kind, PageSetup()).is_upright}
    assert upright == {"roster", "summary"}
    assert page_of("list", PageSetup(), {"orientation": "portrait"}).is_upright
    assert not page_of("roster", PageSetup(orientation="landscape")).is_upright


def test_an_upright_page_has_the_type_area_of_the_standard() -> None:
    page = page_of("roster", PageSetup())
    top, right, bottom, left = page.sides
    width, height = page.paper
    assert (top, left) == (37, 28), "天头, 订口 (GB/T 9704-2012, 5.2.1)"
    assert (width - left - right, height - top - bottom) == (156, 225)


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
