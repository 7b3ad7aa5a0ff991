import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from store.file.lock import Held, Holder, WriterLock

HOLDER = Holder("王芳", "办公室电脑", "2026-11-23T14:32:00+08:00")


def test_a_second_writer_learns_who_holds_the_lock(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path / "l", HOLDER)
    for _ in range(2):
        with pytest.raises(Held) as caught:
            WriterLock(tmp_path / "l", Holder("赵峰", "另一台", "2026-11-23T15:00:00+08:00"))
        assert caught.value.holder == HOLDER
    lock.release()


def test_a_released_lock_leaves_no_file_and_is_free(tmp_path: Path) -> None:
    WriterLock(tmp_path / "l", HOLDER).release()
    assert list(tmp_path.iterdir()) == []
    WriterLock(tmp_path / "l", HOLDER).release()


def test_a_file_that_a_dead_holder_left_does_not_lock(tmp_path: Path) -> None:
    (tmp_path / "l").write_text(
        json.dumps({"user": "很久以前的一个名字很长的用户" * 9, "machine": "m", "since": "s"}), "utf-8"
    )
    lock = WriterLock(tmp_path / "l", HOLDER)
    with pytest.raises(Held) as caught:
        WriterLock(tmp_path / "l", HOLDER)
    assert caught.value.holder == HOLDER
    lock.release()


@pytest.mark.parametrize("note", [b"", b"{", b"[]", b"\xff", b'{"user": 1}'])
def test_a_note_that_cannot_be_read_names_nobody(tmp_path: Path, note: bytes) -> None:
    lock = WriterLock(tmp_path / "l", HOLDER)
    (tmp_path / "l").write_bytes(note)
    with pytest.raises(Held) as caught:
        WriterLock(tmp_path / "l", HOLDER)
    assert caught.value.holder == Holder()
    lock.release()


def test_the_lock_of_another_file_under_the_name_is_left_to_it(tmp_path: Path) -> None:
    first = WriterLock(tmp_path / "l", HOLDER)
    (tmp_path / "l").unlink()
    second = WriterLock(tmp_path / "l", HOLDER)
    first.release()
    with pytest.raises(Held):
        WriterLock(tmp_path / "l", HOLDER)
    second.release()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_the_lock_dies_with_its_process(tmp_path: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from store.file.lock import *;"
        "lock = WriterLock(Path(sys.argv[1]), Holder('甲', '乙', '丙')); print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "l")], stdout=subprocess.PIPE, cwd=Path.cwd()
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(Held) as caught:
            WriterLock(tmp_path / "l", HOLDER)
        assert caught.value.holder == Holder("甲", "乙", "丙")
        process.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            WriterLock(tmp_path / "l", HOLDER).release()
        except Held:
            time.sleep(0.01)
        else:
            return
    pytest.fail("the lock outlived its process")
