"""Deadlines in the headings of steps: for the tasks below, and for the step itself where there is none."""

import pytest

from store.reading import read_notice
from store.reading.result import Reading

HEAD = "市水务局关于开展河湖清理行动的通知\n各区水务局：\n一、总体要求\n坚持依法治水。\n二、工作步骤\n"
SIGNED = "市水务局\n2026年3月2日\n"


def reading(text: str) -> Reading:
    return read_notice((HEAD + text + SIGNED).encode())


def offered(text: str) -> list[tuple[str, str | None]]:
    return [(one.task.text, one.task.deadline) for one in reading(text).proposed]


@pytest.mark.parametrize(
    "text",
    [
        "（一）动员部署（3月底前）\n召开动员会。\n（二）集中清理（10月底前）\n拆除违建。\n",
        "1.动员部署(3月底前)。召开动员会。\n2.集中清理(10月底前)。拆除违建。\n",
        "(1)动员部署【3月底前】\n召开动员会。\n(2)集中清理【10月底前】\n拆除违建。\n",
        "（一）动员部署：3月底前\n召开动员会。\n（二）集中清理：10月底前\n拆除违建。\n",
        "动员部署（3月底前）\n召开动员会。\n集中清理（10月底前）\n拆除违建。\n",
        "1.1 动员部署（3月底前）\n召开动员会。\n1.2 集中清理（10月底前）\n拆除违建。\n",
    ],
)
def test_steps_without_tasks_are_offered_with_their_deadlines(text: str) -> None:
    assert offered(text) == [("动员部署", "3月底前"), ("集中清理", "10月底前")]


def test_a_step_is_offered_with_its_place_and_words() -> None:
    first, _ = reading("（一）动员部署（3月底前）\n召开动员会。\n（二）集中清理（10月底前）\n").proposed
    assert (first.line, first.task.item, first.task.number) == (6, "二、工作步骤", "（一）")
    assert first.sentence == "动员部署（3月底前）\n召开动员会。"


def test_the_tasks_below_take_the_deadline_where_they_have_none_and_it_is_said() -> None:
    text = (
        "（一）集中清理（2026年7月底前完成）\n1.拆除违建。（市水务局负责）\n2.清运垃圾。（市城管局负责，6月底前）\n"
        "（二）巩固提升（12月底前）\n3.建立台账。（市档案馆负责）\n"
    )
    found = reading(text)
    assert [(task.text, task.deadline) for task in found.rows] == [
        ("拆除违建。", "2026年7月底前完成"),
        ("清运垃圾。", "6月底前"),
        ("建立台账。", "12月底前"),
    ]
    assert not found.proposed
    assert [(finding.line, finding.message) for finding in found.findings if finding.code == "R08"] == [
        (6, "“集中清理”的时限“2026年7月底前完成”已用于其下没有写时限的 1 项，请核对"),
        (9, "“巩固提升”的时限“12月底前”已用于其下没有写时限的 1 项，请核对"),
    ]


def test_the_innermost_heading_counts_and_an_outer_step_is_not_offered_beside_it() -> None:
    text = "（一）实施阶段（3月—12月）\n1.集中清理（7月底前）\n拆除违建。\n2.回头看\n复查。\n"
    assert offered(text) == [("集中清理", "7月底前")]


def test_headings_without_times_offer_nothing() -> None:
    assert offered("（一）动员部署\n召开动员会。\n（二）集中清理（试行）\n拆除违建。\n") == []


def test_a_label_with_a_time_is_no_heading() -> None:
    assert offered("（一）巡查不到位\n拆除违建。\n责任单位:市水务局\n整改时限:7月底前\n") == []


@pytest.mark.parametrize(
    ("stage", "time"),
    [
        ("（一）动员部署\n时间：3月1日—15日\n由市水务局负责宣传。", "3月1日—15日"),
        ("（一）准备阶段。4—6月，由市水务局牵头制定方案。", "4—6月"),
        ("（一）自查阶段（4月5日至4月20日）\n市水务局开展自查。", "4月5日至4月20日"),
        ("第一步（即日起至5月底）：全面排查。由市水务局负责。", "即日起至5月底"),
        ("启动阶段（2026年3月底前）。市水务局印发方案。", "2026年3月底前"),
    ],
)
def test_who_does_something_in_a_stage_has_till_its_end(stage: str, time: str) -> None:
    reading = read_notice(f"市水务局工作方案\n\n一、工作步骤\n{stage}\n".encode())
    assert not reading.rows
    [one] = reading.proposed
    assert one.task.units == ("市水务局",)
    assert one.task.deadline == time


def test_a_closing_line_behind_the_heading_of_a_stage_belongs_to_it() -> None:
    text = "一、工作步骤\n（一）总结阶段（5月11日—5月底）\n各县区于5月底前报送总结报告。\n"
    [one] = read_notice(f"市水务局工作方案\n\n{text}".encode()).proposed
    assert one.task.item.startswith("（一）总结阶段")


def test_a_sentence_with_a_time_is_no_heading_of_those_below() -> None:
    text = "一、工作任务\n县城管局负责清淤8处，6月底前完成。\n市住建局牵头建设管网。\n"
    proposed = read_notice(f"市水务局工作方案\n\n{text}".encode()).proposed
    assert [one.task.deadline for one in proposed] == ["6月底前", None]
