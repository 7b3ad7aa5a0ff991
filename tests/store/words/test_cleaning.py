"""No text from outside steers the terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.words.cleaning import DROPPED, clean, clean_line, clean_source


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("成果处\x1b[31m红", "成果处[31m红"),
        ("\x1b]0;题\x07", "]0;题"),
        ("甲\u202e乙\u200b\ufeff丙\x9b31m", "甲乙丙31m"),
        ("一\r\n二\r三\u2028四", "一\n二\n三\n四"),
        ("甲\t乙", "甲    乙"),
        ("名\udcb9", "名\ufffd"),
        ("　　正文 〔2021〕12号", "　　正文 〔2021〕12号"),
        ("[/甲] [bold]", "[/甲] [bold]"),
    ],
)
def test_examples(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
    assert clean_line(text) == cleaned.replace("\n", " ")


def test_the_lines_and_tabs_of_a_notice_stay_where_they_are() -> None:
    assert clean_source("序号\t任务\r\n1\x0b\t清理\u2028河道\r2\udcb9\ufeff") == "序号\t任务\n1\t清理河道\n2"


@given(st.text(st.characters() | st.sampled_from(sorted(DROPPED)) | st.characters(categories=["Cs"])))
def test_what_is_clean_stays_and_can_be_written(text: str) -> None:
    once = clean(text)
    assert not DROPPED & set(once) - {"\n"}
    assert clean(once) == once
    assert "\n" not in clean_line(text)
    once.encode()
