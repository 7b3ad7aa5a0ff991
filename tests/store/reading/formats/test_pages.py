"""Saved web pages: their tables, their furniture, and what is refused."""

import pytest

from store.reading import as_json, read_notice
from store.reading.formats.pages import words_of_page
from store.refused import Refused

PAGE = """<!DOCTYPE html>
<html><head><title>某市水务局</title><style>p {color: red}</style></head><body>
<nav><a href="/">首页</a></nav><script>alert("一、")</script>
<form><table><tr><td><p>关于印发清单的通知</p><p>各区&nbsp;水务局:</p>
<table border=1>
<tr><th>序号</th><th>任务</th><th>牵头单位</th><th>责任单位</th></tr>
<tr><td colspan=4>一、河道</td></tr>
<tr><td>1</td><td>清理河道。</td><td rowspan=2>市水务局</td><td>市财政局<br>市审计局</td></tr>
<tr><td>2</td><td>建立台账。</td><td>市档案馆</td></tr>
</table></td></tr></table></form>
<footer>网站标识码</footer></body></html>"""


def test_a_page_is_read_as_its_text() -> None:
    assert words_of_page(PAGE).text.split("\n") == [
        "关于印发清单的通知",
        "各区\xa0水务局:",
        "序号 | 任务 | 牵头单位 | 责任单位 |",
        "一、河道 |",
        "1 | 清理河道。 | 市水务局 | 市财政局 市审计局 |",
        "2 | 建立台账。 | 市水务局 | 市档案馆 |",
        "",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_page_gives_tasks(encoding: str) -> None:
    found = as_json(read_notice(PAGE.encode(encoding), "notice.html"))
    assert found["title"] == "关于印发清单的通知"
    assert [
        (task["item"], task["number"], task["lead_units"], task["participants"]) for task in found["tasks"]
    ] == [
        ("一、河道", "1", ["市水务局"], ["市财政局", "市审计局"]),
        ("一、河道", "2", ["市水务局"], ["市档案馆"]),
    ]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<!DOCTYPE html [<!ENTITY a 'b'>]><html><p>&a;</p></html>", "实体"),
        ("<html><table>" + "<tr><td colspan=100>甲</td></tr>" * 2500, "太大"),
        ("<html><table><tr>" + "<td>甲" * 2000, "太大"),
        ("<html>" + "<p>甲" * 60_000, "太长"),
        ("<html>" + "<?" * 60_000, "不完整"),
        ("<html><p " + "a='" * 60_000, "不完整"),
    ],
)
def test_what_is_refused(page: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        words_of_page(page)


def test_a_huge_span_covers_no_more_than_the_page_has() -> None:
    page = "<html><table><tr><td rowspan=99999 colspan=99999>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table></html>"
    assert "丙" in words_of_page(page).text


def test_tables_without_end_are_read() -> None:
    assert words_of_page("<html>" + "<table><tr><td>" * 500 + "甲").text.strip() == "甲"


def test_comments_and_pictures_are_left_out() -> None:
    assert words_of_page(f'<html><img src="data:image/png;base64,{"A" * 50_000}"><p>甲').text.strip() == "甲"
    assert words_of_page("<html><!-- 甲 --><p>乙</p><!-- 丙<p>丁</p>" + "<!--" * 100_000).text.split() == [
        "乙",
        "丙",
        "丁",
    ]


def test_a_header_of_two_lines_names_both_sides() -> None:
    page = """<html><body><p>网站首页 > 政务公开 > 通知</p><p>责任分解表</p><table>
    <tr><th rowspan=2>序号</th><th rowspan=2>任务</th><th colspan=2>牵头</th><th colspan=2>配合</th></tr>
    <tr><th>单位</th><th>领导</th><th>单位</th><th>领导</th></tr>
    <tr><td>1</td><td>建设水库2座</td><td>水利科</td><td>李 江</td><td>财务科</td><td>王 河</td></tr>
    <tr><td>2</td><td>治理河道</td><td>河道科</td><td>陈 海</td><td>-</td><td></td></tr>
    </table></body></html>"""
    found = as_json(read_notice(page.encode(), "notice.html"))
    assert found["labels"] == ["序号", "任务", "牵头单位", "牵头领导", "配合单位", "配合领导"]
    assert [
        (task["lead_units"], task["lead_leaders"], task["participants"], task["participant_leaders"])
        for task in found["tasks"]
    ] == [
        (["水利科"], ["李江"], ["财务科"], ["王河"]),
        (["河道科"], ["陈海"], [], []),
    ]
    assert found["unread"] == []
