"""The four cells of a row, and the fields that store them."""

import pytest

from store.records.cells import CELLS, Cell, cell_kind, cell_of
from store.records.task import Task
from store.records.values import Mention

FIELDS = ("lead_units", "lead_leaders", "participant_units", "participant_leaders")


@pytest.mark.parametrize(("cell", "field"), list(zip(CELLS, FIELDS, strict=True)), ids=FIELDS)
def test_a_cell_is_stored_in_one_field(cell: Cell, field: str) -> None:
    assert cell.field == field
    assert cell_of(field) == cell
    assert cell_kind(field) == cell.kind


@pytest.mark.parametrize("field", ["text", "leaders", "units", "lead", "deadline", ""])
def test_a_field_of_another_kind_is_no_cell(field: str) -> None:
    assert cell_of(field) is None and cell_kind(field) is None


def test_a_row_says_whom_each_cell_names() -> None:
    one, two, three, four = ((Mention(None, f"{number}处"),) for number in range(4))
    row = Task("a", lead_units=one, lead_leaders=two, participant_units=three, participant_leaders=four)
    assert [row.mentions(cell) for cell in CELLS] == [one, two, three, four]
    assert [mention.wording for mention in row.all_mentions] == ["0处", "1处", "2处", "3处"]
