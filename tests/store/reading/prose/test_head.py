"""The head of a notice: title, number, addressees, issuer and date, annexes."""

from typing import Any

import pytest

from store.reading import as_json, read_notice
from store.reading.lost import unaccounted
from store.reading.prose.head import read_head
from store.reading.prose.page_table import page_table
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
    assert page_table(lines)[0] == {0, 1, 2, 3, 4, 5}


def test_what_addresses_nobody() -> None:
    read = read_head(lines_of("关于做好巡查工作的通知\n请抓好以下几点:"), 2)
    assert read.head.addressees == ""


def read(text: str) -> dict[str, Any]:
    reading = read_notice(text.encode())
    assert unaccounted(reading) == []
    return as_json(reading)


ROADS = "清溪市水务局关于做好防汛工作的通知"
END = "各县区水务局:\n请抓好落实。\n清溪市水务局\n2026年3月2日"


@pytest.mark.parametrize(
    ("over", "title"),
    [
        (ROADS, ROADS),
        ("清溪市水务局\n关于做好防汛工作的通知", ROADS),
        ("清溪市水务局关于做好\n防汛工作的通知", ROADS),
        ("清溪市水务局\n关于做好\n防汛工作的通知", ROADS),
        ("清溪市水务局关于做好防汛工作的\n通 知", ROADS),
        ("关 于 做 好 防 汛 工 作 的 通 知", "关于做好防汛工作的通知"),
        ("清溪市水务局\n2026年河长制工作要点", "2026年河长制工作要点"),
        (
            "清溪市水务局 清溪市财政局\n关于做好防汛工作的意见",
            "清溪市水务局 清溪市财政局关于做好防汛工作的意见",
        ),
        (
            "清溪市水务局\n清溪市财政局\n关于做好防汛工作的通告",
            "清溪市水务局 清溪市财政局关于做好防汛工作的通告",
        ),
        (
            "清溪市水务局转发省水利厅\n关于做好防汛工作的通知",
            "清溪市水务局转发省水利厅关于做好防汛工作的通知",
        ),
        ("清溪市水务局公告", "清溪市水务局公告"),
        ("清溪市防汛抗旱应急预案", "清溪市防汛抗旱应急预案"),
        ("对市政协第45号提案的答复", "对市政协第45号提案的答复"),
        ("清溪市水务局关于取水许可的批复", "清溪市水务局关于取水许可的批复"),
        ("清溪市水务局关于取水许可的复函", "清溪市水务局关于取水许可的复函"),
    ],
)
def test_titles_of_every_kind(over: str, title: str) -> None:
    found = read(f"清溪市水务局文件\n清水发〔2026〕3号\n{over}\n{END}")
    assert found["title"] == title
    assert (found["issuer"], found["issued_on"]) == ("清溪市水务局", "2026-03-02")
    assert (found["addressees"], found["unread"]) == ("各县区水务局", [])


def test_letterhead_and_imprint_are_read() -> None:
    head = "机密★1年\n特急\n清溪市水务局文件\n清水发〔2026〕3号 签发人:高 山"
    foot = "(联系人:方正,电话:12345678)\n抄送:市委办公室。\n清溪市水务局办公室 2026年3月3日印发\n共印50份"
    found = read(f"{head}\n{ROADS}\n{END}\n{foot}")
    assert (found["title"], found["document_number"]) == (ROADS, "清水发〔2026〕3号")
    assert (found["issued_on"], found["unread"]) == ("2026-03-02", [])
    assert found["imprint"] == [*head.split("\n")[:3], "签发人:高 山", *foot.split("\n")]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("清溪市水务局便函\n关于报送材料的函\n各县区水务局:\n请报送材料。", "清溪市水务局"),
        ("清溪市水务局\n2026年河长制工作要点\n为做好工作,制定本要点。", "清溪市水务局"),
        ("清溪市水务局关于做好防汛工作的通知\n请抓好落实。\n2026年3月2日", "清溪市水务局"),
        ("发文机关:清溪市水务局\n关于做好防汛工作的通知\n请抓好落实。", "清溪市水务局"),
        ("关于做好防汛工作的通知\n请抓好落实。", ""),
    ],
)
def test_the_issuer_without_a_signature(text: str, issuer: str) -> None:
    assert read(text)["issuer"] == issuer


