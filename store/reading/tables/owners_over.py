"""Who answers for the rows under a heading that names a leader or a unit alone: 一、副局长 郑洁."""

import re
from collections.abc import Sequence

from store.reading.names.entries import people_of
from store.reading.names.people import are_names, names_in
from store.reading.names.units import looks_like_unit
from store.reading.signs.columns import first_side, names_leaders
from store.reading.signs.lines import folded
from store.reading.signs.marks import without_mark
from store.records.cells import cell_kind, leaders_field, units_field
from store.records.values import Column

# 责任领导:郑洁; 分管领导:郑 洁(副局长).
_LABELLED = re.compile(r"(?P<label>[^:]{2,10}):\s*")
# 郑洁同志牵头任务, 郑洁分管的重点事项.
_BEHIND_NAME = re.compile(
    r"(?:同志)?(?:牵头|分管|负责|包保|包抓|包联|领办)(?:的?(?:重点)?(?:任务|事项|项目|工作))?(?:清单)?$"
)
# 待遇保障科(3项).
_COUNT = re.compile(r"\(?(?:共)?\d+[项件个条]\)?$")


def owners_over(heading: str, columns: Sequence[Column]) -> dict[str, tuple[str, ...]]:
    """Return the leaders or the unit that a heading names, by field.

    There are none where the table has a column for them.
    """
    fields = [column.field for column in columns]
    kinds = {cell_kind(field) for field in fields}
    words = without_mark(heading).strip()
    if "leaders" not in kinds:
        named = _named(words)
        if named:
            return {leaders_field(first_side(fields)): named}
    words = words[: len(folded(words)) - len(_counted(words))]
    if "units" not in kinds and looks_like_unit(words):
        return {units_field("participant"): (words,)}
    return {}


def _counted(words: str) -> str:
    found = _COUNT.search(folded(words))
    return found.group() if found else ""


def _named(text: str) -> tuple[str, ...]:
    label = _LABELLED.match(folded(text))
    if label:
        return _labelled(label["label"], text[label.end() :])
    verb = _BEHIND_NAME.search(folded(text))
    people = people_of(text[: verb.start()] if verb else text)
    if len(people) == 1 and (people[0].post or verb):
        return (people[0].name,)
    return ()


def _labelled(label: str, behind: str) -> tuple[str, ...]:
    """Return the people behind a label for leaders."""
    if not names_leaders(label):
        return ()
    people = people_of(behind)
    if people:
        return tuple(person.name for person in people)
    return names_in(behind) if are_names(behind) else ()
