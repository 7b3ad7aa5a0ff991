"""What a target's wording states in figures: value, unit, and what is counted."""

import re
from dataclasses import dataclass

from store.reading.signs.lines import folded
from store.reading.signs.measures import TARGET

_LEADING = re.compile(r"^(?:实现|力争|确保|努力|力促|做到|并|其中)+")
_LOOSE = re.compile(r"(?:达到?|至|到|为|不低于|不少于|不超过|不高于|超过|控制在|高于|低于|在|约|共)\s*$")


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure to be reached: the value as printed, its unit, and the words that say of what."""

    value: str
    unit: str
    base: str


def indicators_of(targets: tuple[str, ...]) -> tuple[Indicator, ...]:
    """The figures in some targets, in order."""
    found = []
    for target in targets:
        end = 0
        for match in TARGET.finditer(folded(target)):
            base = _LOOSE.sub("", _LEADING.sub("", target[end : match.start()].strip(" ,、;。，；")))
            found.append(
                Indicator(match["value"], target[match.start("unit") : match.end("unit")], base.strip())
            )
            end = match.end()
    return tuple(found)
