"""What is odd in a notice, with its line."""

from typing import Any

from store.reading import as_json, read_notice

HEAD = "关于做好河湖清理工作的通知\n各区水务局:\n"


def findings(text: str) -> list[tuple[str, int]]:
    said: dict[str, Any] = as_json(read_notice((HEAD + text).encode()))
    return [(finding["code"], finding["line"]) for finding in said["findings"]]


def test_numbers_left_out_and_used_twice() -> None:
    assert findings("一、清河\n三、建档\n三、巡查\n") == [("R01", 4), ("R02", 5)]
    assert findings("一、清河\n1.清理。\n3.巡查。\n二、建档\n") == [("R01", 5)]
    assert findings("一、清河\n1.清理。\n2.巡查。\n二、建档\n") == []


def test_numbers_that_run_on_under_the_next_heading_lack_none() -> None:
    first = "一、清河\n1.清理。\n2.巡查。\n二、建档\n"
    assert findings(first + "3.登记。\n4.上报。\n三、护河\n5.值守。\n") == []
    assert findings(first + "1.登记。\n2.上报。\n") == []
    assert findings(first + "4.登记。\n5.上报。\n") == [("R01", 7)]
    assert findings(first + "3.登记。\n5.上报。\n") == [("R01", 8)]


def test_numbers_that_run_on_over_sections_and_depths_lack_none() -> None:
    across = (
        "一、清河\n(一)清理\n1.拆除。\n(二)巡查\n2.登记。\n二、建档\n(三)造册\n3.编号。\n(四)归档\n4.上架。\n"
    )
    assert findings(across) == []
    assert findings("一、清河\n1.拆除。\n2.登记。\n二、建档\n(一)造册\n3.编号。\n4.上架。\n5.移交。\n") == []
    assert findings(across.replace("4.上架", "6.上架")) == [("R01", 12)]


def test_each_annex_has_numbers_of_its_own() -> None:
    text = "一、清河\n清理。\n二、建档\n登记。\n附件:编号说明\n附件\n编号说明\n一、编号\n八位。\n二、位置\n左上。\n"
    assert [finding for finding in findings(text) if finding[0] in {"R01", "R02"}] == []


def test_one_sign_numbers_are_used_once_each() -> None:
    assert findings("一、清河\n①清理。\n②巡查。\n③登记。\n") == []
    assert findings("一、清河\n①清理。\n②巡查。\n②登记。\n") == [("R02", 6)]


def test_title_marks() -> None:
    assert findings("一、落实《关于印发〈河湖工作要点的通知〉》要求\n") == [("R03", 3)]
    assert findings("一、落实《河湖工作要点要求\n") == [("R03", 3)]
    assert findings("一、落实《关于印发〈河湖工作要点〉的通知》要求\n") == []


def test_signs_lost_and_doubled() -> None:
    assert findings("一、深化“放管服” 改革\n") == [("R05", 3)]
    assert findings("一、清理河道,。建立台账。\n") == [("R05", 3)]
    assert findings("一、深化“放管服”改革,清理河道。\n") == []


def test_who_leads_by_standing_first() -> None:
    text = "一、清河\n1.清理河道。(市水务局、市财政局,排在第一位的部门为牵头部门,下同)\n2.建档。(市档案馆、各区)\n"
    assert findings(text) == [("R09", 4)]


def test_an_annex_whose_heading_differs_from_the_annex_list() -> None:
    text = (
        "请执行。\n附件:重点任务清单\n附件\n工作任务清单\n序号 | 任务 | 责任单位 |\n1 | 清理。 | 市水务局 |\n"
    )
    assert findings(text) == [("R07", 5)]


def test_a_name_that_fits_several_units() -> None:
    text = "一、清河\n1.清理。(成果处负责)\n附件\n领导小组成员名单\n组长:盛继亮 局长\n成员:胡军 成果转化处处长\n徐涛 成果推广处处长\n"
    assert ("R04", 4) in findings(text)


def test_that_a_unit_leads_by_standing_first_is_said_only_where_one_does() -> None:
    rule = "排在第一位的部门为牵头部门,下同"
    read = HEAD + f"一、清河\n1.清理河道。(市水务局、市财政局,{rule})\n2.建档。(市档案馆、各区)\n"
    unused = HEAD + f"一、清河\n1.清理河道。(市水务局牵头,市财政局配合)\n2.{rule}。\n"
    for text, said in ((read, True), (unused, False)):
        [message] = [
            finding.message for finding in read_notice(text.encode()).findings if finding.code == "R09"
        ]
        assert ("已按此读出牵头单位" in message) is said
