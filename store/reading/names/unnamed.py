"""Those whom a roster names by their offices alone."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.reading.names.entries import people_of
from store.reading.names.units import looks_like_unit, units_in
from store.reading.signs.lines import cut, folded
from store.words.names import is_collective

# 市财政局主要负责同志, 各县(市、区)人民政府分管领导: an office and nobody by name.
_UNNAMED = re.compile(
    r"([^。:]{2,}?)((?:(?:有关|相关)(?:科室|处室|股室))?"
    r"(?:(?:党政|行政)?(?:主要|分管|有关|相关|具体)(?:负责同志|负责人|领导同志|领导|同志)|负责同志|负责人))"
)
# 各村(社区)党组织书记, 各乡镇长: whoever holds an office, in every place.
_OF_EVERY = re.compile(
    r"(各[^。:、,;]{1,20}?)"
    r"((?:党组织|党支部|党总支|党委|党组|党工委|支部)?(?:书记|主任|[乡镇区县市局处科站所校院园村]长|经理))"
)
# 由市财政局有关负责人组成.
_MADE_OF = re.compile(r"由?(.+?)(?:组成|担任)")
_CUTS = re.compile(r"[、,;]")
# 各县区主要负责人、市财政局负责同志: two offices.
_BEHIND_OFFICE = re.compile(r"(?<=负责人)[、,;]|(?<=同志)[、,;]|(?<=领导)[、,;]")
# 市财政局 behind 各县区政府 is a body of its own.
_LEVEL = re.compile(r"[省市州区县旗各]")
_LONGEST = 480


class Unnamed(NamedTuple):
    """Somebody of a roster by the office alone (市财政局主要负责同志), and the unit that it is in."""

    post: str
    unit: str | None


def unnamed_of(text: str) -> list[Unnamed]:
    """Return those whom a line names by their offices alone: 市发改局、市财政局主要负责人 are two."""
    one_form = folded(text).rstrip("、,;。 ")
    made = _MADE_OF.fullmatch(one_form)
    if made:
        text = cut(text, made, 1)
        one_form = folded(text)
    if len(one_form) > _LONGEST:
        return []
    between = _BEHIND_OFFICE.search(one_form)
    if between:
        first, others = unnamed_of(text[: between.start()]), unnamed_of(text[between.end() :])
        return [*first, *others] if first and others else []
    found = _UNNAMED.fullmatch(one_form) or _OF_EVERY.fullmatch(one_form)
    if found is None or people_of(text):
        return []
    units = units_in(cut(text, found, 1))
    if len(units) > 1 and all(map(looks_like_unit, units)) and not _go_on_with_every(units):
        office = cut(text, found, 2)
        return [Unnamed(f"{unit}{office}", single(unit)) for unit in units]
    return [Unnamed(text[: len(one_form)], single(cut(text, found, 1)))]


def _go_on_with_every(units: Sequence[str]) -> bool:
    """Tell whether 各 before the first body stands for the next too: 各县区市场监管局、教育局."""
    return folded(units[0]).startswith("各") and not _LEVEL.match(folded(units[1]))


def single(unit: str) -> str | None:
    """Return a unit where it is one and no collective (各县区)."""
    return (
        unit if looks_like_unit(unit) and not is_collective(unit) and not _CUTS.search(folded(unit)) else None
    )
