"""No body and no date of a notice is lost in silence: it is kept, offered, asked about, or marked unread."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import sample_notice
from store.reading import read_notice
from store.reading.prose.page_table import page_table
from store.reading.result import Reading, Section, TaskFound
from store.reading.signs.lines import folded
from store.reading.signs.signature import is_date
from store.reading.signs.source_text import read_lines
from store.refused import Refused
from tests import fuzz
from tests.store.reading.test_made_up import NOTICES

DATE = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日|\d{1,2}月底前|\d{1,2}月\d{1,2}日前")


def plain(text: str) -> str:
    return "".join(folded(text).split())


def strings_of(task: TaskFound) -> list[str]:
    extras = [extra.text for extra in task.extras]
    named = [*task.units, *task.leaders]
    return [
        task.item,
        task.number,
        task.text,
        *named,
        task.deadline or "",
        *task.targets,
        task.remark,
        *extras,
    ]


def sections(found: tuple[Section, ...]) -> Iterator[Section]:
    for section in found:
        yield section
        yield from sections(section.children)


class Kept:
    """What a reading says of each line."""

    def __init__(self, reading: Reading) -> None:
        self.of_line: dict[int, str] = {}
        self.asked = {finding.line for finding in reading.findings}
        for task in (*reading.rows, *(one.task for one in reading.proposed)):
            self.keep(range(task.source[0], task.source[1] + 1), *strings_of(task))
        for one in reading.proposed:
            self.keep([one.line], one.sentence)
        for member in reading.roster:
            self.keep(range(member.source[0], member.source[-1] + 1), member.role, member.name, member.post)
        for section in sections(reading.work_points):
            lines = range(section.source[0], section.source[1] + 1)
            self.keep(lines, section.number, section.heading, section.text)
        for unread in reading.unread:
            self.keep([unread.line], *([unread.text] if unread.mentions else []))
        head = reading.head
        self.everywhere = plain(
            "|".join(
                [head.title, head.issuer, head.addressees, head.preamble, head.document_title, *head.annexes]
                + [reading.list_title, reading.group.name, head.document_number or ""]
                + [task.item for task in reading.rows]
            )
        )
        self.layout = set(reading.group.source)
        for first, last in reading.headers:
            self.layout.update(range(first, last + 1))

    def keep(self, lines: "range | list[int]", *texts: str) -> None:
        for line in lines:
            self.of_line[line] = self.of_line.get(line, "") + plain("|".join(texts)) + "|"


def silent(reading: Reading) -> list[tuple[int, str]]:
    """Return the mentions of units and dates that nothing tells of, each with its line."""
    kept = Kept(reading)
    names = {unit.full_name for unit in reading.units}
    names |= {name for one in reading.proposed for name in one.task.units}
    known = [plain(name) for name in names if len(name) > 2]
    lines = read_lines(reading.source_text).text
    layout = {lines[index].number for index in page_table(lines[:150])[0]} | kept.layout
    lost: list[tuple[int, str]] = []
    for line in lines:
        if line.number in layout or kept.asked.intersection(line.numbers) or is_date(line.folded):
            continue
        text = plain(line.text)
        mentions = [name for name in known if name in text] + DATE.findall(text)
        here = "".join(kept.of_line.get(number, "") for number in line.numbers) + kept.everywhere
        date = reading.head.issued_on
        for mention in mentions:
            is_issue = date and mention == f"{date[:4]}年{int(date[5:7])}月{int(date[8:])}日"
            if mention not in here and not is_issue:
                lost.append((line.number, mention))
    return lost


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_nothing_of_a_made_up_notice_is_silent(path: Path) -> None:
    text = path.read_bytes().partition(b"=====")[0]
    assert silent(read_notice(text)) == []


def test_nothing_of_the_sample_is_silent() -> None:
    assert silent(read_notice(sample_notice())) == []


def test_nothing_of_mutated_notices_is_silent() -> None:
    chance = random.Random(7)
    beginnings = fuzz.seeds()
    for _ in range(120):
        data = fuzz.mutated(chance.choice(beginnings), chance)
        try:
            reading = read_notice(data)
        except Refused:
            continue
        assert silent(reading) == [], reading.source_text


BODIES = st.sampled_from(
    ["市水务局", "市发展改革委", "县委组织部", "省卫生健康委", "国网清河供电公司", "县应急管理局"]
)
NAMES = st.lists(BODIES, min_size=1, max_size=3, unique=True)
FORMS = st.sampled_from(
    [
        "完善巡查制度({names})。",
        "完善巡查制度【{names}主抓】。",
        "完善巡查制度。(由{names}落实)",
        "完善巡查制度,由{names}党组牵头推进。",
        "完善巡查制度。责任单位:{names}。",
        "完善巡查制度,{names}负责此项工作。",
        "对辖区巡查工作{names}负责到底。",
        "{names}要于每月15日前负责报送数据。",
        "请{names}尽早研究。",
        "{names}会同有关方面推进。",
    ]
)


@given(NAMES, FORMS, st.sampled_from(["一、{}\n", "一、任务\n(一){}\n", "一、任务\n要抓好落实。\n{}\n"]))
def test_whoever_seems_to_have_something_to_do_is_read_or_asked_about(
    names: list[str], form: str, place: str
) -> None:
    sentence = form.format(names="、".join(names))
    reading = read_notice(("关于清河的通知\n各区:\n" + place.format(sentence)).encode())
    owners = [
        name for task in (*reading.rows, *(one.task for one in reading.proposed)) for name in task.units
    ]
    asked = [doubt.reason for task in reading.rows for doubt in task.doubts]
    told = "|".join([*owners, *asked, *(finding.message for finding in reading.findings)])
    assert all(name in told for name in names), (sentence, told)
