"""Sections and points, nested by the style of their numbers."""

from store.reading.prose.outline import Node, read_outline, walk
from store.reading.signs.lines import lines_of


def outline(*parts: str, titled_from: int | None = None) -> tuple[list[Node], list[str]]:
    nodes, rest = read_outline([lines_of(part) for part in parts], titled_from)
    return nodes, [line.text for line in rest]


def test_points_hang_under_the_section_before_them() -> None:
    nodes, rest = outline("前言。\n一、清河\n(一)清理河道。每月一次。\n1.先行。\n(二)巡查\n二、建档")
    assert [(node.mark.printed, node.heading) for node in walk(nodes)] == [
        ("一、", "清河"),
        ("(一)", "清理河道"),
        ("1.", "先行"),
        ("(二)", "巡查"),
        ("二、", "建档"),
    ]
    assert [node.mark.printed for node in nodes] == ["一、", "二、"]
    assert rest == ["前言。"]
    assert nodes[0].section().source == (2, 5)
    assert nodes[0].section().children[0].text == "每月一次。"


def test_a_long_first_sentence_is_text_and_no_heading() -> None:
    long = "要" * 51 + "。"
    [node], _ = outline(f"一、{long}")
    assert (node.heading, node.paragraphs) == ("", [long])


def test_lines_below_a_number_belong_to_it() -> None:
    [node], _ = outline("1.清理河道。\n责任单位:市水务局")
    assert node.body == "清理河道。\n责任单位:市水务局"


def test_a_heading_without_a_number_may_open_the_issued_document() -> None:
    text = "指导思想\n以人为本。\n一、清河"
    assert outline(text)[1] == ["指导思想", "以人为本。"]
    nodes, rest = outline(text, titled_from=1)
    assert [node.mark.rest for node in nodes] == ["指导思想", "清河"]
    assert rest == []


def test_decimals_hang_under_one_another_and_over_points_in_brackets() -> None:
    nodes, _ = outline("1.总则\n1.1 目的\n1.1.1 依据\n(1)法律\n①条例\n1.1.2 原则\n1.2 范围\n2.机构")
    assert [(node.mark.printed, len(list(walk(node.children)))) for node in nodes] == [("1.", 6), ("2.", 0)]
    assert [node.heading for node in nodes[0].children] == ["目的", "范围"]
    assert [node.heading for node in nodes[0].children[0].children] == ["依据", "原则"]


def test_stages_hang_under_their_section_and_over_their_points() -> None:
    nodes, _ = outline("三、步骤\n第一阶段：动员\n1.开会\n第二阶段：清理\n2.拆除\n四、要求")
    assert [node.heading for node in nodes] == ["步骤", "要求"]
    assert [(node.heading, len(node.children)) for node in nodes[0].children] == [("动员", 1), ("清理", 1)]


def test_points_that_begin_with_a_word_stay_text() -> None:
    [node], _ = outline("(一)强化保障\n一是加强领导。\n二是落实经费。")
    assert node.paragraphs == ["一是加强领导。", "二是落实经费。"]


def test_stages_stand_under_whatever_heading_announces_them() -> None:
    for text in (
        "1.目标\n3.步骤\n第一阶段：动员\n(1)开会\n第二阶段：清理\n4.要求",
        "一、目标\n二、步骤\n分两步走。\n第一阶段：动员\n1.开会\n第二阶段：清理\n三、要求",
        "一、目标\n依法治水。\n二、步骤\n第一步 动员\n(一)开会\n第二步 清理\n三、要求",
    ):
        nodes, _ = outline(text)
        assert [node.heading for node in nodes] == ["目标", "步骤", "要求"]
        assert [node.heading for node in nodes[1].children] == ["动员", "清理"]


def test_a_stage_follows_points_with_text_under_their_section() -> None:
    nodes, _ = outline("一、步骤\n(一)原则\n依法治水。\n第一阶段：动员\n第二阶段：清理")
    assert [node.heading for node in nodes[0].children] == ["原则", "动员", "清理"]
