"""The 统计表 of the sample in October, by hand, and in five formats."""

import pytest

from store.history.earlier import Earlier
from store.ledger.stat_base import stat_base
from store.ledger.stat_columns import BYS, By
from store.records.changes import History
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.store.ledger.october import DAY, october, reported_october
from tests.tui.paper.font import SETUP
from tests.tui.paper.grids import expected, texts
from tests.tui.paper.reading import docx_tables, html_tables, pdf_texts, xlsx_tables
from tui.paper import FORMATS
from tui.paper.dressing import page_of
from tui.paper.job import Job
from tui.paper.layout import Sheet
from tui.paper.making import sheets_for, title_of

READERS = {"docx": docx_tables, "html": html_tables, "xlsx": xlsx_tables}


def sheet(tasks: TaskList, by: By = "unit") -> Sheet:
    state = Earlier(tasks, History([]))
    (made,) = sheets_for(Job("stats", base=stat_base(tasks, DAY), by=by), state, page_of("stats", SETUP))
    return made


def written(name: str, made: Sheet) -> bytes:
    return FORMATS[name].write([made], page_of("stats", SETUP), lambda done, total: None).data


def test_the_sheet_says_its_base_and_its_sums() -> None:
    made = sheet(october())
    assert made.title == "重点任务统计表（按单位）"
    assert made.under[-1] == (
        "统计口径：9 行，截至 2021-10-31；有 2 个牵头单位的 1 行在两个单位各计一次，合计不重复计。"
    )
    rows = {row[0]: row[1:] for row in texts(made)}
    assert rows["法制处"][:5] == ["5", "0", "1", "1", "1"]
    assert rows["重复计"][:3] == ["1", "0", "1"]
    assert rows["合计"][:11] == list("91111110211")
    assert made.notes[-1] == "重复计：第 3.4 行（法制处、转化中心）。"


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("by", BYS)
def test_each_figure_comes_back_in_its_place(name: str, by: By) -> None:
    made = sheet(october(), by)
    (found,) = READERS[name](written(name, made))
    assert found == expected(made)


def test_on_paper_and_as_text_the_sums_stand_under_the_lines() -> None:
    made = sheet(october())
    page = "".join("".join(pdf_texts(written("pdf", made))).split())
    text = "".join(written("text", made).decode().split())
    for said in (page, text):
        assert "统计口径：9行，截至2021-10-31" in said
        assert said.index("转化中心") < said.index("重复计：第3.4行（法制处、转化中心）。")


def test_with_reports_each_figure_stands_whole_on_a_page() -> None:
    tasks = reported_october()
    made = sheet(tasks)
    pages = pdf_texts(written("pdf", made))
    assert len(pages) == 1
    for figure in ("40.0%", "100.0%", "42.9%"):
        assert figure in pages[0]
    assert "无牵头单位" in pages[0] and "（未定、统称）" in pages[0]


def test_a_list_without_rows_has_nothing_to_count() -> None:
    with pytest.raises(Refused, match="没有可以统计的"):
        sheet(TaskList())


def test_the_print_is_called_by_its_kind() -> None:
    made = sheet(october())
    assert title_of(Job("stats"), [made]) == "统计表"
