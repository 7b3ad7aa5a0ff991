"""A text that the clerk writes, as the value of a field."""

import pytest

from store.acts.field_values import checked_value, field_text, field_value
from store.acts.resolving import one_unit_named
from store.refused import Refused
from tests.sample import sample_list


def test_each_line_is_a_value_of_a_field_of_several() -> None:
    tasks = sample_list()
    unit = one_unit_named(tasks, "科技合作处")
    assert field_value(tasks, unit, "aliases", " 合作处 \n\n科技处\n") == ("合作处", "科技处")
    assert field_text(tasks, unit, "aliases") == "合作处"


def test_a_day_is_read_as_clerks_write_it() -> None:
    tasks = sample_list()
    unit = one_unit_named(tasks, "科技合作处")
    assert checked_value(tasks, unit, "valid_from", "2021年6月1日") == "2021-06-01"
    assert checked_value(tasks, unit, "valid_from", "") is None
    assert checked_value(tasks, unit, "aliases", "合作处") == ("合作处",)
    with pytest.raises(Refused, match="不是日期"):
        checked_value(tasks, unit, "valid_from", "明天")


def test_names_stand_for_mentions_in_a_responsibility_cell() -> None:
    tasks = sample_list()
    row = tasks.task(tasks.task_keys[0])
    (mention,) = field_value(tasks, row, "lead_units", "创新平台处")
    assert mention.key == one_unit_named(tasks, "创新平台处").key
    assert field_text(tasks, row, "lead_units") == "成果处"
