"""What a file is, by its beginning and end."""

import json
from pathlib import Path

import pytest
from tinydb import TinyDB

from store.file.glance import Glance, glance
from store.file.task_file import TaskFile
from store.importing.new_list import blank_change
from tests.sample import sample_change

TITLE = "市科技局2021年深化“放管服”改革优化营商环境重点任务清单"


def test_a_list_is_told_with_its_title(tmp_path: Path) -> None:
    path = tmp_path / "示例.txt"
    TaskFile.create(path, sample_change()).close()
    assert glance(path) == Glance(True, TITLE)
    other = tmp_path / "引号.json"
    TaskFile.create(other, blank_change('“甲”与"乙"\\丙')).close()
    assert glance(other) == Glance(True, '“甲”与"乙"\\丙')


def test_a_list_that_another_program_wrote_anew_is_told_too(tmp_path: Path) -> None:
    path = tmp_path / "示例.json"
    TaskFile.create(path, sample_change()).close()
    with TinyDB(path, ensure_ascii=False) as database:
        database.table("别的").insert({"甲": 1})
    assert not glance(path).is_list or glance(path).title == TITLE


@pytest.mark.parametrize("text", ["{}", '{"meta": {}}', "市科技局通知", "", json.dumps([1])])
def test_other_files_are_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "别的.json"
    path.write_text(text, encoding="utf-8")
    assert glance(path) == Glance(is_list=False)
    assert glance(tmp_path / "没有.json") == Glance(is_list=False)
