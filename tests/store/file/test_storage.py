import errno
import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.middlewares import CachingMiddleware

from store.file import disk
from store.file.storage import AtomicStorage, exhausted, pieces


def database(path: Path) -> TinyDB:
    return TinyDB(path, storage=AtomicStorage)


def failing(*codes: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(codes[0], "put in by the test")

    return fail


def test_a_new_database_is_empty_and_makes_no_file_before_its_first_write(tmp_path: Path) -> None:
    with database(tmp_path / "库.json") as db:
        assert db.all() == []
        assert AtomicStorage(tmp_path / "库.json").read() is None
    assert list(tmp_path.iterdir()) == []


def test_what_is_inserted_updated_and_removed_is_there_after_reopening(tmp_path: Path) -> None:
    with database(tmp_path / "库.json") as db:
        assert db.insert_multiple([{"名": "王芳"}, {"名": "赵峰"}, {"名": "胡军"}]) == [1, 2, 3]
        db.update({"名": "赵锋"}, where("名") == "赵峰")
        db.remove(doc_ids=[1])
        db.table("单位").insert({"全称": "成果转化处"})
    with database(tmp_path / "库.json") as db:
        assert [(doc.doc_id, doc["名"]) for doc in db] == [(2, "赵锋"), (3, "胡军")]
        assert db.tables() == {"_default", "单位"}
        assert db.insert({"名": "徐涛"}) == 4
        db.drop_tables()
    with database(tmp_path / "库.json") as db:
        assert db.tables() == set()


def test_what_json_cannot_hold_is_refused_and_the_file_stays_as_it_was(tmp_path: Path) -> None:
    with database(tmp_path / "库.json") as db:
        db.insert({"名": "王芳"})
        before = (tmp_path / "库.json").read_bytes()
        for bad in ({"名": object()}, {"名": {1, 2}}, {"名": b"bytes"}):
            with pytest.raises(TypeError):
                db.insert(bad)
            assert (tmp_path / "库.json").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["库.json"]
    with database(tmp_path / "库.json") as db:
        assert db.all() == [{"名": "王芳"}]


def test_less_than_before_leaves_nothing_of_before(tmp_path: Path) -> None:
    with database(tmp_path / "库.json") as db:
        db.insert_multiple({"文": "很长的文字" * 100} for _ in range(20))
        db.truncate()
        db.insert({"文": "短"})
    assert (tmp_path / "库.json").stat().st_size < 100
    assert database(tmp_path / "库.json").all() == [{"文": "短"}]


def test_documents_are_searched_counted_and_upserted(tmp_path: Path) -> None:
    with database(tmp_path / "库.json") as db:
        db.insert_multiple({"号": number, "单": number % 2 == 1} for number in range(1, 8))
        assert db.count(where("单").test(bool)) == 4
        db.upsert({"号": 7, "单": False}, where("号") == 7)
        db.upsert({"号": 8, "单": False}, where("号") == 8)
    with database(tmp_path / "库.json") as db:
        assert [doc["号"] for doc in db.search(~where("单").test(bool))] == [2, 4, 6, 7, 8]
        assert db.get(doc_id=8) == {"号": 8, "单": False}
        assert db.contains(where("号") == 9) is False


def test_values_come_back_as_json_has_them(tmp_path: Path) -> None:
    doc: dict[str, object] = {
        "空": None,
        "真": True,
        "数": -3,
        "小数": 0.1,
        "串": "",
        "表": [],
        "套": {"甲": [{"乙": '𠮷\n\t"\\'}]},
        "大数": 10**30,
    }
    with database(tmp_path / "库.json") as db:
        db.insert(doc)
    assert database(tmp_path / "库.json").all() == [doc]


def test_it_works_under_tinydbs_caching_middleware(tmp_path: Path) -> None:
    cached: Callable[..., Any] = CachingMiddleware
    with TinyDB(tmp_path / "库.json", storage=cached(AtomicStorage)) as db:
        db.insert({"名": "王芳"})
        assert not (tmp_path / "库.json").exists()
    assert database(tmp_path / "库.json").all() == [{"名": "王芳"}]


def test_two_databases_on_one_file_see_what_the_other_wrote(tmp_path: Path) -> None:
    first, second = database(tmp_path / "库.json"), database(tmp_path / "库.json")
    first.insert({"名": "王芳"})
    assert second.all() == [{"名": "王芳"}]
    second.insert({"名": "赵峰"})
    assert [doc["名"] for doc in first] == ["王芳", "赵峰"]


def test_a_plain_tinydb_and_this_storage_read_each_other(tmp_path: Path) -> None:
    with database(tmp_path / "库.json") as db:
        db.insert({"名": "王芳", "兼": ["甲", None, True, 3]})
    with TinyDB(tmp_path / "库.json", encoding="utf-8") as plain:
        assert plain.all() == [{"名": "王芳", "兼": ["甲", None, True, 3]}]
        plain.insert({"名": "赵峰"})
    with database(tmp_path / "库.json") as db:
        assert [doc["名"] for doc in db] == ["王芳", "赵峰"]


def test_chinese_stands_in_the_file_as_chinese_a_document_a_line(tmp_path: Path) -> None:
    AtomicStorage(tmp_path / "库.json").write(
        {"tasks": {"1": {"text": "深化“三权”改革"}, "2": {"text": "𠮷"}}, "units": {}}
    )
    assert (tmp_path / "库.json").read_text("utf-8") == (
        '{\n"tasks": {\n"1": {"text": "深化“三权”改革"},\n"2": {"text": "𠮷"}},\n"units": {}}\n'
    )


def test_half_a_surrogate_pair_is_kept(tmp_path: Path) -> None:
    storage = AtomicStorage(tmp_path / "库.json")
    storage.write({"t": {"1": {"text": "\ud800"}}})
    assert storage.read() == {"t": {"1": {"text": "\ud800"}}}


def test_a_long_list_in_a_document_is_written_part_by_part_and_whole() -> None:
    doc = {"id": "甲", "edits": [{"key": number} for number in range(200)], "empty": [], "n": None}
    text = list(pieces([("changes", [("1", doc)])]))
    assert json.loads("".join(text)) == {"changes": {"1": doc}}
    assert max(map(len, text)) < 40


def test_the_file_is_the_owners_alone(tmp_path: Path) -> None:
    AtomicStorage(tmp_path / "库.json").write({})
    assert stat.S_IMODE((tmp_path / "库.json").stat().st_mode) == 0o600


def test_a_missing_folder_is_refused_or_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        AtomicStorage(tmp_path / "无" / "库.json")
    with TinyDB(tmp_path / "无" / "库.json", storage=AtomicStorage, create_dirs=True) as db:
        db.insert({"a": 1})
    assert (tmp_path / "无" / "库.json").exists()


def test_the_name_that_a_plain_tinydb_has_only_made_reads_as_empty(tmp_path: Path) -> None:
    TinyDB(tmp_path / "库.json").close()
    assert AtomicStorage(tmp_path / "库.json").read() is None


@pytest.mark.parametrize("content", [b'{"t": {"1": {', b"\0" * 50, b"[1]", b"\xff\xfe", b"plain"])
def test_a_damaged_file_is_an_error_and_stays(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "库.json").write_bytes(content)
    with (
        pytest.raises(ValueError, match=r"holds no tables|delimiter|Expecting|decode"),
        database(tmp_path / "库.json") as db,
    ):
        db.insert({"a": 1})
    assert (tmp_path / "库.json").read_bytes() == content


@pytest.mark.parametrize("call", ["create", "write", "sync", "replace"])
def test_a_fault_while_writing_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    storage = AtomicStorage(tmp_path / "库.json")
    storage.write({"t": {"1": {"a": 1}}})
    with monkeypatch.context() as patch:
        patch.setattr(disk, call, failing(errno.ENOSPC))
        with pytest.raises(OSError, match="put in by the test"):
            storage.write({"t": {"1": {"a": 2}}})
    assert storage.read() == {"t": {"1": {"a": 1}}}
    assert [path.name for path in tmp_path.iterdir()] == ["库.json"]
    storage.write({"t": {"1": {"a": 3}}})
    assert storage.read() == {"t": {"1": {"a": 3}}}


def test_short_writes_are_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = disk.write
    monkeypatch.setattr(disk, "write", lambda fd, data: whole(fd, data[:7]))
    storage = AtomicStorage(tmp_path / "库.json")
    storage.write({"t": {"1": {"text": "深化科技成果“三权”改革"}}})
    assert storage.read() == {"t": {"1": {"text": "深化科技成果“三权”改革"}}}


def test_abandoned_staging_leaves_nothing(tmp_path: Path) -> None:
    staging = AtomicStorage(tmp_path / "库.json").stage("x" for _ in range(3))
    next(staging)
    staging.close()
    assert list(tmp_path.iterdir()) == []


def test_what_a_dead_process_left_staged_is_swept_and_nothing_else(tmp_path: Path) -> None:
    for name in ("库.json.123-0.tmp", "别.json.123-0.tmp", "库.json.备份.tmp", "库.json"):
        (tmp_path / name).touch()
    AtomicStorage(tmp_path / "库.json").sweep()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "别.json.123-0.tmp",
        "库.json",
        "库.json.备份.tmp",
    ]


def test_staged_is_not_yet_published(tmp_path: Path) -> None:
    storage = AtomicStorage(tmp_path / "库.json")
    staged = exhausted(storage.stage(["{}"]))
    assert storage.read() is None
    storage.publish(staged)
    assert storage.read() == {}
