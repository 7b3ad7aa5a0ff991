"""Formats of the file: those of the past are migrated, and each has a file here that was written in it.

`schemas/N.json` is a list in format N. There is no past format yet: format 0 is made up, so that the way an
older file goes is tried with a real one; it called the table of tasks `rows`.
"""

import errno
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from store.file import disk, journal
from store.file.contents import SCHEMA
from store.file.migrations import MIGRATIONS
from store.file.problems import FileProblem
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from store.records.changes import Change, updated
from tests.made_before import copied, made_lists
from tests.store.small_list import journal_path, names, remark, setting

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
        assert "原为旧格式（0）" in sentence
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


def test_a_history_of_format_1_is_one_line_whose_end_is_the_only_head() -> None:
    tables = {"meta": {"1": {"key": "meta", "schema": 1, "file_id": "a", "last_change": "f00d"}}}
    assert MIGRATIONS[1](tables)["meta"]["1"]["heads"] == ["f00d"]
    tables["meta"]["1"]["last_change"] = ""
    assert MIGRATIONS[1](tables)["meta"]["1"]["heads"] == []


def test_a_migrated_list_is_written_before_its_first_new_record_stands_in_a_journal(tmp_path: Path) -> None:
    path = placed(tmp_path, 1)
    with TaskFile.open(path) as file:
        file.take(setting(file, remark="后来"))
        assert json.loads(path.read_bytes())["meta"]["1"]["schema"] == 1
        file.save()
        written = json.loads(path.read_bytes())
        assert (written["meta"]["1"]["schema"], len(written["changes"])) == (SCHEMA, 2)
        journalled = journal.read(journal_path(path).read_bytes()).records
        assert [record.doc["title"] for record in journalled] == ["修改"]
        assert journalled[0].before == written["meta"]["1"]["last_change"]
        assert file.needs_fold
    with TaskFile.open(path) as file:
        assert (remark(file), len(file.history), file.breaks()) == ("后来", 3, [])


def test_a_journal_beside_an_older_file_goes_with_it_into_todays_format(tmp_path: Path) -> None:
    made = next(made for made in made_lists() if made.name == "unfolded.json")
    path = copied(made, tmp_path)
    with TaskFile.open(path) as file:
        before = len(file.history)
        file.commit(Change("改备注", tuple(updated(next(file.tasks.tasks), remark="又一句"))))
        assert len(json.loads(path.read_bytes())["changes"]) == before
        assert len(journal.read(journal_path(path).read_bytes()).records) == 1
        assert verify(path).whole
    assert verify(path).whole


def test_what_cannot_be_migrated_keeps_what_was_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = placed(tmp_path, 1)
    with TaskFile.open(path) as file:
        file.take(setting(file, remark="后来"))
        with monkeypatch.context() as full:
            full.setattr(disk, "create", refused_by_a_full_disk)
            with pytest.raises(FileProblem, match="这次修改没有保存"):
                file.save()
        assert (file.unsaved, json.loads(path.read_bytes())["meta"]["1"]["schema"]) == (1, 1)
        file.save()
        assert file.unsaved == 0
    with TaskFile.open(path) as file:
        assert remark(file) == "后来"


def refused_by_a_full_disk(*_: object) -> int:
    raise OSError(errno.ENOSPC, "full")
