"""通知: the covering letter of a 调整对照表, with the words that ship or a bureau's own."""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.records.changes import Change, updated
from store.records.notice import Notice
from tests.sample import sample_change
from tests.tui.paper.sheets.test_handed_over import hand_over
from tui.paper.dressing import page_of
from tui.paper.job import Job
from tui.paper.layout import Sheet
from tui.paper.making import sheets_for
from tui.paper.setup import PageSetup
from tui.paper.words import words_of


@pytest.fixture
def file(tmp_path: Path) -> TaskFile:
    """The sample as a file, with a handover in it."""
    made = TaskFile.create(tmp_path / "清单.json", sample_change())
    hand_over(made, "胡军", "赵峰", "转化中心")
    return made


def printed(file: TaskFile, template: str = "") -> list[Sheet]:
    """The sheets of a notice; a template that says nothing wrong."""
    words, wrong = words_of(template, "局发")
    assert wrong == ()
    return sheets_for(Job("notice", words=words), file, page_of("notice", PageSetup()))


def text(sheet: Sheet) -> list[str]:
    return [paragraph.text for paragraph in sheet.text if paragraph.text]


def test_title_addressees_body_annex_and_signature(file: TaskFile) -> None:
    letter, annex = printed(file)
    assert letter.title == "武汉市科学技术局关于调整重点任务分工的通知"
    said = text(letter)
    assert said[0].endswith("：") and "机关各处室" in said[0]
    assert "（共 1 项，详见附件）" in said[1]
    assert "（）" not in "".join(said), "a notice without a number leaves no empty brackets"
    assert said[-3] == f"附件：{annex.title}"
    assert said[-2] == "武汉市科学技术局"
    today = file.tasks.clock.day()
    assert said[-1] == f"{today.year}年{today.month}月{today.day}日"
    assert annex.annex == "附件"
    assert [entry.text for entry in annex.imprint] == ["武汉市科学技术局办公室"]
    assert letter.orientation == "portrait" and letter.room_above == 11


def test_of_a_list_without_an_issuer_the_bureau_of_the_page_issues_it(file: TaskFile) -> None:
    notice = file.tasks.get(Notice, file.tasks.notice.key)
    file.commit(Change("发文机关", tuple(updated(notice, issuer=""))))
    letter, annex = sheets_for(Job("notice"), file, page_of("notice", PageSetup(bureau="市科技局")))
    assert (letter.title, text(letter)[-2]) == ("市科技局关于调整重点任务分工的通知", "市科技局")
    assert [entry.text for entry in annex.imprint] == ["市科技局办公室"]
    letter, _ = printed(file)
    assert letter.title == "关于调整重点任务分工的通知", "without a bureau the clerk writes it by hand"


def test_the_number_stands_in_brackets_where_there_is_one(file: TaskFile) -> None:
    notice = file.tasks.get(Notice, file.tasks.notice.key)
    file.commit(Change("文号", tuple(updated(notice, document_number="武科〔2021〕12号"))))
    assert "（武科〔2021〕12号）" in "".join(text(printed(file)[0]))


def test_name_and_day_stand_in_the_middle_of_each_other(file: TaskFile) -> None:
    letter, _ = printed(file, '[notice]\nissuer = "甲局"\ndate = "2026年11月30日"')
    name, day = letter.text[-2:]
    assert day.right is not None and name.right is not None
    assert name.right > day.right >= 4
    issuer = "甲市深化简政放权推进职能转变协调领导小组办公室"
    long, _ = printed(file, f'[notice]\nissuer = "{issuer}"\ndate = "2026年1月3日"')
    name, day = long.text[-2:]
    assert day.right is not None and name.right is not None
    assert name.right == 2 and day.right > 4


def test_a_bureau_s_own_words(file: TaskFile) -> None:
    letter, annex = printed(
        file,
        "[notice]\n"
        'title = "关于印发{标题}调整情况的函"\n'
        'addressees = "各单位"\n'
        'body = """\n第一段{止}。\n第二段。"""\n'
        'copies_to = "市政府办公室、市委组织部。"\n'
        'printed_by = "局办公室"\n'
        'printed_on = ""\n'
        "head_lines = 0",
    )
    assert letter.title.startswith("关于印发市科技局2021年")
    assert text(letter)[0] == "各单位："
    assert text(letter)[2] == "第二段。"
    assert letter.room_above == 0
    assert [(entry.text, entry.right) for entry in annex.imprint] == [
        ("抄送：市政府办公室、市委组织部。", ""),
        ("局办公室", ""),
    ]


def test_a_title_that_is_typed_is_the_letter_s_and_its_annex_keeps_its_own(file: TaskFile) -> None:
    page = page_of("notice", PageSetup(bureau="甲局", state=True), {"title": "关于分工的函"})
    letter, annex = sheets_for(Job("notice"), file, page)
    assert letter.title == "关于分工的函" and letter.under == ()
    assert annex.title.endswith("调整对照表") and annex.under[0] == "甲局"
