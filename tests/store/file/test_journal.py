import errno
import hashlib
import json
import os
from pathlib import Path

import pytest

from store.file import disk
from store.file.beside import journals
from store.file.journal import MARK, Damaged, Journal, JournalContents, JournalRecord, read, spelled_arrival


def chain(count: int, before: str = "h0") -> list[JournalRecord]:
    """Records that follow one another, the first after `before`."""
    records: list[JournalRecord] = []
    for number in range(count):
        records.append(
            JournalRecord(
                "file",
                records[-1].hash if records else before,
                f'{{"id":"{number}","title":"改 {number}"}}'.encode(),
            )
        )
    return records


RECORDS = chain(3)
RAW = b"".join(record.line() for record in RECORDS)
LAST = len(RAW) - len(RECORDS[2].line())


def test_a_record_is_a_line_of_checksum_file_hash_before_and_change() -> None:
    checksum = hashlib.sha256('file h0 {"id":"0","title":"改 0"}'.encode()).hexdigest()
    assert RECORDS[0].line().decode() == f'{checksum} file h0 {{"id":"0","title":"改 0"}}\n'
    assert RECORDS[0].hash == hashlib.sha256('{"id":"0","title":"改 0"}'.encode()).hexdigest()
    assert RECORDS[0].doc == {"id": "0", "title": "改 0"}


def test_a_change_from_another_desk_has_before_it_when_it_came_and_from_where() -> None:
    arrival = spelled_arrival("2026-11-02T09:00:00+08:00", "王芳 · PC-05\t\n")
    record = JournalRecord("file", "h0", b'{"id":"0"}', arrival)
    body = record.line().split(b" ", 1)[1]
    spelled = '["2026-11-02T09:00:00+08:00","王芳\\u0020·\\u0020PC-05\\t\\n"]'
    assert body.decode() == f'file h0 {spelled} {{"id":"0"}}\n'
    assert json.loads(arrival) == ["2026-11-02T09:00:00+08:00", "王芳 · PC-05\t\n"]
    assert read(record.line() + RECORDS[0].line()).records == (record, RECORDS[0])


def test_what_was_written_is_read() -> None:
    assert read(RAW) == JournalContents(tuple(RECORDS), len(RAW))
    assert read(b"") == JournalContents((), 0)


def test_a_record_cut_at_any_byte_is_torn_and_the_ones_before_it_are_good() -> None:
    assert read(RAW[: LAST + 1]) == JournalContents(tuple(RECORDS[:2]), LAST), "as good as nothing"
    for cut in range(LAST + 2, len(RAW) - 1):
        assert read(RAW[:cut]) == JournalContents(tuple(RECORDS[:2]), LAST, RAW[LAST:cut]), cut


def test_a_record_zeroed_from_any_byte_is_torn() -> None:
    for cut in range(LAST, len(RAW) - 2):
        zeroed = RAW[:cut] + b"\0" * (len(RAW) - cut)
        assert read(zeroed) == JournalContents(tuple(RECORDS[:2]), LAST, zeroed[LAST:]), cut


@pytest.mark.parametrize("end", [b"", b"x", b"\0"])
def test_a_whole_record_without_its_line_end_counts(end: bytes) -> None:
    assert read(RAW[:-1] + end) == JournalContents(tuple(RECORDS), len(RAW) - 1, end)


def test_a_flipped_bit_anywhere_is_never_taken_for_good() -> None:
    for place in range(len(RAW) - 1):
        flipped = RAW[:place] + bytes([RAW[place] ^ 1]) + RAW[place + 1 :]
        with pytest.raises(Damaged) as caught:
            read(flipped)
        assert caught.value.args == (RAW[:place].count(b"\n") + 1,)


def test_a_zeroed_byte_in_a_marked_record_is_damage() -> None:
    marked = RAW + MARK
    for place in range(LAST, len(RAW) - 1):
        with pytest.raises(Damaged) as caught:
            read(marked[:place] + b"\0" + marked[place + 1 :])
        assert caught.value.args == (3,), place
    assert read(marked[:-1] + b"\0").records == tuple(RECORDS), "the mark"
    assert read(marked[:-2] + b"\0\n").records == tuple(RECORDS), "the line end"


def test_a_zeroed_line_end_before_a_good_record_is_damage() -> None:
    raw = RECORDS[0].line() + MARK + RECORDS[1].line() + MARK
    place = len(RECORDS[0].line()) - 1
    with pytest.raises(Damaged):
        read(raw[:place] + b"\0" + raw[place + 1 :])


def test_marks_between_records_are_no_records() -> None:
    raw = b"".join(record.line() + MARK for record in RECORDS)
    assert read(raw) == JournalContents(tuple(RECORDS), len(raw))


