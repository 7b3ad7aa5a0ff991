"""Rules on spelling and numbering: what the notice's text calls things, and how it counts its parts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from store.checks.bodies import several_wordings
from store.checks.finding import Hit, as_issued, rule
from store.checks.look import Look
from store.reading.findings import number_words
from store.reading.signs.lines import folded
from store.reading.signs.marks import mark_of
from store.reading.signs.numbering import NumberFault, first_number, last_number, number_faults
from store.records.notice import Notice, WorkPoint
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.words.names import is_alias_of, name_key

_GROUP_TYPES = "领导小组|协调小组|工作小组|推进小组|专项小组|工作专班|专班|指挥部|联席会议"
_GROUP = re.compile(rf"(?P<stem>.*?)(?P<tail>(?:工作)?(?:{_GROUP_TYPES}))$")
_BLANKS = "姓名的写法只差排版的空格，按同一人处理；要统一的请按 F2。"
_STEM_LENGTH = 6
"""Last characters of a group's name, before its kind, by which its other names are found."""
_DISCIPLINE = re.compile(r"(?:[省市区县州]?纪委监委)?派?驻[\u4e00-\u9fff]{0,8}?纪检(?:监察)?组")
_AFFILIATED = re.compile(r"(局属|委属|厅属|院属|直属|下属)各?(?:有关|相关)?单位")


@rule("C12", "提醒", "一人几种写法", "list", "people", "roster", "responsibility", "notices")
def person_spelled_twice(look: Look) -> Iterable[Hit]:
    """A person whose name is written in several ways (徐涛, 徐 涛) in the notice or the rows."""
    for entry in look.entries:
        name = look.tasks.person_name(entry.person)
        ways = _ways_of(look, entry.person, name)
        if ways:
            quoted = "、".join(f"“{way}”" for way in ways)
            says = f"“{name}”写作{quoted}，清单中按同一人处理，请统一写法，或认可照此。"
            record = look.entry_of(entry.person)
            facts = "|".join(ways)
            hit = Hit(entry.person, says, facts, None, record, "name", name)
            differ_in_blanks = len(set(map(name_key, ways))) == 1
            yield as_issued(hit, _BLANKS) if differ_in_blanks else hit


def _ways_of(look: Look, person: str, name: str) -> list[str]:
    """Return the spellings of a person's name in the notice and in the rows; none where all agree."""
    source = look.tasks.notice.source_text
    spelled = _spellings(name, source) if source else ()
    by_key: dict[str, str] = {}
    for wording in sorted(look.index.wordings.get(person, ())):
        by_key[name_key(wording)] = wording
    own = name_key(name)
    other = [wording for known, wording in by_key.items() if known != own]
    if len(spelled) > 1:
        return [*spelled, *other]
    return [name, *other] if other else []


@lru_cache(maxsize=4096)
def _spellings(name: str, source_text: str) -> tuple[str, ...]:
    """Return the spellings of a name in a text, where it stands by itself and not within longer words."""
    if len(name) < 2:
        return ()
    letters = r"[ \t]*".join(map(re.escape, name))
    alone = rf"(?<![\u4e00-\u9fff]){letters}(?![\u4e00-\u9fff])"
    found = re.finditer(alone, folded(source_text))
    return tuple(dict.fromkeys(match.group() for match in found))


@rule("C21", "说明", "序号不连贯", "list", "work_points")
def numbers_off(look: Look) -> Iterable[Hit]:
    """A heading of the work points without a number, with one used before, or behind a number left out."""
    for point, fault, _ in misnumbered(look.tasks):
        printed = point.heading or point.text[:12]
        words = number_words(fault, point.number, printed)
        facts = f"{fault}|{point.number}"
        record = (WorkPoint.TABLE, point.key)
        about = point.heading or point.number
        yield Hit(point.key, f"{words}。", facts, None, record, "number", about)


def misnumbered(
    tasks: TaskList, parent: str | None = None, before: int = 0
) -> Iterator[tuple[WorkPoint, NumberFault, int]]:
    """Yield the headings under one whose numbers are odd, each with what is and the number it would have.

    The numbers may run on from those under the heading before.
    """
    points = tasks.work_points(parent)
    values = _values(points)
    first = first_number(values, before)
    for index, fault in number_faults(values, before):
        yield points[index], fault, first + index
    last = 0
    for point in points:
        yield from misnumbered(tasks, point.key, last)
        last = last_number(_values(tasks.work_points(point.key)), last)


