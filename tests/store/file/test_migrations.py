"""Formats of the file: those of the past are migrated, and each has a file here that was written in it.

`schemas/N.json` is a list in format N. There is no past format yet: format 0 is made up, so that the way an
older file goes is tried with a real one; it called the table of tasks `rows`.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from store.file.contents import SCHEMA
from store.file.migrations import MIGRATIONS
from store.file.problems import FileProblem
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from tests.store.small_list import names, remark, setting

SCHEMAS = Path(__file__).with_name("schemas")


def from_made_up_0(tables: dict[str, Any]) -> dict[str, Any]:
    return {"tasks": tables.pop("rows"), **tables}


def placed(folder: Path, schema: int) -> Path:
    return Path(shutil.copy(SCHEMAS / f"{schema}.json", folder / "清单.json"))


def test_every_format_up_to_this_one_has_a_file_and_every_past_one_a_migration() -> None:
    assert {int(path.stem) for path in SCHEMAS.glob("*.json")} == set(range(SCHEMA + 1))
    assert set(MIGRATIONS) == set(range(1, SCHEMA))


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_file_of_each_format_is_read_and_goes_on(tmp_path: Path, schema: int) -> None:
    path = placed(tmp_path, schema)
    with TaskFile.open(path) as file:
        assert [task.text for task in file.tasks.tasks] == ["深化改革", "推进一网通办", "加快证照共享"]
        assert [change.title for change in file.history] == ["导入通知", "修改"]
        assert remark(file) == "已发函"
        assert bool(file.notices) is (schema < SCHEMA)
        file.commit(setting(file, remark="后来"))
    assert verify(path).whole
    with TaskFile.open(path) as file:
        assert (remark(file), len(file.history), file.notices) == ("后来", 3, [])


def test_an_older_file_is_migrated_after_a_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MIGRATIONS, 0, from_made_up_0)
    path = placed(tmp_path, 0)
    old = path.read_bytes()
    with TaskFile.open(path, read_only=True) as file:
        assert remark(file) == "已发函"
    assert (path.read_bytes(), names(tmp_path)) == (old, ["清单.json"]), "who only reads changes nothing"
    with TaskFile.open(path) as file:
        (sentence,) = file.notices
        assert "原为旧格式(0)" in sentence
    (aside,) = (other for other in tmp_path.iterdir() if other != path)
    assert aside.name in sentence and aside.read_bytes() == old
    with TaskFile.open(path) as file:
        assert [task.text for task in file.tasks.tasks] == ["深化改革", "推进一网通办", "加快证照共享"]
        assert ([change.title for change in file.history], file.notices) == (["导入通知", "修改"], [])
        file.commit(setting(file, remark="后来"))
    assert verify(path).whole


def test_an_older_format_without_a_migration_is_refused_and_stays(tmp_path: Path) -> None:
    path = placed(tmp_path, 0)
    old = path.read_bytes()
    with pytest.raises(FileProblem, match="格式 0 太旧"):
        TaskFile.open(path)
    assert (path.read_bytes(), names(tmp_path)) == (old, ["清单.json"])


def test_meta_says_which_format_which_program_and_which_list() -> None:
    meta = json.loads((SCHEMAS / f"{SCHEMA}.json").read_bytes())["meta"]["1"]
    assert (meta["schema"], bool(meta["program"]), len(meta["file_id"])) == (SCHEMA, True, 12)
