"""Body against annex: what is shown as different, and taking one for the other."""

import pytest

from store.checks.two_texts import marked, take_annex, take_body, texts_of
from store.records.notice import WorkPoint
from store.records.task import Item
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.sample import sample_list


@pytest.fixture
def sample() -> TaskList:
    return sample_list()


def item(tasks: TaskList, number: int) -> Item:
    return tasks.items[number - 1]


def test_differences_of_the_sample_item_by_item(sample: TaskList) -> None:
    both = [texts_of(sample, one) for one in sample.items]
    assert [one.differs for one in both if one] == [False, False, True, False, True, True]
    assert [one.differs_in_substance for one in both if one] == [False, False, False, False, True, False]


def test_lengths_as_counted(sample: TaskList) -> None:
    fifth, sixth = texts_of(sample, item(sample, 5)), texts_of(sample, item(sample, 6))
    assert fifth and sixth
    assert (len(fifth.body), len(fifth.annex)) == (83, 111)
    assert (len(sixth.body), len(sixth.annex)) == (247, 247)


def test_what_differs_stands_in_brackets(sample: TaskList) -> None:
    third = texts_of(sample, item(sample, 3))
    assert third
    body, annex = marked(third.body, third.annex)
    assert body.startswith("深入推进“一网通办”【,】加强沟通协调") and annex.startswith(
        "深入推进“一网通办”【。】加强沟通协调"
    )
    fifth = texts_of(sample, item(sample, 5))
    assert fifth
    body, annex = marked(fifth.body, fifth.annex)
    assert "《市科技局关于信用信息管理与应用的工作规程》" in annex.replace("【", "").replace("】", "")
    assert body.count("【") >= 1 and body.replace("【", "").replace("】", "") == fifth.body


def test_the_annex_for_the_body(sample: TaskList) -> None:
    change = take_annex(sample, item(sample, 5))
    sample.apply(change.edits)
    both = texts_of(sample, item(sample, 5))
    assert both and not both.differs and both.body.startswith("印发《市科技局")
    sample.apply(edit.inverted() for edit in change.edits)
    both = texts_of(sample, item(sample, 5))
    assert both and both.differs and both.body.startswith("规范信用信息")


def test_the_body_for_the_one_row(sample: TaskList) -> None:
    sample.apply(take_body(sample, item(sample, 5)).edits)
    assert sample.task(sample.rows_named("5")[0]).text.startswith("规范信用信息管理与应用,")
    assert item(sample, 5).title == "五、加快科技诚信体系建设"


def test_the_body_is_not_shared_out_over_several_rows(sample: TaskList) -> None:
    with pytest.raises(Refused, match="有 4 行"):
        take_body(sample, item(sample, 3))


def test_the_annex_for_a_body_of_several_rows(sample: TaskList) -> None:
    sample.apply(take_annex(sample, item(sample, 3)).edits)
    both = texts_of(sample, item(sample, 3))
    assert both and not both.differs


def test_without_a_body_there_is_nothing_to_compare(sample: TaskList) -> None:
    from store.records.changes import updated

    point = sample.get(WorkPoint, item(sample, 5).work_point or "")
    sample.apply(updated(point, text=""))
    assert texts_of(sample, item(sample, 5)) is None
    with pytest.raises(Refused, match="没有可以对照的正文"):
        take_annex(sample, item(sample, 5))
