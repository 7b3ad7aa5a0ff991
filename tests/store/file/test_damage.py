"""Damage to what lies on the disk: it is named with its place, nothing is overwritten, what is good is
offered.
"""

import json
import re
from pathlib import Path

import pytest

from store.file.problems import FileDamaged, FileProblem
from store.file.repair import sources
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.records.changes import Change, updated
from tests.store.small_list import ROWS, SHORT, abandon, journal_path, new_file, remark, setting


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """The journal of a list that says 一, 二, 三 on its first row."""
    file = new_file(tmp_path)
    for text in ("一", "二", "三"):
        file.commit(setting(file, remark=text))
    abandon(file)
    return journal_path(tmp_path / SHORT)


def test_a_flipped_byte_anywhere_in_the_journal_is_named_and_what_stands_before_it_is_offered(
    journal: Path,
) -> None:
    path, raw = journal.with_name(SHORT), journal.read_bytes()
    whole = path.read_bytes()
    starts = [0, *(found.end() for found in re.finditer(b"\n\n", raw))][:3]
    for place in range(0, len(raw) - 2, 3):
        flipped = raw[:place] + bytes([raw[place] ^ 0x20]) + raw[place + 1 :]
        journal.write_bytes(flipped)
        if place + 1 in starts:
            continue  # A mark: test_a_flipped_mark_between_records_is_named.
        number = sum(start <= place for start in starts)
        with pytest.raises(
            FileDamaged, match=rf"第 {number} 条记录已损坏（第 {starts[number - 1] + 1} 个字节起）"
        ):
            TaskFile.open(path)
        (fault,) = [fault for fault in verify(path).faults if fault.where == "journal"]
        assert (fault.record, fault.byte) == (number, starts[number - 1] + 1)
        assert (journal.read_bytes(), path.read_bytes()) == (flipped, whole)
    assert sources(path)[1].changes == 1 + (number - 1)


def test_a_flipped_mark_between_records_is_named(journal: Path) -> None:
    raw = journal.read_bytes()
    place = raw.index(b"\n\n") + 1
    journal.write_bytes(raw[:place] + b"*" + raw[place + 1 :])
    with pytest.raises(FileDamaged, match="第 2 条记录已损坏"):
        TaskFile.open(journal.with_name(SHORT))


@pytest.mark.parametrize(
    ("content", "notices"), [(b"", 0), (b"\0" * 700, 1), (b"no journal, and no line end", 1)]
)
def test_a_journal_that_holds_no_record_loses_nothing_of_the_file(
    journal: Path, content: bytes, notices: int
) -> None:
    journal.write_bytes(content)
    assert verify(journal.with_name(SHORT)).whole
    with TaskFile.open(journal.with_name(SHORT)) as file:
        assert (remark(file), len(file.notices)) == ("", notices)
        file.commit(setting(file, remark="后来"))
    with TaskFile.open(journal.with_name(SHORT), read_only=True) as file:
        assert remark(file) == "后来"
    kept = [path.read_bytes() for path in journal.parent.glob(f"{journal.name}.*")]
    assert kept == [content] * notices


@pytest.mark.parametrize(
    "content", ["通知\n正文\n".encode(), "通知\n".encode("gbk"), b"\xff\xfe\n\n", b"{}\n"]
)
def test_a_foreign_file_in_the_place_of_the_journal_is_named_and_stays(journal: Path, content: bytes) -> None:
    journal.write_bytes(content)
    with pytest.raises(FileDamaged, match="第 1 条记录已损坏"):
        TaskFile.open(journal.with_name(SHORT))
    assert journal.read_bytes() == content
    assert sources(journal.with_name(SHORT))[1].changes == 1


def test_a_changed_record_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / SHORT
    new_file(tmp_path).close()
    raw = path.read_bytes()
    place = raw.index('"text": "推进一网通办"'.encode())
    path.write_bytes(raw[:place] + raw[place:].replace("推进".encode(), "推动".encode(), 1))
    line = raw[:place].count(b"\n") + 1
    with pytest.raises(
        FileDamaged, match=rf"校验码不符.*文件第 {line} 行，第 2.1 行（记录 tasks/{ROWS[1].key}）"
    ):
        TaskFile.open(path)


def test_any_tampering_is_found(tmp_path: Path) -> None:
    """A value of a change or a row, a change or a record taken out or put in; the seal is taken off, so that
    only the chain can tell.
    """
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="一"))
        file.commit(
            Change("改名", tuple(updated(file.tasks.task(ROWS[1].key), text="新的任务")), basis="纪要")
        )
        file.commit(setting(file, remark="二"))
    path = tmp_path / SHORT
    good = json.loads(path.read_bytes())
    del good["meta"]["1"]["checksum"]

    def found(data: dict[str, dict[str, dict[str, object]]]) -> bool:
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        return not verify(path).whole

    assert not found(good)
    for number in ("1", "2", "3", "4"):
        for field in ("title", "at", "by", "machine", "basis", "effective_on", "undoes", "id"):
            bad = json.loads(json.dumps(good))
            bad["changes"][number][field] = "伪造"
            assert found(bad), (number, field)
        bad = json.loads(json.dumps(good))
        del bad["changes"][number]
        assert found(bad), number
    for number, field in (("1", "text"), ("2", "remark"), ("3", "deadline")):
        bad = json.loads(json.dumps(good))
        bad["tasks"][number][field] = "伪造"
        assert found(bad), (number, field)
    bad = json.loads(json.dumps(good))
    del bad["units"]["1"]
    assert found(bad)
    bad = json.loads(json.dumps(good))
    bad["units"]["9"] = {"key": "stray", "full_name": "无中生有处"}
    assert found(bad)
    bad = json.loads(json.dumps(good))
    bad["changes"]["2"], bad["changes"]["3"] = bad["changes"]["3"], bad["changes"]["2"]
    assert found(bad)


def test_a_list_taken_for_another_with_its_journal_is_never_mixed(journal: Path, tmp_path: Path) -> None:
    (tmp_path / "另").mkdir()
    new_file(tmp_path / "另").close()
    journal.with_name(SHORT).write_bytes((tmp_path / "另" / SHORT).read_bytes())
    assert any("没有计入" in note for note in verify(journal.with_name(SHORT)).notes)
    with TaskFile.open(journal.with_name(SHORT)) as file:
        assert (remark(file), len(file.notices)) == ("", 1)
    (aside,) = journal.parent.glob(f"{journal.name}.*")
    assert aside.name in file.notices[0]


def test_a_problem_is_one_sentence(journal: Path) -> None:
    journal.write_bytes(b"x\n")
    with pytest.raises(FileProblem) as caught:
        TaskFile.open(journal.with_name(SHORT))
    assert str(caught.value).count("。") == 1 and "yaodian repair" in str(caught.value)
