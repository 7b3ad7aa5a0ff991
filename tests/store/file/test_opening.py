import json
import os
import re
from pathlib import Path

import pytest

from store.file import contents
from store.file.problems import FileProblem
from store.file.task_file import TaskFile
from store.records.changes import Change, updated
from tests.store.file.refused_files import refused, with_journal
from tests.store.small_list import SHORT, abandon, names, new_file, remark, setting

KEYLESS: dict[str, object] = {
    "table": "tasks",
    "key": ["task00000001"],
    "field": "",
    "before": None,
    "after": {},
}


def whole(folder: Path) -> bytes:
    new_file(folder).close()
    return (folder / SHORT).read_bytes()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "已损坏：它是空文件"),
        (b"\0" * 3000, "已损坏：内容全是零字节"),
        (b"PK\x03\x04\x00\xff", "不是要点的清单文件"),
        (b"\x00\x01\x02\xff", "不是要点的清单文件"),
        ("关于印发工作要点的通知".encode("gbk"), "不是要点的清单文件"),
        (b"[1, 2]", "不是要点的清单文件"),
        (b'{"_default": {"1": {"a": 1}}}', "不是要点的清单文件"),
        (b'{"meta": {}}', "不是要点的清单文件"),
        (b'{"meta": {"1": {"schema": "1"}}}', "不是要点的清单文件"),
        (b'{"meta": [1]}', "不是要点的清单文件"),
        (b'{"meta": {"1": {', "已损坏：第 1 行第 17 个字起读不通"),
        (b'{"a":\n"\xff"}', "已损坏：第 8 个字节起不是文字"),
        (b'{"a":' + b"[" * 100_000, "不是要点的清单文件"),
        (b'{"a":' + b"9" * 5000 + b"}", "不是要点的清单文件"),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else value[:20],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_whole_list_is_refused(
    tmp_path: Path, content: bytes, sentence: str, read_only: bool
) -> None:
    (tmp_path / SHORT).write_bytes(content)
    refused(tmp_path / SHORT, sentence, read_only=read_only)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    refused(tmp_path / SHORT, "找不到清单“清单.json”，请核对文件名")
    refused(tmp_path, "是一个文件夹，请选其中的清单文件")
    assert names(tmp_path) == []


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / SHORT)
    refused(tmp_path / SHORT, "不是要点的清单文件")


@pytest.mark.parametrize(
    ("schema", "by", "sentence"),
    [
        (3, "0.9.0", "由更新版本的要点 0.9.0 保存（格式 3，本程序 .* 只认到 2），请升级程序"),
        (3, "\x1b[31m", "由更新版本的要点保存（格式 3，"),
        (0, "0.1.0", "的格式 0 太旧"),
    ],
)
def test_another_format_is_refused_and_who_wrote_it_named(
    tmp_path: Path, schema: int, by: str, sentence: str
) -> None:
    data = json.loads(whole(tmp_path))
    data["meta"]["1"] |= {"schema": schema, "program": by}
    (tmp_path / SHORT).write_text(json.dumps(data))
    refused(tmp_path / SHORT, sentence)


def test_a_flipped_bit_anywhere_in_the_file_is_named_or_does_not_matter(tmp_path: Path) -> None:
    raw = whole(tmp_path)
    good = contents.parse(raw, tmp_path / SHORT)
    unnoticed = []
    for place in range(len(raw)):
        flipped = raw[:place] + bytes([raw[place] ^ (1 << place % 7)]) + raw[place + 1 :]
        try:
            found = contents.parse(flipped, tmp_path / SHORT)
        except FileProblem as problem:
            assert re.fullmatch(r"[^。]+。", str(problem))
        else:
            assert (found.tables, found.changes, found.head, found.seal) == (
                good.tables,
                good.changes,
                good.head,
                None,
            )
            unnoticed.append(place)
    assert all(place > raw.rindex(b'"checksum"') for place in unnoticed)


@pytest.mark.parametrize("table", ["tasks", "changes"])
@pytest.mark.parametrize("doc", [{"text": "没有键"}, "文字", None])
def test_a_record_without_its_key_is_damage(tmp_path: Path, table: str, doc: object) -> None:
    data = json.loads(whole(tmp_path))
    data[table]["9"] = doc
    (tmp_path / SHORT).write_text(json.dumps(data))
    refused(tmp_path / SHORT, f"已损坏：表 {table} 中有不完整的记录")


@pytest.mark.parametrize(
    "doc", [{"id": "x"}, {"edits": None}, {"edits": [{}]}, {"edits": [None]}, {"edits": [KEYLESS]}]
)
def test_a_change_without_what_it_needs_is_damage(tmp_path: Path, doc: dict[str, object]) -> None:
    data = json.loads(whole(tmp_path))
    data["changes"]["1"] = doc if "id" in doc else data["changes"]["1"] | doc
    (tmp_path / SHORT).write_text(json.dumps(data))
    refused(tmp_path / SHORT, "已损坏：表 changes 中有不完整的记录")


