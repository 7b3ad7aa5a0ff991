"""Numbers, heads and feet of pages."""

import pytest

from store.reading.signs.lines import lines_of
from store.reading.signs.page_parts import page_parts
from store.reading.signs.source_text import read_lines


@pytest.mark.parametrize(
    "words",
    [
        "-1-",
        "— 12 —",
        "－ 3 －",
        "第 3 页",
        "第3页 共10页",
        "第 3 页/共 10 页",
        "共10页 第3页",
        "Page 3 of 10",
    ],
)
def test_a_page_number(words: str) -> None:
    assert page_parts(lines_of(f"请各单位加强协\n{words}\n作。")) == {2: "页码"}


@pytest.mark.parametrize(
    "words", ["1.清理河道30公里。", "2021年3月31日", "3/10", "12", "1-2月", "第3页的内容见附件"]
)
def test_what_is_no_page_number(words: str) -> None:
    assert page_parts(lines_of(f"清理河道\n{words}\n市水务局")) == {}


def test_shares_count_on() -> None:
    assert page_parts(lines_of("甲\n1/3\n乙\n2/3\n丙\n3/3")) == {2: "页码", 4: "页码", 6: "页码"}


def test_bare_digits_count_on_in_mid_sentence() -> None:
    page = "清理河道,加固堤防。\n" * 15 + "请各单位加强协作,形\n{}\n成合力。\n"
    text = page.format(1) + page.format(2) + page.format(3)
    assert set(page_parts(lines_of(text)).values()) == {"页码"}
    assert len(page_parts(lines_of(text))) == 3
    rows = "\n".join(f"{number}\n清理河道\n市水务局\n6月底前" for number in range(1, 20))
    assert page_parts(lines_of(rows)) == {}


def test_the_head_of_each_page() -> None:
    page = "清理河道,加固堤防。\n请各单位加强协作。\n— {} —\n某某市2026年河湖清理工作方案\n"
    text = "".join(page.format(number) for number in range(1, 5))
    found = page_parts(lines_of(text))
    assert sorted(found.values()) == ["页眉"] * 4 + ["页码"] * 4


def test_the_head_of_the_first_page() -> None:
    page = "清理河道,加固堤防。\n请各单位加强协作。\n— {} —\n某某市公报汇编\n"
    text = "某某市公报汇编\n" + "".join(page.format(number) for number in range(1, 5))
    assert page_parts(lines_of(text))[1] == "页眉"


def test_neither_labels_nor_units_are_a_head() -> None:
    page = "1\n清理河道\n市水务局\n— {} —\n责任单位\n市水务局\n"
    text = "".join(page.format(number) for number in range(1, 5))
    assert set(page_parts(lines_of(text)).values()) == {"页码"}


def test_a_number_glued_to_the_text_is_cut_off() -> None:
    read = read_lines("请各单位加强协作,形\n-2-成合力。")
    assert [line.text for line in read.text] == ["请各单位加强协作,形成合力。"]
    assert [(line.number, line.text, kind) for line, kind in read.pages] == [(2, "-2-", "页码")]


def test_a_sentence_goes_on_over_number_and_head() -> None:
    page = "清理河道,加固堤防。\n请各单位加强协作,形\n— {} —\n某某市河湖清理工作方案\n成合力。\n"
    read = read_lines("".join(page.format(number) for number in range(1, 4)))
    assert [line.text for line in read.text] == ["清理河道,加固堤防。", "请各单位加强协作,形成合力。"] * 3
