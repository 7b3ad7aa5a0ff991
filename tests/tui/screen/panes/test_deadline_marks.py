"""What stands under a deadline: a word and a sign, where a row wants attention or has ended."""

from datetime import datetime
from typing import Any

import pytest

from store.ledger.lights import SCHEMES
from store.machine.clock import Clock
from store.records.ledger_rules import LightRule
from store.records.record import Record
from store.records.tasklist import TaskList
from tests.store.ledger.small_list import ROW, adjustment, closing, report, small_list
from tui.screen.panes.cell_content import CellContent, lines_of
from tui.screen.panes.deadline_marks import marks_of


def on_first_july(*facts: Record, **row: Any) -> TaskList:
    made = small_list(*facts, **row)
    return TaskList(made.documents, clock=Clock(lambda: datetime(2021, 7, 1, 9)))


@pytest.mark.parametrize(
    ("row", "facts", "lines", "part"),
    [
        ({"deadline": "6月底前"}, (), ("●逾期1天",), "open"),
        ({"deadline": "7月1日前"}, (), ("●今天到期",), "open"),
        ({"deadline": "7月8日前"}, (), ("●临期7天",), "open"),
        ({"deadline": "7月9日前"}, (), (), ""),
        ({"deadline": "长期坚持"}, (), (), ""),
        ({"deadline": "每年"}, (report("2021-06", share="9"),), ("●红落后41.0",), "red"),
        ({"deadline": "每年"}, (report("2021-06", share="30"),), ("●黄落后20.0",), "open"),
        ({"deadline": "每年"}, (report("2021-06", share="41"),), (), ""),
        ({"deadline": "6月底前"}, SCHEMES["宿迁"], ("●红逾期1天",), "red"),
        ({"deadline": "7月8日前"}, SCHEMES["宿迁"], ("●蓝临期7天",), "blue"),
        ({"deadline": "7月4日前"}, SCHEMES["西安"], ("●黄临期3天",), "open"),
        ({"deadline": "7月8日前"}, SCHEMES["西安"], ("●绿临期7天",), "well"),
        (
            {"deadline": "7月8日前"},
            (LightRule("a", "1", "临近", "▲", "blue", "near"),),
            ("▲临近临期7天",),
            "blue",
        ),
        ({"deadline": "6月底前"}, (closing(asked_on="2021-07-01"),), ("●待销号",), "open"),
        ({"deadline": "6月底前"}, (closing(approved_on="2021-07-01"),), ("✓已销号",), "dim"),
        ({"deadline": "6月底前"}, (adjustment("suspension", "2021-05-01"),), ("已中止",), "dim"),
    ],
)
def test_a_row_is_marked(row: dict[str, Any], facts: tuple[Record, ...], lines: object, part: str) -> None:
    marks = marks_of(on_first_july(*facts, **row))(ROW)
    assert (marks.lines, marks.part) == (lines, part)


def test_where_there_is_one_line_the_mark_follows_the_wording() -> None:
    content = CellContent(("6月底前",), marks=("●逾期1天",))
    assert lines_of(content, 18, 1).lines[0].rstrip() == "6月底前 ●逾期1天"
    assert [line.rstrip() for line in lines_of(content, 10).lines] == ["6月底前", "●逾期1天"]
    assert content.in_words == "6月底前 ●逾期1天"
