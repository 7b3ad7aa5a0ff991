"""The lines of a cell: whole, or in as many as a row of one or two lines gives it."""

import pytest
from rich.cells import cell_len

from tui.screen.panes.cell_content import CellContent, lines_of

UNITS = CellContent(("合作处", "成果处", "企业中心", "项目中心"), are_names=True)
OPEN = CellContent(("规划处",), ("〔待定〕",), are_names=True)
WAITING = CellContent((), ("〔待定：", "规划处", "平台处〕"), are_names=True)
TEXT = CellContent(("印发《工作规程》,建立发布机制。", "第二段。"))


def seen(content: CellContent, width: int, room: int | None = None) -> list[str]:
    found = lines_of(content, width, room)
    assert {cell_len(line) for line in found.lines} == {width}
    assert room is None or len(found.lines) <= room
    return [line.rstrip() for line in found.lines]


def test_what_nobody_has_decided_has_its_sign_in_rows_of_every_height() -> None:
    names = CellContent(("合作处", "成果处"), ("⇄未定",), are_names=True)
    assert seen(names, 8) == ["合作处", "成果处", "⇄未定"]
    assert seen(names._replace(parts=("合作处",)), 8, 1) == ["合作处⇄"]
    assert seen(names._replace(parts=()), 8, 1) == ["⇄未定"]
    assert seen(CellContent(("已发函",), ("⇄未定",)), 8) == ["已发函", "⇄未定"]
    assert seen(CellContent(("已发函",), ("⇄未定",)), 12, 1) == ["⇄ 已发函"]


def test_names_stand_one_a_line_and_what_is_open_last() -> None:
    assert seen(UNITS, 8) == ["合作处", "成果处", "企业中心", "项目中心"]
    assert seen(OPEN, 8) == ["规划处", "〔待定〕"]
    assert lines_of(OPEN, 8).open_from == 1
    assert seen(CellContent(("",)), 8) == [""]


@pytest.mark.parametrize(
    ("room", "lines"),
    [
        (1, ["合作处等4"]),
        (2, ["合作处", "成果处等4"]),
        (3, ["合作处", "成果处", "企业…等4"]),
        (4, ["合作处", "成果处", "企业中心", "项目中心"]),
    ],
)
def test_of_names_that_do_not_fit_the_first_are_shown_and_their_number(room: int, lines: list[str]) -> None:
    assert seen(UNITS, 9, room) == lines
    assert lines_of(UNITS, 9, room).is_cut == (room < 4)


def test_what_is_open_is_never_left_out() -> None:
    assert seen(OPEN, 8, 1) == ["规划处?"]
    assert lines_of(OPEN, 8, 1).open_from == 0
    assert seen(WAITING, 8, 2) == ["〔待定〕"]
    assert seen(WAITING, 6, 1) == ["待定?"]
    many = CellContent(UNITS.parts, ("〔待定〕",), are_names=True)
    assert seen(many, 10, 1) == ["合作处等4?"]


def test_a_text_goes_on_beyond_its_last_line() -> None:
    assert seen(TEXT, 12, 2) == ["印发《工作规", "程》,建立发…"]
    assert seen(TEXT, 60, 1) == ["印发《工作规程》,建立发布机制。 第二段。"]
    one = CellContent(("相关处室及单位",), are_names=True)
    assert seen(one, 8, 1) == ["相关处…"]
    assert seen(one, 8, 2) == ["相关处室", "及单位"]


def test_all_of_it_is_said_in_a_line() -> None:
    assert UNITS.in_words == "合作处、成果处、企业中心、项目中心"
    assert OPEN.in_words == "规划处 〔待定〕"
    assert WAITING.in_words == "〔待定：规划处、平台处〕"
    assert TEXT.in_words == "印发《工作规程》,建立发布机制。 第二段。"
