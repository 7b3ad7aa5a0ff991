"""Two lists of one notice are compared row by row, as a notice that comes again is."""

from store.acts.field_values import set_fields
from store.importing.comparing import compare
from store.importing.reading_of_list import reading_of
from store.records.tasklist import TaskList
from tests.sample import sample_list


def differences(tasks: TaskList, other: TaskList) -> list[tuple[str, str, tuple[tuple[str, str, str], ...]]]:
    found = compare(tasks, reading_of(other, "对方.json")).differences
    return [(one.kind, one.about, one.fields) for one in found]


def test_two_imports_of_one_notice_do_not_differ() -> None:
    assert differences(sample_list(), sample_list()) == []


def test_what_the_other_changed_is_a_difference_and_can_be_accepted() -> None:
    ours, theirs = sample_list(), sample_list()
    row = theirs.task(theirs.task_keys[0])
    theirs.apply(set_fields(theirs, row, remark="已发函", deadline="6月底前").edits)
    comparison = compare(ours, reading_of(theirs, "对方.json"))
    (found,) = comparison.differences
    assert found.kind == "changed"
    assert {(label, after) for label, _, after in found.fields} == {
        ("备注", "已发函"),
        ("完成时限", "6月底前"),
    }
    ours.apply(comparison.change([found]).edits)
    assert ours.task(ours.task_keys[0]).remark == "已发函"
    assert differences(ours, theirs) == []
