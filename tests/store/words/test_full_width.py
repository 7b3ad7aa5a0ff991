"""Signs are full-width where Chinese stands on a side, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import sample_notice
from store.words.full_width import as_printed

FULL = str.maketrans(",;:?!()", "，；：？！（）")
TEXTS = st.lists(
    st.sampled_from(
        [*"甲处、。“”《》〔〕,,;:?!(()),，；：（） 19Aaf.%`/\n", "http://a.cn", "18:00", "f(x,y)", "D:/"]
    ),
    max_size=40,
).map("".join)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("深化改革,完善机制;见附件(试行):", "深化改革，完善机制；见附件（试行）："),
        ("是否完成?是!", "是否完成？是！"),
        ("回访整改率达到100%,2026年底前达200家", "回访整改率达到100%，2026年底前达200家"),
        ("支持AI,2026年建成", "支持AI，2026年建成"),
        ("(1)5G网络;1)机房", "（1）5G网络；1）机房"),
        ("采用AI(LLM)技术", "采用AI（LLM）技术"),
        ("健全“互联网+”,推进", "健全“互联网+”，推进"),
        ("副处长 (主持工作), 郑雪", "副处长 （主持工作）， 郑雪"),
        ("(甲）和（乙)", "（甲）和（乙）"),
        ("((甲)乙)", "（（甲）乙）"),
        ("武科(2021)12号", "武科（2021）12号"),
        ("指标:1,200家", "指标：1,200家"),
        ("时间:3月1日18:00-20:00,地点:302室", "时间：3月1日18:00-20:00，地点：302室"),
        ("比例为1:3,约2.5倍", "比例为1:3，约2.5倍"),
        ("比例为1 : 3", "比例为1 : 3"),
        ("通过ISO9001:2015认证", "通过ISO9001:2015认证"),
        ("武科〔2021〕3号,武科[2021]4号", "武科〔2021〕3号，武科[2021]4号"),
        ("网址:https://a.cn/b?c=1,2;d,请看", "网址：https://a.cn/b?c=1,2;d，请看"),
        ("官网(www.a.cn/b(1)!)开通", "官网（www.a.cn/b(1)！）开通"),
        ("存到D:/清单,再打印", "存到D:/清单，再打印"),
        ("运行`a(b, 甲)`,再看", "运行`a(b, 甲)`，再看"),
        ("点“OK (y,n)”,完成", "点“OK (y,n)”，完成"),
        ("函数f(x,y)的值", "函数f(x,y)的值"),
        ("题为 Hello, world(世界)", "题为 Hello, world（世界）"),
        ("Hello, world (x): 1;", "Hello, world (x): 1;"),
        ("甲,\nB,C\n(乙", "甲，\nB,C\n（乙"),
        (",", ","),
        ("", ""),
    ],
)
def test_signs_as_a_secretary_prints_them(text: str, printed: str) -> None:
    assert as_printed(text) == printed


@pytest.mark.parametrize("line", sample_notice().decode().splitlines())
def test_every_half_width_sign_of_the_sample_is_printed_full_width(line: str) -> None:
    assert as_printed(line) == line.translate(FULL), "Each of its 129 stands in Chinese (seed-facts, 1)."


@given(TEXTS)
def test_a_text_keeps_its_places_and_is_printed_once_and_for_all(text: str) -> None:
    printed = as_printed(text)
    assert as_printed(printed) == printed
    assert len(printed) == len(text)
    assert printed.translate(FULL) == text.translate(FULL), "Nothing but the signs changes."


@given(TEXTS)
def test_each_line_is_printed_for_itself(text: str) -> None:
    lines = text.split("\n")
    together = as_printed("\n".join(lines)).split("\n")
    inside_code = "`" in text
    assert inside_code or together == [as_printed(line) for line in lines]


@pytest.mark.parametrize(
    "piece", ["甲,a;", "(", "(a),", "a://", "“", "a", " ,", "a_", "`", " ", "f(", "a.", "www.(a"]
)
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (60_000 // len(piece)) + "甲,"
    assert as_printed(text).endswith("甲，")
