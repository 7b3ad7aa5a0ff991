"""What sentences seem to say of who and when, and was not understood."""

import pytest

from store.reading import read_notice

HEAD = "关于清河的通知\n各区水务局:\n"


def told(text: str) -> list[tuple[str, int]]:
    reading = read_notice((HEAD + text).encode())
    return [(finding.code, finding.line) for finding in reading.findings if finding.code in {"R10", "R11"}]


@pytest.mark.parametrize(
    "sentence",
    [
        "完善巡查制度(市水务局、市财政局)。",
        "完善巡查制度〔市水务局〕;",
        "对辖区巡查工作市水务局负责到底。",
        "请市水务局长期不懈巡查。",
    ],
)
def test_a_body_that_was_not_read_is_asked_about(sentence: str) -> None:
    assert told(f"一、任务\n要抓好落实。\n{sentence}\n") == [("R10", 5)]


@pytest.mark.parametrize(
    "sentence", ["6月底前务求见到实效。", "此项工作须于6月30日前有结果。", "力争9月底前大见成效。"]
)
def test_a_day_that_was_not_read_is_asked_about(sentence: str) -> None:
    assert told(f"一、任务\n{sentence}\n") == [("R11", 4)]


@pytest.mark.parametrize(
    "sentence",
    [
        "坚持统一领导、分级负责。",
        "市水务局(以下简称市局)基础扎实。",
        "补助企业(不含市水务局)。",
        "今年6月底前,市水务局已完成任务。",
        "近年来,市水务局负责的工作成效明显。",
        "本方案由市水务局负责解释。",
        "办公室设在市水务局,负责日常工作。",
        "请认真贯彻执行。",
        "请各地区贯彻执行。",
        "国务院教育行政部门负责教育工作。",
        "市水务局基础扎实,成效明显。",
    ],
)
def test_what_gives_nothing_to_anybody_is_not_asked_about(sentence: str) -> None:
    assert told(f"一、情况\n{sentence}\n") == []


def test_a_task_and_a_proposal_are_not_asked_about() -> None:
    assert told("一、任务\n1.巡查。(牵头单位:市水务局)\n2.清理。(牵头单位:市城管局)\n") == []
    assert told("一、任务\n市水务局负责巡查,6月底前完成。\n") == []
