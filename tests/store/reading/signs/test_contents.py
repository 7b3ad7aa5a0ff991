"""The table of contents in front of a text."""

import pytest

from store.reading.signs.contents import parted_from_contents
from store.reading.signs.lines import lines_of

TEXT = "一、总体要求\n依法治水。\n二、主要任务\n（一）清理河道。拆除违建。\n三、保障措施\n落实经费。"


@pytest.mark.parametrize(
    "contents",
    [
        "目录\n一、总体要求\n二、主要任务\n三、保障措施\n",
        "目　　录\n一、总体要求……………1\n二、主要任务……………3\n（一）清理河道……3\n三、保障措施…………12\n",
        "目 录：\n一、总体要求\t1\n二、主要任务\t2\n三、保障措施\t2\n",
        "一、总体要求...... 1\n二、主要任务...... 3\n三、保障措施...... 5\n",
        "一、总体要求\n二、主要任务\n（一）清理河道\n三、保障措施\n",
    ],
)
def test_headings_that_come_again_with_their_text_are_contents(contents: str) -> None:
    text, before = parted_from_contents(lines_of(contents + TEXT))
    assert [line.text for line in text] == TEXT.split("\n")
    assert len(before) == contents.count("\n")


@pytest.mark.parametrize("text", [TEXT, "目录\n" + TEXT, "一、清河\n二、建档\n一、清河\n二、建档\n", ""])
def test_without_three_that_come_again_there_are_none(text: str) -> None:
    assert parted_from_contents(lines_of(text))[1] == []
