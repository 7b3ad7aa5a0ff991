"""Lines put as they should stand."""

from store.reading.signs.lines import lines_of
from store.reading.tables.unrolled import annexes_apart, bars_closed, unrolled


def texts(text: str) -> list[str]:
    return [line.text for line in unrolled(lines_of(text))]


def test_a_text_run_together_is_parted_at_its_numbers_and_labels() -> None:
    text = (
        "清溪县河湖问题整改清单一、巡查不到位(一)个别河段无人巡查,群众反映较多,影响较坏。整改目标:巡查率达到90%以上。"
        "责任单位:县水务局(二)台账不完整。责任单位:县档案馆"
    )
    assert texts(text) == [
        "清溪县河湖问题整改清单",
        "一、巡查不到位",
        "(一)个别河段无人巡查,群众反映较多,影响较坏。",
        "整改目标:巡查率达到90%以上。",
        "责任单位:县水务局",
        "(二)台账不完整。",
        "责任单位:县档案馆",
    ]
    assert {line.number for line in unrolled(lines_of(text))} == {1}


def test_words_that_look_like_numbers_part_nothing() -> None:
    text = "按照第(一)项要求,清理河道3.5公里、沟渠1.2公里,做到第一、第二季度全覆盖,落实之(二)条款规定的各项措施和有关工作要求。"
    assert texts(text) == [text]
    assert texts("一、甲(一)乙") == ["一、甲(一)乙"]


def test_a_bar_alone_closes_the_cell_above_it() -> None:
    lines = lines_of("序号\n|\n任务\n|\n责任单位\n|\n1\n|\n清理\n|\n|")
    assert [line.text for line in bars_closed(lines)] == [
        "序号 |",
        "任务 |",
        "责任单位 |",
        "1 |",
        "清理 |",
        "|",
    ]
    few = lines_of("甲\n|\n乙")
    assert bars_closed(few) == few


def test_an_annex_with_its_title_on_one_line() -> None:
    lines = annexes_apart(lines_of("附件1:领导小组成员名单\n组长:盛继亮 局长"))
    assert [line.text for line in lines] == ["附件1", "领导小组成员名单", "组长:盛继亮 局长"]


def test_a_list_of_annexes_stays_a_list() -> None:
    lines = annexes_apart(lines_of("附件:\n1.领导小组成员名单\n2.重点任务清单\n某某局"))
    assert [line.text for line in lines] == ["附件:1.领导小组成员名单", "2.重点任务清单", "某某局"]
