"""What a target's wording states in figures: value, unit, and what is counted."""

import re
from dataclasses import dataclass

from store.reading.signs.lines import cut, folded
from store.reading.signs.measures import TARGET

# Words that only say that something is aimed at: 力争实现成交额80亿元 is of 成交额.
_LEADING = re.compile(r"^(?:实现|力争|确保|努力|力促|做到|并|其中)+")
# Words between what is counted and the figure: 办理时间不超过3个工作日 is of 办理时间.
_LOOSE = re.compile(r"(?:达到?|至|到|为|不低于|不少于|不超过|不高于|超过|控制在|高于|低于|在|约|共)\s*$")


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure to be reached: the value as printed, its unit, and the words that say of what."""

    value: str
    unit: str
    base: str


def indicators_of(targets: tuple[str, ...]) -> tuple[Indicator, ...]:
    """Return the figures in some targets, in order: 新建污水处理厂2座 is 2, 座, of 新建污水处理厂."""
    found: list[Indicator] = []
    for target in targets:
        end = 0
        for match in TARGET.finditer(folded(target)):
            words = target[end : match.start()].strip(" ,、;。，；")
            base = _LOOSE.sub("", _LEADING.sub("", words)).strip()
            found.append(Indicator(match["value"], cut(target, match, "unit"), base))
            end = match.end()
    return tuple(found)
