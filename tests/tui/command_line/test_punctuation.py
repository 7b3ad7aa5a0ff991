"""`punctuation`: full-width signs in rows or in the whole list, looked at first or at once."""

import json
from pathlib import Path

from store.file.task_file import TaskFile
from tests.tui.command_line.conftest import Yaodian


def text_of(path: Path, row: str) -> str:
    with TaskFile.open(path, read_only=True) as file:
        return file.tasks.task(file.tasks.rows_named(row)[0]).text


def test_what_is_only_looked_at_stays_and_each_place_is_said(yaodian: Yaodian, listed: Path) -> None:
    before = listed.read_bytes()
    code, out, _ = yaodian("punctuation", "--dry-run", "-f", listed)
    assert code == 0 and listed.read_bytes() == before
    lines = out.splitlines()
    assert lines[0].startswith("标点规范（第 1、")
    assert lines[1].startswith("第 1 行重点任务（3 处）：…") and "改革,探索" in lines[1]
    assert "改革，探索" in lines[1] and len(lines) == 8, "rows 2 and 3.2 have no half-width sign"


def test_only_the_rows_that_are_named_change_and_the_source_never(yaodian: Yaodian, listed: Path) -> None:
    code, out, _ = yaodian("punctuation", "3.1-3.3", "--basis", "局文印要求", "-f", listed)
    assert code == 0 and out.startswith("标点规范（第 3.1、3.3 行 2 处）")
    assert "加强沟通协调，积极" in text_of(listed, "3.1") and "改革,探索" in text_of(listed, "1")
    with TaskFile.open(listed, read_only=True) as file:
        assert file.history[-1].basis == "局文印要求"
        assert "加强沟通协调,积极" in file.tasks.notice.source_text
    assert yaodian("punctuation", "3.1-3.3", "-f", listed)[1] == "没有变化。\n"


def test_json_has_each_text_that_changes(yaodian: Yaodian, listed: Path) -> None:
    _, out, _ = yaodian("punctuation", "3.1", "--json", "-f", listed)
    (place,) = json.loads(out)["places"]
    assert (place["row"], place["field"], place["count"]) == ("3.1", "text", 1)
    assert "协调,积极" in place["before"] and "协调，积极" in place["after"]
    assert "协调，积极" in text_of(listed, "3.1"), "without --dry-run it is done"
    again = json.loads(yaodian("punctuation", "3.1", "--json", "-f", listed)[1])
    assert again == {"title": "标点没有变化", "places": []}


def test_a_row_that_is_not_there_is_refused(yaodian: Yaodian, listed: Path) -> None:
    code, _, err = yaodian("punctuation", "3.1-9", "-f", listed)
    assert code == 1 and "没有" in err
