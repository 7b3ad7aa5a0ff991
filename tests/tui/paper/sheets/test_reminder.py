"""催办单, 督办单 and 催办登记表: what they say, of which day, on which page the receipt stands."""

import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from store.acts.due_set import due_values
from store.acts.field_values import set_fields
from store.acts.reminding import answered, reminded
from store.file.task_file import TaskFile
from store.history.undoing import undo_change
from store.machine.clock import Clock
from store.progress import silent
from store.records.changes import Change, updated
from store.records.follow_up import FollowUp
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.sample import sample_change
from tui.paper import FORMATS
from tui.paper.job import Job
from tui.paper.layout import Sheet, is_banner, stays_with_next
from tui.paper.making import sheets_for, title_of
from tui.paper.page_form import PageForm
from tui.paper.paging import pages
from tui.paper.setup import PageSetup
from tui.paper.sheets.reminder import reminder_sheets
from tui.paper.text import columns_of, text_ruler
from tui.paper.words import PaperWords, words_of

SHIPPED = PaperWords()
_DAY = Clock(lambda: datetime(2021, 10, 28, 9))


@pytest.fixture
def file(tmp_path: Path) -> Iterator[TaskFile]:
    """The sample on 28 October 2021, its second row due on the first."""
    with TaskFile.create(tmp_path / "清单.json", sample_change(), clock=_DAY) as file:
        task = file.tasks.task(file.tasks.rows_named("2")[0])
        file.commit(set_fields(file.tasks, task, **due_values(file.tasks, task, "2021-10-01")))
        yield file


def unit(tasks: TaskList, name: str) -> str:
    return next(one.key for one in tasks.units if tasks.wording_of(one.key) == name)


def remind(file: TaskFile, rows: str = "2", name: str = "平台处", **said: Any) -> FollowUp:
    """Send a reminder; return it as it stands in the list."""
    before = set(file.tasks.keys_of(FollowUp))
    slip = FollowUp("", unit=unit(file.tasks, name), tasks=file.tasks.rows_named(rows), **said)
    file.commit(reminded(file.tasks, [slip]))
    (key,) = set(file.tasks.keys_of(FollowUp)) - before
    return file.tasks.get(FollowUp, key)


def lines(sheet: Sheet) -> list[tuple[str, ...]]:
    """What the cells of each row say, headings first."""
    return [tuple(" ".join(cell.lines) for cell in row if cell) for row in sheet.table_rows]


def test_a_slip_says_who_what_why_and_by_when(file: TaskFile) -> None:
    remind(file, answer_by="2021-11-05", require="请报送进展。\n并说明原因。", signed_by="徐涛")
    (sheet,) = reminder_sheets(file, None, SHIPPED)
    assert (sheet.title, sheet.under, sheet.name) == (
        "重点任务催办单",
        ("催办〔2021〕1号",),
        "催办〔2021〕1号",
    )
    rows = lines(sheet)
    assert rows[0] == ("单位", "创新平台处", "级别", "红")
    assert rows[1] == ("序号", "重点任务", "完成时限", "状态")
    assert rows[2][0] == "2" and "众创孵化机构40家" in rows[2][1]
    assert rows[2][2].endswith("2021年10月1日") and rows[2][3] == "逾期 27 天"
    assert rows[3:7] == [
        ("事由", "逾期 1 项"),
        ("要求", "请报送进展。 并说明原因。"),
        ("回复期限", "2021年11月5日前", "发出单位", file.tasks.notice.issuer),
        ("发出日期", "2021年10月28日", "签发人", "徐涛"),
    ]
    assert "裁开" in rows[7][0]
    assert rows[8] == ("回执（催办〔2021〕1号）",)
    assert [row[0] for row in rows[9:]] == ["签收人", "办理情况", "单位负责人"]
    assert [row[2] for row in (rows[9], rows[11])] == ["签收时间", "日期"]
    assert "一式两份" in sheet.notes[0]


def test_another_kind_has_its_own_title_and_without_a_level_there_is_no_cell_for_it(file: TaskFile) -> None:
    remind(file, "1", "成果处", kind="follow_up")
    (sheet,) = reminder_sheets(file, None, SHIPPED)
    assert sheet.title == "重点任务督办单"
    assert lines(sheet)[0] == ("单位", "成果转化处")


def test_what_is_printed_again_says_what_was_sent(file: TaskFile) -> None:
    slip = remind(file)
    (sent,) = reminder_sheets(file, [slip.key], SHIPPED)
    task = file.tasks.task(slip.tasks[0])
    file.commit(set_fields(file.tasks, task, text="改过的文字。", due_on="2021-12-31", due_kind="dated"))
    (again,) = reminder_sheets(file, [slip.key], SHIPPED)
    assert again == sent
    file.commit(undo_change(file.tasks, file.history))
    (again,) = reminder_sheets(file, [slip.key], SHIPPED)
    assert again == sent


