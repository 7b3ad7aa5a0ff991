"""What `show` shows, against the facts of the notice."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from store.acts.field_values import set_fields
from store.file.task_file import TaskFile
from store.words.cleaning import DROPPED
from tests.sample import sample_change
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
    assert [one["name"] for one in people[:7]] == [
        "盛继亮",
        "鲁文安",
        "王振旭",
        "赵峰",
        "徐涛",
        "胡军",
        "刘红",
    ]
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
    assert assigned["title"] == "第 1 行牵头单位：成果处 → 平台处"
    assert assigned["basis"] == "局长办公会纪要"
    assert assigned["by"] and assigned["at"] and assigned["machine"]
    edit = assigned["edits"][0]
    assert (edit["table"], edit["field"]) == ("tasks", "lead_units")
    assert [mention["wording"] for mention in edit["after"]] == ["平台处"]
    assert undone["undoes"] == assigned["id"]


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("tasks", ["三、推进高效办成一件事", "  3.2  2.加快电子证照共享调用。", "待定（牵头单位）"]),
        ("roster", ["副组长    徐涛", "规划处、法制处"]),
        ("points", ["(三)推进高效办成一件事（第 3.1、3.2、3.3、3.4 行）"]),
        ("units", ["武汉市科技项目管理服务中心  项目中心  直属单位  亓巍", "郑雪（主持工作）"]),
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


def test_a_state_folder_that_cannot_be_written_is_no_matter(
    yaodian: Yaodian, listed: Path, own_state: Path
) -> None:
    own_state.write_text("", encoding="utf-8")
    assert yaodian("show", "units", "-f", listed)[0] == 0


def test_nasty_text_stays_text(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    nasty = "[/x][bold]\x1b[31m红\x1b]0;t\x07\t\x00a\nb"
    texts = ("--text", nasty, "--remark", nasty, "--deadline", nasty, "--as-worded")
    assert yaodian("set", "3.2", *texts, "-f", listed)[0] == 0
    row = shown("tasks")[3]
    for field in ("text", "remark", "deadline"):
        assert row[field].startswith("[/x][bold]") and "红" in row[field]
        assert not [character for character in row[field] if ord(character) < 32]
    for part in ("tasks", "history"):
        _, out, _ = yaodian("show", part, "-f", listed)
        assert "[/x][bold]" in out
        assert not [character for character in out.replace("\n", "") if ord(character) < 32]


def test_history_of_a_row_and_since_a_day(yaodian: Yaodian, listed: Path) -> None:
    yaodian(
        "assign",
        "3.2",
        "--lead",
        "平台处",
        "--basis",
        "局长办公会纪要",
        "--effective-on",
        "２０２６年１２月１日",
        "-f",
        listed,
    )
    yaodian("set", "2", "--remark", "每月报送", "-f", listed)
    code, out, err = yaodian("show", "history", "--row", "3.2", "--since", "2020-1-1", "-f", listed)
    assert (code, err) == (0, "")
    assert "依据：局长办公会纪要  2026-12-01 起生效" in out and "@" in out
    assert "第 3.2 行的牵头单位：法制处 → 平台处" in out
    assert "每月报送" not in out and "第 3.3 行" not in out
    _, out, _ = yaodian("show", "history", "--row", "3.2", "--json", "-f", listed)
    assert [change["effective_on"] for change in json.loads(out)] == [None, "2026-12-01"]
    _, out, _ = yaodian("show", "history", "--row", "3.1-3.2", "--json", "-f", listed)
    assert len(json.loads(out)) == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("history", "--row", "3.9"), "没有第 3.9 行"),
        (("history", "--row", "3"), "请写明是哪一行"),
        (("history", "--since", "2021-02-30"), "没有这一天"),
        (("history", "--since", "\x1b[31m[/x]"), "不是日期"),
        (("history", "--since", "2999-01-01"), "还没有到"),
        (("tasks", "--row", "3.2"), "只用于 show history"),
        (("tasks", "--as-of", "2999-01-01"), "还没有到"),
        (("tasks", "--as-of", "2001-01-01"), "开始有记录"),
        (("tasks", "--as-of", "上周"), "不是日期"),
    ],
)
def test_a_row_or_day_that_means_nothing_is_refused(
    yaodian: Yaodian, listed: Path, words: tuple[str, ...], says: str
) -> None:
    code, out, err = yaodian("show", *words, "-f", listed)
    assert (code, out) == (1, "")
    assert says in err and "\x1b" not in err


def test_the_list_as_it_was_is_shown_and_printed(yaodian: Yaodian, tmp_path: Path) -> None:
    path = tmp_path / "旧.json"
    with TaskFile.create(path, replace(sample_change(), at="2024-10-08T09:00:00+08:00")) as file:
        for day, wording in (("2024-11-01", "平台处"), ("2024-11-03", "合作处")):
            row = file.tasks.task(file.tasks.rows_named("2")[0])
            file.commit(replace(set_fields(file.tasks, row, remark=wording), at=f"{day}T14:30:20+08:00"))

    def remarks(*words: str) -> str:
        code, out, err = yaodian("show", "tasks", "--json", "-f", path, *words)
        assert (code, err) == (0, "")
        return str(json.loads(out)[1]["remark"])

    assert remarks() == remarks("--as-of", "2024-11-20") == "合作处"
    assert remarks("--as-of", "2024-11-02") == remarks("--as-of", "２０２４年１１月２日 ９：３０") == "平台处"
    assert remarks("--as-of", "2024-10-20") == remarks("--as-of", "2024-11-01T14:30:19+08:00") == ""
    assert remarks("--as-of", "2024-11-01T14:30:20+08:00") == "平台处"
    _, out, _ = yaodian("show", "history", "--as-of", "2024-11-02", "--json", "-f", path)
    assert len(json.loads(out)) == 2
    yaodian("set", "2", "--text", "改过的任务", "-f", path)
    for words, there in (((), True), (("--as-of", "2024-11-20"), False)):
        assert yaodian("print", "--format", "text", "-o", tmp_path / "a.txt", "-f", path, *words)[0] == 0
        assert ("改过的任务" in (tmp_path / "a.txt").read_text("utf-8")) is there


def test_the_matrix_and_its_sums(yaodian: Yaodian, listed: Path, shown: Callable[[str], Any]) -> None:
    matrix = shown("matrix")
    assert (matrix["lead"], matrix["participant"]) == (10, 21)
    assert {"name": "合作处", "lead": 0, "participant": 5}.items() <= next(
        one for one in matrix["columns"] if one["name"] == "合作处"
    ).items()
    assert next(row["signs"] for row in matrix["rows"] if row["row"] == "3.4") == {
        "法制处": "牵",
        "转化中心": "牵",
        "合作处": "责",
    }
    code, out, _ = yaodian("show", "matrix", "--by", "leader", "-f", listed)
    assert code == 0 and "合计牵 10" in out and "合计责 14" in out and "相关分管领导" in out
    assert yaodian("show", "matrix", "--by", "nobody", "-f", listed)[0] == 2


def test_json_holds_nothing_that_steers_a_terminal(yaodian: Yaodian, listed: Path) -> None:
    steering = "甲\x9b2J\x7f\u202e\u200b\u2066乙"
    with TinyDB(listed, encoding="utf-8", ensure_ascii=False) as db:
        db.table("tasks").update({"remark": steering}, doc_ids=[1])
    _, out, _ = yaodian("show", "tasks", "--json", "-f", listed)
    assert not any(sign in out for sign in DROPPED - {"\n"})
    assert json.loads(out)[0]["remark"] == steering