def test_several_bodies_and_their_numbers() -> None:
    names = "清溪市发展和改革委员会\n清溪市财政局"
    found = read(
        f"{names}\n清发改〔2026〕3号\n清财〔2026〕7号\n关于印发行动方案的通知\n各县区:\n请执行。\n{names}\n2026年3月2日"
    )
    assert found["document_number"] == "清发改〔2026〕3号、清财〔2026〕7号"
    assert found["issuer"] == "清溪市发展和改革委员会、清溪市财政局"
    assert (found["title"], found["unread"]) == ("关于印发行动方案的通知", [])


@pytest.mark.parametrize(
    "over", ["清溪市人民政府令\n第 12 号", "清溪市人民政府令第12号", "清 溪 市 人 民 政 府 令\n第12号"]
)
def test_an_order(over: str) -> None:
    text = "《清溪市河道管理办法》已经市政府常务会议通过,现予公布。\n市长 高 山\n二〇二六年三月二日\n清溪市河道管理办法"
    found = read(f"{over}\n{text}\n第一条 为了加强河道管理,制定本办法。")
    assert found["title"].startswith("清溪市人民政府令")
    assert (found["document_number"], found["issuer"]) == ("第12号", "清溪市人民政府")
    assert (found["issued_on"], found["unread"]) == ("2026-03-02", [])


def test_a_page_gives_what_the_text_prints_in_pieces() -> None:
    found = read(
        "发文机关:清溪市人民政府\n成文日期:2026年3月2日\n标 题:\n清溪市人民政府关于调整市防汛指挥部组成人员的通知\n"
        "发文字号:清政发〔2026〕3号\n主题词:\n清溪市人民政府关于调整市防汛\n指挥部组成人员的通知\n各县区:\n组长:高山 市长"
    )
    assert found["title"] == "清溪市人民政府关于调整市防汛指挥部组成人员的通知"
    assert (found["document_number"], found["issuer"]) == ("清政发〔2026〕3号", "清溪市人民政府")
    assert (found["issued_on"], found["unread"]) == ("2026-03-02", [])


def test_cells_of_a_table_are_no_signature() -> None:
    rows = "\n".join(f"{number}\n清理河道\n市水务局\n2026年6月30日" for number in (1, 2, 3))
    found = read(f"清溪市河道清理任务表\n序号\n任务\n牵头单位\n完成时限\n{rows}")
    assert (found["issuer"], found["issued_on"]) == ("", None)


def test_the_imprint_stands_behind_the_annexes() -> None:
    foot = "抄送:市委办公室,市政府办公室。\n清溪市水务局办公室 2026年3月3日印发"
    rows = "序号 | 任务 | 牵头单位 |\n1 | 清理河道 | 河湖处 |"
    found = read(f"{ROADS}\n{END}\n附件\n重点任务清单\n{rows}\n{foot}")
    assert found["imprint"] == foot.split("\n")
    assert [task["lead_units"] for task in found["tasks"]] == [["河湖处"]]
    assert found["unread"] == []


def test_a_title_of_the_page_goes_on_in_the_next_line() -> None:
    text = "标题：关于印发2026年重点工作\n任务分解方案的通知\n发布机构：县政府办\n各镇：\n现印发给你们。\n"
    reading = read_notice(text.encode())
    assert reading.head.title == "关于印发2026年重点工作任务分解方案的通知"
    assert reading.unread == ()
    _, apart = page_table(lines_of("标题：关于开展检查的通知\n任务分解方案的通知"))
    assert apart == {"标题": "关于开展检查的通知"}
