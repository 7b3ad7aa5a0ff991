"""Headings, and what two printings of one share."""

from store.reading.signs.headings import heading_run, is_heading, plain
from store.reading.signs.lines import lines_of


def test_a_heading_can_run_over_lines_and_ends_as_titles_do() -> None:
    lines = lines_of("市水务局\n2021年河湖工作要点\n一、清河")
    assert heading_run(lines, 0, 3) == 2
    assert heading_run(lines, 2, 3) == 2
    assert heading_run(lines_of("河长制领导小组\n成员名录"), 0, 2, ["河长制领导小组成员名录"]) == 2
    assert is_heading("重点任务清单")
    assert not is_heading("请认真贯彻执行。")
    assert plain("《关于…的 通知》") == plain("关于…的通知")
