"""Changes of another desk in a list's file: all or none, in one line of the journal."""

import json
from pathlib import Path

import pytest

from store.file import disk, journal
from store.file.problems import FileProblem, OpenedReadOnly
from store.file.repair import restore, sources
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.progress import WRITING, Cancelled
from store.records.changes import Address, Change, created, deleted, hash_of, updated
from store.records.task import Task
from store.refused import Refused
from tests.store.file.two_desks import CAME, differing, meet, orders, reopened, take_in, two_desks
from tests.store.small_list import ROWS, abandon, journal_path, remark, setting


def test_what_another_desk_did_elsewhere_comes_and_nothing_is_in_conflict(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        one.commit(setting(one, 0, remark="甲"))
        made = two.commit(setting(two, 1, remark="乙"))
        taken = take_in(one, two)
        assert (taken.changes, taken.known, taken.conflicts) == ((made,), 1, ())
        assert taken.records == {("tasks", ROWS[1].key)}
        assert (remark(one, 0), remark(one, 1), len(one.undecided)) == ("甲", "乙", 0)
        assert one.history.arrived == {made.id: (CAME, "b")}
        take_in(two, one)
        assert (differing(one, two), orders(one), one.history.heads) == ([], orders(two), two.history.heads)


def test_taking_in_again_changes_nothing_and_writes_nothing(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        two.commit(setting(two, remark="乙"))
        take_in(one, two)
        size = journal_path(one.path).stat().st_size
        taken = take_in(one, two)
        assert (taken.changes, taken.known, taken.edits) == ((), 2, ())
        assert (journal_path(one.path).stat().st_size, len(one.history)) == (size, 2)


def test_two_values_of_a_field_are_a_conflict_until_a_decision_at_any_desk(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        one.commit(setting(one, remark="甲"))
        two.commit(setting(two, remark="乙"))
        meet(one, two)
        (conflict,) = one.undecided
        assert [conflict] == list(two.undecided) and remark(one) == remark(two)
        assert {side.values["remark"] for side in conflict.sides} == {"甲", "乙"}
        two.commit(deciding(two, "乙"))
        assert not two.undecided
        take_in(one, two)
        assert (remark(one), list(one.undecided), differing(one, two)) == ("乙", [], [])


def deciding(file: TaskFile, value: str) -> Change:
    """Decide the remark of the first row."""
    edits = updated(file.tasks.task(ROWS[0].key), remark=f"{value}?")
    edit = edits[0].__class__("tasks", ROWS[0].key, "remark", edits[0].before, value)
    return Change("定夺", (edit,), decides=(Address("tasks", ROWS[0].key, "remark"),))


def test_what_came_is_there_after_a_crash_and_after_a_fold(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with two:
        one.commit(setting(one, remark="甲"))
        two.commit(setting(two, remark="乙"))
        two.commit(setting(two, 2, remark="丙"))
        take_in(one, two)
        shown = remark(one)
        records = journal.read(journal_path(one.path).read_bytes()).records
        assert [bool(record.arrival) for record in records] == [False, True, True]
        abandon(one)
        for _ in range(2):
            with TaskFile.open(one.path) as again:
                assert (remark(again), remark(again, 2), len(again.undecided)) == (shown, "丙", 1)
                assert [arrival.desk for arrival in again.history.arrived.values()] == ["b", "b"]
                assert again.breaks() == []
            assert verify(one.path).whole
        written = json.loads(one.path.read_bytes())
        assert [doc["desk"] for doc in written["arrived"].values()] == ["b", "b"]
        assert len(written["conflicts"]) == 1 and len(written["meta"]["1"]["heads"]) == 2


def test_all_that_comes_is_one_line_of_the_journal(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        for text in ("一", "二", "三"):
            two.commit(setting(two, remark=text))
        take_in(one, two)
        assert len(journal_path(one.path).read_bytes().split(b"\n")[0].split(b"\t")) == 3


def test_a_disk_that_refuses_leaves_the_list_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        one.commit(setting(one, remark="甲"))
        two.commit(setting(two, remark="乙"))
        with monkeypatch.context() as full:
            full.setattr(disk, "write_all", refused)
            with pytest.raises(FileProblem):
                take_in(one, two)
        assert (remark(one), len(one.history), len(one.undecided), one.unsaved) == ("甲", 2, 0, 0)
        one.commit(setting(one, 1, remark="后来"))
        take_in(one, two)
        assert (len(one.history), len(one.undecided)) == (4, 1)
    assert verify(one.path).whole


def refused(fd: int, data: bytes) -> None:
    raise OSError(28, "full")


def test_a_preview_writes_nothing_and_says_what_taking_in_does(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        one.commit(setting(one, remark="甲"))
        two.commit(setting(two, remark="乙"))
        previewed = one.would_take_in(two.history.docs)
        assert (len(one.history), remark(one)) == (2, "甲")
        assert previewed == take_in(one, two)
        assert len(previewed.conflicts) == 1


def test_an_id_with_other_bytes_is_refused_and_so_is_a_missing_ancestor(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        two.commit(setting(two, remark="乙"))
        two.commit(setting(two, remark="丙"))
        first, second, third = two.history.docs
        with pytest.raises(Refused, match="编号相同的一次内容不同"):
            one.take_in([{**first, "title": "别的"}], CAME, "b")
        with pytest.raises(Refused, match="缺少更早的变更"):
            one.take_in([third], CAME, "b")
        assert len(one.history) == 1
        one.take_in([third, second], CAME, "b")
        assert [hash_of(doc) for doc in one.history.docs] == [hash_of(doc) for doc in two.history.docs]
        assert one.history.is_straight and remark(one) == "丙"


def test_who_only_looks_takes_nothing_in(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        two.commit(setting(two, remark="乙"))
        with pytest.raises(OpenedReadOnly):
            take_in(reopened(one), two)


def test_records_of_both_desks_stand_in_the_same_order_at_both(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        for number in range(3):
            for file in (one, two):
                row = Task(f"row{number}{file.path.parent.name}", item="item00000002", order=f"3{number}")
                file.commit(Change("新增", (created(row),)))
        two.commit(Change("删除", (deleted(two.tasks.task("row0b")),)))
        meet(one, two)
        assert (differing(one, two), orders(one)) == ([], orders(two))
        assert len(one.tasks.task_keys) == 8
        for file in (one, two):
            assert orders(reopened(file)) == orders(file)


def test_a_commit_after_a_merge_joins_the_heads_and_goes_back_where_the_disk_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        one.commit(setting(one, 0, remark="甲"))
        two.commit(setting(two, 1, remark="乙"))
        take_in(one, two)
        heads = one.history.heads
        with monkeypatch.context() as full:
            full.setattr(disk, "write_all", refused)
            with pytest.raises(FileProblem):
                one.commit(setting(one, 0, remark="丙"))
        assert (remark(one), one.history.heads) == ("甲", heads)
        change = one.commit(setting(one, 0, remark="丙"))
        assert change.parents == heads and len(heads) == 2
        assert (remark(one), len(one.history.heads)) == ("丙", 1)
    assert verify(one.path).whole


def test_what_is_repaired_keeps_the_list_its_changes_and_what_is_undecided(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        one.commit(setting(one, remark="甲"))
        two.commit(setting(two, remark="乙"))
        take_in(one, two)
        docs, heads, conflicts = list(one.history.docs), one.history.heads, list(one.undecided)
    one.path.write_bytes(one.path.read_bytes().replace("加快证照共享".encode(), "加快证照共亨".encode(), 1))
    damaged, good = sources(one.path)
    assert damaged.problem and good.changes == 3
    restore(good, tmp_path / "新.json")
    with TaskFile.open(tmp_path / "新.json", read_only=True) as again:
        assert (again.file_id, again.history.heads, list(again.undecided)) == (two.file_id, heads, conflicts)
        assert list(again.history.docs) == docs
        assert [arrival.desk for arrival in again.history.arrived.values()] == ["b"]


def test_called_off_at_any_moment_before_it_writes_the_list_is_as_it_was(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        one.commit(setting(one, remark="甲"))
        two.commit(setting(two, remark="乙"))
        two.commit(setting(two, 1, remark="丙"))
        before = journal_path(one.path).read_bytes()
        moments = 0
        while not one.undecided:
            heard: list[int] = []

            def hear(done: int, total: int, heard: list[int] = heard, last: int = moments) -> None:
                heard.append(done)
                if len(heard) > last and WRITING not in heard[:-1]:
                    raise Cancelled

            moments += 1
            try:
                one.take_in(two.history.docs, CAME, "b", hear)
            except Cancelled:
                assert (journal_path(one.path).read_bytes(), len(one.history)) == (before, 2)
        assert heard[-1] == WRITING, "nothing calls off what is written"
        assert moments > 5
        assert (remark(one, 1), len(one.history), one.breaks()) == ("丙", 4, [])