def _values(points: Sequence[WorkPoint]) -> list[int | None]:
    return [_number_value(point.number) for point in points]


def _number_value(number: str) -> int | None:
    """Return the value of a heading's number; none for a heading without one."""
    mark = mark_of(number) or mark_of(f"{number}、")
    return mark.value if mark else None


@rule("C22", "提醒", "一个机构几个名称", "list", "notices", "responsibility", "units")
def several_names(look: Look) -> Iterable[Hit]:
    """A body with several names: group, discipline office or agencies in the text, a unit in the rows."""
    notice = look.tasks.notice
    for about, names in _names_in(notice.group, notice.source_text):
        if names:
            facts = "|".join(names)
            yield _in_notice(notice, about, _several(names), facts, "group")
    for unit, wordings in several_wordings(look):
        facts = "|".join(wordings)
        row = look.first_row(unit.key)
        record = (Unit.TABLE, unit.key)
        yield Hit(unit.key, _several(wordings), facts, row, record, about=unit.full_name)


def _in_notice(notice: Notice, subject: str, says: str, facts: str, field: str, about: str = "") -> Hit:
    """Return a hit on the printed notice, which nothing in the list mends."""
    record = (Notice.TABLE, notice.key)
    return Hit(subject, says, facts, None, record, field, about or subject, "source")


def _several(names: Iterable[str]) -> str:
    return f"同一机构有几个名称：{'、'.join(names)}，请统一为一个。"


@lru_cache(maxsize=2)
def _names_in(group: str, source_text: str) -> tuple[tuple[str, list[str]], ...]:
    """Return what a notice's text calls three bodies; no names for one that has a single name."""
    text = name_key(folded(source_text))
    groups = ("领导小组", _groups(group, text))
    disciplines = ("派驻纪检机构", _disciplines(text))
    return groups, disciplines, ("直属单位", _affiliated(text))


def group_names(group: str, source_text: str) -> list[str]:
    """Return the names that a notice gives its leading group, where they are several; the given one first."""
    return _names_in(group, source_text)[0][1]


def _groups(group: str, text: str) -> list[str]:
    """Return all names of the group that share the end of its stem: with or without a word before
    领导小组.
    """
    name = _GROUP.match(name_key(folded(group)))
    if not name or len(name["stem"]) < 2:
        return []
    stem = name["stem"]
    end_of_stem = re.escape(stem[-_STEM_LENGTH:])
    found = re.findall(rf"{end_of_stem}((?:工作|推进|协调){{0,2}}(?:{_GROUP_TYPES}))", text)
    tails = dict.fromkeys([name["tail"], *found])
    if len(tails) < 2:
        return []
    return [stem + tail for tail in tails]


def _disciplines(text: str) -> list[str]:
    """Return the names of the discipline office where all are shortenings of the longest."""
    found = [match.group() for match in _DISCIPLINE.finditer(text)]
    names = list(dict.fromkeys(found))
    longest = max(names, key=len, default="")
    others = [name for name in names if name != longest]
    one_body = all(is_alias_of(name, longest) for name in others)
    return names if others and one_body else []


def _affiliated(text: str) -> list[str]:
    """Return a name of the agencies for each word (局属, 直属) that the text has for them."""
    by_word: dict[str, str] = {}
    for found in _AFFILIATED.finditer(text):
        by_word.setdefault(found[1], found.group())
    return list(by_word.values()) if len(by_word) > 1 else []


@rule("C23", "错误", "附件名称不一致", "list", "notices")
def annexes_differ(look: Look) -> Iterable[Hit]:
    """An annex whose heading is not what the list of annexes calls it."""
    yield from _as_read(look, "R07", "annexes")


@rule("C24", "说明", "书名号可疑", "list", "notices")
def odd_brackets(look: Look) -> Iterable[Hit]:
    """Title brackets closed at the wrong place, or left open."""
    yield from _as_read(look, "R03", "basis")


def _as_read(look: Look, code: str, field: str) -> Iterator[Hit]:
    """Return the reader's findings of a code, by their lines in the notice."""
    notice = look.tasks.notice
    for finding in look.reading.findings if notice.source_text else ():
        if finding.code == code:
            about = f"通知第 {finding.line} 行"
            says = f"{about}：{finding.message}。"
            subject = f"line {finding.line}"
            yield _in_notice(notice, subject, says, finding.message, field, about)
