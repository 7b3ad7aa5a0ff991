"""What is noticed at opening: less than before here, or more elsewhere."""

import shutil
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from store.exchange.noticing import keep_as_it_is, lost, note_offered, note_seen, offers, offers_in_time
from store.file.backups import Backups
from store.file.task_file import TaskFile
from tests.store.exchange.desks import edited, exchange_bytes, two_desks


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def opened(path: Path) -> str:
    """What is said of missing changes when a list is opened; what is there is noted."""
    with TaskFile.open(path, read_only=True) as file:
        said = str(lost(file) or "")
        note_seen(file)
    return said


def offered(path: Path, *folders: Path, suffix: str = ".yaodian") -> list[str]:
    """What is offered of files of a kind."""
    with TaskFile.open(path, read_only=True) as file:
        found = offers(file, folders)
        note_offered(file, found)
    return [str(offer) for offer in found if offer.path.suffix == suffix]


def test_an_old_copy_laid_over_a_list_is_noticed_until_it_is_mended(tmp_path: Path) -> None:
    ours, old = two_desks(tmp_path)
    edited(ours, *map(str, range(12)))
    assert opened(ours) == ""
    late = tmp_path / "late.json"
    shutil.copy(ours, late)
    shutil.copy(old, ours)
    said = "这份清单比上次在本机看到的少 12 次变更，可能被旧文件覆盖过，请找出较新的副本并入。"
    assert [opened(ours), opened(ours)] == [said, said]
    shutil.copy(late, ours)
    assert opened(ours) == ""


def test_the_backup_that_has_them_is_named_with_what_is_missing_of_it(tmp_path: Path) -> None:
    ours, old = two_desks(tmp_path)
    edited(ours, "甲", "乙", "丙")
    opened(ours)
    with TaskFile.open(ours) as file:
        backup = file.back_up(Backups(ours))
    assert backup is not None
    shutil.copy(old, ours)
    edited(ours, "别的")
    assert opened(ours) == f"这份清单比上次在本机看到的少 3 次变更，“{backup.name}”里有，可以并入。"


def test_another_copy_on_this_machine_that_has_them_is_named(tmp_path: Path) -> None:
    ours, old = two_desks(tmp_path)
    edited(ours, "甲")
    opened(ours)
    copy = tmp_path / "桌面.json"
    shutil.copy(ours, copy)
    opened(copy)
    shutil.copy(old, ours)
    assert opened(ours) == "这份清单比上次在本机看到的少 1 次变更，“桌面.json”里有，可以并入。"


def test_what_is_kept_as_it_is_is_not_said_again(tmp_path: Path) -> None:
    ours, old = two_desks(tmp_path)
    edited(ours, "甲")
    opened(ours)
    shutil.copy(old, ours)
    assert opened(ours)
    with TaskFile.open(ours, read_only=True) as file:
        keep_as_it_is(file)
    assert opened(ours) == ""


def test_a_list_that_goes_on_is_not_missing_anything(tmp_path: Path) -> None:
    ours, _ = two_desks(tmp_path)
    for remark in ("甲", "乙"):
        edited(ours, remark)
        assert opened(ours) == ""


def test_an_exchange_file_beside_it_or_on_a_stick_is_offered_once(tmp_path: Path) -> None:
    ours, theirs = two_desks(tmp_path)
    stick = tmp_path / "U盘"
    stick.mkdir()
    (stick / "x.yaodian").write_bytes(exchange_bytes(theirs, edited(theirs, "甲"), file="清单.json"))
    said = ["“x.yaodian”（李明 · PC-03 · 清单.json）有这里没有的变更，可以并入。"]
    assert offered(ours) == []
    assert [offered(ours, stick), offered(ours, stick)] == [said, []]
    (stick / "x.yaodian").write_bytes(exchange_bytes(theirs, edited(theirs, "乙"), file="清单.json"))
    assert offered(ours, stick) == said
    shutil.copy(stick / "x.yaodian", ours.parent / "y.yaodian")
    assert [one[:12] for one in offered(ours, stick)] == ["“y.yaodian”（"]


def test_a_copy_by_another_path_of_this_machine_is_offered(tmp_path: Path) -> None:
    ours, theirs = two_desks(tmp_path)
    opened(theirs)
    assert offered(ours, suffix=".json") == []
    edited(theirs, "甲")
    assert offered(ours, suffix=".json") == [f"“{theirs}”有这里没有的变更，可以并入。"]
    assert offered(ours, suffix=".json") == []
    assert offered(theirs, suffix=".json") == []


def test_what_is_no_exchange_file_of_this_list_is_passed_over(tmp_path: Path) -> None:
    ours, theirs = two_desks(tmp_path)
    docs = edited(theirs, "甲")
    (ours.parent / "a.yaodian").write_bytes(b"x")
    (ours.parent / "b.yaodian").mkdir()
    (ours.parent / "c.yaodian").write_bytes(exchange_bytes(theirs, docs, file_id="other"))
    (ours.parent / "d.yaodian").write_bytes(exchange_bytes(ours, docs))
    assert offered(ours, tmp_path / "没有") == []


def test_a_drive_that_does_not_answer_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = two_desks(tmp_path)
    made = ours.parent / "a.yaodian"
    made.write_bytes(exchange_bytes(theirs, edited(theirs, "甲")))
    answers = Event()
    glob = Path.glob

    def dead(path: Path, pattern: str) -> Any:
        if path == tmp_path:
            answers.wait(60)
        return glob(path, pattern)

    monkeypatch.setattr(Path, "glob", dead)
    with TaskFile.open(ours, read_only=True) as file:
        assert offers_in_time(file, [tmp_path], seconds=0.01) == []
        assert not answers.is_set()
        answers.set()
        assert made in [offer.path for offer in offers_in_time(file, [tmp_path], seconds=60)]
