"""Questions on what the notice demands, on made lists."""

from tests.store.checks.made import point, row, small_list
from tests.store.questions.asked import of_kind


def test_duties_are_read_in_sections_of_measures_alone() -> None:
    sections = [
        point("p1", "一、", "重点任务"),
        point("p11", "(一)", "修渠", "制定工作方案,明确时间节点。", "p1"),
        point("p2", "二、", "保障措施"),
        point("p21", "(一)", "加强领导", "各单位要制定实施方案,加强考核。", "p2", (9, 9)),
    ]
    asked = of_kind(small_list(row(), others=sections), "Q11")
    assert [question.id for question in asked] == ["Q11:p21:plan", "Q11:p21:assessment"]
    assert all(question.text.startswith("通知第 9 行") for question in asked)
