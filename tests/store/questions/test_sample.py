"""What must be asked on the sample (seed-facts section 11), and that every answer is a change after which it
is asked no more.
"""

import pytest

from store.checks.checker import checked
from store.questions.asking import questions
from store.questions.question import Question, left_as_printed
from store.records.changes import Change
from store.records.documents import Documents
from store.records.tasklist import TaskList
from store.records.unit import Unit
from tests.sample import sample_list


@pytest.fixture
def sample() -> TaskList:
    return sample_list()


def of_kind(tasks: TaskList, code: str) -> list[Question]:
    return [question for question in questions(tasks) if question.code == code]


def give(tasks: TaskList, change: Change) -> None:
    assert change.edits
    tasks.apply(change.edits)


def choose(tasks: TaskList, question: Question, words: str) -> None:
    give(tasks, next(answer for answer in question.answers if answer.words == words).act())


def test_open_and_inferred_leaders(sample: TaskList) -> None:
    assert {question.about: set(question.candidates) for question in of_kind(sample, "Q01")} == {
        "企业中心": {"赵峰", "胡军"},
        "高新处": {"胡军", "刘红"},
        "农社处": {"刘红", "赵峰"},
        "项目中心": {"赵峰"},
    }


def test_leaders_of_units_in_no_row(sample: TaskList) -> None:
    assert [question.about for question in of_kind(sample, "Q02")] == [
        "组织人事处",
        "办公室",
        "科技金融与财务处",
        "直属机关党委",
        "武汉市科技发展促进中心",
    ]


def test_the_other_kinds(sample: TaskList) -> None:
    assert [question.about for question in of_kind(sample, "Q03")] == ["第 6 行 牵头单位"]
    assert of_kind(sample, "Q03")[0].candidates == ["是牵头单位", "是责任单位", "既是牵头单位，也是责任单位"]
    assert [question.about for question in of_kind(sample, "Q04")] == [
        "相关处室单位",
        "相关处室及单位",
        "各处室",
    ]
    assert len(of_kind(sample, "Q05")) == 9
    assert of_kind(sample, "Q05")[0].candidates == ["2021年12月31日前", "长期推进"]
    assert [question.about for question in of_kind(sample, "Q06")] == ["文号"]
    assert [(question.about, question.candidates) for question in of_kind(sample, "Q07")] == [
        ("二、工作措施", ["改作“三、”"])
    ]
    assert of_kind(sample, "Q08")[0].candidates == [
        "市科技局深化“放管服”改革优化营商环境领导小组",
        "市科技局深化“放管服”改革优化营商环境工作领导小组",
    ]
    assert [question.about for question in of_kind(sample, "Q09")] == ["五、加快科技诚信体系建设"]
    assert [(question.about, question.candidates) for question in of_kind(sample, "Q10")] == [
        ("第 3.4 行 牵头单位", ["法制处", "转化中心"])
    ]


def test_duties_without_a_record_name_their_source_lines(sample: TaskList) -> None:
    texts = [question.text for question in of_kind(sample, "Q11")]
    assert len(texts) == 3
    for line, words in ((18, "明确时间节点"), (19, "制定工作方案"), (19, "考核")):
        assert any(text.startswith(f"通知第 {line} 行") and words in text for text in texts)


def test_ids_are_one_each_and_the_same_tomorrow(sample: TaskList) -> None:
    ids = [question.id for question in questions(sample)]
    assert len(set(ids)) == len(ids)
    assert ids == [question.id for question in questions(TaskList(Documents(sample.documents.tables)))]


def test_every_question_can_be_left_as_printed_and_is_then_asked_no_more(sample: TaskList) -> None:
    for question in questions(sample):
        give(sample, left_as_printed(sample, question))
        assert question.id not in {one.id for one in questions(sample)}
    assert questions(sample) == []


def test_every_answer_is_a_change_after_which_it_is_asked_no_more() -> None:
    for number, question in enumerate(questions(sample_list())):
        for place, answer in enumerate(question.answers):
            tasks = sample_list()
            same = questions(tasks)[number]
            assert same.answers[place].words == answer.words
            give(tasks, same.answers[place].act())
            assert same.id not in {one.id for one in questions(tasks)}, answer.words


def test_what_is_left_as_printed_accepts_the_finding_that_says_the_same(sample: TaskList) -> None:
    for code in ("Q05", "Q07", "Q08", "Q09", "Q10"):
        give(sample, left_as_printed(sample, of_kind(sample, code)[0]))
    accepted = {code for code, _ in checked(sample).accepted()}
    assert {"C16", "C21", "C22", "C20", "C02"} <= accepted


def test_a_side_of_t6(sample: TaskList) -> None:
    choose(sample, of_kind(sample, "Q03")[0], "是责任单位")
    task = sample.task(sample.rows_named("6")[0])
    assert (task.lead_units, task.lead_leaders) == ((), ())
    assert [unit.wording for unit in task.participant_units] == ["相关处室及单位"]
    assert task.doubts == ()


def test_members_of_a_collective(sample: TaskList) -> None:
    question = next(one for one in of_kind(sample, "Q04") if one.about == "相关处室单位")
    assert question.marks and ("科技合作处" in question.candidates)
    keys = [unit.key for unit in sample.units if unit.full_name in ("科技合作处", "高新技术处")]
    give(sample, question.marks.act(keys))
    made = next(unit for unit in sample.units if unit.kind == "collective")
    assert (made.full_name, made.members) == ("相关处室单位", tuple(keys))
    assert "相关处室单位" not in {one.about for one in of_kind(sample, "Q04")}
    assert sum(finding.code == "C10" for finding in checked(sample).findings()) == 1


def test_all_divisions_are_marked_for_a_collective_of_divisions(sample: TaskList) -> None:
    question = next(one for one in of_kind(sample, "Q04") if one.about == "各处室")
    assert question.marks
    assert {sample.get(Unit, key).kind for key in question.marks.marked} == {"division"}
    assert len(question.marks.marked) == 11


def test_deadlines_one_by_one_or_all_at_once(sample: TaskList) -> None:
    choose(sample, of_kind(sample, "Q05")[0], "长期推进")
    assert len(of_kind(sample, "Q05")) == 8
    choose(sample, of_kind(sample, "Q05")[0], "没有时限的 8 行都填“2021年12月31日前”")
    assert {task.deadline for task in sample.tasks} == {"长期推进", "2021年12月31日前"}
    assert of_kind(sample, "Q05") == []
    assert len(of_kind(sample, "Q11")) == 2


def test_a_number_in_the_clerks_own_words(sample: TaskList) -> None:
    question = of_kind(sample, "Q06")[0]
    assert question.typed
    give(sample, question.typed("武科〔2021〕12号"))
    assert sample.notice.document_number == "武科〔2021〕12号"


def test_the_first_lead_stands_first_and_the_finding_is_accepted(sample: TaskList) -> None:
    choose(sample, of_kind(sample, "Q10")[0], "转化中心")
    task = sample.task(sample.rows_named("3.4")[0])
    assert [unit.wording for unit in task.lead_units] == ["转化中心", "法制处"]
    assert "C02" in {code for code, _ in checked(sample).accepted()}


def test_a_question_left_as_printed_is_asked_again_when_what_it_stands_on_changes(sample: TaskList) -> None:
    from store.records.changes import updated

    give(sample, left_as_printed(sample, of_kind(sample, "Q10")[0]))
    task = sample.task(sample.rows_named("3.4")[0])
    sample.apply(updated(task, lead_units=(*task.lead_units, *task.participant_units)))
    assert len(of_kind(sample, "Q10")) == 1
