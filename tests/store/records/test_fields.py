"""Every field of every record is declared once, with a label in Chinese."""

from dataclasses import fields

import pytest

from store.records.cells import CELLS
from store.records.fields import FIELDS, field_of, names_for
from store.records.notice import DEFAULT_COLUMNS
from store.records.record import Record
from store.records.tables import RECORDS
from store.records.task import Task


@pytest.mark.parametrize("record", RECORDS.values(), ids=list(RECORDS))
def test_every_field_of_a_record_is_declared_once(record: type[Record]) -> None:
    named = [field.name for field in fields(record) if field.name != "key"]
    assert sorted(field.name for field in FIELDS[record]) == sorted(named)


@pytest.mark.parametrize("record", RECORDS.values(), ids=list(RECORDS))
def test_every_field_has_a_label_that_a_clerk_can_read(record: type[Record]) -> None:
    for field in FIELDS[record]:
        assert field.label, field
        assert not any(sign.isascii() for sign in field.label), field


def test_the_cells_and_the_columns_of_a_new_list_are_fields_of_a_row() -> None:
    assert {cell.field for cell in CELLS} <= set(names_for(Task, "column"))
    assert {column.field for column in DEFAULT_COLUMNS} <= set(names_for(Task, "column"))


def test_a_field_of_a_later_program_goes_by_its_name() -> None:
    assert field_of(Task, "weight").label == "weight"
