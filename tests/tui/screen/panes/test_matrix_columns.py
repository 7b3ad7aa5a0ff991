"""How wide the columns of the list are: as what stands in them needs, the text taking what is left."""

from rich.cells import cell_len

from store.records.changes import Edit
from store.records.tasklist import TaskList
from tui.screen.panes.matrix_columns import fit_columns, measured, rows_to_measure


def fitted(tasks: TaskList, width: int, *, short: bool = True) -> dict[str, int]:
    """The width of each column, by its field."""
    columns = fit_columns(tasks, measured(tasks, tasks.task_keys), width, short_heads=short)
    assert sum(column.width + 1 for column in columns) - 1 <= max(width, 62)
    return {column.field: column.width for column in columns}


def given(tasks: TaskList, field: str, wording: str) -> None:
    for key in tasks.task_keys:
        tasks.apply([Edit("tasks", key, field, [], [{"key": None, "wording": wording}])])


def emptied(tasks: TaskList, field: str) -> None:
    for key in tasks.task_keys:
        tasks.apply([Edit("tasks", key, field, [], [])])


def test_an_empty_column_is_as_wide_as_its_head(tasks: TaskList) -> None:
    emptied(tasks, "participant_units")
    emptied(tasks, "participant_leaders")
    assert fitted(tasks, 72)["participant_leaders"] == cell_len("领导")
    assert fitted(tasks, 130, short=False)["participant_units"] == cell_len("责任单位")


def test_names_of_the_sample_stand_unbroken_beside_a_fair_text(tasks: TaskList) -> None:
    widths = fitted(tasks, 72)
    assert widths["lead_units"] == cell_len("转化中心")
    assert widths["lead_leaders"] == cell_len("王振旭")
    assert widths["text"] >= 24


def test_collectives_stand_unbroken_where_there_is_room(tasks: TaskList) -> None:
    widths = fitted(tasks, 150, short=False)
    assert widths["lead_units"] == cell_len("相关处室及单位")
    assert widths["participant_leaders"] == cell_len("相关分管领导")


def test_names_of_seven_characters_are_unbroken_where_the_text_can_give(tasks: TaskList) -> None:
    given(tasks, "lead_units", "云岭高新园区局")
    assert fitted(tasks, 84)["lead_units"] == cell_len("云岭高新园区局")
    assert fitted(tasks, 56)["lead_units"] < cell_len("云岭高新园区局")
    assert fitted(tasks, 56)["text"] >= 16


def test_the_rows_measured_are_few_and_from_all_over_the_list() -> None:
    rows = [str(number) for number in range(10_000)]
    chosen = rows_to_measure(rows)
    assert len(chosen) < 200
    assert chosen[0] == "0" and int(chosen[-1]) > 9_000