def test_a_corrected_number_names_the_one_before(file: TaskFile) -> None:
    first = remind(file)
    edits = updated(first, number="催办〔2021〕5号", number_before=first.number)
    file.commit(Change("更正文号", tuple(edits)))
    (sheet,) = reminder_sheets(file, None, SHIPPED)
    assert sheet.under == ("催办〔2021〕5号", "（原发催办〔2021〕1号，文号更正为本号）")
    assert ("回执（催办〔2021〕5号）",) in lines(sheet)


def test_the_last_days_are_printed_where_none_is_named_and_a_telephone_has_no_slip(file: TaskFile) -> None:
    remind(file, sent_on="2021-10-20")
    remind(file)
    remind(file, "1", "成果处")
    phone = remind(file, kind="phone", phone_with="王敏")
    setup = PageSetup()
    job = Job("reminder")
    sheets = sheets_for(job, file, setup)
    assert [sheet.name for sheet in sheets] == ["催办〔2021〕2号", "催办〔2021〕3号"]
    assert title_of(job, sheets) == "催办单（催办〔2021〕2号、催办〔2021〕3号）"
    with pytest.raises(Refused, match="电话〔2021〕1号是电话催办，没有催办单"):
        sheets_for(Job("reminder", (phone.key,)), file, setup)


@pytest.mark.parametrize(("kind", "said"), [("reminder", "还没有发过催办单"), ("register", "还没有催办过")])
def test_without_a_reminder_there_is_nothing_to_print(file: TaskFile, kind: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        sheets_for(Job(kind), file, PageSetup())


def test_a_template_says_it_in_the_bureaus_words(file: TaskFile) -> None:
    remind(file)
    said = (
        '[reminder]\ntitle = "{发文机关}督查{种类}通知"\nissuer = "督查室"\nnote = ""\nreceipt = "{单位}回执"'
    )
    words, wrong = words_of(said)
    assert wrong == ()
    (sheet,) = reminder_sheets(file, None, words)
    assert sheet.title == f"{file.tasks.notice.issuer}督查催办通知" and sheet.notes == ()
    assert ("创新平台处回执",) in lines(sheet)
    assert "督查室" in lines(sheet)[5]
    _, (sentence,) = words_of('[reminder]\ntitle = "{谁}"', "局发")
    assert "{谁} 不认识" in sentence and "{单位}" in sentence


def test_the_receipt_is_never_parted(file: TaskFile) -> None:
    remind(file)
    (sheet,) = reminder_sheets(file, None, SHIPPED)
    assert all(map(stays_with_next, sheet.rows[-5:-1])) and is_banner(sheet.rows[-4])
    ruler = text_ruler(80, columns_of)
    widths = ruler.widths(sheet)
    for height in range(24, 60):
        holding = []
        for page in pages(sheet, ruler, widths, height, frame=1):
            said = "".join(line for cell in page.cells for line in cell.lines)
            holding += [page] if "签收人" in said or "单位负责人" in said or "裁开" in said else []
        assert len(holding) == 1, height


@pytest.mark.parametrize("format_name", FORMATS)
def test_each_format_draws_it(file: TaskFile, format_name: str) -> None:
    remind(file)
    sheets = sheets_for(Job("reminder"), file, PageSetup())
    data = FORMATS[format_name].write(sheets, PageSetup(), silent).data
    assert data
    if format_name == "xlsx":
        page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        cells = [cell.value for row in page.iter_rows() for cell in row if cell.value]
        assert "回执（催办〔2021〕1号）" in cells and "逾期 27 天" in cells


def test_the_register_names_all_and_what_was_answered(file: TaskFile) -> None:
    slip = remind(file, answer_by="2021-11-05", sent_on="2021-10-20", signed_by="徐涛")
    file.commit(answered(file.tasks, slip, "已认定 3 家。", "2021-10-25", "刘红"))
    remind(file, kind="phone", phone_with="王敏", answer_by="2021-10-28")
    (sheet,) = sheets_for(Job("register"), file, PageSetup())
    assert sheet.under[-1] == "共 2 次，已回复 1 次，到期未回 0 次"
    first, second = lines(sheet)[1:]
    assert first == (
        "催办〔2021〕1号",
        "红",
        "创新平台处",
        "2",
        "逾期 1 项",
        "2021年10月20日 2021年11月5日前",
        "徐涛",
        "2021年10月25日　刘红 已认定 3 家。",
    )
    assert (second[0], second[6], second[7]) == ("电话〔2021〕1号", "王敏", "待回复")


def test_two_copies_of_a_slip_are_made_where_nobody_chose() -> None:
    page = PageForm()
    assert (page.copies("reminder"), page.copies("register"), page.copies("list")) == (2, 1, 1)
    page.choose("reminder", "copies", "3")
    assert page.copies("reminder") == 3
