"""Body against annex: what the work point of an item says beside what its rows say.

One can be taken for the other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from store.reading.signs.lines import folded
from store.reading.signs.marks import mark_of, without_mark
from store.records.changes import Change, Edit, updated
from store.records.notice import WorkPoint
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.names import name_key

_SIGNS = re.compile(r"[^\w%‰+]|_")
"""Signs that carry no substance; per cent and plus do (增长 8% 以上)."""


@dataclass(frozen=True, slots=True)
class TwoTexts:
    """An item's two texts: its work point, and its rows put together without their numbers."""

    item: Item
    point: WorkPoint
    rows: tuple[Task, ...]
    body_title: str
    annex_title: str
    body: str
    annex: str

    @property
    def differs(self) -> bool:
        """Say whether they differ in more than blanks and the width of signs."""
        return _differ(self.body, self.annex) or _differ(self.body_title, self.annex_title)

    @property
    def differs_in_substance(self) -> bool:
        """Say whether they differ in more than signs."""
        if _without_signs(self.body) != _without_signs(self.annex):
            return True
        return _without_signs(self.body_title) != _without_signs(self.annex_title)

    @property
    def facts(self) -> str:
        """Return all that is said, in one comparable text."""
        return "|".join((self.body_title, self.body, self.annex_title, self.annex))


def _without_signs(text: str) -> str:
    return _SIGNS.sub("", _key(text))


def texts_of(tasks: TaskList, item: Item) -> TwoTexts | None:
    """Return the two texts of an item.

    None where there is no work point with a text, no row, or where the list was read from the body.
    """
    point = tasks.find(WorkPoint, item.work_point)
    rows = tuple(map(tasks.task, tasks.task_keys_of(item.key)))
    if point is None or not rows:
        return None
    body = _text_under(tasks, point)
    if not body or any(_overlap(row.source, point.source) for row in rows):
        return None
    annex = "".join(row.text for row in rows)
    return TwoTexts(item, point, rows, point.heading, without_mark(item.title), body, annex)


def _text_under(tasks: TaskList, point: WorkPoint, above: frozenset[str] = frozenset()) -> str:
    """Return the text of a work point and all below it; one below itself is not gone into again."""
    above |= {point.key}
    text = point.text.replace("\n", "")
    for child in tasks.work_points(point.key):
        if child.key not in above:
            text += child.heading + _text_under(tasks, child, above)
    return text


def _overlap(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Say whether two stretches of lines, each by its first and last, have a line in common."""
    if not one or not other:
        return False
    begins = max(one[0], other[0])
    ends = min(one[-1], other[-1])
    return begins <= ends


def _differ(one: str, other: str) -> bool:
    return _key(one) != _key(other)


def _key(text: str) -> str:
    return name_key(folded(text))


def marked(body: str, annex: str) -> tuple[str, str]:
    """Return both texts, what the other lacks in brackets 【…】; differing blanks and widths stay
    unmarked.
    """
    left: list[str] = []
    right: list[str] = []
    for same, one, other in parts(body, annex):
        left.append(one if same else _bracketed(one))
        right.append(other if same else _bracketed(other))
    return "".join(left), "".join(right)


def _bracketed(text: str) -> str:
    return f"【{text}】" if text else ""


def parts(body: str, annex: str) -> Iterator[tuple[bool, str, str]]:
    """Return the texts cut into pieces that are the same in both or differ."""
    matcher = SequenceMatcher(None, folded(body), folded(annex), autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        one, other = body[start:end], annex[other_start:other_end]
        same = tag == "equal" or not (one + other).strip()
        yield same, one, other


def take_annex(tasks: TaskList, item: Item) -> Change:
    """Give the work point the text of the item's rows."""
    texts = _texts(tasks, item)
    if tasks.work_points(texts.point.key):
        raise Refused("这一要点下面还分条，不能整段替换，请在工作要点中逐条修改。")
    edits = updated(texts.point, text=texts.annex, heading=texts.annex_title)
    return Change(f"正文改从清单：{texts.annex_title}", tuple(edits))


def take_body(tasks: TaskList, item: Item) -> Change:
    """Give the item's row the text of the work point; Refused where several rows would have to share it."""
    texts = _texts(tasks, item)
    if len(texts.rows) > 1:
        raise Refused(
            f"这一事项有 {len(texts.rows)} 行，程序分不清正文哪一句归哪一行，请在各行的卡片上修改。"
        )
    mark = mark_of(item.title)
    number = mark.printed if mark else ""
    edits: list[Edit] = updated(texts.rows[0], text=texts.body)
    edits += updated(item, title=number + texts.body_title)
    return Change(f"清单改从正文：{texts.body_title}", tuple(edits))


def _texts(tasks: TaskList, item: Item) -> TwoTexts:
    texts = texts_of(tasks, item)
    if texts is None:
        raise Refused("这一事项没有可以对照的正文，请先在工作要点中补上。")
    return texts
