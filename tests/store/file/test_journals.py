"""Journals beside a list, as a set: what they add to it, and taking them away."""

import itertools
from pathlib import Path

import pytest

from store.file import lock
from store.file.beside import journals, new_journal_path
from store.file.journal import JournalContents, JournalRecord
from store.file.journals import Added, DamagedJournal, Left, added, left, take_away
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.records.changes import canonical, hash_of
from store.records.record import Doc
from tests.store.small_list import SHORT, names, new_file, remark, setting

CHANGES: list[Doc] = [{"id": "0", "at": "08:00"}, {"id": "1", "at": "08:01"}]
"""What the list holds."""
OLDEST, HEAD = map(hash_of, CHANGES)


def chain(before: str, *ids: str) -> list[JournalRecord]:
    """Records after a change, each after the one before it."""
    records: list[JournalRecord] = []
    for number, name in enumerate(ids):
        after = records[-1].hash if records else before
        doc = {"id": name, "at": f"09:0{number}", "parents": [after]}
        records.append(JournalRecord("file", after, canonical(doc)))
    return records


def ids(records: list[JournalRecord]) -> list[str]:
    return [record.doc["id"] for record in records]


def found(*of_journals: list[JournalRecord]) -> Added:
    """What journals add to the list, in whatever order they are read."""
    lefts = [
        Left(Path(f"{number}.journal"), JournalContents(tuple(records), 0))
        for number, records in enumerate(of_journals)
    ]
    results = [added(order, "file", CHANGES, HEAD) for order in itertools.permutations(lefts)]
    assert all(result == results[0] for result in results)
    return results[0]


def test_only_what_the_list_does_not_hold_is_added() -> None:
    after = chain(HEAD, "2", "3", "4")
    assert ids(found(after).straight) == ["2", "3", "4"]
    held = chain(OLDEST, "1")
    assert found(held) == Added()
    assert found([]) == Added()
    assert found(held, after).straight == after


def test_a_journal_goes_on_from_another() -> None:
    first = chain(HEAD, "2", "3")
    second = chain(first[1].hash, "4")
    assert ids(found(first, second).straight) == ["2", "3", "4"]


def test_two_that_go_on_from_one_change_come_one_after_another() -> None:
    first, second = chain(HEAD, "2", "3"), chain(HEAD, "5", "6")
    both = found(first, second)
    assert (ids(both.straight), ids(both.beside), both.foreign) == (["2", "3"], ["5", "6"], [])


def test_what_was_made_after_an_older_change_is_beside() -> None:
    old, later = chain(OLDEST, "7"), chain(HEAD, "2")
    both = found(old, later)
    assert (ids(both.straight), ids(both.beside)) == (["2"], ["7"])


def test_one_that_goes_on_from_what_is_beside_is_beside_too() -> None:
    old = chain(OLDEST, "7")
    both = found(old, chain(old[0].hash, "8"))
    assert (ids(both.straight), ids(both.beside)) == ([], ["7", "8"])


def test_what_has_seen_two_branches_waits_for_both() -> None:
    """Its journal alone could go on from the last of the list; it was made after what stands in the other."""
    old = chain(OLDEST, "7")
    (joined,) = chain(HEAD, "2")
    doc = joined.doc | {"parents": sorted([HEAD, old[0].hash])}
    both = found(old, [joined._replace(change=canonical(doc))])
    assert (ids(both.straight), ids(both.beside)) == ([], ["7", "2"])


def test_a_journal_of_another_list_or_of_a_lost_state_is_foreign() -> None:
    lost = chain("no change that is known", "2")
    of_another = [record._replace(file_id="another") for record in chain(HEAD, "3")]
    assert len(found(lost, of_another).foreign) == 2
    assert found(lost, of_another).straight == []


def test_a_record_taken_out_of_the_middle_is_damage() -> None:
    first, _, third = chain(HEAD, "2", "3", "4")
    raw = {Path("j"): first.line() + third.line()}
    with pytest.raises(DamagedJournal) as caught:
        left(raw)
    assert (caught.value.number, caught.value.byte) == (2, None)
    (salvaged,) = left(raw, salvaging=True)
    assert salvaged.records == (first,)


def test_a_journal_that_holds_more_than_the_list_is_not_taken_away(tmp_path: Path) -> None:
    path = tmp_path / SHORT
    one = new_journal_path(path)
    one.write_bytes(b"".join(record.line() for record in chain(HEAD, "2", "3")))
    assert not take_away(path, one, {"2"})
    assert one.exists()
    assert take_away(path, one, {"2", "3"})
    assert names(tmp_path) == []


@pytest.fixture
def no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk whose locks do nothing."""
    monkeypatch.setattr(lock, "take_now", lambda _: True)


@pytest.mark.usefixtures("no_locks")
def test_what_two_writers_saved_side_by_side_is_in_the_list_and_told(tmp_path: Path) -> None:
    first = new_file(tmp_path)
    first.commit(setting(first, remark="甲"))
    second = TaskFile.open(tmp_path / SHORT, by="赵峰")
    first.commit(setting(first, 1, remark="乙"))
    second.commit(setting(second, 2, remark="丙"))
    second_left = {path: path.read_bytes() for path in journals(tmp_path / SHORT)}
    first.close()
    for path, raw in second_left.items():  # As if the second had died before folding.
        path.write_bytes(raw)
    assert verify(tmp_path / SHORT).whole
    with TaskFile.open(tmp_path / SHORT) as file:
        assert [remark(file, row) for row in range(3)] == ["甲", "乙", "丙"]
        assert file.breaks() == []
        assert file.notices == ["有 1 次变更是与别的窗口同时保存的（赵峰），已并入清单，请在历史中核对。"]
    assert verify(tmp_path / SHORT).whole
    with TaskFile.open(tmp_path / SHORT) as file:
        assert ([remark(file, row) for row in range(3)], file.notices) == (["甲", "乙", "丙"], [])


@pytest.mark.usefixtures("no_locks")
def test_what_clashes_is_a_conflict_of_both_and_told(tmp_path: Path) -> None:
    first = new_file(tmp_path)
    second = TaskFile.open(tmp_path / SHORT, by="赵峰")
    first.commit(setting(first, remark="甲"))
    second.commit(setting(second, remark="乙"))
    second.commit(setting(second, 1, remark="丙"))
    left_by_both = {path: path.read_bytes() for path in journals(tmp_path / SHORT)}
    first.close()
    for path, raw in left_by_both.items():
        path.write_bytes(raw)
    with TaskFile.open(tmp_path / SHORT) as file:
        (conflict,) = file.undecided
        assert {side.values["remark"] for side in conflict.sides} == {"甲", "乙"}
        assert remark(file, 1) == "丙"
        assert "有 2 次变更是与别的窗口同时保存的（赵峰）" in file.notices[0]
        assert "其中 1 处两边改得不同，待定夺" in file.notices[0]
        assert file.breaks() == []
    assert verify(tmp_path / SHORT).whole
    with TaskFile.open(tmp_path / SHORT) as file:
        assert (list(file.undecided), file.notices) == ([conflict], [])
