"""A record that holds what it cannot is named; the rest is looked at, and can be restored."""

import json
from pathlib import Path
from typing import Any

import pytest

from store.file.opened import open_list
from store.file.problems import RecordsWrong
from store.file.repair import restore, sources
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from tests.store.small_list import SHORT, abandon, new_file, remark, setting

WRONG = (None, 7, {"甲": 1}, ["甲"])


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A list whose first row was given a remark."""
    with new_file(tmp_path) as file:
        file.commit(setting(file, remark="甲"))
    return tmp_path / SHORT


def spoil(path: Path, table: str, field: str, value: Any, number: str = "1") -> None:
    """Give a field of a record another value, in a line of its own as our writer has it, without a seal."""
    whole = json.loads(path.read_text(encoding="utf-8"))
    del whole["meta"]["1"]["checksum"]
    whole[table][number][field] = value
    tables = []
    for name, docs in whole.items():
        lines = ",\n".join(f'"{key}": {json.dumps(doc, ensure_ascii=False)}' for key, doc in docs.items())
        tables.append(f'"{name}": {{\n{lines}}}')
    path.write_text("{" + ",\n".join(tables) + "}", encoding="utf-8")


@pytest.mark.parametrize("value", WRONG)
def test_a_wrong_field_is_named_and_the_rest_is_looked_at(listed: Path, value: object) -> None:
    spoil(listed, "tasks", "remark", value)
    before = listed.read_bytes()
    line = before[: before.index(b'"key": "task')].count(b"\n") + 1
    with pytest.raises(RecordsWrong) as refused:
        TaskFile.open(listed)
    assert f"的备注（文件第 {line} 行）" in str(refused.value) and "yaodian repair" in str(refused.value)
    file = open_list(listed)
    assert file.read_only and str(refused.value) in file.notices
    assert remark(file) == "甲", "what the history makes of it stands in its place"
    assert len(file.tasks.task_keys) == 3
    assert listed.read_bytes() == before


def test_verify_says_the_line_of_a_wrong_field(listed: Path) -> None:
    spoil(listed, "tasks", "targets", "年底前")
    (fault, *_) = verify(listed).faults
    assert "目标" in fault.sentence and fault.line


def test_repair_says_what_it_left_out_and_gives_the_rest(listed: Path, tmp_path: Path) -> None:
    spoil(listed, "tasks", "remark", 7)
    spoiled, good = sources(listed)
    assert spoiled.problem and not good.problem
    assert good.salvaged and "备注" in good.left_out[0] and (good.rows, good.changes) == (3, 2)
    restore(good, tmp_path / "新.json")
    with TaskFile.open(tmp_path / "新.json") as file:
        assert (remark(file), file.breaks(), len(file.history)) == ("甲", [], 2)


def test_a_journal_goes_on_over_a_wrong_field(listed: Path) -> None:
    file = TaskFile.open(listed)
    file.commit(setting(file, row=1, remark="乙"))
    abandon(file)
    spoil(listed, "tasks", "remark", 7)
    with TaskFile.open(listed, read_only=True) as looked_at:
        assert (remark(looked_at), remark(looked_at, 1)) == ("甲", "乙")


def test_a_record_with_a_wrong_key_is_left_out(listed: Path) -> None:
    spoil(listed, "units", "key", 7)
    file = open_list(listed)
    assert file.read_only and "表 units 中的一条记录" in file.notices[0]


def test_a_wrong_change_ends_the_history_before_it(listed: Path) -> None:
    spoil(
        listed,
        "changes",
        "edits",
        [{"table": "tasks", "key": "", "field": "text", "before": "", "after": 7}],
        "2",
    )
    file = open_list(listed)
    assert file.read_only and "历史中的一次变更（文件第" in file.notices[0]
    assert (len(file.history), remark(file)) == (1, "甲")
    (*_, good) = sources(listed)
    assert "历史中的一次变更" in good.left_out[0] and good.changes == 1


def test_fields_of_a_later_program_stay(listed: Path) -> None:
    spoil(listed, "tasks", "weather", {"rain": 1})
    with TaskFile.open(listed) as file:
        assert not file.read_only
        file.commit(setting(file, remark="乙"))
    assert json.loads(listed.read_text(encoding="utf-8"))["tasks"]["1"]["weather"] == {"rain": 1}
