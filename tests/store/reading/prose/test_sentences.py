"""Tasks that only sentences give, and who a point names in its running text."""

import pytest

from store.reading.prose.outline import read_outline
from store.reading.prose.places import places
from store.reading.prose.sentences import owners_of_text, proposals
from store.reading.result import Proposed, TaskFound
from store.reading.signs.lines import lines_of


def proposed(text: str, firm: tuple[TaskFound, ...] = ()) -> tuple[Proposed, ...]:
    nodes, rest = read_outline([lines_of(text)], None)
    return proposals(places(nodes, rest), firm)


def owners(one: Proposed) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return one.task.lead_units, one.task.participant_units


def test_a_text_whose_sentences_name_several_says_nothing_of_the_whole() -> None:
    assert owners_of_text("请市水务局制定方案。请市财政局落实资金。") is None
    one = owners_of_text("要摸清底数。请市水务局制定方案。")
    assert one is not None
    assert one.lead_units == ("市水务局",)


def test_a_deadline_for_all_of_the_above_holds_for_those_who_are_bound() -> None:
    [one] = proposed("一、修订制度\n各区、各街道要修订巡查制度。\n以上工作要在2022年5月底前完成。")
    assert (one.task.item, one.task.text) == ("一、修订制度", "各区、各街道要修订巡查制度。")
    assert (one.task.participant_units, one.task.deadline) == (("各区", "各街道"), "2022年5月底前")
    assert one.task.source == (2, 2)
    assert proposed("一、修订制度\n各区、各街道要修订巡查制度。") == ()


def test_a_recurring_deadline_for_the_above_stands_beside_the_first() -> None:
    [one] = proposed("一、分析\n各市于11月底前完成分析。2027年起,每年2月底前完成上述工作。\n")
    assert one.task.participant_units == ("各市",)
    assert one.task.deadline is not None and one.task.deadline.startswith("11月底前、")


def test_a_sentence_names_its_line_and_whole() -> None:
    first, second = proposed("一、保障\n要守住底线。\n市公安局负责秩序,市卫健委负责防疫。\n")
    assert (first.line, second.line) == (3, 3)
    assert first.sentence == second.sentence == "市公安局负责秩序,市卫健委负责防疫。"
    assert (first.task.text, second.task.text) == ("市公安局负责秩序", "市卫健委负责防疫。")


def test_the_paragraphs_before_the_sections_are_looked_at() -> None:
    [one] = proposed("请各县区于3月15日前报送方案。\n一、目标\n实现达标。\n")
    assert (one.task.item, one.line, one.task.deadline) == ("", 1, "3月15日前")


def test_lines_of_firm_tasks_are_left_alone() -> None:
    text = "一、保障\n市公安局负责秩序。\n"
    assert proposed(text, (TaskFound("", "", "秩序", (2, 2)),)) == ()


@pytest.mark.parametrize(
    "duty",
    ["维护秩序。", "做好安全保障工作。", "组织群众转移,安排临时住处。", "按照职责加强巡查。"],
)
@pytest.mark.parametrize(
    "form", ["1.县公安局{}", "1.县公安局:{}", "(1)县公安局{}", "1.县公安局\n{}", "1.县公安局。{}"]
)
def test_under_a_heading_for_duties_each_body_has_one(form: str, duty: str) -> None:
    [one] = proposed("一、成员单位职责\n" + form.format(duty))
    assert owners(one) == ((), ("县公安局",))
    assert duty.rstrip("。") in one.task.text


def test_elsewhere_what_a_body_does_is_no_task() -> None:
    assert proposed("一、基本情况\n1.县公安局维护秩序。\n") == ()


def test_the_first_sentence_of_a_point_stands_under_the_heading_above() -> None:
    [one] = proposed("二、保障措施\n(一)县财政局负责安排经费。\n")
    assert (one.task.item, one.task.number, one.task.text) == (
        "二、保障措施",
        "(一)",
        "县财政局负责安排经费。",
    )
    [one] = proposed("二、保障措施\n(一)经费保障。县财政局负责安排经费。\n")
    assert (one.task.item, one.task.number) == ("(一)经费保障", "")


def test_a_group_named_by_its_heading_answers_for_what_follows() -> None:
    [one] = proposed("1.监督组。负责受理投诉。\n")
    assert owners(one) == ((), ("监督组",))


def test_labels_without_colons_are_for_what_stands_before_them() -> None:
    [one] = proposed("1.建设创新平台。牵头领导王明,责任单位市科技局,6月底前完成。\n")
    assert one.task.text.startswith("建设创新平台。")
    assert (one.task.lead_leaders, one.task.participant_units, one.task.deadline) == (
        ("王明",),
        ("市科技局",),
        "6月底前",
    )


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        ("6月底前,完成全部问题整改。", "6月底前"),
        ("2026年底前建成3个示范园区。", "2026年底前"),
        ("汇总问题清单,7月底前完成资料上报。", "7月底前"),
    ],
)
def test_a_date_without_a_body_is_proposed_too(sentence: str, deadline: str) -> None:
    [one] = proposed(f"一、步骤\n{sentence}")
    assert (owners(one), one.task.deadline) == (((), ()), deadline)


@pytest.mark.parametrize(
    "sentence",
    [
        "到2025年,覆盖率达到45%以上。",
        "截至6月底前已完成验收。",
        "去年6月底前完成了验收。",
        "2020年底前的项目不纳入。",
    ],
)
def test_goals_and_reports_are_no_tasks(sentence: str) -> None:
    assert proposed(f"一、情况\n{sentence}") == ()


@pytest.mark.parametrize("time", ["4—6月", "4―6月", "4－6月", "4～6月", "4至6月", "4月-6月"])
def test_under_the_heading_of_a_step_each_body_has_a_part(time: str) -> None:
    text = f"(二)自查阶段({time})\n社会团体对照清单自查。登记管理机关根据自查情况提出意见。\n"
    first, second = proposed(text)
    assert owners(first) == ((), ("社会团体",))
    assert owners(second) == ((), ("登记管理机关",))


def test_making_up_a_group_for_a_task_is_a_task() -> None:
    (one,) = proposed("一、督导检查\n市安委办牵头组成督导组，市公安局、市消防队参加，7月20日前完成督导。")
    assert owners(one) == (("市安委办",), ("市公安局", "市消防队"))
    assert proposed("一、组织领导\n督导组由市安委办、市公安局组成。") == ()


def test_what_a_sentence_counts_off_is_each_a_task() -> None:
    text = "一、拓岗位。一是举办招聘会,由就业股牵头,人才中心配合;二是开发岗位,由就业中心负责。"
    found = [(one.task.text, *owners(one)) for one in proposed(text)]
    assert found == [
        ("一是举办招聘会,由就业股牵头,人才中心配合", ("就业股",), ("人才中心",)),
        ("二是开发岗位,由就业中心负责。", (), ("就业中心",)),
    ]
