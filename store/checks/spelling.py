"""Rules on spelling and numbering: what the notice's text calls things, and how it counts its parts."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from store.checks.bodies import several_wordings
from store.checks.finding import Hit, rule
from store.checks.look import Look
from store.reading.findings import number_words
from store.reading.signs.lines import folded
from store.reading.signs.marks import mark_of
from store.reading.signs.numbering import number_faults
from store.records.notice import Notice, WorkPoint
from store.records.unit import Unit
from store.words.names import is_alias_of, name_key

_GROUP_TYPES = "领导小组|协调小组|工作小组|推进小组|专项小组|工作专班|专班|指挥部|联席会议"
_GROUP = re.compile(rf"(?P<stem>.*?)(?P<tail>(?:工作)?(?:{_GROUP_TYPES}))$")
_STEM_LENGTH = 6
"""Last characters of a group's name, before its kind, by which its other names are found."""
_DISCIPLINE = re.compile(r"(?:[省市区县州]?纪委监委)?派?驻[\u4e00-\u9fff]{0,8}?纪检(?:监察)?组")
_AFFILIATED = re.compile(r"(局属|委属|厅属|院属|直属|下属)各?(?:有关|相关)?单位")


@rule("C12", "提醒", "一人几种写法", "list", "people", "roster", "responsibility", "notices")
def person_spelled_twice(look: Look) -> Iterable[Hit]:
    """A person whose name the notice prints in several ways (徐涛, 徐 涛), or rows write otherwise than the roster."""
    source = look.tasks.notice.source_text
    for key, name in ((entry.person, look.tasks.person_name(entry.person)) for entry in look.entries):
        spelled = _spellings(name, source) if source else ()
        wordings = {name_key(wording): wording for wording in sorted(look.index.wordings.get(key, ()))}
        other = [wording for known, wording in wordings.items() if known != name_key(name)]
        ways = [*(spelled if len(spelled) > 1 else [name] if other else []), *other]
        if ways:
            quoted = "、".join(f"“{way}”" for way in ways)
            says = f"“{name}”写作{quoted},清单中按同一人处理,请统一写法,或认可照此。"
            yield Hit(key, says, "|".join(ways), None, look.entry_of(key), "name", name)


@lru_cache(maxsize=4096)
def _spellings(name: str, source_text: str) -> tuple[str, ...]:
    """The spellings of a name in a text, where it stands by itself and not within longer words."""
    if len(name) < 2:
        return ()
    letters = r"[ \t]*".join(map(re.escape, name))
    found = re.finditer(rf"(?<![\u4e00-\u9fff]){letters}(?![\u4e00-\u9fff])", folded(source_text))
    return tuple(dict.fromkeys(match.group() for match in found))


@rule("C21", "说明", "序号不连贯", "list", "work_points")
def numbers_off(look: Look) -> Iterable[Hit]:
    """A heading of the work points without a number, with one used before, or behind a number left out."""
    yield from _numbers_under(look, None)


def _numbers_under(look: Look, parent: str | None) -> Iterator[Hit]:
    points = look.tasks.work_points(parent)
    for place, fault in number_faults([number_value(point.number) for point in points]):
        point = points[place]
        says = f"{number_words(fault, point.number, point.heading or point.text[:12])}。"
        about = point.heading or point.number
        yield Hit(
            point.key, says, f"{fault}|{point.number}", None, (WorkPoint.TABLE, point.key), "number", about
        )
    for point in points:
        yield from _numbers_under(look, point.key)


def number_value(number: str) -> int | None:
    """The value of a heading's number; none for a heading without one."""
    mark = mark_of(number) or mark_of(f"{number}、")
    return mark.value if mark else None


@rule("C22", "提醒", "一个机构几个名称", "list", "notices", "responsibility", "units")
def several_names(look: Look) -> Iterable[Hit]:
    """A body with several names: the group, the discipline office and the affiliated agencies in the text, a unit in the rows."""
    notice = look.tasks.notice
    for about, names in _names_in(notice.group, notice.source_text):
        if names:
            yield Hit(
                about,
                _several(names),
                "|".join(names),
                None,
                (Notice.TABLE, notice.key),
                "group",
                about,
                "source",
            )
    for unit, wordings in several_wordings(look):
        row = look.first_row(unit.key)
        yield Hit(
            unit.key,
            _several(wordings),
            "|".join(wordings),
            row,
            (Unit.TABLE, unit.key),
            about=unit.full_name,
        )


def _several(names: Iterable[str]) -> str:
    return f"同一机构有几个名称:{'、'.join(names)},请统一为一个。"


@lru_cache(maxsize=2)
def _names_in(group: str, source_text: str) -> tuple[tuple[str, list[str]], ...]:
    """What a notice's text calls three bodies; no names for one that has a single name."""
    text = name_key(folded(source_text))
    return (
        ("领导小组", _groups(group, text)),
        ("派驻纪检机构", _disciplines(text)),
        ("直属单位", _affiliated(text)),
    )


def group_names(group: str, source_text: str) -> list[str]:
    """The names that a notice gives its leading group, where they are several; the given one first."""
    return _names_in(group, source_text)[0][1]


def _groups(group: str, text: str) -> list[str]:
    """All names of the group that share the end of its stem: with or without a word before 领导小组."""
    name = _GROUP.match(name_key(folded(group)))
    if not name or len(name["stem"]) < 2:
        return []
    stem = name["stem"]
    found = re.findall(
        rf"{re.escape(stem[-_STEM_LENGTH:])}((?:工作|推进|协调){{0,2}}(?:{_GROUP_TYPES}))", text
    )
    tails = dict.fromkeys([name["tail"], *found])
    return [stem + tail for tail in tails] if len(tails) > 1 else []


def _disciplines(text: str) -> list[str]:
    names = list(dict.fromkeys(found.group() for found in _DISCIPLINE.finditer(text)))
    longest = max(names, key=len, default="")
    return (
        names
        if len(names) > 1 and all(name == longest or is_alias_of(name, longest) for name in names)
        else []
    )


def _affiliated(text: str) -> list[str]:
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
    """The reader's findings of a code, by their lines in the notice."""
    notice = look.tasks.notice
    for finding in look.reading.findings if notice.source_text else ():
        if finding.code == code:
            says = f"通知第 {finding.line} 行:{finding.message}。"
            about = f"通知第 {finding.line} 行"
            yield Hit(
                f"line {finding.line}",
                says,
                finding.message,
                None,
                (Notice.TABLE, notice.key),
                field,
                about,
                "source",
            )
