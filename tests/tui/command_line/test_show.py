"""What `show` shows, against the facts of the notice."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.file import TaskFile
from tests.tui.command_line.conftest import Yaodian

Shown = Callable[[str], Any]


def test_tasks_have_the_keys_of_read_and_a_name_and_key(shown: Shown, yaodian: Yaodian) -> None:
    _, out, _ = yaodian("read", "data/notices/whkjj-2021.txt", "--json")
    read = json.loads(out)["tasks"]
    rows = shown("tasks")
    assert [row["row"] for row in rows] == ["1", "2", "3.1", "3.2", "3.3", "3.4", "4", "5", "6"]
    assert all(task.items() <= row.items() for task, row in zip(read, rows, strict=True))
    assert len({row["key"] for row in rows}) == 9
    assert rows[3]["text"] == "加快电子证照共享调用。"
    assert rows[3]["participants"] == ["合作处", "成果处", "企业中心", "项目中心"]
    assert rows[7]["participant_leaders"] == ["相关分管领导"]


def test_the_roster_has_its_order_charges_and_rows(shown: Shown) -> None:
    people = shown("roster")
    assert len(people) == 24
    assert [one["name"] for one in people[:7]] == ["盛继亮", "鲁文安", "王振旭", "赵峰", "徐涛", "胡军", "刘红"]
    hu = people[5]
    assert hu["portfolio"] == ["成果处", "转化中心"]
    assert (hu["led"], hu["shared"]) == (["1", "3.4"], ["3.1", "3.2", "3.3", "4"])
    assert people[10]["unit"] == "办公室"
    assert people[0]["led"] == people[0]["shared"] == []


def test_points_are_a_tree(shown: Shown) -> None:
    sections = shown("points")
    assert [section["number"] for section in sections] == ["", "二、", "二、"]
    assert [len(section["children"]) for section in sections] == [0, 6, 3]
    assert sections[1]["children"][2]["rows"] == ["3.1", "3.2", "3.3", "3.4"]


def test_units_have_their_aliases_head_and_rows(shown: Shown) -> None:
    units = {unit["full_name"]: unit for unit in shown("units")}
    assert len(units) == 15
    legal = units["政策法制与创新体系建设处"]
    assert legal["aliases"] == ["法制处"]
    assert legal["head"] == "王建平"
    assert legal["leader"] == "徐涛"
    assert legal["led"] == ["3.1", "3.2", "3.3", "3.4", "5"]
    assert units["武汉市企业科技创新服务中心"]["leader"] is None


def test_history_is_oldest_first(shown: Shown, yaodian: Yaodian, listed: Path) -> None:
    yaodian("assign", "1", "--lead", "平台处", "--basis", "局长办公会纪要", "-f", listed)
    yaodian("undo", "-f", listed)
    imported, assigned, undone = shown("history")
    assert imported["title"].startswith("导入通知")
    assert assigned["title"] == "1 牵头单位:成果处 → 平台处"
    assert assigned["basis"] == "局长办公会纪要"
    assert assigned["by"] and assigned["at"] and assigned["machine"]
    edit = assigned["edits"][0]
    assert (edit["table"], edit["field"]) == ("tasks", "lead_units")
    assert [mention["wording"] for mention in edit["after"]] == ["平台处"]
    assert undone["undoes"] == assigned["id"]


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("tasks", ["三、推进高效办成一件事", "  3.2  2.加快电子证照共享调用。", "待定(牵头单位)"]),
        ("roster", ["副组长    徐涛", "规划处、法制处"]),
        ("points", ["(三)推进高效办成一件事(第 3.1、3.2、3.3、3.4 行)"]),
        ("units", ["武汉市科技项目管理服务中心  项目中心  直属单位  亓巍", "郑雪(主持工作)"]),
        ("history", ["导入通知"]),
    ],
)
def test_a_person_can_read_it(yaodian: Yaodian, listed: Path, part: str, words: list[str]) -> None:
    code, out, err = yaodian("show", part, "-f", listed)
    assert (code, err) == (0, "")
    assert all(word in out for word in words)


def test_it_shows_what_another_window_holds(shown: Shown, listed: Path) -> None:
    with TaskFile.open(listed):
        assert len(shown("tasks")) == 9


def test_without_a_file_it_is_the_one_last_opened(yaodian: Yaodian, listed: Path) -> None:
    assert yaodian("show", "tasks")[0] == 1
    yaodian("show", "tasks", "-f", listed)
    assert yaodian("show", "tasks")[0] == 0
    listed.unlink()
    code, _, err = yaodian("show", "tasks")
    assert code == 1 and "示例.json" in err


def test_a_state_folder_that_cannot_be_written_is_no_matter(yaodian: Yaodian, listed: Path, own_state: Path) -> None:
    own_state.write_text("", encoding="utf-8")
    assert yaodian("show", "units", "-f", listed)[0] == 0


def test_nasty_text_stays_text(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    nasty = "[/x][bold]\x1b[31m红\x1b]0;t\x07\t\x00a\nb"
    assert yaodian("set", "3.2", "--text", nasty, "--remark", nasty, "--deadline", nasty, "-f", listed)[0] == 0
    row = shown("tasks")[3]
    for field in ("text", "remark", "deadline"):
        assert row[field].startswith("[/x][bold]") and "红" in row[field]
        assert not [character for character in row[field] if ord(character) < 32]
    for part in ("tasks", "history"):
        _, out, _ = yaodian("show", part, "-f", listed)
        assert "[/x][bold]" in out
        assert not [character for character in out.replace("\n", "") if ord(character) < 32]


def test_the_matrix_and_its_sums(yaodian: Yaodian, listed: Path, shown: Callable[[str], Any]) -> None:
    matrix = shown("matrix")
    assert (matrix["lead"], matrix["participant"]) == (10, 21)
    assert next(row["signs"] for row in matrix["rows"] if row["row"] == "3.4") == {"法制处": "牵", "转化中心": "牵", "合作处": "责"}
    code, out, _ = yaodian("show", "matrix", "--by", "leader", "-f", listed)
    assert code == 0 and "合计牵 10" in out and "合计责 14" in out and "相关分管领导" in out
    assert yaodian("show", "matrix", "--by", "nobody", "-f", listed)[0] == 2
