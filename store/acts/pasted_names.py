"""Units and leaders by the words of a pasted cell: what fits nothing stays open, and is said."""

import re

from store.acts.resolving import leader_named, unit_named
from store.records.cells import RESPONSIBILITY_FIELDS, CellKind
from store.records.derived import derived
from store.records.documents import on
from store.records.notice import Notice
from store.records.person import Person, RosterEntry
from store.records.row_order import ORDER_OF_ROWS
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention
from store.refused import Refused
from store.words.names import shortened

# 法制处、转化中心; 法制处,转化中心; 法制处 转化中心; one a line. Names themselves have no blanks but 赵 峰.
_BETWEEN = re.compile("[,\uff0c、;\uff1b\\s]+")
_SPREAD_NAME = re.compile(
    r"(?<![^\s,\uff0c、;\uff1b])([\u3400-\u9fff])[ \u3000]+([\u3400-\u9fff])(?![^\s,\uff0c、;\uff1b])"
)
_LONGEST_NAME = 40
"""Signs; what is longer is a sentence, as is what has a full stop."""


def refusal_of(kind: CellKind, text: str) -> str:
    """Return why a text is no list of names; empty where it is one."""
    for name in _names(kind, text):
        if len(name) > _LONGEST_NAME or "。" in name:
            what = "单位" if kind == "units" else "领导"
            return f"“{shortened(name)}”不像{what}的名称，请粘贴到文字栏。"
    return ""


def mentions_pasted(tasks: TaskList, kind: CellKind, text: str) -> tuple[Mention, ...]:
    """Return units or leaders by the names in a cell, each once; one that fits none or several is open."""
    mentions = (_mention(tasks, kind, name) for name in _names(kind, text))
    return tuple(dict.fromkeys(mentions))


def open_names(tasks: TaskList, kind: CellKind, text: str) -> tuple[str, ...]:
    """Return the names in a cell that fit no unit or person of the list, or several, collectives apart."""
    mentions = mentions_pasted(tasks, kind, text)
    return tuple(one.wording for one in mentions if one.is_open)


def _names(kind: CellKind, text: str) -> list[str]:
    """Return the names in a cell as other programs write them."""
    if kind == "leaders":
        text = _SPREAD_NAME.sub(r"\1\2", text)
    return list(filter(None, _BETWEEN.split(text)))


def _mention(tasks: TaskList, kind: CellKind, name: str) -> Mention:
    """Return what a name means; a block of thousands of cells has each many times."""
    found, asked = _found(tasks), (kind, name, tasks.today)
    if asked not in found:
        found[asked] = _looked_up(tasks, kind, name)
    return found[asked]


@derived(on(Unit), on(Person), on(RosterEntry), on(Notice), on(Task, *RESPONSIBILITY_FIELDS), *ORDER_OF_ROWS)
def _found(tasks: TaskList) -> dict[tuple[CellKind, str, str], Mention]:
    """Return what names were found to mean, begun anew where that may be otherwise."""
    return {}


def _looked_up(tasks: TaskList, kind: CellKind, name: str) -> Mention:
    try:
        mention = unit_named(tasks, name) if kind == "units" else leader_named(tasks, name)
    except Refused:
        return Mention(None, name)
    unit = tasks.find(Unit, mention.key)
    return Mention(None, name) if unit and unit.closed_on(tasks.today) else mention
