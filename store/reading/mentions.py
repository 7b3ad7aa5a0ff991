"""What a line mentions that must not be lost: names of bodies and dates, told of a line that was not read."""

import re
from collections.abc import Iterable

from store.reading.prose.assignments import assignments_in
from store.reading.result import Member, UnitFound
from store.reading.signs.lines import folded
from store.reading.signs.measures import deadlines_in

_MOST_KNOWN = 500
"""Names of units that are looked for."""
_SHORTEST = 3
# 市水务局 between signs, blanks or ends: what looks like a body wherever it stands.
_BODY = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,14}(?:局|委|委员会|办公室|厅|部|处|科|中心|人民政府|公司|街道|镇|乡|集团|学校|医院|银行)"
    r"(?![\u4e00-\u9fff])"
)
# 2026年6月30日, 6月30日, 2026-06-30, 二〇二六年六月.
_DATE = re.compile(
    r"\d{1,4} ?年 ?\d{1,2} ?月|\d{1,2} ?月(?: ?\d{1,2} ?日|[底末初上中下])|20\d{2}[-./]\d{1,2}[-./]\d{1,2}|[〇零一二三四五六七八九十]月"
)


class Mentions:
    """Tells of a line whether it mentions a unit of the notice, or what looks like one, and a date."""

    def __init__(self, units: Iterable[UnitFound], members: Iterable[Member]) -> None:
        """Learn the units of the notice."""
        names: dict[str, None] = {}
        for unit in units:
            names |= dict.fromkeys((unit.full_name, *unit.aliases))
        names |= dict.fromkeys(member.unit for member in members if member.unit)
        known = [name for name in names if len(name) >= _SHORTEST]
        forms = map(re.escape, map(folded, known[:_MOST_KNOWN]))
        self._known = re.compile("|".join(forms)) if known else None

    def of(self, text: str) -> tuple[str, ...]:
        """Return what a line mentions: 单位, 日期."""
        one_form = folded(text)
        found: list[str] = []
        is_known = self._known and self._known.search(one_form)
        if _BODY.search(one_form) or is_known or assignments_in(text):
            found.append("单位")
        if _DATE.search(one_form) or deadlines_in(text):
            found.append("日期")
        return tuple(found)
