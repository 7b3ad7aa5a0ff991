"""A stick that is pulled and a disk that is full, at each byte: lists merge whole or not, so do files."""

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from store.exchange.entering import entering, take_in
from store.exchange.leaving import leaving
from store.exchange.parcel import SUFFIX
from store.exchange.reading import read_parcel
from store.file import disk
from store.file.task_file import TaskFile
from store.machine.clock import Clock
from store.refused import Refused
from tests.store.exchange.desks import edited, exchange_bytes, two_desks
from tests.store.small_list import names, remark

CLOCK = Clock(lambda: datetime(2026, 11, 29, 18, 0))
CALLS = ("create", "create_for_append", "open_for_append", "write", "sync", "truncate", "replace", "put_new")
EVERY = [
    pytest.param(61, id="some bytes"),
    pytest.param(1, id="each byte", marks=pytest.mark.slow),
]
"""The fault comes after each so many bytes."""


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def refuse(*_: Any) -> None:
    raise OSError(errno.EIO, "pulled by the test")


@contextmanager
def room_for(size: int, *, then_gone: bool) -> Iterator[None]:
    """The disk takes so many bytes; then it is full, or it is gone and takes no call at all."""
    left = size
    with pytest.MonkeyPatch.context() as patch:
        write = disk.write

        def write_some(fd: int, data: memoryview) -> int:
            nonlocal left
            if left == 0:
                if then_gone:
                    for call in (*CALLS, "sync_folder", "read_back", "remove"):
                        patch.setattr(disk, call, refuse)
                raise OSError(errno.EIO if then_gone else errno.ENOSPC, "put in by the test")
            taken = write(fd, data[:left])
            left -= taken
            return taken

        patch.setattr(disk, "write", write_some)
        yield


def each_size(act: Callable[[int], bool], step: int) -> int:
    """Let an act have more and more room until it comes through; give how often it did not."""
    for times, size in enumerate(range(0, 1 << 20, step)):
        if act(size):
            return times
    raise AssertionError("it never came through")


@pytest.mark.parametrize("then_gone", [False, True], ids=["full", "pulled"])
@pytest.mark.parametrize("step", EVERY)
def test_what_goes_out_is_there_whole_or_not_at_all(tmp_path: Path, step: int, *, then_gone: bool) -> None:
    ours, _ = two_desks(tmp_path)
    edited(ours, "甲", "乙")
    stick = tmp_path / "U盘"
    with TaskFile.open(ours, read_only=True) as file:
        found = leaving(file, CLOCK)

        def comes_through(size: int) -> bool:
            shutil.rmtree(stick, ignore_errors=True)
            stick.mkdir()
            with room_for(size, then_gone=then_gone):
                try:
                    path = found.written(stick, CLOCK, "").path
                except Refused as refusal:
                    assert "没有导出" in str(refusal)
                    there = [name for name in names(stick) if name.endswith(SUFFIX) or not then_gone]
                    assert there == []
                    return False
            assert len(read_parcel(path).docs) == 3
            return True

        assert each_size(comes_through, step) > 500 / step


@pytest.mark.parametrize("then_gone", [False, True], ids=["full", "gone"])
@pytest.mark.parametrize("step", EVERY)
def test_what_comes_in_is_merged_whole_or_not_at_all(tmp_path: Path, step: int, *, then_gone: bool) -> None:
    ours, theirs = two_desks(tmp_path)
    made = tmp_path / f"a{SUFFIX}"
    made.write_bytes(exchange_bytes(theirs, edited(theirs, "甲", "乙")))
    work = tmp_path / "work"

    def comes_through(size: int) -> bool:
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(ours.parent, work)
        path = work / ours.name
        done = False
        try:
            with room_for(size, then_gone=then_gone), TaskFile.open(path) as file:
                take_in(file, entering(file, [made], CLOCK), CLOCK)
                done = True
        except Refused:
            pass
        with TaskFile.open(path, read_only=True) as file:
            there = (len(file.history), remark(file))
            assert there in ([(3, "乙")] if done else [(1, ""), (3, "乙")])
            assert file.breaks() == []
        return done and there[0] == 3

    assert each_size(comes_through, step) > 500 / step


def test_a_stick_that_is_pulled_while_it_is_read_brings_nothing(tmp_path: Path) -> None:
    ours, theirs = two_desks(tmp_path)
    made = tmp_path / f"a{SUFFIX}"
    made.write_bytes(exchange_bytes(theirs, edited(theirs, "甲")))
    before = ours.read_bytes()
    with TaskFile.open(ours) as file:
        made.unlink()
        with pytest.raises(Refused):
            entering(file, [made], CLOCK)
        assert len(file.history) == 1
    assert ours.read_bytes() == before
