"""The owners in a table's row, by the words over the columns and in the cells."""

from typing import Any

import pytest

from store.reading import OwnerWords, as_json, read_notice

TITLE = "某市重点任务清单\n"


def first(labels: str, cells: str, words: OwnerWords | None = None) -> dict[str, Any]:
    text = TITLE + "|".join(labels.split()) + "|\n" + "|".join(cells.split()) + "|\n"
    task: dict[str, Any] = as_json(read_notice(text.encode(), words=words or OwnerWords()))["tasks"][0]
    return task


@pytest.mark.parametrize(
    ("labels", "lead", "participants"),
    [
        ("序号 任务 牵头单位 责任单位", ["市水务局"], ["市财政局"]),
        ("序号 任务 市级牵头部门 区级落实单位", ["市水务局"], ["市财政局"]),
        ("序号 任务 主责处室 协同处室", ["市水务局"], ["市财政局"]),
        ("序号 任务 主要责任单位 配合单位", ["市水务局"], ["市财政局"]),
        ("序号 任务 牵头单位 主要责任单位", ["市水务局"], ["市财政局"]),
        ("序号 任务 责任单位 参与单位", [], ["市水务局", "市财政局"]),
        ("序号 任务 责任 配合", [], ["市水务局", "市财政局"]),
        ("序号 任务 负责部门 支持部门", [], ["市水务局", "市财政局"]),
        ("序号 任务 责任主体 承办单位", [], ["市水务局", "市财政局"]),
    ],
)
def test_columns_of_owners(labels: str, lead: list[str], participants: list[str]) -> None:
    task = first(labels, "1 清理河道 市水务局 市财政局")
    assert (task["lead_units"], task["participants"], task["doubts"]) == (lead, participants, [])


@pytest.mark.parametrize("label", ["指导部门", "监管单位", "主管部门", "督办单位", "牵头/责任单位"])
def test_a_column_whose_side_is_not_known_is_asked_about(label: str) -> None:
    task = first(f"序号 任务 {label} 完成时限", "1 清理河道 市水务局 6月底")
    assert (task["lead_units"], task["participants"]) == ([], ["市水务局"])
    assert [label in doubt["reason"] for doubt in task["doubts"]] == [True]


def test_a_column_of_bodies_under_a_strange_word_is_asked_about_and_kept() -> None:
    task = first("序号 任务 责任单位 受益单位", "1 清理河道 市水务局 南关街道")
    assert task["participants"] == ["市水务局"]
    assert task["extras"] == [["受益单位", "南关街道"]]
    assert ["受益单位" in doubt["reason"] for doubt in task["doubts"]] == [True]
    task = first("序号 任务 责任单位 联系单位", "1 清理河道 市水务局 南关街道")
    assert task["doubts"] == []


def test_the_clerk_says_what_a_word_stands_for() -> None:
    words = OwnerWords((("受益单位", "participant"), ("责任单位", "lead")))
    task = first("序号 任务 责任单位 受益单位", "1 清理河道 市水务局 南关街道", words)
    assert (task["lead_units"], task["participants"]) == (["市水务局"], ["南关街道"])
    assert task["doubts"] == []


def test_units_and_people_in_one_column() -> None:
    task = first("序号 任务 责任处室及责任人 时限", "1 清理河道 河湖处王明、规划处、李强 6月底")
    assert (task["participants"], task["participant_leaders"]) == (["河湖处", "规划处"], ["王明", "李强"])


@pytest.mark.parametrize(
    ("cell", "units", "people"),
    [
        ("机关党委　谷　雨", ["机关党委"], ["谷雨"]),
        ("人事科（连　城）", ["人事科"], ["连城"]),
        ("机关纪委：常　青", ["机关纪委"], ["常青"]),
        ("工会　习小东、妇委会　鲍　雪", ["工会", "妇委会"], ["习小东", "鲍雪"]),
        ("河湖处（王明、李强）", ["河湖处"], ["王明", "李强"]),
    ],
)
def test_padded_people_beside_their_units(cell: str, units: list[str], people: list[str]) -> None:
    text = f"{TITLE}序号|任务|责任处室及责任人|配合单位|\n1|清理河道|{cell}|市财政局|\n"
    task = as_json(read_notice(text.encode()))["tasks"][0]
    assert (task["participants"], task["participant_leaders"]) == ([*units, "市财政局"], people)
