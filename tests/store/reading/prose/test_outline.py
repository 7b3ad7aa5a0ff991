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
