"""Lines of the roster in panes of several widths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.screen.panes.roster_layout import RosterText, lines_of

INDENT = 9


def facts_in(width: int, *facts: str) -> list[str]:
    """The lines under a unit's name."""
    text = RosterText("", beside="处", facts=tuple((fact, "") for fact in facts))
    _, *below = lines_of(text, INDENT + width, whole=True)
    return ["".join(words for words, _ in line.pieces).strip() for line in below]


@pytest.mark.parametrize(
    ("width", "fact", "lines"),
    [
        (30, "分管 胡军/赵峰（待定）", ["分管 胡军/赵峰（待定）"]),
        (20, "分管 胡军/赵峰（待定）", ["分管 胡军/赵峰", "（待定）"]),
        (12, "分管 胡军/赵峰（待定）", ["分管 胡军/", "赵峰（待定）"]),
        (14, "负责人 欧阳建国（主持）", ["负责人", "欧阳建国", "（主持）"]),
        (16, "分管 王建平（法制处处长）/李明（待定）", ["分管 王建平", "（法制处处长）/", "李明（待定）"]),
        (
            16,
            "分管 徐涛（通知第 3.1–3.3 行，原文第 6 行）",
            ["分管 徐涛（通知", "第 3.1–3.3 行，", "原文第 6 行）"],
        ),
    ],
)
def test_a_fact_is_parted_behind_a_stroke_or_before_a_bracket(
    width: int, fact: str, lines: list[str]
) -> None:
    assert facts_in(width, fact) == lines


@given(st.text("胡军赵（）/ 1", min_size=1, max_size=30), st.integers(6, 40))
def test_nothing_of_a_fact_is_lost_and_no_line_is_wider_than_the_pane(fact: str, width: int) -> None:
    found = facts_in(width, fact)
    assert "".join("".join(found).split()) == "".join(fact.split())
    assert all(cell_len(line) <= width for line in found)
