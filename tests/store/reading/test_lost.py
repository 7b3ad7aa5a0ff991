"""No sign of a notice is lost, however it is mutated; bad input is refused in a sentence, in bounded time."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from data import sample_notice
from store.reading import read_file, read_notice
from store.reading.lost import unaccounted
from store.reading.result import Reading
from store.refused import Refused
from tests import fuzz
from tests.examples import most
from tests.store.reading.test_any_text import texts
from tests.store.reading.test_made_up import NOTICES


def test_a_lost_line_is_told() -> None:
    reading = read_notice(sample_notice())
    assert unaccounted(reading) == []
    without = Reading(
        reading.source_name, reading.source_text, reading.encoding, head=reading.head, roster=reading.roster
    )
    lost = {unread.line for unread in unaccounted(without)}
    assert {9, 54, 60} <= lost
    assert not lost & set(range(26, 50))


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_nothing_of_a_made_up_notice_is_lost(path: Path) -> None:
    assert unaccounted(read_notice(path.read_bytes().partition(b"=====")[0])) == []


def test_mutated_inputs() -> None:
    fuzz.run(60)


@settings(max_examples=most(150))
@given(texts)
def test_any_text_is_accounted_for(text: str) -> None:
    try:
        reading = read_notice(text.encode("utf-8", "replace"))
    except Refused:
        return
    assert unaccounted(reading) == []


def test_a_large_text_is_refused_soon(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes("一、清理河道。(市水务局负责)\n".encode() * 500_000)
    begun = time.process_time()
    with pytest.raises(Refused, match="太大"):
        read_file(path)
    assert path.stat().st_size > 20_000_000
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "line",
    [
        "{0}.清理河道{0}公里。(市水务局牵头,市财政局、市审计局配合,6月底前完成)\n",
        "{0} | 清理河道{0}公里。 | 市水务局 | 市财政局、市审计局 | 6月底前 |\n",
        "{0}\n清理河道{0}公里。\n市水务局\n市财政局、市审计局\n6月底前\n",
        "张 三  市水务局第{0}处处长\n",
        "清理河道。责任单位:市水务局({0}",
    ],
    ids=["points", "bars", "cells", "roster", "one line"],
)
def test_reading_time_grows_as_the_text_does(line: str) -> None:
    head = (
        "清单\n组长:高 山 局长\n"
        if line.startswith("张")
        else "重点任务清单\n一、清河\n"
        if "." in line or line.startswith("清")
        else ""
    )
    head = head or (
        "序号 | 任务 | 牵头单位 | 责任单位 | 完成时限 |\n"
        if "|" in line
        else "序号\n任务\n牵头单位\n责任单位\n完成时限\n"
    )

    def seconds(count: int) -> float:
        data = (head + "".join(line.format(number + 1) for number in range(count))).encode()
        begun = time.process_time()
        read_notice(data)
        return time.process_time() - begun

    def is_even() -> bool:
        return seconds(1600) < 8 * seconds(400) + 0.2

    seconds(50)
    assert is_even() or is_even(), "twice"


@pytest.mark.parametrize("number", ["(一)", "第一条", "(一)\t", "2.", "(一)牵头单位:"])
def test_the_number_of_a_group_within_a_roster_is_layout(number: str) -> None:
    text = f"关于成立小组的通知\n组长：高山 局长\n{number}综合协调组\n组长：李明 处长\n成员：王强 科长\n"
    reading = read_notice(text.encode())
    assert [member.name for member in reading.roster] == ["高山", "李明", "王强"]
    assert unaccounted(reading) == []


def test_people_on_the_line_of_the_office_are_no_layout() -> None:
    text = "关于成立小组的通知\n组长：高山 局长\n成员：李明、王强下设办公室，办公室设在规划处，主任由李明兼任。\n"
    reading = read_notice(text.encode())
    assert [member.name for member in reading.roster] == ["高山", "李明", "王强"]
    assert unaccounted(reading) == []
    without = replace(reading, roster=reading.roster[:2])
    assert [one.line for one in unaccounted(without)] == [3]
