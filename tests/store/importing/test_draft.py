"""A draft: what an import would make, with what is in question, put right before it."""

import pytest

from data import SAMPLE_NOTICE, sample_notice
from store.acts.field_values import set_fields
from store.importing.draft import Draft
from store.importing.made import NOTICE, ROLES, ROSTER, ROWS, UNITS, WORDS, WORK_POINTS, made_of
from store.reading import read_notice
from store.records.tasklist import TaskList
from store.refused import Refused


@pytest.fixture
def draft() -> Draft:
    return Draft(read_notice(sample_notice(), SAMPLE_NOTICE))


def test_it_shows_what_it_would_make_group_by_group(draft: Draft) -> None:
    groups = [made.group for made in made_of(draft)]
    assert list(dict.fromkeys(groups))[:7] == [NOTICE, WORK_POINTS, WORDS, ROWS, ROLES, ROSTER, UNITS]
    assert groups.count(ROWS) == len(draft.tasks.task_keys)
    row = next(made for made in made_of(draft) if made.group == ROWS)
    assert row.below.startswith("牵头 成果处 · 分管 胡军")
    assert row.source == (54, 54)


def test_what_was_put_right_is_what_is_imported(draft: Draft) -> None:
    row = draft.tasks.task(draft.tasks.task_keys[0])
    change = set_fields(draft.tasks, row, text="深化改革")
    draft.take(change)
    tasks = TaskList()
    tasks.apply(draft.change().edits)
    assert tasks.task(row.key).text == "深化改革"
    with pytest.raises(Refused, match="这一处刚刚改过"):
        draft.take(change)


def test_what_is_in_question_stands_with_its_row() -> None:
    text = (
        "清溪县重点任务清单\n| 重点任务 | 牵头单位 | 分管领导 |\n|---|---|---|\n"
        "| 修路 | 县发改局 | 高山 |\n| 架桥 | 组织开展道路桥梁建设。 | 林涛 |\n"
    )
    first, second = (one for one in made_of(Draft(read_notice(text.encode(), "a.txt"))) if one.group == ROWS)
    assert first.questions == ("名册中没有“高山”",)
    misplaced, nobody = second.questions
    assert misplaced.startswith("牵头待定：“牵头单位”栏写的是“组织开展道路桥梁建设。”")
    assert nobody == "名册中没有“林涛”"


@pytest.mark.parametrize(
    ("second", "asked"),
    [("(责任单位:市财政局)", False), ("(牵头单位:市财政局;责任单位:市教育局)", True)],
)
def test_that_nobody_leads_is_a_question_where_the_notice_says_who_leads(second: str, asked: bool) -> None:
    text = f"2026年工作要点\n一、重点任务\n1.清理河道。(责任单位:市水务局)\n2.编制预算。{second}\n"
    made = made_of(Draft(read_notice(text.encode())))
    first, *_ = (row for row in made if row.group == ROWS)
    assert ("牵头单位空着，待定" in first.questions) is asked
