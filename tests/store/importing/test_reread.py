"""A notice read again with other sides for its words: what was put right by hand stays."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import SAMPLE_NOTICE, sample_notice
from store.acts.field_values import field_value, set_fields
from store.acts.units import new_unit
from store.importing.draft import Draft
from store.importing.new_list import import_change
from store.importing.reread import with_what_was_put_right
from store.reading import read_notice
from store.reading.result import Reading
from store.records.changes import updated
from store.records.doubts import doubt
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Mention, wordings

HEAD = "关于做好河湖清理工作的通知\n各区水务局:\n一、清河\n"
ROSTER = "领导小组名单\n组长:高山 市水务局局长\n成员:林海 市财政局局长\n石川 市农业局局长\n"


def notice(*labels: str) -> Reading:
    """Three points whose owners stand under these labels."""
    texts = ("清理河道", "清理沟渠", "巡查")
    lines = [
        f"{number}.{text}。({label}:市水务局、市财政局)"
        for number, (text, label) in enumerate(zip(texts, labels, strict=True), 1)
    ]
    return read_notice((HEAD + "\n".join(lines) + "\n" + ROSTER).encode(), "通知.txt")


def row(draft: Draft, name: str) -> Task:
    (key,) = draft.tasks.rows_named(name)
    return draft.tasks.task(key)


def sides(draft: Draft, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    task = row(draft, name)
    return tuple(wordings(task.lead_units)), tuple(wordings(task.participant_units))


def take(draft: Draft, reading: Reading) -> int:
    return draft.take_reading(draft.reread(reading))


BOTH = ("市水务局", "市财政局")


def test_each_row_of_another_reading_keeps_its_key_and_says_how_many_changed() -> None:
    draft = Draft(notice("责任单位", "责任单位", "配合单位"))
    keys = draft.tasks.task_keys
    assert take(draft, notice("牵头单位", "牵头单位", "配合单位")) == 2
    assert draft.tasks.task_keys == keys
    assert sides(draft, "1.1") == (BOTH, ()) and sides(draft, "1.3") == ((), BOTH)
    assert draft.mended == 1
    assert draft.take_back() and not draft.take_back()
    assert sides(draft, "1.1") == ((), BOTH) and draft.mended == 0


def test_what_was_put_right_by_hand_goes_before_the_other_reading() -> None:
    draft = Draft(notice("责任单位", "责任单位", "责任单位"))
    made, key = new_unit(draft.tasks, "县财政局")
    draft.take(made)
    task = row(draft, "1.2")
    value = field_value(draft.tasks, task, "participant_units", "县财政局")
    draft.take(set_fields(draft.tasks, task, text="清理全部沟渠", participant_units=value))
    take(draft, notice("牵头单位", "牵头单位", "牵头单位"))
    assert row(draft, "1.2").text == "清理全部沟渠"
    assert sides(draft, "1.2") == (BOTH, ("县财政局",)) and sides(draft, "1.1") == (BOTH, ())
    assert row(draft, "1.2").participant_units == (Mention(key, "县财政局"),)
    imported = TaskList()
    imported.apply(draft.change().edits)
    assert [unit.full_name for unit in imported.units].count("县财政局") == 1


def test_a_unit_that_only_hands_name_stays_though_it_is_read_no_more() -> None:
    draft = Draft(read_notice((HEAD + "1.巡查。(责任单位:市档案局)\n").encode(), "a.txt"))
    task = row(draft, "1")
    value = field_value(draft.tasks, task, "lead_units", "市档案局")
    draft.take(set_fields(draft.tasks, task, lead_units=value))
    take(draft, read_notice((HEAD + "1.巡查。(责任单位:市水务局)\n").encode(), "a.txt"))
    (mention,) = row(draft, "1").lead_units
    assert draft.tasks.unit_name(mention.key or "") == "市档案局"
    assert sides(draft, "1")[1] == ("市水务局",)


def test_a_doubt_that_was_settled_by_hand_does_not_come_back() -> None:
    asked = doubt("lead", "brackets_behind")
    first, second = (
        replace(reading, rows=tuple(replace(one, doubts=(asked,)) for one in reading.rows))
        for reading in (notice(*["责任单位"] * 3), notice(*["牵头单位"] * 3))
    )
    draft = Draft(first)
    draft.take(set_fields(draft.tasks, row(draft, "1.1"), doubts=()))
    take(draft, second)
    assert not row(draft, "1.1").doubts and row(draft, "1.2").doubts == (asked,)


def test_the_roster_and_its_roles_as_put_right_stay() -> None:
    draft = Draft(notice("责任单位", "责任单位", "责任单位"))
    assert draft.call_role("成员", "组员") == 2
    assert draft.call_role("没有的角色", "组员") == 0
    take(draft, notice("牵头单位", "责任单位", "责任单位"))
    assert [entry.role for entry in draft.tasks.roster] == ["组长", "组员", "组员"]


def test_beside_another_list_the_notice_stays_its_own() -> None:
    there = TaskList()
    there.apply(import_change(read_notice(sample_notice(), SAMPLE_NOTICE)).edits)
    draft = Draft(notice("责任单位", "责任单位", "责任单位"), there)
    own = draft.tasks.notice.key
    assert take(draft, notice("牵头单位", "责任单位", "责任单位")) == 1
    assert draft.tasks.notice.key == own != there.notice.key
    assert len(draft.tasks.notices) == 2
    there.apply(draft.change().edits)
    assert len(there.of(own).task_keys) == 3 and len(there.task_keys) == 9


@pytest.mark.parametrize("taken", [(), (0,), (0, 1)])
def test_proposals_stay_taken_or_left(taken: tuple[int, ...]) -> None:
    plain = HEAD.encode() + "请市水务局制定方案。请市财政局落实资金。\n".encode()
    draft = Draft(read_notice(plain, "a.txt"))
    rows = list(draft.proposed)
    for number, key in enumerate(rows):
        if (key in draft.taken) != (number in taken):
            draft.toggle(key)
    take(draft, read_notice(plain, "a.txt"))
    assert list(draft.proposed) == rows
    assert draft.taken == {rows[number] for number in taken}


def test_all_proposals_are_taken_and_left_at_once() -> None:
    plain = HEAD.encode() + "请市水务局制定方案。请市财政局落实资金。\n".encode()
    draft = Draft(read_notice(plain, "a.txt"))
    draft.toggle_all()
    assert not draft.taken and not draft.kept.task_keys
    draft.toggle_all()
    assert len(draft.taken) == len(draft.kept.task_keys) == 2


def test_read_again_without_another_word_nothing_changes() -> None:
    draft = Draft(read_notice(sample_notice(), SAMPLE_NOTICE))
    task = row(draft, "1")
    edits = updated(task, text="深化改革")
    before = draft.change().edits
    assert draft.take_reading(draft.read_with(draft.reading.words)) == 0
    assert {(edit.table, edit.key) for edit in draft.change().edits} == {
        (edit.table, edit.key) for edit in before
    }
    assert not draft.tasks.conflict(edits)


DOCUMENTS = st.dictionaries(
    st.sampled_from("abc"), st.dictionaries(st.sampled_from(("text", "role")), st.integers(0, 2)), max_size=3
)
TABLES = st.dictionaries(st.sampled_from(("points", "roster")), DOCUMENTS)


@given(TABLES, TABLES, TABLES)
def test_each_field_is_what_hands_made_of_it_else_what_is_read_now(
    read: dict[str, dict[str, dict[str, int]]],
    mended: dict[str, dict[str, dict[str, int]]],
    fresh: dict[str, dict[str, dict[str, int]]],
) -> None:
    merged = with_what_was_put_right(read, mended, fresh)
    for table, key in ((table, key) for table in ("points", "roster") for key in "abc"):
        before, after = read.get(table, {}).get(key), mended.get(table, {}).get(key)
        now, found = fresh.get(table, {}).get(key), merged.get(table, {}).get(key)
        if before == after:
            assert found == now
        elif before is None:
            assert found == (now if now is not None else after)
        elif after is None or now is None:
            assert found is None
        else:
            for field in ("text", "role"):
                is_changed = before.get(field) != after.get(field)
                assert (found or {}).get(field) == (after if is_changed else now).get(field)
