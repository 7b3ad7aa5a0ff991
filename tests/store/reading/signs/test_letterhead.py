"""Letterhead and imprint: what is over a title and under a text."""

import pytest

from store.reading.signs.letterhead import imprint_of, letterhead, numbered, order_issuer, red_head_issuer
from store.reading.signs.lines import SourceLine, lines_of


@pytest.mark.parametrize(
    "words",
    [
        "机密★1年",
        "特急",
        "加急·明电",
        "紧急程度:特急",
        "密级：内部",
        "签发人:高 山",
        "公开方式:主动公开",
        "发至:县团级",
        "000012",
    ],
)
def test_a_line_of_the_letterhead(words: str) -> None:
    assert letterhead(lines_of(f"{words}\n关于做好巡查工作的通知")) == [0]


@pytest.mark.parametrize(
    "words",
    [
        "抄送:市委办公室,市人大常委会办公室。",
        "抄报:省水利厅",
        "清溪市水务局办公室 2026年3月2日印发",
        "清溪市水务局办公室2026-3-2印发",
        "共印50份",
        "(共印 50 份)",
        "主题词:水利 巡查 通知",
        "联系人:方正,电话:12345678",
        "(联系人:方正;联系电话:12345678)",
        "联系单位及电话:市水务局 12345678",
        "校对:方正",
    ],
)
def test_a_line_of_the_imprint(words: str) -> None:
    lines = lines_of(f"请抓好落实。\n市水务局\n2026年3月2日\n{words}\n第二条")
    assert imprint_of(lines, 2) == [3]
    assert imprint_of(lines[:4], None) == [3]


@pytest.mark.parametrize(
    "words", ["请抓好落实。", "责任单位:市水务局", "附件:1.名单", "市水务局", "一、巡查"]
)
def test_what_is_no_imprint(words: str) -> None:
    lines = lines_of(f"请抓好落实。\n市水务局\n2026年3月2日\n{words}")
    assert imprint_of(lines, 2) == []
    assert letterhead(lines_of(words)) == []


def test_red_heads_and_orders_name_the_issuer() -> None:
    assert red_head_issuer(SourceLine(1, "清溪市人民政府文件")) == "清溪市人民政府"
    assert red_head_issuer(SourceLine(1, "清 溪 市 教 育 局 便 函")) == "清溪市教育局"
    assert red_head_issuer(SourceLine(1, "请查收文件")) == ""
    assert order_issuer(SourceLine(1, "清溪市人民政府令第12号")) == "清溪市人民政府"
    assert order_issuer(SourceLine(1, "下达命令")) == ""


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("清水发〔2026〕3号", "清水发〔2026〕3号"),
        ("清水发 [2026] 3 号", "清水发[2026]3号"),
        ("（清水发〔2026〕3号）", "清水发〔2026〕3号"),
        ("第 12 号", "第12号"),
        ("2026年第3号", "2026年第3号"),
    ],
)
def test_a_number_alone(words: str, number: str) -> None:
    found = numbered(SourceLine(1, words))
    assert found is not None
    assert (found.number, found.signer) == (number, "")


def test_a_number_with_who_signed() -> None:
    found = numbered(SourceLine(1, "清水发〔2026〕3号    签发人：高 山"))
    assert found is not None
    assert (found.number, found.signer) == ("清水发〔2026〕3号", "签发人：高 山")
    assert numbered(SourceLine(1, "根据清水发〔2026〕3号要求")) is None
