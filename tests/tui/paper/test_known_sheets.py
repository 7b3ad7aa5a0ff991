"""分工表, 要点, 通讯录, 核对结果 and 变更记录 as others read them, from 0 to 60 rows."""

import io
import re
from collections.abc import Iterator
from functools import cache

import docx
import openpyxl
import pdfplumber
import pytest

from store.acts.roster import set_contact
from store.history.earlier import Earlier
from store.records.changes import Change, History, created, updated
from store.records.notice import WorkPoint
from store.records.person import Person
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.bench.lists import change_of
from tests.sample import sample_change
from tests.tui.paper.font import SETUP
from tests.tui.paper.grids import Found, expected
from tests.tui.paper.reading import docx_tables, html_tables, pdf_texts, xlsx_tables
from tui.paper import FORMATS, Sheet
from tui.paper.dressing import page_of
from tui.paper.job import Job
from tui.paper.kinds import KINDS
from tui.paper.layout import CONTINUED
from tui.paper.making import sheets_for, title_of

TABLES = ("portfolio", "contacts", "findings", "history")
KNOWN = (*TABLES, "points")
READERS = {"docx": docx_tables, "html": html_tables, "xlsx": xlsx_tables}
AT = "2026-11-{:02}T09:30:00+08:00"


def remembered(first: Change, remarks: int) -> Earlier:
    """A list and its history: how it begins, then a remark on a row in each change."""
    tasks = TaskList()
    tasks.apply(first.edits)
    docs = [Change(first.title, first.edits, at=AT.format(1), by="王芳", machine="PC-1").to_doc()]
    for number in range(remarks):
        task = tasks.task(tasks.task_keys[number % len(tasks.task_keys)])
        edits = tuple(updated(task, remark=f"第{number + 1}次修改"))
        tasks.apply(edits)
        at = AT.format(number // 3 + 2)
        docs.append(Change(f"修改备注{number + 1}。", edits, at=at, by="王芳", machine="PC-1").to_doc())
    return Earlier(tasks, History(docs))


@cache
def state(rows: int) -> Earlier:
    """The sample (9 rows), else a made list of so many rows, with a point an item and phones."""
    if rows == 9:
        return remembered(sample_change(), 9)
    if not rows:
        return Earlier(TaskList(), History([]))
    made = remembered(change_of(rows), rows)
    for number, item in enumerate(made.tasks.items):
        text = f"要点{number + 1}。{'加强沟通协调，形成工作合力。' * 8}"
        title = f"{number + 1}."
        point = WorkPoint(f"point{number}", None, f"{number:03}", title, "推进高效办成一件事", text)
        made.tasks.apply([created(point), *updated(item, work_point=point.key)])
    for number, person in enumerate(made.tasks.all_of(Person)):
        made.tasks.apply(set_contact(made.tasks, person, phone=f"6569{number:04}、13800000000").edits)
    return made


def sheets(kind: str, rows: int) -> list[Sheet]:
    return sheets_for(Job(kind), state(rows), page_of(kind, SETUP))


def written(kind: str, rows: int, name: str) -> bytes:
    return FORMATS[name].write(sheets(kind, rows), page_of(kind, SETUP), lambda done, total: None).data


def columns(found: Found) -> list[list[str]]:
    """What the cells of each column say, blanks left out, but for what is only repeated."""
    said: dict[int, list[str]] = {}
    for place in sorted(found):
        text = "".join(found[place][0].split())
        column = said.setdefault(place[1], [])
        if text and not text.endswith(CONTINUED):
            column.append(text)
    return [said[column] for column in sorted(said)]


@pytest.mark.parametrize("rows", [1, 9, 60])
@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("name", READERS)
def test_each_cell_comes_back_once_and_in_its_place(name: str, kind: str, rows: int) -> None:
    (sheet,) = sheets(kind, rows)
    (found,) = READERS[name](written(kind, rows, name))
    assert columns(found) == columns(expected(sheet))


@pytest.mark.parametrize("rows", [9, 60])
@pytest.mark.parametrize("kind", KNOWN)
def test_on_paper_nothing_is_outside_the_type_area_and_nothing_is_lost(kind: str, rows: int) -> None:
    (sheet,) = sheets(kind, rows)
    data = written(kind, rows, "pdf")
    top, right, bottom, left = (side * 72 / 25.4 for side in page_of(kind, SETUP).sides)
    with pdfplumber.open(io.BytesIO(data)) as file:
        for page in file.pages:
            above_number = page.height - bottom + 1
            signs = [sign for sign in page.chars if sign["top"] < above_number]
            assert signs, "no page is empty"
            assert min(sign["x0"] for sign in signs) >= left - 1
            assert max(sign["x1"] for sign in signs) <= page.width - right + 1
            assert min(sign["top"] for sign in signs) >= top - 1
            assert max(sign["bottom"] for sign in signs) <= above_number
    text = "".join(pdf_texts(data))
    for line in lines_of(sheet):
        assert "".join(line.split())[:6] in text


def lines_of(sheet: Sheet) -> Iterator[str]:
    yield from (paragraph.text for paragraph in sheet.text)
    for row in sheet.rows:
        for cell in row:
            yield from cell.lines if cell else ()


def test_the_heads_stand_on_every_page_of_a_record_of_sixty_changes() -> None:
    pages = pdf_texts(written("history", 60, "pdf"))
    assert len(pages) > 3
    assert all("变更内容" in page for page in pages)
    assert sum(f"修改备注{number}。" in page for page in pages for number in range(1, 61)) == 60


def test_points_are_upright_running_text_and_no_page_ends_with_a_heading() -> None:
    assert page_of("points", SETUP).is_upright
    pages = pdf_texts(written("points", 60, "pdf"))
    assert len(pages) > 3
    assert not any(re.search("推进高效办成一件事(—\\d+—)?$", page) for page in pages)
    text = FORMATS["text"].write(sheets("points", 60), SETUP, lambda done, total: None).data.decode()
    assert [f"要点{number}。" in text for number in range(1, 21)] == [True] * 20
    assert text.count("处牵头，") + text.count("中心牵头，") == 40, (
        "of 60 rows in 20 items, two of each three have one lead"
    )


def test_headings_of_text_are_headings_of_the_document() -> None:
    document = docx.Document(io.BytesIO(written("points", 9, "docx")))
    found = {paragraph.text: paragraph.style for paragraph in document.paragraphs}
    section, point = found["二、重点任务"], found["（一）实施科技成果转化工程"]
    assert section and point
    assert (section.name, point.name) == ("Heading 2", "Heading 3"), "in the outline, under the title"
    assert section.font.name == "黑体" and point.font.name == "楷体_GB2312"
    page = written("points", 9, "html").decode()
    assert '<p class="body heading" style="padding-left:0em;text-indent:2em">二、重点任务</p>' in page
    book = openpyxl.load_workbook(io.BytesIO(written("points", 9, "xlsx")))
    fonts = {str(line[0].value).strip(): line[0].font.name for line in book.worksheets[0].iter_rows()}
    assert fonts["二、重点任务"] == "黑体"


@pytest.mark.parametrize("kind", KNOWN)
def test_where_there_is_nothing_the_clerk_is_told_what_to_do(kind: str) -> None:
    with pytest.raises(Refused, match=r"。$") as refused:
        sheets(kind, 0)
    assert str(refused.value) == KINDS[kind].nothing


@pytest.mark.parametrize("kind", KNOWN)
def test_they_carry_no_mark_of_an_annex_unless_it_is_set(kind: str) -> None:
    assert [sheet.annex for sheet in sheets(kind, 9)] == [""]
    page = page_of(kind, SETUP, {"annex": "附件3", "state": True})
    (sheet,) = sheets_for(Job(kind), state(9), page)
    assert sheet.annex == "附件3"
    assert any(line.startswith("截至") for line in sheet.under)
    assert title_of(Job(kind), [sheet]) == KINDS[kind].label
