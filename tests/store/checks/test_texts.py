"""Rules on an item's texts: made lists that they find fault with, and some that they do not."""

import pytest

from store.records.changes import Edit
from store.records.task import Item
from tests.store.checks.made import hits, point, row, small_list

LAID_DOWN = Edit("items", "item", "work_point", None, "p1")


BODY = "修建水渠20公里。"


@pytest.mark.parametrize(
    ("body", "differs"),
    [
        (BODY, False),
        ("修建水渠 20 公里。", False),
        ("修建水渠２０公里。", False),
        ("修建水渠20公里;", True),
        ("修建水渠30公里。", True),
        ("", False),
    ],
)
def test_c20_body_against_annex(body: str, differs: bool) -> None:
    tasks = small_list(row(), others=[point("p1", "(一)", "兴修水利", body, source=(3, 3))])
    tasks.apply([LAID_DOWN])
    assert hits(tasks, "C20") == ([("一、兴修水利", "提醒")] if differs else [])


def test_c20_rows_are_put_together_and_a_title_counts() -> None:
    rows = [row(text="修渠3条。", key="a", number="1."), row(text="修路2条。", key="b", number="2.")]
    tasks = small_list(*rows, others=[point("p1", "(一)", "兴修水利", "修渠3条。修路2条。")])
    tasks.apply([LAID_DOWN])
    assert hits(tasks, "C20") == []
    tasks = small_list(*rows, others=[point("p1", "(一)", "大兴水利", "修渠3条。修路2条。")])
    tasks.apply([LAID_DOWN])
    assert hits(tasks, "C20") == [("一、兴修水利", "提醒")]


def test_c20_a_list_that_was_read_from_the_body_is_not_held_against_it() -> None:
    tasks = small_list(
        row(source=(5, 5)), others=[point("p1", "(一)", "兴修水利", "另一段文字。", source=(4, 6))]
    )
    tasks.apply([LAID_DOWN])
    assert hits(tasks, "C20") == []


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("兴修水利工程建设。修渠3条。", True),
        ("修渠三条以上工程。修渠三条以上工程。", True),
        ("兴修水利工程建设。", False),
        ("修渠三条以上工程。修路三条以上工程。", False),
        ("是。是。", False),
    ],
)
def test_c25_said_twice(text: str, repeats: bool) -> None:
    item = Item("item2", order="2", title="二、兴修水利工程建设")
    tasks = small_list(row(key="b", item="item2", text=text), others=[item])
    assert hits(tasks, "C25") == ([("二、兴修水利工程建设", "说明")] if repeats else [])
