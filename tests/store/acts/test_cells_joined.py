"""Joining cells of a further column: it is asked whose content holds, and the rows then say the same."""

from store.acts.cells_joined import differing, join_change, text_edits
from store.acts.field_values import set_fields
from store.records.fields import extra_field
from store.records.joining import joined_rows
from store.records.tasklist import TaskList


def test_further_columns_are_joined_by_what_they_say(sample: TaskList) -> None:
    money = extra_field("资金来源")
    rows = sample.rows_named("3.1-3.2")
    for row, text in zip(rows, ("区财政", "市财政"), strict=True):
        sample.apply(set_fields(sample, sample.task(row), **{money: text}).edits)
    assert list(differing(sample, rows, money)) == list(rows)
    sample.apply(join_change(sample, rows, money).edits)
    assert joined_rows(sample, rows[0], money) == rows[:1], "cells that differ are no joined cell"
    sample.apply(text_edits(sample, rows, money, rows[1]))
    assert joined_rows(sample, rows[0], money) == rows
    assert [sample.task(row).extra("资金来源") for row in rows] == ["市财政", "市财政"]
