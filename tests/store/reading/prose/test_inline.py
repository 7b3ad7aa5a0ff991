"""Points of running text that are tasks, and their owners in brackets."""

from store.reading import read_notice
from store.reading.names.owners import Known
from store.reading.prose.inline import rows_of_outline
from store.reading.prose.outline import read_outline
from store.reading.signs.lines import lines_of


def inline(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    nodes, _ = read_outline([lines_of(text)], None)
    return [(task.number, task.text, task.units) for task in rows_of_outline(nodes, Known())]


def test_points_with_owners_are_tasks_and_so_are_their_neighbours_without() -> None:
    assert inline("一、清河\n1.清理河道。(市水务局负责)\n2.建立台账。") == [
        ("1.", "清理河道。", ("市水务局",)),
        ("2.", "建立台账。", ()),
    ]
    assert inline("一、清河\n1.清理河道。\n2.建立台账。") == []


def test_a_lone_bracket_of_units_is_a_remark_and_several_are_owners() -> None:
    assert inline("一、清河\n1.清理河道。(市水务局)\n2.建立台账。") == []
    assert inline("一、清河\n1.清理河道。(市水务局)\n2.建立台账。(市档案馆)") == [
        ("1.", "清理河道。", ("市水务局",)),
        ("2.", "建立台账。", ("市档案馆",)),
    ]


def test_a_bracket_on_a_line_of_its_own_covers_the_points_above_it() -> None:
    text = "一、清河\n1.清理河道。\n2.建立台账。\n(市水务局、市档案馆负责)"
    assert inline(text) == [
        ("1.", "清理河道。", ("市水务局", "市档案馆")),
        ("2.", "建立台账。", ("市水务局", "市档案馆")),
    ]


def test_where_some_points_have_their_own_it_is_asked_about() -> None:
    text = "一、清河\n1.巡查。(各区负责)\n2.清理河道。\n3.建立台账。\n(市水务局负责)"
    nodes, _ = read_outline([lines_of(text)], None)
    tasks = rows_of_outline(nodes, Known())
    assert [(task.number, bool(task.doubts)) for task in tasks] == [
        ("1.", False),
        ("2.", True),
        ("3.", False),
    ]


def test_paragraphs_with_owners_stand_under_their_heading() -> None:
    text = (
        "一、主要任务\n加强清淤，完成10公里。（责任单位：市水务局）\n加强监测。【责任单位：市生态环境局】\n"
        "加强执法。(市综合执法局牵头，市公安局配合)\n二、工作要求\n各单位要高度重视。\n"
    )
    rows = read_notice(f"市水务局工作方案\n\n{text}".encode()).rows
    assert [(row.item, row.number, row.text) for row in rows] == [
        ("一、主要任务", "", "加强清淤，完成10公里。"),
        ("一、主要任务", "", "加强监测。"),
        ("一、主要任务", "", "加强执法。"),
    ]
    assert rows[2].lead_units == ("市综合执法局",)
