"""The numbers that Word prints before list paragraphs."""

from typing import Any
from xml.etree import ElementTree

from store.reading.formats.word_numbers import ListNumbers

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def xml(text: str) -> Any:
    return ElementTree.fromstring(f'<w:r xmlns:w="{WORD}">{text}</w:r>'.replace(" val=", " w:val="))


def level(depth: int, kind: str, text: str, start: int = 1) -> str:
    told = f'<w:start val="{start}"/><w:numFmt val="{kind}"/><w:lvlText val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{told}</w:lvl>'


def numbers(*levels: str) -> ListNumbers:
    lists = f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
    return ListNumbers(xml(f'{lists}<w:num w:numId="1"><w:abstractNumId val="7"/></w:num>'), xml(""))


def paragraph(depth: int, list_id: str = "1") -> Any:
    return xml(f'<w:pPr><w:numPr><w:ilvl val="{depth}"/><w:numId val="{list_id}"/></w:numPr></w:pPr>')


def test_levels_count_on_and_begin_anew_under_the_next_outer_number() -> None:
    counted = numbers(level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2."))
    assert [counted.of(paragraph(depth)) for depth in (0, 1, 1, 0, 1)] == ["一、", "1.", "2.", "二、", "1."]


def test_numbers_in_characters_and_circles() -> None:
    counted = numbers(level(0, "chineseCountingThousand", "第%1章", start=19))
    assert [counted.of(paragraph(0)) for _ in range(3)] == ["第十九章", "第二十章", "第二十一章"]
    circled = numbers(level(0, "decimalEnclosedCircle", "%1"))
    assert [circled.of(paragraph(0)) for _ in range(2)] == ["①", "②"]


def test_a_number_may_name_those_above_it() -> None:
    counted = numbers(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"))
    assert [counted.of(paragraph(depth)) for depth in (0, 1, 1)] == ["1", "1.1", "1.2"]


def test_bullets_and_paragraphs_in_no_list_print_nothing() -> None:
    counted = numbers(level(0, "bullet", "•"))
    assert counted.of(paragraph(0)) == ""
    assert counted.of(paragraph(0, "0")) == ""
    assert counted.of(paragraph(0, "99")) == ""
    assert counted.of(xml("<w:pPr/>")) == ""
    assert ListNumbers(None, xml("")).of(paragraph(0)) == ""
