"""通报: the text of the sample's October by hand, with the words that ship or a bureau's own."""

import pytest

from store.history.earlier import Earlier
from store.ledger.stat_base import stat_base
from store.records.changes import History
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.sample import sample_list
from tests.store.ledger.october import DAY, reported_october
from tests.tui.paper.font import SETUP
from tests.tui.paper.reading import pdf_texts
from tui.paper import FORMATS
from tui.paper.dressing import page_of
from tui.paper.job import Job
from tui.paper.layout import Sheet
from tui.paper.making import sheets_for
from tui.paper.words import words_of


def bulletin(tasks: TaskList, template: str = "") -> Sheet:
    words, wrong = words_of(template, "局发")
    assert wrong == ()
    job = Job("bulletin", base=stat_base(tasks, DAY), words=words)
    (sheet,) = sheets_for(job, Earlier(tasks, History([])), page_of("bulletin", SETUP))
    return sheet


def lines(sheet: Sheet) -> list[str]:
    return [paragraph.text for paragraph in sheet.text if paragraph.text]


def test_october_in_the_bureaus_words() -> None:
    sheet = bulletin(reported_october())
    assert sheet.title == "2021年10月重点任务进展情况通报"
    said = lines(sheet)
    body = said[said.index("一、总体情况") + 1 :]
    assert body[0].startswith("截至2021年10月31日，清单共 9 项任务，其中已销号 1 项，占 11.2%；待销号 1 项")
    assert body[1] == "未办结的任务中，落后于序时进度的 1 项（另计，不加在上述各状态里）。"
    assert body[2] == (
        "2021年10月进展按“行×单位”计，应报 7 份，按时 3 份，迟报 1 份，未报 3 份，待报 0 份，按时率 42.9%。"
        "统称未明的 1 项不计应报。"
    )
    assert body[3:-3] == [
        "二、逾期的任务（1 项）",
        "平台处：第 2 行“新增省级及以上众创孵化机构40家”，应于2021年9月30日完成，逾期 31 天。",
        "三、落后于序时进度的任务（1 项）",
        "法制处：第 3.3 行“落实政务服务‘好差评’机制，实现‘好差评’实名差…”，"
        "序时进度 83.3%，完成 20.0%，落后 63.3 个百分点（红）。",
        "四、未报送的进展（3 份）",
        "法制处：第 3.2、5 行，应于2021年10月25日报送。",
        "平台处：第 2 行，应于2021年10月25日报送，退回后未再报。",
        "五、迟报的进展（1 份）",
        "法制处：第 3.1 行，应于2021年10月25日报送，迟报 3 天。",
        "六、本期销号的任务（1 项）",
        "成果处：第 1 行“深化科技成果‘三权’改革，探索赋予科研人员职务科…”，2021年10月20日销号，徐涛批准。",
        "七、需协调解决的问题",
        "无。",
        "八、下期到期的任务（1 项）",
        "法制处：第 3.2 行“加快电子证照共享调用”，2021年11月3日到期。",
    ]
    assert body[-2] == "武汉市科学技术局"


def test_without_a_schedule_nothing_is_said_of_reports() -> None:
    said = lines(bulletin(sample_list()))
    assert not any("未报" in line or "应报" in line for line in said[:-3])
    assert [line[:2] for line in said if line[1] == "、"] == [f"{number}、" for number in "一二三四五六"]


def test_a_bureau_has_words_of_its_own() -> None:
    template = (
        '[bulletin]\ntitle = "{发文机关}督查通报（{报送期}）"\nclosing = "特此通报。"\nhead_lines = 9\n'
    )
    sheet = bulletin(reported_october(), template)
    assert sheet.title == "武汉市科学技术局督查通报（2021年10月）"
    assert lines(sheet)[-3] == "特此通报。"
    assert sheet.room_above == 9


@pytest.mark.parametrize("name", ["docx", "html", "xlsx", "text", "pdf"])
def test_it_is_written_in_every_format(name: str) -> None:
    made = bulletin(reported_october())
    data = FORMATS[name].write([made], page_of("bulletin", SETUP), lambda done, total: None).data
    assert data
    if name in ("pdf", "text"):
        text = "".join(pdf_texts(data)) if name == "pdf" else data.decode()
        assert "逾期31天" in "".join(text.split())


def test_a_list_without_rows_has_no_bulletin() -> None:
    with pytest.raises(Refused, match="没有可以统计的"):
        bulletin(TaskList())
