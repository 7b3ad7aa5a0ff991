"""Cells put where they fit, where blank ones have left no trace."""

from store.reading.tables.align import aligned
from store.records.values import Column

COLUMNS = [
    Column("number", "序号"),
    Column("text", "任务"),
    Column("lead_units", "牵头单位"),
    Column("lead_leaders", "分管领导"),
    Column("deadline", "时限"),
]


def test_a_lost_blank_is_put_where_the_cells_fit() -> None:
    assert aligned(["1", "清理河道。", "市水务局", "6月底前"], COLUMNS) == (
        ("1", "清理河道。", "市水务局", "", "6月底前"),
        False,
    )
    assert aligned(["1", "清理河道。", "胡军", "6月底前"], COLUMNS)[0] == (
        "1",
        "清理河道。",
        "",
        "胡军",
        "6月底前",
    )


def test_where_owners_could_stand_in_two_columns_it_is_asked() -> None:
    columns = [COLUMNS[0], COLUMNS[1], COLUMNS[2], Column("participant_units", "责任单位")]
    cells, open_question = aligned(["1", "清理河道。", "市水务局"], columns)
    assert cells == ("1", "清理河道。", "市水务局", "")
    assert open_question
