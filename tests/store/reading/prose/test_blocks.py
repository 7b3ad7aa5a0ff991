"""Blocks of labelled lines: each begins where its first label comes again, and has its own owners."""

import pytest

from store.reading import Reading, read_notice

TWO = (
    "{0}河段垃圾未清。\n整改措施：逐段清理。\n责任领导：王明\n牵头股室：河湖股\n责任股室：水政股、办公室\n整改时限：2026年6月底前\n"
    "{1}巡查记录不全。\n整改措施：完善台账。\n责任领导：李海\n牵头股室：水政股\n责任股室：各水管站\n整改时限：立行立改\n"
)


def _read(text: str) -> Reading:
    return read_notice(f"市水务局整改方案\n\n{text}".encode())


@pytest.mark.parametrize(
    ("above", "first", "second"),
    [
        ("一、河道管理\n", "问题1：", "问题2："),
        ("（一）河道管理\n", "任务一：", "任务二："),
        ("", "问题（1）：", "问题（2）："),
        ("一、河道管理\n", "事项1.", "事项2."),
        ("一、河道管理\n", "【问题】", "【问题】"),
        ("三、河道管理\n", "具体问题：", "具体问题："),
        ("1.", "问题表现:", "问题表现:"),
        ("二、河道管理\n\n", "【任务1】", "\n【任务2】"),
    ],
)
def test_each_block_has_its_own_owners(above: str, first: str, second: str) -> None:
    one, other = _read(above + TWO.format(first, second)).rows
    assert (one.lead_units, one.participant_units) == (("河湖股",), ("水政股", "办公室"))
    assert (other.lead_units, other.participant_units) == (("水政股",), ("各水管站",))
    assert (one.lead_leaders, other.lead_leaders) == (("王明",), ("李海",))
    assert (one.deadline, other.deadline) == ("2026年6月底前", "立行立改")
    assert "河段垃圾未清" in one.text
    assert "巡查记录不全" in other.text


def test_blocks_run_on_over_sections() -> None:
    third = "二、工程建设\n问题3：工程滞后。\n牵头股室：建设股\n责任股室：质监站\n"
    reading = _read("一、河道管理\n" + TWO.format("问题1：", "问题2：") + third)
    assert [row.item for row in reading.rows] == ["一、河道管理", "一、河道管理", "二、工程建设"]
    assert reading.rows[2].lead_units == ("建设股",)
    assert not reading.findings


def test_numbers_in_the_value_of_a_label_are_no_points() -> None:
    text = (
        "一、河道管理\n具体问题：垃圾未清。\n整改措施：\n1.全面清理。\n2.加强巡查。\n责任单位：河湖股\n"
        "具体问题：记录不全。\n整改措施：\n1.完善台账。\n2.定期检查。\n责任单位：水政股\n二、工程建设\n（一）倒排工期。责任单位：建设股\n"
    )
    rows = _read(text).rows
    assert [row.participant_units for row in rows] == [("河湖股",), ("水政股",), ("建设股",)]
    assert rows[0].remark == "整改措施：1.全面清理。2.加强巡查"


def test_measures_of_a_numbered_point_belong_to_it() -> None:
    text = (
        "（一）垃圾未清\n整改措施：\n1.全面清理。\n2.加强巡查。\n责任单位：河湖股\n"
        "（二）记录不全\n整改措施：\n1.完善台账。\n责任单位：水政股\n"
    )
    rows = _read(text).rows
    assert [(row.number, row.participant_units) for row in rows] == [
        ("（一）", ("河湖股",)),
        ("（二）", ("水政股",)),
    ]


def test_points_below_an_announcing_line_keep_their_own_owners() -> None:
    text = "一、河道管理\n具体举措：\n1.全面清理。\n责任单位：河湖股\n2.加强巡查。\n责任单位：水政股\n"
    rows = _read(text).rows
    assert [(row.number, row.participant_units) for row in rows] == [
        ("1.", ("河湖股",)),
        ("2.", ("水政股",)),
    ]


def test_measures_within_blocks_are_blocks_where_each_has_owners() -> None:
    text = (
        "问题1：垃圾未清。\n措施1：全面清理。\n责任单位：河湖股\n措施2：加强巡查。\n责任单位：水政股\n"
        "问题2：记录不全。\n措施1：完善台账。\n责任单位：办公室\n"
    )
    rows = _read(text).rows
    assert [(row.item, row.number, row.participant_units) for row in rows] == [
        ("问题1：垃圾未清", "措施1：", ("河湖股",)),
        ("问题1：垃圾未清", "措施2：", ("水政股",)),
        ("问题2：记录不全", "措施1：", ("办公室",)),
    ]


def test_labels_of_points_begin_no_block() -> None:
    text = "1.清理河道。\n工作目标：河道清洁。\n责任单位：市水务局\n2.修建管网。\n工作目标：供水安全。\n责任单位：市住建局\n"
    rows = _read(text).rows
    assert [(row.number, row.participant_units) for row in rows] == [
        ("1.", ("市水务局",)),
        ("2.", ("市住建局",)),
    ]


def test_a_title_over_each_block_belongs_to_it() -> None:
    text = (
        "一、重点工程\n河道清淤工程\n建设内容：清淤8公里。\n责任单位：市水务局\n"
        "供水管网工程\n建设内容：新建管网。\n责任单位：市住建局\n"
    )
    rows = _read(text).rows
    assert [row.participant_units for row in rows] == [("市水务局",), ("市住建局",)]
    assert rows[0].text.startswith("河道清淤工程")
    assert rows[1].text.startswith("供水管网工程")