def test_two_records_of_one_key_are_damage(tmp_path: Path) -> None:
    data = json.loads(whole(tmp_path))
    data["tasks"]["9"] = data["tasks"]["1"]
    (tmp_path / SHORT).write_text(json.dumps(data))
    refused(tmp_path / SHORT, "已损坏：表 tasks 中有重复的记录")


def test_what_a_change_made_and_nothing_altered_is_kept_once_and_stays_apart(tmp_path: Path) -> None:
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="已发函"))
    with TaskFile.open(tmp_path / SHORT) as file:
        made = {edit["key"]: edit["after"] for edit in file.history.docs[0]["edits"]}
        rows = file.tasks.documents.tables["tasks"]
        assert [rows[key] is made[key] for key in rows] == [False, True, True]
        before = json.dumps(file.history.docs, ensure_ascii=False)
        file.commit(Change("改", tuple(updated(file.tasks.task("task00000002"), remark="已办"))))
        assert json.dumps(file.history.docs[:2], ensure_ascii=False) == before
        assert file.breaks() == []


def test_an_older_list_copied_over_this_one_sets_its_journal_aside(tmp_path: Path) -> None:
    with new_file(tmp_path):
        old = (tmp_path / SHORT).read_bytes()
    with TaskFile.open(tmp_path / SHORT) as file:
        file.commit(setting(file, remark="一"))
    file = TaskFile.open(tmp_path / SHORT)
    file.commit(setting(file, remark="二"))
    abandon(file)
    (tmp_path / SHORT).write_bytes(old)
    with TaskFile.open(tmp_path / SHORT, read_only=True) as file:
        assert remark(file) == ""
        assert "没有采用" in file.notices[0]
    assert names(tmp_path) == [SHORT, f"{SHORT}.journal"]
    with TaskFile.open(tmp_path / SHORT) as file:
        assert remark(file) == ""
        (sentence,) = file.notices
        file.commit(setting(file, remark="三"))
    (aside,) = (path for path in tmp_path.iterdir() if path.name != SHORT)
    assert f"已改名为“{aside.name}”" in sentence
    assert "二" in aside.read_text("utf-8")
    with TaskFile.open(tmp_path / SHORT) as file:
        assert (remark(file), file.notices) == ("三", [])


def test_a_list_of_another_id_leaves_the_journal_alone(tmp_path: Path) -> None:
    with_journal(tmp_path, "一")
    (tmp_path / "另").mkdir()
    (tmp_path / SHORT).write_bytes(whole(tmp_path / "另"))
    with TaskFile.open(tmp_path / SHORT) as file:
        assert remark(file) == ""
        assert len(file.notices) == 1


def test_a_copy_in_place_of_the_list_takes_the_journal_on_from_where_it_was_made(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    file.commit(setting(file, remark="一"))
    file.save_copy(tmp_path / "副本.json")
    file.commit(setting(file, remark="二"))
    abandon(file)
    (tmp_path / "副本.json").replace(tmp_path / SHORT)
    with TaskFile.open(tmp_path / SHORT) as file:
        assert (remark(file), len(file.history), file.notices) == ("二", 3, [])


def test_a_torn_end_is_cut_kept_and_named(tmp_path: Path) -> None:
    journal = with_journal(tmp_path, "一", "二")
    raw = journal.read_bytes()
    journal.write_bytes(raw[:-30])
    with TaskFile.open(tmp_path / SHORT, read_only=True) as file:
        assert (remark(file), file.notices) == ("一", [])
    file = TaskFile.open(tmp_path / SHORT)
    assert remark(file) == "一"
    (sentence,) = file.notices
    abandon(file)
    with TaskFile.open(tmp_path / SHORT) as file:
        assert (remark(file), file.notices) == ("一", [])
    (aside,) = (path for path in tmp_path.iterdir() if path.name != SHORT)
    assert f"已另存为“{aside.name}”" in sentence
    assert raw[:-30].endswith(aside.read_bytes())


def test_a_bad_record_in_the_journal_is_named_and_nothing_is_touched(tmp_path: Path) -> None:
    journal = with_journal(tmp_path, "一", "二", "三")
    raw = journal.read_bytes()
    for number, line in enumerate(filter(None, raw.splitlines()), 1):
        journal.write_bytes(raw.replace(line, line[:100] + b"?" + line[101:]))
        refused(tmp_path / SHORT, rf"日志“清单\.json\.\w+\.journal”的第 {number} 条记录已损坏")
        refused(tmp_path / SHORT, f"第 {number} 条记录已损坏", read_only=True)
    journal.write_bytes(raw)
    with TaskFile.open(tmp_path / SHORT) as file:
        assert remark(file) == "三"