def test_appended_records_are_on_the_disk_and_the_journal_goes_when_it_is_emptied(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j")
    assert not journal.path.exists()
    for record in RECORDS:
        journal.append(record)
    assert journal.path.read_bytes() == b"".join(record.line() + MARK for record in RECORDS)
    journal.clear()
    journal.append(RECORDS[0])
    assert journal.path.read_bytes() == RECORDS[0].line() + MARK
    journal.close()
    assert journal.path.exists()
    journal = Journal(tmp_path / "j")
    journal.append(RECORDS[0])
    journal.clear()
    journal.close()
    assert not journal.path.exists()


def test_each_writer_has_a_journal_of_its_own(tmp_path: Path) -> None:
    first, second = Journal(tmp_path / "清单.json"), Journal(tmp_path / "清单.json")
    first.append(RECORDS[0])
    second.append(RECORDS[1])
    first.clear()
    first.close()
    second.close()
    assert journals(tmp_path / "清单.json") == [second.path]
    assert read(second.path.read_bytes()).records == (RECORDS[1],)


def test_a_record_whose_journal_lost_its_name_meanwhile_is_not_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path / "j")
    journal.append(RECORDS[0])
    sync = disk.sync

    def rename(fd: int) -> None:
        sync(fd)
        journal.path.rename(tmp_path / "weg")

    monkeypatch.setattr(disk, "sync", rename)
    with pytest.raises(FileNotFoundError):
        journal.append(RECORDS[1])
    assert read((tmp_path / "weg").read_bytes()).records == tuple(RECORDS[:2]), "read by who renamed it"


def test_records_appended_together_are_all_there_or_none(tmp_path: Path) -> None:
    """A power cut may lose any part of what was not yet fsynced: the end, or zeros in the middle."""
    journal = Journal(tmp_path / "j")
    journal.append(RECORDS[0])
    before = journal.size
    journal.append(*RECORDS[1:])
    journal.close()
    raw = journal.path.read_bytes().removesuffix(MARK)
    assert raw.count(b"\n") == 3
    assert read(raw) == JournalContents(tuple(RECORDS), len(raw))
    for cut in range(before + 1, len(raw) - 1):
        assert read(raw[:cut]).records == tuple(RECORDS[:1]), cut
    for place in range(before, len(raw) - 1):
        torn = raw[:place] + b"\0" * min(16, len(raw) - place) + raw[place + 16 :]
        assert read(torn).records == tuple(RECORDS[:1]), place


@pytest.mark.parametrize(
    ("call", "before"), [("write", 0), ("sync", 0), ("sync_folder", 0), ("write", 2), ("sync", 2)]
)
def test_after_a_fault_the_journal_holds_what_it_held_and_takes_the_record_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, before: int
) -> None:
    journal = Journal(tmp_path / "j")
    for record in RECORDS[:before]:
        journal.append(record)

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "put in by the test")

    with monkeypatch.context() as patch:
        patch.setattr(disk, call, fail)
        with pytest.raises(OSError, match="put in by the test"):
            journal.append(RECORDS[before])
    journal.append(RECORDS[before])
    journal.close()
    assert read(journal.path.read_bytes()).records == tuple(RECORDS[: before + 1])


def test_a_half_written_record_is_cut_even_where_cutting_fails_at_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path / "j")
    journal.append(RECORDS[0])
    whole = disk.write

    def full(fd: int, data: memoryview) -> int:
        if len(data) < 50:
            raise OSError(errno.ENOSPC, "full")
        return whole(fd, data[:-20])

    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "broken")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "write", full)
        patch.setattr(disk, "truncate", broken)
        with pytest.raises(OSError, match="full"):
            journal.append(RECORDS[1])
        with pytest.raises(OSError, match="broken"):
            journal.append(RECORDS[1])
    journal.append(RECORDS[1])
    journal.close()
    assert read(journal.path.read_bytes()).records == tuple(RECORDS[:2])


def test_a_journal_that_was_taken_away_takes_nothing_more(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j")
    journal.append(RECORDS[0])
    journal.path.unlink()
    with pytest.raises(FileNotFoundError):
        journal.append(RECORDS[1])
    journal.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_a_link_in_the_place_of_a_journal_is_never_written(tmp_path: Path) -> None:
    (tmp_path / "别").write_bytes(b"of another")
    journal = Journal(tmp_path / "j")
    journal.path.symlink_to(tmp_path / "别")
    journal.append(RECORDS[0])
    assert not journal.path.is_symlink(), "another name"
    assert (tmp_path / "别").read_bytes() == b"of another"
