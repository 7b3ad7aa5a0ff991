"""The head of a notice: title, number, addressees, issuer and date, annexes."""

from store.reading.prose.head import metadata_lines, read_head
from store.reading.signs.lines import lines_of

NOTICE = """武汉市科技局文件
武科〔2021〕12号
武汉市科技局关于印发
2021年工作要点的通知
局属各单位,机关各处室:
现将《2021年工作要点》印发给你们,请认真贯彻执行。
附件:重点任务清单
武汉市科技局
2021年3月31日
2021年工作要点"""


def test_the_parts_of_a_head() -> None:
    read = read_head(lines_of(NOTICE), 10)
    head = read.head
    assert head.title == "武汉市科技局关于印发2021年工作要点的通知"
    assert head.document_number == "武科〔2021〕12号"
    assert head.addressees == "局属各单位,机关各处室"
    assert (head.issuer, head.issued_on) == ("武汉市科技局", "2021-03-31")
    assert head.annexes == ("重点任务清单",)
    assert head.document_title == "2021年工作要点"
    assert head.source == (3, 4)
    assert (read.document_at, read.signed_at) == (10, 8)
    assert 5 not in read.used


def test_a_number_glued_to_the_title_and_a_title_printed_twice() -> None:
    text = "武科〔2021〕12号 市科技局关于做好巡查工作的通知\n关于做好巡查工作的通知\n各处室:"
    read = read_head(lines_of(text), 3)
    assert (read.head.title, read.head.document_number) == (
        "市科技局关于做好巡查工作的通知",
        "武科〔2021〕12号",
    )
    assert read.used == {0, 1, 2}


def test_the_head_table_of_a_page_is_no_text() -> None:
    lines = lines_of(
        "索 引 号:0001\n成文日期:\n2021年3月31日\n标 题:\n关于巡查的通知\n发布日期:\n关于巡查的通知"
    )
    assert metadata_lines(lines) == {0, 1, 2, 3, 4, 5}


def test_what_addresses_nobody() -> None:
    read = read_head(lines_of("关于做好巡查工作的通知\n请抓好以下几点:"), 2)
    assert read.head.addressees == ""
