"""What another desk brought in one batch is countered by one change; what was edited since stays."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from store.acts.deciding import take_sides
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.history.batches import batches
from store.history.countering import Countered, countering
from store.history.undoing import undo_change
from store.records.changes import Change, created, deleted, updated
from store.records.record import Doc
from store.records.unit import Unit
from store.records.values import Mention
from store.refused import Refused
from tests.store.exchange.desks import two_desks
from tests.store.small_list import ROWS, UNITS, redo, remark, setting, undo

AT = "2026-10-21T16:02:11+08:00"
FROM = "王芳 · PC-05"


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[TaskFile, TaskFile]]:
    """Ours and theirs, both open; ours is whole afterwards and says what its changes say."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    paths = two_desks(tmp_path)
    with TaskFile.open(paths[0], by="李明") as ours, TaskFile.open(paths[1], by="王芳") as theirs:
        yield ours, theirs
    assert verify(paths[0]).whole


def brought(ours: TaskFile, theirs: TaskFile, at: str = AT) -> None:
    ours.take_in(theirs.history.docs, at, FROM)


def last(file: TaskFile, person: str = "") -> Countered:
    """The last batch countered, of all people or of one."""
    batch = batches(file.history)[0]
    return countering(file.tasks, file.history, batch.by(person).changes if person else batch.changes)


def tables(file: TaskFile) -> dict[str, dict[str, Doc]]:
    return {name: dict(docs) for name, docs in file.tasks.documents.tables.items()}


def by(change: Change, person: str) -> Change:
    return replace(change, by=person)


def test_what_came_at_one_time_is_a_batch_told_by_person(both: tuple[TaskFile, TaskFile]) -> None:
    ours, theirs = both
    theirs.commit(by(setting(theirs, remark="一"), "赵敏"))
    theirs.commit(setting(theirs, 1, remark="二"))
    theirs.commit(setting(theirs, 2, remark="三"))
    brought(ours, theirs)
    theirs.commit(setting(theirs, remark="四"))
    brought(ours, theirs, "2026-10-22T08:00:00+08:00")
    assert list(map(str, batches(ours.history))) == [
        f"10-22 08:00 由“{FROM}”并入：王芳 1 次",
        f"10-21 16:02 由“{FROM}”并入：王芳 2 次，赵敏 1 次",
    ]


def test_a_list_that_met_nobody_has_no_batch(both: tuple[TaskFile, TaskFile]) -> None:
    assert batches(both[0].history) == []


def test_a_batch_is_taken_back_whole_and_its_countering_undone(both: tuple[TaskFile, TaskFile]) -> None:
    ours, theirs = both
    before = tables(ours)
    theirs.commit(setting(theirs, remark="一"))
    theirs.commit(setting(theirs, remark="二"))
    theirs.commit(Change("增加单位", (created(Unit("unit00000009", order="9", full_name="新处")),)))
    theirs.commit(setting(theirs, 1, lead_units=(Mention("unit00000009", "新处"),)))
    theirs.commit(Change("删除", (deleted(ROWS[2]),)))
    brought(ours, theirs)
    there = tables(ours)
    found = last(ours)
    assert found.left_out == ()
    assert found.change.title == "撤销并入的 5 次变更（王芳）"
    ours.commit(found.change)
    assert tables(ours) == before
    ours.commit(undo_change(ours.tasks, ours.history))
    assert tables(ours) == there


def test_one_persons_changes_of_a_batch_alone(both: tuple[TaskFile, TaskFile]) -> None:
    ours, theirs = both
    theirs.commit(by(setting(theirs, remark="赵"), "赵敏"))
    theirs.commit(setting(theirs, 1, remark="王"))
    brought(ours, theirs)
    ours.commit(last(ours, "赵敏").change)
    assert (remark(ours), remark(ours, 1)) == ("", "王")


def test_what_was_edited_since_stays_and_is_named(both: tuple[TaskFile, TaskFile]) -> None:
    ours, theirs = both
    theirs.commit(setting(theirs, remark="一"))
    theirs.commit(setting(theirs, 1, remark="二"))
    brought(ours, theirs)
    ours.commit(setting(ours, 1, remark="我"))
    found = last(ours)
    assert found.left_out == ("2.1 备注后来又改过，本次未改",)
    ours.commit(found.change)
    assert (remark(ours), remark(ours, 1)) == ("", "我")


def test_a_side_of_which_the_leaders_were_edited_since_stays_whole(both: tuple[TaskFile, TaskFile]) -> None:
    ours, theirs = both
    theirs.commit(setting(theirs, lead_units=(Mention(UNITS[1].key, "法规处"),), remark="一"))
    brought(ours, theirs)
    ours.commit(setting(ours, lead_leaders=(Mention(None, "胡军"),)))
    found = last(ours)
    assert len(found.left_out) == 1
    assert "单位后来又改过" in found.left_out[0]
    ours.commit(found.change)
    task = ours.tasks.task(ROWS[0].key)
    assert [unit.wording for unit in task.lead_units] == ["法规处"]
    assert task.remark == ""


