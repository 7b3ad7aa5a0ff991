"""Who answers for the rows under a heading that names a leader and nothing else: 一、党组成员、副局长 郑洁."""

import re
from collections.abc import Sequence

from store.reading.names.entries import people_of
from store.reading.names.people import are_names, names_in
from store.reading.signs.columns import first_side, owner_field
from store.reading.signs.lines import folded
from store.reading.signs.marks import without_mark
from store.records.cells import cell_kind, leaders_field
from store.records.values import Column

# 责任领导:郑洁; 分管领导:郑 洁(副局长).
_LABELLED = re.compile(r"(?P<label>[^:]{2,10}):\s*")
_LEADERS = "leaders"
_BEHIND_NAME = re.compile(
    r"(?:同志)?(?:牵头|分管|负责|包保|包抓|包联|领办)(?:的?(?:重点)?(?:任务|事项|项目|工作))?(?:清单)?$"
)
"""郑洁同志牵头任务."""


def leaders_over(heading: str, columns: Sequence[Column]) -> dict[str, tuple[str, ...]]:
    """Return the leaders whom a heading names, by field; none where the table has leaders of its own."""
    fields = [column.field for column in columns]
    if any(cell_kind(field) == _LEADERS for field in fields):
        return {}
    named = _named(without_mark(heading).strip())
    return {leaders_field(first_side(fields)): named} if named else {}


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
    field = owner_field(label) or ""
    if field != _LEADERS and cell_kind(field) != _LEADERS:
        return ()
    people = people_of(behind)
    if people:
        return tuple(person.name for person in people)
    return names_in(behind) if are_names(behind) else ()
