"""Who issued a notice, and when."""

import pytest

from store.reading.signs.lines import SourceLine, lines_of
from store.reading.signs.signature import (
    Signature,
    bodies,
    is_date,
    is_signer,
    iso_date,
    signature_of,
    without_date,
)


def test_the_signature_is_a_body_and_a_date() -> None:
    lines = lines_of("请认真贯彻执行。\n武汉市科技局\n2021年3月31日")
    assert signature_of(lines, set()) == ("武汉市科技局", "2021-03-31", [1, 2])
    assert signature_of(lines_of("市水务局 二〇二一年三月三十一日"), set()) == ("市水务局", "2021-03-31", [0])
    assert signature_of(lines_of("市水务局\n市财政局\n2021年3月31日"), set())[0] == "市水务局、市财政局"
    assert signature_of(lines_of("请于2021年3月31日"), set()) == Signature()
    assert is_date("(2021年3月31日)")
    assert not is_date("市水务局2021年3月31日")


@pytest.mark.parametrize(
    "words",
    [
        "2026年3月12日",
        "2026 年 3 月 12 日",
        "2026年 3月12 日",
        "２０２６年３月１２日",
        "二〇二六年三月十二日",
        "二○二六年三月十二日",
        "二零二六年三月十二日",
        "二O二六年三月十二日",
        "二 〇 二 六 年 三 月 十 二 日".replace("十 二", "十二"),
        "2026.3.12",
        "2026-03-12",
        "2026/3/12",
        "(2026年3月12日)",
        "（2026年3月12日）",
    ],
)
def test_a_date_in_every_form(words: str) -> None:
    assert iso_date(words) == "2026-03-12"
    lines = lines_of(f"请认真贯彻执行。\n市水务局\n{words}")
    assert signature_of(lines, set()) == ("市水务局", "2026-03-12", [1, 2])


@pytest.mark.parametrize(
    "words", ["2026年13月1日", "二〇二六年三月", "2026.30", "3月12日", "12-03-2026", "第3页"]
)
def test_what_is_no_date(words: str) -> None:
    assert iso_date(words) is None


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("清溪市水务局", ["清溪市水务局"]),
        ("国 务 院 办 公 厅", ["国务院办公厅"]),
        ("清溪市水务局(盖章)", ["清溪市水务局"]),
        ("清溪市水务局（章）", ["清溪市水务局"]),
        ("清溪市水务局 清溪市财政局", ["清溪市水务局", "清溪市财政局"]),
        ("清溪市水务局　清溪市财政局", ["清溪市水务局", "清溪市财政局"]),
        ("清溪农商银行", ["清溪农商银行"]),
        ("清溪市政务服务中心", ["清溪市政务服务中心"]),
        ("请认真贯彻执行", []),
        ("国务院办公厅转发国家地震局", []),
        ("1.清溪市水务局", []),
        ("报清溪市水务局。", []),
    ],
)
def test_the_names_on_a_line(words: str, names: list[str]) -> None:
    assert bodies(words) == names


def test_a_date_alone_stands_behind_the_text_or_under_the_title() -> None:
    assert signature_of(lines_of("请执行。\n2026年3月2日"), set()) == ("", "2026-03-02", [1])
    assert signature_of(lines_of("关于巡查的决定\n(2026年3月2日)"), {0}) == ("", "2026-03-02", [1])
    assert signature_of(lines_of("现予公布。\n市长 高 山\n2026年3月2日"), set())[1] == "2026-03-02"
    assert signature_of(lines_of("清理河道\n2026年3月2日\n方正"), set()) == Signature()
    assert signature_of(lines_of("请执行。\n2026-03-02"), set()) == Signature()


def test_who_signs_an_order() -> None:
    assert is_signer(SourceLine(1, "市长 高 山"))
    assert is_signer(SourceLine(1, "主任　方正"))
    assert not is_signer(SourceLine(1, "市长办公会议"))


def test_a_line_without_date_and_seal() -> None:
    assert without_date("市水务局(盖章)2021年3月31日") == "市水务局"
    assert without_date("市水务局2021.3.31") == "市水务局"