def test_a_record_that_was_used_since_stays(both: tuple[TaskFile, TaskFile]) -> None:
    ours, theirs = both
    unit = Unit("unit00000009", order="9", full_name="新处")
    theirs.commit(Change("增加单位", (created(unit),)))
    theirs.commit(setting(theirs, 1, remark="一"))
    brought(ours, theirs)
    ours.commit(setting(ours, 2, lead_units=(Mention(unit.key, "新处"),)))
    found = last(ours)
    assert found.left_out == ("单位“新处”与后来改的相连，本次未改",)
    ours.commit(found.change)
    assert ours.tasks.find(Unit, unit.key) == unit
    assert remark(ours, 1) == ""


def test_a_row_that_was_made_there_and_edited_here_stays(
    both: tuple[TaskFile, TaskFile],
) -> None:
    ours, theirs = both
    row = replace(ROWS[1], key="task00000009", order="2", text="新任务")
    theirs.commit(Change("增加", (created(row),)))
    theirs.commit(Change("备注", tuple(updated(theirs.tasks.task(row.key), remark="一"))))
    theirs.commit(setting(theirs, remark="二"))
    brought(ours, theirs)
    ours.commit(Change("修改", tuple(updated(ours.tasks.task(row.key), measures="专班推进"))))
    ours.commit(last(ours).change)
    kept = ours.tasks.task(row.key)
    assert (kept.text, kept.measures, remark(ours)) == ("新任务", "专班推进", "")


def test_of_a_conflict_the_other_side_is_taken_by_a_decision(both: tuple[TaskFile, TaskFile]) -> None:
    ours, theirs = both
    ours.commit(replace(setting(ours, remark="我"), at="2026-10-20T08:00:00+08:00"))
    theirs.commit(replace(setting(theirs, remark="她"), at="2026-10-21T08:00:00+08:00"))
    brought(ours, theirs)
    assert remark(ours) == "她"
    found = last(ours)
    assert found.left_out == ()
    ours.commit(found.change)
    assert remark(ours) == "我"
    assert not ours.tasks.documents.undecided


def test_a_conflict_is_decided_too_where_our_side_is_shown_already(both: tuple[TaskFile, TaskFile]) -> None:
    ours, theirs = both
    theirs.commit(replace(setting(theirs, remark="她"), at="2026-10-20T08:00:00+08:00"))
    ours.commit(replace(setting(ours, remark="我"), at="2026-10-21T08:00:00+08:00"))
    brought(ours, theirs)
    ours.commit(last(ours).change)
    assert remark(ours) == "我"
    assert not ours.tasks.documents.undecided


def test_what_was_decided_since_stays_decided(both: tuple[TaskFile, TaskFile]) -> None:
    ours, theirs = both
    ours.commit(setting(ours, remark="我"))
    theirs.commit(setting(theirs, remark="她"))
    brought(ours, theirs)
    (conflict,) = ours.tasks.documents.undecided
    side = next(side for side in conflict.sides if side.values["remark"] == "她")
    ours.commit(take_sides(ours.tasks, [(conflict, side)]))
    with pytest.raises(Refused, match="备注后来又改过，本次未改"):
        last(ours)
    assert remark(ours) == "她"


def test_their_undo_of_an_earlier_change_is_taken_back(both: tuple[TaskFile, TaskFile]) -> None:
    ours, theirs = both
    theirs.commit(setting(theirs, remark="一"))
    brought(ours, theirs)
    undo(theirs)
    brought(ours, theirs, "2026-10-22T08:00:00+08:00")
    assert remark(ours) == ""
    ours.commit(last(ours).change)
    assert remark(ours) == "一"


def test_what_they_took_back_themselves_leaves_nothing_to_counter(both: tuple[TaskFile, TaskFile]) -> None:
    ours, theirs = both
    theirs.commit(setting(theirs, remark="一"))
    undo(theirs)
    brought(ours, theirs)
    with pytest.raises(Refused, match="没有可以撤销的：它们写的内容都已经不在了。"):
        last(ours)


def test_what_they_gave_again_is_countered(both: tuple[TaskFile, TaskFile]) -> None:
    ours, theirs = both
    theirs.commit(setting(theirs, remark="一"))
    undo(theirs)
    redo(theirs)
    brought(ours, theirs)
    ours.commit(last(ours).change)
    assert remark(ours) == ""


def test_the_other_desk_takes_the_countering_in(both: tuple[TaskFile, TaskFile]) -> None:
    ours, theirs = both
    theirs.commit(setting(theirs, remark="一"))
    brought(ours, theirs)
    theirs.commit(setting(theirs, 1, remark="二"))
    ours.commit(last(ours).change)
    theirs.take_in(ours.history.docs, AT, "李明 · PC-03")
    assert (remark(theirs), remark(theirs, 1)) == ("", "二")
    assert not theirs.tasks.documents.undecided
