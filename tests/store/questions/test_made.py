"""Questions on made lists: wordings that nobody settled, doubts that an assignment left, numbers of other styles."""

import pytest

from store.acts.assigning import assign_units
from store.questions.asking import questions
from store.questions.question import Question
from store.records.changes import Change
from store.records.person import RosterEntry
from store.records.tasklist import TaskList
from store.records.unit import Unit
from tests.sample import sample_list
from tests.store.checks.made import NOTICE, noticed, point, row, small_list, unit


def of_kind(tasks: TaskList, code: str) -> list[Question]:
    return [question for question in questions(tasks) if question.code == code]


def test_a_wording_that_fits_several_is_asked_with_all_of_them() -> None:
    tasks = small_list(
        row("理处", "钱一", key="a"),
        row("理处", "钱一", key="b"),
        others=[Unit("more", order="8", full_name="水库管理处")],
    )
    (question,) = of_kind(tasks, "Q12")
    assert set(question.candidates) == {"水库管理处", "河湖管理处"}
    answer = next(one for one in question.answers if one.words == "水库管理处")
    tasks.apply(answer.act().edits)
    assert [task.lead_units[0].key for task in tasks.tasks] == ["more", "more"]
    assert [task.lead_units[0].wording for task in tasks.tasks] == ["理处", "理处"]
    assert of_kind(tasks, "Q12") == []


def test_a_wording_that_fits_none_can_become_a_unit() -> None:
    tasks = small_list(row("造船厂", "钱一"))
    (question,) = of_kind(tasks, "Q12")
    tasks.apply(question.answers[-1].act().edits)
    made = next(one for one in tasks.units if one.full_name == "造船厂")
    assert tasks.task("row").lead_units[0].key == made.key


def test_a_misspelt_leader() -> None:
    tasks = small_list(row("水利处", "钱伊"))
    (question,) = of_kind(tasks, "Q12")
    assert "钱一" in question.candidates
    tasks.apply(next(one for one in question.answers if one.words == "钱一").act().edits)
    assert [(one.key, one.wording) for one in tasks.task("row").lead_leaders] == [("p-钱一", "钱一")]


def test_a_doubt_that_an_assignment_left_offers_whose_the_unit_may_be() -> None:
    tasks = sample_list()
    key = tasks.rows_named("1")[0]
    wanted = next(one for one in tasks.units if one.full_name == "高新技术处")
    mention = type(unit("水利处"))(wanted.key, "高新处")
    tasks.apply(assign_units(tasks, (key,), "lead", (mention,)).edits)
    question = next(one for one in of_kind(tasks, "Q03") if one.row == key)
    assert {"胡军", "刘红"} <= set(question.candidates)
    tasks.apply(next(one for one in question.answers if one.words == "刘红").act().edits)
    task = tasks.task(key)
    assert [one.wording for one in task.lead_leaders] == ["刘红"] and not task.doubts


@pytest.mark.parametrize(
    ("numbers", "right"),
    [
        (["一、", "二、", "二、"], "三、"),
        (["(一)", "(三)"], "(二)"),
        (["1.", "1."], "2."),
        (["十、", "十、"], "二、"),
    ],
)
def test_a_number_is_put_right_in_its_own_style(numbers: list[str], right: str) -> None:
    points = [point(f"p{place}", number, f"第{place}部分") for place, number in enumerate(numbers, 1)]
    assert of_kind(small_list(row(), others=points), "Q07")[-1].answers[0].words == f"改作“{right}”"


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


def test_lines_that_were_not_read_and_signs_that_seem_lost() -> None:
    text = "关于印发水利要点的通知\n各处室:\n现印发。\n市水利局\n2021年3月1日\n此段无处可归\n“放管服” 改革"
    tasks = small_list(row(), notice=noticed(text))
    asked = [question.text for question in questions(tasks) if question.code in ("Q13", "Q14")]
    assert any("此段无处可归" in said for said in asked) and any("空格" in said for said in asked)


def test_a_list_without_people_asks_for_no_leader_by_name() -> None:
    tasks = small_list(row(), roster=(), notice=NOTICE)
    assert all(not question.candidates for question in of_kind(tasks, "Q02"))
    assert not tasks.keys_of(RosterEntry)


def test_an_answer_that_a_rule_refuses_changes_nothing() -> None:
    from store.refused import Refused

    tasks = small_list(row(deadline=None))
    (question,) = of_kind(tasks, "Q05")
    assert question.typed
    with pytest.raises(Refused, match="写明时限"):
        question.typed("  ")
    assert isinstance(question.typed("月底"), Change)
