"""Which way lines of owners point: told by what stands around the points, else asked about."""

from store.reading import read_notice
from store.reading.result import Reading


def read(text: str) -> Reading:
    return read_notice(f"市水务局2026年工作方案\n{text}".encode())


def rows(text: str) -> list[tuple[str, tuple[str, ...], bool]]:
    return [(task.text, task.units, bool(task.doubts)) for task in read(text).rows]


def test_a_line_over_the_first_point_and_none_behind_the_last_opens_each() -> None:
    text = "一、任务\n责任单位：河湖科\n1.清淤。\n责任单位：法规科\n2.宣传。\n责任单位：人事科\n3.培训。\n"
    assert rows(text) == [
        ("清淤。", ("河湖科",), False),
        ("宣传。", ("法规科",), False),
        ("培训。", ("人事科",), False),
    ]


def test_a_line_behind_the_last_point_and_none_over_the_first_closes_each() -> None:
    text = "一、任务\n1.清淤。\n责任单位：河湖科\n2.宣传。\n3.培训。\n责任单位：人事科\n"
    assert rows(text) == [
        ("清淤。", ("河湖科",), False),
        ("宣传。", (), False),
        ("培训。", ("人事科",), False),
    ]


def test_lines_between_points_alone_are_asked_about() -> None:
    text = "一、任务\n1.清淤。\n责任单位：河湖科\n2.宣传。\n责任单位：法规科\n3.培训。\n"
    first, second, third = read(text).rows
    assert (first.units, second.units, third.units) == (("河湖科",), ("法规科",), ())
    assert [doubt.code for doubt in (*first.doubts, *third.doubts)] == ["owners_between", "owners_between"]
    assert "责任单位：河湖科" in first.doubts[0].reason
    assert "责任单位：法规科" in third.doubts[0].reason


def test_the_other_sections_tell_which_way_lines_between_points_point() -> None:
    between = "一、任务\n1.清淤。\n责任单位：河湖科\n2.宣传。\n"
    behind = "二、保障\n1.培训。\n责任单位：人事科\n"
    assert rows(between + behind)[:2] == [("清淤。", ("河湖科",), False), ("宣传。", (), False)]
    over = "二、保障\n责任单位：人事科\n1.培训。\n责任单位：法规科\n2.普法。\n"
    assert rows(between + over)[:2] == [("清淤。", (), False), ("宣传。", ("河湖科",), False)]


def test_blank_lines_tell_it_too() -> None:
    below = "一、任务\n1.清淤。\n责任单位：河湖科\n\n2.宣传。\n"
    assert rows(below) == [("清淤。", ("河湖科",), False), ("宣传。", (), False)]
    over = "一、任务\n1.清淤。\n\n责任单位：河湖科\n2.宣传。\n"
    assert rows(over) == [("清淤。", (), False), ("宣传。", ("河湖科",), False)]


def test_a_closing_section_without_owners_asks_nothing() -> None:
    text = (
        "一、清理河道\n责任单位：河湖科\n二、加强宣传\n责任单位：法规科\n三、工作要求\n各科室要抓好落实。\n"
    )
    assert [bool(task.doubts) for task in read(text).rows] == [False, False, False]


def test_a_point_that_its_own_line_may_open_is_asked_about_with_all_beside_it() -> None:
    text = "一、清河\n全年清理河道八条。\n责任单位：河湖科\n1.清淤。\n责任单位：法规科\n2.宣传。\n"
    found = {task.text: bool(task.doubts) for task in read(text).rows}
    assert found["清淤。"]
    assert found["宣传。"]


def test_a_line_before_the_first_section_opens_it_where_the_others_do() -> None:
    text = "责任单位：河湖科\n一、清淤\n责任单位：法规科\n二、宣传\n"
    found = read(text)
    assert [(task.text, task.units) for task in found.rows] == [("清淤", ("河湖科",)), ("宣传", ("法规科",))]
    assert not any("责任单位" in line.text for line in found.unread)


def test_a_row_names_the_line_over_it_as_its_source() -> None:
    found = read("一、任务\n责任单位：河湖科\n1.清淤。\n责任单位：法规科\n2.宣传。\n")
    assert [task.source for task in found.rows] == [(3, 4), (5, 6)]


def test_nothing_of_a_line_over_a_point_is_proposed_besides() -> None:
    found = read("一、任务\n责任单位：河湖科\n1.清淤。\n责任单位：法规科\n2.宣传。\n")
    assert found.proposed == ()
    assert [finding.code for finding in found.findings] == []


def test_a_stage_over_which_owners_stand_keeps_its_time() -> None:
    text = (
        "一、步骤\n责任单位：河湖科\n（一）动员部署（2026年3月底前）\n"
        "责任单位：法规科\n（二）全面清理（2026年6月底前）\n"
    )
    found = read(text)
    assert [(task.units, task.deadline) for task in found.rows] == [
        (("河湖科",), "2026年3月底前"),
        (("法规科",), "2026年6月底前"),
    ]


def test_a_leader_over_each_section_leaves_the_units_behind_its_points() -> None:
    text = (
        "牵头领导：张立新\n一、清河\n1.清淤。\n责任单位：河湖科\n2.巡河。\n责任单位：法规科\n"
        "牵头领导：李国强\n二、宣传\n1.印发简报。\n责任单位：办公室\n"
    )
    assert [(task.units, task.lead_leaders) for task in read(text).rows] == [
        (("河湖科",), ("张立新",)),
        (("法规科",), ("张立新",)),
        (("办公室",), ("李国强",)),
    ]


def test_paragraphs_without_any_number_have_the_owners_over_or_under_them() -> None:
    under = "现将任务安排如下。\n清理河道。\n责任单位：河湖科\n开展巡河。\n责任单位：法规科\n"
    over = "现将任务安排如下。\n责任单位：河湖科\n清理河道。\n责任单位：法规科\n开展巡河。\n"
    for text in (under, over):
        assert rows(text) == [("清理河道。", ("河湖科",), False), ("开展巡河。", ("法规科",), False)]
        assert [finding.code for finding in read(text).findings] == []
