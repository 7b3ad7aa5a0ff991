"""Lines that say nothing but who answers for a point."""

import pytest

from store.reading.names.owner_lines import fields_named


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("责任单位：河湖科、市水文局", {"participant_units"}),
        (
            "牵头单位：河湖科　配合单位：法规科　完成时间：6月底前",
            {"lead_units", "participant_units", "deadline"},
        ),
        ("（牵头单位：河湖科；责任领导：王建明）", {"lead_units", "leaders"}),
        ("【责任单位：河湖科】【责任领导：王建明】", {"participant_units", "leaders"}),
        ("——河湖科牵头，法规科、各街道配合", {"lead_units", "participant_units"}),
    ],
)
def test_it_names_the_fields_that_a_line_is_about(line: str, fields: set[str]) -> None:
    assert fields_named(line) == fields


@pytest.mark.parametrize(
    "line",
    [
        "清理河道。（河湖科负责）",
        "完成时限：6月底前",
        "责任单位：河湖科。各科室要抓好落实。",
        "整改措施：清理河道",
        "河湖科负责清理河道",
    ],
)
def test_a_line_that_says_more_or_names_nobody_is_none(line: str) -> None:
    assert fields_named(line) == set()
