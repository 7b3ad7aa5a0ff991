"""People among the units of a cell."""

from typing import Any

import pytest

from store.reading import as_json, read_notice
from store.reading.names.people_among import people_among, with_names_whole

HEADER = "某市重点任务清单\n序号|任务|责任单位|时限|\n"


def row(cell: str, header: str = HEADER) -> dict[str, Any]:
    text = f"{header}1|清理河道|{cell}|6月底|\n"
    task: dict[str, Any] = as_json(read_notice(text.encode()))["tasks"][0]
    return task


@pytest.mark.parametrize(
    ("cell", "units", "people"),
    [
        ("县水利局　雷　雨", ["县水利局"], ["雷雨"]),
        ("县水利局 李国强", ["县水利局"], ["李国强"]),
        ("县水利局李国强", ["县水利局"], ["李国强"]),
        ("县水利局（李国强、王 芳）", ["县水利局"], ["李国强", "王芳"]),
        ("县水利局局长李国强", ["县水利局"], ["李国强"]),
        ("责任单位：北山镇政府 责任人：苗 壮", ["北山镇政府"], ["苗壮"]),
        ("责任单位：北山镇政府 责任人：苗壮、李强", ["北山镇政府"], ["苗壮", "李强"]),
        ("县水利局（牵头）", [], []),
        ("县水利局、白河镇、方山乡", ["县水利局", "白河镇", "方山乡"], []),
        ("财政、文旅、方正", ["财政", "文旅", "方正"], []),
        ("各镇、高新区", ["各镇", "高新区"], []),
    ],
)
def test_who_answers_beside_the_unit(cell: str, units: list[str], people: list[str]) -> None:
    task = row(cell)
    assert (task["participants"], task["participant_leaders"]) == (units, people)
    assert task["doubts"] == []


@pytest.mark.parametrize("cell", ["县水利局、方正", "县水利局王芳"])
def test_a_short_name_that_may_be_a_unit_is_asked_about(cell: str) -> None:
    reasons = [doubt["reason"] for doubt in row(cell)["doubts"]]
    assert ["责任人" in reason for reason in reasons] == [True]


def test_people_stand_on_the_side_of_their_units() -> None:
    task = row("牵头：县水利局（李国强）；配合：县财政局（王 芳）")
    assert (task["lead_units"], task["lead_leaders"]) == (["县水利局"], ["李国强"])
    assert (task["participants"], task["participant_leaders"]) == (["县财政局"], ["王芳"])


def test_people_of_the_roster_are_people() -> None:
    assert people_among(["县水利局", "方正"], {"方正"}).people == ("方正",)
    assert with_names_whole("工会　鲍 雪、水 务 局") == ("工会　鲍雪、水 务 局", frozenset({"鲍雪"}))
