import errno
import hashlib
import json
from pathlib import Path

import pytest

from store.file import disk
from store.file.journal import (
    Damaged,
    Foreign,
    Journal,
    JournalContents,
    JournalRecord,
    continuing,
    read,
    spelled_arrival,
)


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
    for cut in range(LAST + 1, len(RAW) - 1):
        assert read(RAW[:cut]) == JournalContents(tuple(RECORDS[:2]), LAST, RAW[LAST:cut]), cut


def test_a_record_zeroed_from_any_byte_is_torn() -> None:
    for cut in range(LAST, len(RAW) - 2):
        zeroed = RAW[:cut] + b"\0" * (len(RAW) - cut)
        assert read(zeroed) == JournalContents(tuple(RECORDS[:2]), LAST, zeroed[LAST:]), cut


@pytest.mark.parametrize("end", [b"", b"x", b"\0"])
def test_a_whole_record_without_its_line_end_counts(end: bytes) -> None:
    assert read(RAW[:-1] + end) == JournalContents(tuple(RECORDS), len(RAW) - 1, end, ended=False)


def test_a_flipped_bit_anywhere_is_never_taken_for_good() -> None:
    for place in range(len(RAW) - 1):
        flipped = RAW[:place] + bytes([RAW[place] ^ 1]) + RAW[place + 1 :]
        with pytest.raises(Damaged) as caught:
            read(flipped)
        assert caught.value.args == (RAW[:place].count(b"\n") + 1,)


def test_only_what_the_file_does_not_hold_continues_it() -> None:
    def held() -> set[str]:
        return {"0", "1", "2"}

    assert list(continuing(RECORDS, "file", "h0", held)) == RECORDS
    assert list(continuing(RECORDS, "file", RECORDS[0].hash, held)) == RECORDS[1:]
    assert list(continuing(RECORDS, "file", RECORDS[2].hash, held)) == []
    assert list(continuing(RECORDS, "file", "a head beyond the journal", held)) == []
    assert list(continuing([], "file", "h0", held)) == []


def test_a_journal_of_another_file_or_of_a_lost_state_is_foreign() -> None:
    with pytest.raises(Foreign):
        continuing(RECORDS, "another", "h0", set)
    with pytest.raises(Foreign):
        continuing(RECORDS, "file", "an older head", lambda: {"0", "1"})


def test_a_record_taken_out_of_the_middle_is_damage() -> None:
    with pytest.raises(Damaged, match="2"):
        continuing([RECORDS[0], RECORDS[2]], "file", "h0", set)


def test_appended_records_are_on_the_disk_and_the_journal_goes_when_it_is_emptied(tmp_path: Path) -> None:
    path = tmp_path / "j"
    journal = Journal(path, JournalContents((), 0))
    assert not path.exists()
    for record in RECORDS:
        journal.append(record)
    assert path.read_bytes() == RAW
    journal.clear()
    journal.append(RECORDS[0])
    assert path.read_bytes() == RECORDS[0].line()
    journal.close()
    assert path.exists()
    journal = Journal(path, read(path.read_bytes()))
    journal.clear()
    journal.close()
    assert not path.exists()


def test_records_appended_together_are_all_there_or_none(tmp_path: Path) -> None:
    """A power cut may lose any part of what was not yet fsynced: the end, or zeros in the middle."""
    journal = Journal(tmp_path / "j", JournalContents((), 0))
    journal.append(RECORDS[0])
    before = journal.size
    journal.append(*RECORDS[1:])
    journal.close()
    raw = (tmp_path / "j").read_bytes()
    assert raw.count(b"\n") == 2
    assert read(raw) == JournalContents(tuple(RECORDS), len(raw))
    for cut in range(before + 1, len(raw) - 1):
        assert read(raw[:cut]).records == tuple(RECORDS[:1]), cut
    for place in range(before, len(raw) - 1):
        torn = raw[:place] + b"\0" * min(16, len(raw) - place) + raw[place + 16 :]
        assert read(torn).records == tuple(RECORDS[:1]), place


@pytest.mark.parametrize("kept", [RAW[: LAST + 30], RAW[:LAST] + b"\0\0\0\0"])
def test_a_torn_end_is_cut_before_the_next_record(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / "j").write_bytes(kept)
    journal = Journal(tmp_path / "j", read(kept))
    journal.append(RECORDS[2])
    journal.close()
    assert (tmp_path / "j").read_bytes() == RAW


@pytest.mark.parametrize("end", [b"", b"x"])
def test_a_missing_line_end_is_made_good_by_the_next_record(tmp_path: Path, end: bytes) -> None:
    four = chain(4)
    kept = b"".join(record.line() for record in four[:3])[:-1] + end
    (tmp_path / "j").write_bytes(kept)
    journal = Journal(tmp_path / "j", read(kept))
    journal.append(four[3])
    journal.close()
    assert read((tmp_path / "j").read_bytes()).records == tuple(four)


@pytest.mark.parametrize(
    ("call", "before"), [("write", 0), ("sync", 0), ("sync_folder", 0), ("write", 2), ("sync", 2)]
)
def test_after_a_fault_the_journal_holds_what_it_held_and_takes_the_record_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, before: int
) -> None:
    journal = Journal(tmp_path / "j", JournalContents((), 0))
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
    assert read((tmp_path / "j").read_bytes()).records == tuple(RECORDS[: before + 1])


def test_a_half_written_record_is_cut_even_where_cutting_fails_at_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path / "j", JournalContents((), 0))
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
    assert read((tmp_path / "j").read_bytes()).records == tuple(RECORDS[:2])


@pytest.mark.parametrize("count", [0, 1])
def test_a_journal_that_was_taken_away_takes_nothing_more(tmp_path: Path, count: int) -> None:
    path = tmp_path / "j"
    path.write_bytes(RAW)
    journal = Journal(path, read(RAW))
    four = chain(5)
    for record in four[3 : 3 + count]:
        journal.append(record)
    path.unlink()
    with pytest.raises(FileNotFoundError):
        journal.append(four[3 + count])
    journal.close()
    assert not path.exists()
