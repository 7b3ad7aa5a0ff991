"""A power cut at any call to the disk, with what was not synced lost, cut or zeroed at any byte."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.file import disk
from store.file.journal import Journal, JournalRecord, read
from store.file.task_file import TaskFile
from tests.store.file.power import Image, Power
from tests.store.small_list import SHORT, abandon, journal_path, new_file, remark, setting

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names and inodes as Linux has them")


class Desk:
    """A list whose first row's remark counts the changes, and what is known to be saved."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, step: int) -> None:
        folder.mkdir()
        self.file = new_file(folder)
        self.saved = self.taken = 0
        self.cuts = 0
        self._step = step
        self.watch(patch)

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        self.power = Power(self.file.path.parent, self.look, step=self._step)
        self.power.watch(patch)

    def take(self) -> None:
        self.taken += 1
        self.file.take(setting(self.file, remark=str(self.taken)))

    def save(self) -> None:
        self.file.save()
        self.saved = self.taken

    def look(self, image: Image) -> None:
        """What a power cut left opens, holds all that was saved, nothing half, and takes a further change."""
        self.cuts += 1
        with pytest.MonkeyPatch.context() as plain, tempfile.TemporaryDirectory() as folder:
            for name, real in REAL.items():
                plain.setattr(disk, name, real)
            for name, content in image.items():
                (Path(folder) / name).write_bytes(content)
            with TaskFile.open(Path(folder) / SHORT) as file:
                count = len(file.history) - 1
                assert count in (self.saved, self.taken)
                assert remark(file) == (str(count) if count else "")
                assert file.breaks() == []
                assert all("没有写完" in notice for notice in file.notices)
                file.commit(setting(file, 1, remark="后来"))
            with TaskFile.open(Path(folder) / SHORT, read_only=True) as file:
                assert (remark(file, 1), file.notices) == ("后来", [])


REAL = {
    name: getattr(disk, name)
    for name in ("create", "create_for_append", "open_for_append", "write", "truncate", "replace", "remove")
}
REAL |= {"sync": lambda _: None, "sync_folder": lambda _: None}


@pytest.fixture
def patch() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@contextmanager
def working(folder: Path, patch: pytest.MonkeyPatch, *, step: int) -> Iterator[Desk]:
    """A list with one saved change, watched."""
    desk = Desk(folder, patch, step)
    desk.take()
    desk.save()
    yield desk
    patch.undo()
    desk.power.close()
    desk.file.close()


@pytest.mark.parametrize("step", [pytest.param(1, marks=pytest.mark.slow), 7], ids=["each", "seventh"])
def test_in_a_save_at_any_byte(tmp_path: Path, patch: pytest.MonkeyPatch, step: int) -> None:
    with working(tmp_path / "a", patch, step=step) as desk:
        desk.take()
        desk.save()
        assert desk.cuts > 500 / step


def test_in_a_save_of_several_changes_all_are_there_or_none(
    tmp_path: Path, patch: pytest.MonkeyPatch
) -> None:
    with working(tmp_path / "a", patch, step=29) as desk:
        for _ in range(3):
            desk.take()
        desk.save()
        assert desk.cuts > 100, desk.cuts


def test_in_a_fold_a_close_and_an_opening(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    with working(tmp_path / "a", patch, step=197) as desk:
        desk.file.fold()
        desk.take()
        desk.save()
        steps = desk.file.fold_steps()
        next(steps)
        desk.take()
        desk.save()
        for _ in steps:
            pass
        desk.file.close()
        desk.file = TaskFile.open(desk.file.path)
        desk.take()
        desk.save()
        desk.file.close()
        assert desk.cuts > 100, desk.cuts


def test_while_an_opening_cuts_a_torn_end(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    with working(tmp_path / "a", patch, step=97) as desk:
        patch.undo()
        abandon(desk.file)
        journal = journal_path(desk.file.path)
        journal.write_bytes(journal.read_bytes() + b"0123456789abcdef half a record")
        desk.watch(patch)
        desk.file = TaskFile.open(desk.file.path)
        desk.take()
        desk.save()
        desk.file.close()
        assert desk.cuts > 100, desk.cuts


def test_what_was_cut_from_a_journal_is_never_found_behind_a_new_record(
    tmp_path: Path, patch: pytest.MonkeyPatch
) -> None:
    """A journal that the list has all of is emptied, and the next record is shorter than what stood there."""
    old = JournalRecord("file", "h0", b'{"id":"0","title":"the first of them, and the longer"}')
    new = JournalRecord("file", old.hash, b'{"id":"1"}')
    folder = tmp_path / "a"
    folder.mkdir()
    journal = Journal(folder / "j")
    journal.append(old)
    may_hold: list[tuple[JournalRecord, ...]] = [(old,)]

    def look(image: Image) -> None:
        (raw,) = image.values()
        assert read(raw).records in may_hold, raw

    power = Power(folder, look)
    power.watch(patch)
    may_hold.append(())
    journal.clear()
    may_hold[:] = [(), (new,)]
    journal.append(new)
    may_hold[:] = [(new,)]
    patch.undo()
    power.close()
    journal.close()
    assert read(journal.path.read_bytes()).records == (new,)


def test_a_save_that_did_not_sync_would_be_found_out(tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    with working(tmp_path / "a", patch, step=50) as desk:
        patch.setattr(disk, "sync", lambda _: None)
        desk.take()
        desk.save()
        desk.take()
        with pytest.raises(AssertionError):
            desk.save()
