"""The parts of a notice put together: which tasks it gives, and what is said once for all of them."""

from data import SAMPLE_NOTICE, sample_notice
from store.reading import read_notice
from store.reading.document import read_again, read_text
from store.reading.grid_rows import GridRow
from store.reading.result import Reading
from store.reading.signs.owner_words import STANDARD, OwnerWords

HEAD = "关于做好河湖清理工作的通知\n各区水务局:\n"
TABLE = "附件\n重点任务清单\n序号 | 任务 | 责任单位 |\n1 | 清理沟渠。 | 市水务局、市财政局 |\n"


def read(text: str) -> Reading:
    return read_text(HEAD + text, "notice.txt", "utf-8")


def tasks(text: str) -> list[str]:
    return [task.text for task in read(text).rows]


def test_beside_a_table_a_lone_point_with_owners_is_no_task_and_several_are() -> None:
    one = "一、清河\n1.清理河道。(市水务局负责)\n2.巡查。\n"
    assert tasks(one) == ["清理河道。", "巡查。"]
    assert tasks("一、清河\n1.清理河道。(市水务局负责)\n" + TABLE) == ["清理沟渠。"]
    two = "一、清河\n1.清理河道。(市水务局负责)\n2.巡查。(各区负责)\n"
    assert tasks(two + TABLE) == ["清理河道。", "巡查。", "清理沟渠。"]


def test_what_only_a_sentence_gives_is_proposed_and_no_task() -> None:
    reading = read("一、清河\n要摸清底数。请市水务局制定方案。\n")
    assert not reading.rows
    [one] = reading.proposed
    assert (one.sentence, one.line, one.task.lead_units) == ("请市水务局制定方案。", 4, ("市水务局",))


def test_who_leads_is_declared_once_for_all_tasks() -> None:
    [task] = read("请执行。各项任务排在第一位的部门为牵头部门。\n" + TABLE).rows
    assert (task.lead_units, task.participant_units) == (("市水务局",), ("市财政局",))


def test_the_list_has_the_title_and_columns_of_its_annex() -> None:
    reading = read("请执行。\n" + TABLE)
    assert reading.list_title == "重点任务清单"
    assert [column.label for column in reading.columns] == ["序号", "任务", "责任单位"]
    assert reading.headers == ((6, 6),)
    assert reading.head.annexes == ("重点任务清单",)


def test_collectives_are_told_from_units() -> None:
    reading = read("一、清河\n1.清理河道。(市水务局牵头,各区政府配合)\n2.巡查。(各街道负责)\n")
    assert reading.collectives == ("各区政府", "各街道")
    assert [unit.full_name for unit in reading.units] == ["市水务局"]


def test_a_notice_read_again_says_the_same() -> None:
    sample = read_notice(sample_notice(), SAMPLE_NOTICE)
    assert read_again(sample, STANDARD) == sample
    leads = OwnerWords((("指导部门", "lead"),))
    again = read_again(sample, leads)
    assert again.words == leads and again.rows == sample.rows


def test_the_cells_of_a_document_are_there_when_it_is_read_again() -> None:
    head, first = "任务 | 责任单位 |", "清理沟渠 一 | 市水务局 |"
    rows = {head: [GridRow(("任务", "责任单位"))], first: [GridRow(("清理沟渠|一", "市水务局"))]}
    reading = read_text(f"{HEAD}附件\n{head}\n{first}\n", "notice.docx", "docx", rows)
    assert [task.text for task in reading.rows] == ["清理沟渠|一"]
    assert read_again(reading, STANDARD) == reading


def test_the_words_for_owners_are_counted_with_the_side_of_each() -> None:
    text = "关于印发要点的通知\n一、清河\n1.清河。(牵头单位:市水务局;指导部门:省水利厅)\n2.清湖。(市水务局牵头,各区配合)\n"
    met = read_notice(text.encode()).owner_words
    assert [(word.word, word.side, word.rows) for word in met] == [
        ("牵头单位", "lead", 1),
        ("指导部门", None, 1),
        ("牵头", "lead", 1),
        ("配合", "participant", 1),
    ]
    met = read_notice(text.encode(), words=OwnerWords((("指导部门", "none"),))).owner_words
    assert ("指导部门", "none", 0) in [(word.word, word.side, word.rows) for word in met]
