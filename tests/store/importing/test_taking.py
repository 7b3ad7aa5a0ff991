"""Proposals taken into a list, or left out of it."""

import pytest

from store.importing.comparing import compare
from store.importing.draft import Draft
from store.importing.made import PROPOSED, ROWS, UNITS, made_of
from store.importing.new_list import import_change
from store.importing.taking import owners_words, taken_at_first, with_proposals
from store.reading import read_notice
from store.reading.result import Reading
from store.records.changes import Change
from store.records.tasklist import TaskList

PLAIN = (
    "关于做好河湖清理工作的通知\n各区水务局:\n一、清理\n请市水务局制定方案。请市财政局在6月底前落实资金。\n"
)
LISTED = PLAIN + "二、巡查\n1.落实巡查制度。(牵头单位:市城管局)\n2.建立台账。(牵头单位:市档案局)\n"


def read(text: str) -> Reading:
    return read_notice(text.encode(), "notice.txt")


def imported(change: Change) -> TaskList:
    tasks = TaskList()
    tasks.apply(change.edits)
    return tasks


def texts(tasks: TaskList) -> list[str]:
    return [task.text for task in tasks.tasks]


def units(tasks: TaskList) -> set[str]:
    return {unit.full_name for unit in tasks.units}


def test_what_is_taken_becomes_a_row_behind_the_list_with_its_units() -> None:
    reading = with_proposals(read(LISTED), [1])
    assert [row.text for row in reading.rows][-1] == "请市财政局在6月底前落实资金。"
    assert [one.task.text for one in reading.proposed] == ["请市水务局制定方案。"]
    assert {unit.full_name for unit in reading.units} == {"市城管局", "市档案局", "市财政局"}


@pytest.mark.parametrize(("text", "ticked"), [(PLAIN, {0, 1}), (LISTED, set())])
def test_all_are_ticked_where_the_notice_has_no_list(text: str, ticked: set[int]) -> None:
    assert taken_at_first(read(text)) == ticked


def test_a_draft_imports_what_is_ticked_and_nothing_that_only_the_rest_names() -> None:
    draft = Draft(read(LISTED))
    assert texts(imported(draft.change())) == ["落实巡查制度。", "建立台账。"]
    assert units(imported(draft.change())) == {"市城管局", "市档案局"}
    first, second = [made for made in made_of(draft) if made.group == PROPOSED]
    assert not first.taken and not second.taken
    draft.toggle(second.key)
    made = imported(draft.change())
    assert texts(made) == ["落实巡查制度。", "建立台账。", "请市财政局在6月底前落实资金。"]
    assert "市财政局" in units(made) and "市水务局" not in units(made)
    assert [one.label for one in made_of(draft) if one.group == UNITS] == ["市城管局", "市档案局", "市财政局"]
    draft.toggle(next(one.key for one in made_of(draft) if one.group == ROWS))
    assert len(texts(imported(draft.change()))) == 3


def test_a_list_made_of_proposals_is_the_same_as_its_notice_read_again() -> None:
    tasks = imported(import_change(with_proposals(read(PLAIN), [0, 1])))
    assert not compare(tasks, read(PLAIN)).differences
    more = PLAIN + "请市审计局在9月底前完成核查。\n"
    added = [one for one in compare(tasks, read(more)).differences if one.kind == "added"]
    assert any("请市审计局" in one.about + str(one.fields) for one in added)


def test_proposals_that_were_left_out_are_no_difference() -> None:
    tasks = imported(import_change(read(LISTED)))
    assert not compare(tasks, read(LISTED)).differences
    one = imported(import_change(with_proposals(read(LISTED), [0])))
    assert not compare(one, read(LISTED)).differences


def test_who_answers_is_said_in_a_line() -> None:
    [_, second] = read(PLAIN).proposed
    assert owners_words(second.task) == "牵头 市财政局 时限 6月底前"
