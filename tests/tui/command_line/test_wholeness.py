"""`verify` and `repair` in words."""

import json
from pathlib import Path

import pytest

from store.acts.field_values import set_fields
from store.file.task_file import TaskFile
from tests.store.small_list import abandon, journal_path
from tests.tui.command_line.conftest import Yaodian


@pytest.fixture
def journalled(listed: Path) -> Path:
    """The sample list with three changes that only the journal holds, and a backup from before them."""

    file = TaskFile.open(listed)
    file.back_up()
    for text in ("一", "二", "三"):
        file.commit(set_fields(file.tasks, file.tasks.task(file.tasks.task_keys[0]), remark=text))
    abandon(file)
    return listed


def flip(path: Path, old: str, new: str) -> int:
    """Alter a file in one place; the byte, counted from 1."""
    raw = path.read_bytes()
    assert raw.count(old.encode()) >= 1
    path.write_bytes(raw.replace(old.encode(), new.encode(), 1))
    return raw.index(old.encode()) + 1


def test_a_whole_list_is_said_to_be(yaodian: Yaodian, journalled: Path) -> None:
    before = journalled.read_bytes()
    code, out, err = yaodian("verify", journalled)
    assert (code, err) == (0, "")
    assert "完整：4 次变更" in out and "其中 3 次在日志中" in out
    code, out, _ = yaodian("verify", journalled, "--json")
    assert code == 0
    assert json.loads(out) == {"whole": True, "changes": 4, "journalled": 3, "faults": [], "notes": []}
    assert journalled.read_bytes() == before


def test_a_list_open_in_another_window_is_verified(yaodian: Yaodian, listed: Path) -> None:
    with TaskFile.open(listed):
        assert yaodian("verify", listed)[0] == 0


def test_an_altered_record_of_the_journal_is_named_with_record_and_byte(
    yaodian: Yaodian, journalled: Path
) -> None:
    journal = journal_path(journalled)
    first = journal.read_bytes().index(b"\n\n") + 2
    flip(journal, '"after":"二"', '"after":"贰"')
    code, out, err = yaodian("verify", journalled)
    assert code == 1
    assert f"第 2 条记录已损坏（第 {first + 1} 个字节起）" in out
    assert "yaodian repair" in err
    code, out, _ = yaodian("verify", journalled, "--json")
    found = json.loads(out)
    assert code == 1 and found["whole"] is False and found["changes"] == 2
    assert [(fault["where"], fault["record"], fault["byte"]) for fault in found["faults"]] == [
        ("journal", 2, first + 1)
    ]


def test_an_altered_row_is_named_with_its_line(yaodian: Yaodian, listed: Path) -> None:
    byte = flip(listed, '"text": "加快电子证照共享调用。"', '"text": "加慢电子证照共享调用。"')
    line = listed.read_bytes()[:byte].count(b"\n") + 1
    code, out, _ = yaodian("verify", listed)
    assert code == 1
    assert "校验码不符" in out and f"第 {line} 行" in out and "记录 tasks/" in out
    code, out, _ = yaodian("verify", listed, "--json")
    assert code == 1
    assert [fault["line"] for fault in json.loads(out)["faults"] if fault["where"] == "history"] == [line]


def test_a_history_whose_seal_was_made_anew_is_still_not_whole(yaodian: Yaodian, listed: Path) -> None:
    data = json.loads(listed.read_bytes())
    data["changes"]["1"]["title"] = "伪造的标题"
    listed.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    code, out, _ = yaodian("verify", listed)
    assert code == 1
    assert "最后一次变更与清单记下的不符" in out and "没有校验码" in out


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 99, b"PK\x03\x04", b'{"meta": {"1": {', "这不是清单".encode("gbk")]
)
def test_what_is_no_list_is_not_whole(yaodian: Yaodian, tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "坏.json"
    bad.write_bytes(content)
    code, out, err = yaodian("verify", bad)
    assert code == 1 and out and err
    code, out, _ = yaodian("verify", bad, "--json")
    assert code == 1 and json.loads(out)["whole"] is False
    assert bad.read_bytes() == content


def test_a_missing_list_is_a_sentence(yaodian: Yaodian, tmp_path: Path) -> None:
    assert yaodian("verify", tmp_path / "无.json")[:2] == (1, "")
    assert yaodian("repair", tmp_path / "无.json")[:2] == (1, "")
    assert yaodian("repair", tmp_path / "无" / "无.json")[:2] == (1, "")
    assert yaodian("verify", tmp_path)[0] == 1


def test_repair_lists_what_there_is_and_restores_one(
    yaodian: Yaodian, journalled: Path, tmp_path: Path
) -> None:
    flip(journal_path(journalled), '"after":"二"', '"after":"贰"')
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.j*")}
    assert "yaodian repair" in yaodian("show", "tasks", "-f", journalled)[2]
    code, out, err = yaodian("repair", journalled)
    assert (code, err) == (0, "")
    listed = out.splitlines()
    assert "已损坏" in listed[1] and "清单中完好的部分" in listed[2] and "备份" in listed[3]
    code, out, _ = yaodian("repair", journalled, "--json")
    found = json.loads(out)
    assert [(source["rows"], source["changes"], bool(source["problem"])) for source in found] == [
        (0, 0, True),
        (9, 2, False),
        (9, 1, False),
    ]
    code, out, _ = yaodian("repair", journalled, "--restore", "2", "-o", tmp_path / "恢复.json")
    assert code == 0 and "9 行、2 次变更" in out
    _, out, _ = yaodian("show", "tasks", "--json", "-f", tmp_path / "恢复.json")
    assert json.loads(out)[0]["remark"] == "一"
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--restore", "1", "-o", "示例.json"), "已有同名文件"),
        (("--restore", "9", "-o", "新.json"), "没有第 9 份"),
        (("--restore", "0", "-o", "新.json"), "没有第 0 份"),
        (("--restore", "1"), "要一起写明"),
        (("-o", "新.json"), "要一起写明"),
        (("--restore", "1", "-o", "无/新.json"), "没有存成"),
    ],
)
def test_what_cannot_be_restored_is_refused(
    yaodian: Yaodian, listed: Path, words: tuple[str, ...], says: str
) -> None:
    before = listed.read_bytes()
    code, out, err = yaodian(
        "repair", listed, *(str(listed.parent / word) if word.endswith(".json") else word for word in words)
    )
    assert (code, out) == (1, "")
    assert says in err
    assert listed.read_bytes() == before and not (listed.parent / "新.json").exists()


def test_a_number_that_is_none_is_wrong_words(yaodian: Yaodian, listed: Path) -> None:
    assert yaodian("repair", listed, "--restore", "二", "-o", "x.json")[0] == 2


@pytest.mark.parametrize("command", ["verify", "repair"])
@pytest.mark.parametrize("name", ["清" * 300, "/", "没有的.json"])
def test_what_is_no_file_is_said_in_a_sentence(yaodian: Yaodian, command: str, name: str) -> None:
    code, _, err = yaodian(command, name)
    assert code == 1 and "意外" not in err
