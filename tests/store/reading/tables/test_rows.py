"""From the cells of a table to tasks."""

from store.reading.names.owners import Known
from store.reading.signs.columns import columns_of
from store.reading.tables.cells import CellRow, TaskTable
from store.reading.tables.rows import CATEGORY, rows_of

LABELS = ("事项", "重点任务", "牵头单位", "分管领导", "责任单位", "完成时限")


def table(*rows: CellRow | tuple[str, ...]) -> TaskTable:
    columns = columns_of(LABELS)
    assert columns is not None
    cells = [row if isinstance(row, CellRow) else CellRow(row, (5, 5)) for row in rows]
    return TaskTable(columns, tuple(cells))


def test_each_cell_goes_to_its_field() -> None:
    [task] = rows_of(
        table(("一、清河", "1.整治河湖,清理河道30公里。", "市水务局", "胡 军", "市财政局、各区", "6月底前")),
        Known(),
    )
    assert (task.item, task.number, task.text) == ("一、清河", "1.", "整治河湖,清理河道30公里。")
    assert (task.lead_units, task.lead_leaders) == (("市水务局",), ("胡军",))
    assert task.participant_units == ("市财政局", "各区")
    assert task.deadline == "6月底前"
    assert task.targets == ("清理河道30公里",)
    assert task.doubts == ()


def test_a_row_under_a_joined_item_has_that_item_and_its_own_owners() -> None:
    first, second = rows_of(
        table(
            ("一、清河", "1.清理河道。", "市水务局", "胡军", "市财政局", ""),
            ("2.建立台账。", "市档案馆", "徐涛", "各区", "", ""),
        ),
        Known(),
    )
    assert second.item == first.item
    assert (second.text, second.lead_units, second.lead_leaders) == ("建立台账。", ("市档案馆",), ("徐涛",))


def test_a_joined_row_without_owners_has_those_above() -> None:
    first, second = rows_of(
        table(
            ("一、清河", "1.清理河道。", "市水务局", "胡军", "市财政局", ""),
            ("", "2.建立台账。", "", "", "", ""),
        ),
        Known(),
    )
    assert (second.item, second.lead_units, second.participant_units) == (
        "一、清河",
        first.lead_units,
        first.participant_units,
    )


def test_a_row_with_too_few_cells_is_asked_about() -> None:
    [task] = rows_of(table(("一、清河", "清理河道。", "市水务局")), Known())
    assert [doubt.side for doubt in task.doubts] == ["lead"]


def test_a_dash_is_an_empty_cell() -> None:
    [task] = rows_of(table(("一、清河", "清理河道。", "市水务局", "—", "无", "/")), Known())
    assert (task.lead_leaders, task.participant_units, task.deadline) == ((), (), None)


def test_a_heading_within_the_table_stands_over_its_rows() -> None:
    heading = CellRow(("一、年底前完成",), (4, 4), category=True)
    [task] = rows_of(table(heading, ("清河", "清理河道。", "市水务局", "胡军", "各区", "")), Known())
    assert [(extra.label, extra.text) for extra in task.extras] == [(CATEGORY, "一、年底前完成")]


def test_the_first_unit_leads_where_the_notice_says_so() -> None:
    columns = columns_of(["任务", "责任单位"])
    assert columns is not None
    [task] = rows_of(
        TaskTable(columns, (CellRow(("清理河道。", "市水务局、市财政局"), (5, 5)),)), Known(declared="first")
    )
    assert (task.lead_units, task.participant_units) == (("市水务局",), ("市财政局",))
