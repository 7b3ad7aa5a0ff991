"""What comes in, taken together or not at all."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from store.exchange.entering import Entering, entering, said_of, shares, take_in
from store.exchange.peers import peers_of
from store.exchange.problems import NotTaken
from store.file.problems import FileProblem
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.machine.clock import Clock
from store.records.record import Doc
from store.refused import Refused
from tests.store.exchange.desks import edited, exchange_bytes, hashes, two_desks
from tests.store.file.failing_disk import failing
from tests.store.small_list import remark

CLOCK = Clock(lambda: datetime(2026, 11, 29, 18, 0))
_numbers = count(1)


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """Ours and theirs, both whole afterwards."""
    ours, theirs = two_desks(tmp_path)
    yield ours, theirs
    assert verify(ours).whole
    assert verify(theirs).whole


def stick(path: Path, docs: list[Doc], **said: Any) -> Path:
    """An exchange file of some changes of a desk."""
    made = path.parent.parent / f"{next(_numbers)}.yaodian"
    made.write_bytes(exchange_bytes(path, docs, **{"desk": path.parent.name, **said}))
    return made


def looked_at(path: Path, *files: Path, ahead: bool = False) -> Entering:
    with TaskFile.open(path, read_only=True) as file:
        return entering(file, files, CLOCK, ahead=ahead)


def taken(path: Path, *files: Path) -> str:
    with TaskFile.open(path) as file:
        coming = entering(file, files, CLOCK)
        found = take_in(file, coming, CLOCK)
        return said_of(found) if found.changes else coming.nothing_new


def refusal(path: Path, *files: Path) -> str:
    before = path.read_bytes()
    with pytest.raises(Refused) as refused:
        taken(path, *files)
    assert path.read_bytes() == before
    return str(refused.value)


def remarks(path: Path) -> list[str]:
    with TaskFile.open(path, read_only=True) as file:
        return [remark(file, row) for row in range(3)]


def test_what_another_desk_changed_comes_in(desks: tuple[Path, Path]) -> None:
    ours, theirs = desks
    docs = edited(theirs, "甲", "乙", by="李明") + edited(theirs, "丙", by="王芳", row=1)
    assert taken(ours, stick(theirs, docs)) == "并入 3 次变更（PC-03 李明 2，PC-03 王芳 1）。"
    assert remarks(ours) == ["乙", "丙", ""]


def test_what_both_changed_otherwise_is_a_conflict_and_nothing_is_lost(desks: tuple[Path, Path]) -> None:
    ours, theirs = desks
    own = edited(ours, "我", by="王芳")
    docs = edited(theirs, "他", by="李明")
    assert taken(ours, stick(theirs, docs)) == "并入 1 次变更（PC-03 李明 1），1 处不一致待定夺。"
    assert taken(theirs, stick(ours, own)) == "并入 1 次变更（PC-03 王芳 1），1 处不一致待定夺。"
    assert remarks(ours) == remarks(theirs)
    with TaskFile.open(ours, read_only=True) as file:
        (conflict,) = file.tasks.documents.undecided
        assert {side.values["remark"] for side in conflict.sides} == {"我", "他"}


def test_the_same_file_twice_brings_nothing_new(desks: tuple[Path, Path]) -> None:
    ours, theirs = desks
    file = stick(theirs, edited(theirs, "甲", "乙"))
    taken(ours, file)
    before = ours.read_bytes()
    assert taken(ours, file, file) == "没有新的变更（对方的 4 次这里都有）。"
    assert ours.read_bytes() == before


def test_files_are_taken_in_any_order(desks: tuple[Path, Path]) -> None:
    ours, theirs = desks
    first = stick(theirs, edited(theirs, "甲"))
    second = stick(theirs, edited(theirs, "乙"))
    third = stick(theirs, edited(theirs, "丙"))
    assert "缺少更早的变更" in refusal(ours, third, second)
    assert taken(ours, third, first, second) == "并入 3 次变更（PC-03 李明 3）。"
    assert remarks(ours)[0] == "丙"


def test_looking_changes_nothing(desks: tuple[Path, Path]) -> None:
    ours, theirs = desks
    docs = edited(theirs, "甲", at="2026-10-21T15:40:02+08:00")
    made, before = stick(theirs, docs), ours.read_bytes()
    with TaskFile.open(ours, read_only=True) as file:
        coming = entering(file, [made], CLOCK)
        found = file.would_take_in(coming.docs)
        assert (len(file.history), remark(file)) == (1, "")
    assert (said_of(found), ours.read_bytes()) == ("并入 1 次变更（PC-03 李明 1）。", before)
    assert shares(found.changes) == [("PC-03", "李明", "2026-10-21", 1)]
    assert found.records == {("tasks", "task00000001")}


def test_a_whole_list_and_a_backup_come_in_too(desks: tuple[Path, Path]) -> None:
    ours, theirs = desks
    edited(theirs, "甲")
    with TaskFile.open(theirs) as file:
        backup = file.back_up()
    edited(theirs, "乙")
    assert backup is not None
    assert taken(ours, backup) == "并入 1 次变更（PC-03 李明 1）。"
    assert taken(ours, theirs) == "并入 1 次变更（PC-03 李明 1）。"
    assert "就是这份清单" in refusal(ours, ours)


def test_the_changes_of_a_list_are_looked_through_as_those_of_a_file(desks: tuple[Path, Path]) -> None:
    ours, theirs = desks
    edited(theirs, "甲\x1b乙")
    assert "第 2 行的变更带有控制字符" in refusal(ours, theirs)


def test_another_list_is_refused_and_one_of_the_same_notice_is_told_the_way(
    desks: tuple[Path, Path], tmp_path: Path
) -> None:
    ours, theirs = desks
    docs = edited(theirs, "甲")
    other = refusal(ours, stick(theirs, docs, file_id="other", title="别的"))
    assert other == "这是另一份清单（“别的”）的交换文件，不能并入。"
    with TaskFile.open(ours, read_only=True) as file:
        title = file.tasks.list_name
    same = refusal(ours, stick(theirs, docs, file_id="other", title=title))
    assert "用 yaodian import 对方的清单.json --into 本清单.json 逐行比较" in same
    assert "不是要点的交换文件" in refusal(ours, tmp_path)


def test_changes_of_tomorrow_are_taken_where_the_clerk_says_so(desks: tuple[Path, Path]) -> None:
    ours, theirs = desks
    made = stick(theirs, edited(theirs, "甲", at="2027-03-01T08:00:00+08:00"))
    with pytest.raises(NotTaken, match="晚一天以上"):
        looked_at(ours, made)
    assert len(looked_at(ours, made, ahead=True).docs) == 1


def test_what_the_desks_have_is_known_afterwards(desks: tuple[Path, Path]) -> None:
    ours, theirs = desks
    docs = edited(theirs, "甲")
    made = stick(theirs, docs, file="清单-副本.json")
    looked_at(ours, made)
    assert known(ours) == []
    taken(ours, made)
    assert known(ours) == [("李明 · PC-03 · 清单-副本.json", (hashes(docs)[-1],), "2026-11-29T18:00")]


def known(path: Path) -> list[tuple[str, tuple[str, ...], str]]:
    with TaskFile.open(path, read_only=True) as file:
        return [(peer.name, peer.have, peer.heard_at[:16]) for peer in peers_of(file.file_id, path, "")]


@pytest.mark.parametrize("call", ["write", "sync"])
def test_a_disk_that_refuses_leaves_the_list_as_it_was(desks: tuple[Path, Path], call: str) -> None:
    ours, theirs = desks
    made = stick(theirs, edited(theirs, "甲", "乙"))
    with TaskFile.open(ours) as file:
        coming = entering(file, [made], CLOCK)
        with failing(call), pytest.raises(FileProblem):
            take_in(file, coming, CLOCK)
        assert (len(file.history), remark(file)) == (1, "")
        take_in(file, coming, CLOCK)
    assert remarks(ours)[0] == "乙"


def test_the_list_that_was_laid_over_an_old_one_is_mended_from_its_copy(
    desks: tuple[Path, Path], tmp_path: Path
) -> None:
    ours, theirs = desks
    edited(ours, "甲", "乙")
    late = tmp_path / "late.json"
    shutil.copy(ours, late)
    shutil.copy(theirs, ours)
    edited(ours, "丙", row=1)
    assert taken(ours, late) == "并入 2 次变更（PC-03 李明 2）。"
    assert remarks(ours) == ["乙", "丙", ""]
