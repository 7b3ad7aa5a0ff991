"""Whatever the text, it is read without an error and no line is lost."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from store.importing.new_list import import_change
from store.reading.document import read_text
from store.reading.signs.columns import columns_of
from store.reading.signs.lines import is_furniture, lines_of
from store.words.cleaning import clean_source
from tests.examples import most

PIECES = """
附件1
附件:1.甲名单
组长:
组 长:高 山 局长
成员:
李四 河长办主任
副组长
一、总体要求
二、任务
(一)工作。做好。
1.加快建设12家。(河长办牵头,水务局配合)
事项 | 任务 | 牵头单位 | 责任单位 |
序号
任务
牵头单位
一、甲 | 乙 | 丙处 ||
| 丁 |
牵头单位:丙处
责任单位:甲处、乙处;完成时限:6月底前
2021年3月1日
序号 任务 牵头单位 责任单位
1 建设 甲处 乙处
一、甲类
序号 | 任务 | 牵头单位 |
2 | 建设 | 乙处 |
附件1:成员名单
请甲处、乙处在6月底前完成。
总清单一、甲(一)乙。责任单位:丙处责任人:高山完成时限:年底(二)丁。责任单位:甲处
某某局
各处室:
关于印发清单的通知
办公室主任由高山兼任
|||
-1-
高
((((
《
甲处\t乙处
附件2
4.推进。
附件
通知
关于做好
河长制工作领导小组
成员名单
重点任务清单
""".strip().split("\n")

texts = st.one_of(
    st.text(), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=25).map("\n".join)
)


@settings(max_examples=most(150))
@given(texts)
def test_any_text_is_read_and_imported(text: str) -> None:
    reading = read_text(text, "notice.txt", "utf-8")
    import_change(reading)
    lines = {line.number: line.text for line in lines_of(clean_source(text))}
    assert all(lines[unread.line].find(unread.text) >= 0 for unread in reading.unread)


@settings(max_examples=most(200))
@given(texts)
def test_every_line_is_accounted_for(text: str) -> None:
    """A line is unread, or in the source of a part or a finding on a heading, or its words stand in a part,
    or it is layout.
    """
    reading = read_text(text, "notice.txt", "utf-8")
    head = reading.head
    said = [
        head.title,
        head.document_number or "",
        head.issuer,
        head.addressees,
        *head.annexes,
        head.document_title,
        head.preamble,
    ]
    said += [reading.list_title, *(column.label for column in reading.columns)]
    said += [reading.group.name, *(finding.message for finding in reading.findings if finding.code == "R07")]
    said += [row.item for row in reading.rows]
    known = "".join("\n".join(said).split())
    parts: list[tuple[int, ...]] = [row.source for row in reading.rows]
    parts += [point.source for point in reading.work_points]
    parts += [entry.source for entry in reading.roster]
    parts += [reading.group.source, *reading.headers]
    held = {line for first, last in filter(None, parts) for line in range(first, last + 1)} | {
        line.line for line in reading.unread
    }
    for line in lines_of(clean_source(text)):
        cells = [
            "".join(cell.split())
            for cell in re.split(
                r"[|\t]",
                re.sub(
                    r"^附 ?件 ?(?:\d{1,2}|[一二三四五六七八九十])? ?[:.、]? ?(?:1 ?[.、])?|:$|^2021年3月1日$|^\W+$",
                    "",
                    line.text,
                ),
            )
        ]
        role_alone = "".join(line.text.split()).rstrip(":") in {"组长", "副组长", "成员"}
        assert (
            line.number in held
            or role_alone
            or all(cell in known or columns_of(line.text.split()) or columns_of(cells) for cell in cells)
            or is_furniture(line)
        ), line
