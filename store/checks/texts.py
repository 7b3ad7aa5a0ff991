"""Rules on an item's texts: body against annex, and sentences said twice."""

import re
from collections.abc import Iterable, Iterator

from store.checks.finding import Hit, Mend, rule
from store.checks.look import Look
from store.checks.two_texts import texts_of
from store.reading.signs.marks import without_mark
from store.records.notice import WorkPoint
from store.records.task import Item
from store.words.names import name_key

_SENTENCE_END = re.compile(r"[。;；!！?？\n]")
"""Where a sentence ends; a text of three sentences is parted in three."""
_SHORTEST = 6
"""Characters from which on a sentence said twice is no mere phrase."""


@rule("C20", "提醒", "正文与清单不一致", "item", "work_points")
def body_differs(look: Look, item: Item) -> Iterable[Hit]:
    """An item whose work point says other words than its rows; blanks and widths of signs do not count."""
    both = texts_of(look.tasks, item)
    if both and both.differs:
        says = f"“{item.title}”正文与清单的文字不同，请对照，取其中一种。"
        row = both.rows[0].key
        yield _on_item(item, row, says, both.facts, "compare")


@rule("C25", "说明", "句子重复", "item", "work_points")
def said_twice(look: Look, item: Item) -> Iterable[Hit]:
    """An item with a sentence that repeats its title or another sentence, in a row or in the body."""
    rows = list(map(look.tasks.task, look.tasks.task_keys_of(item.key)))
    point = look.tasks.find(WorkPoint, item.work_point)
    texts = [(without_mark(item.title), row.text) for row in rows]
    if point:
        texts.append((point.heading, point.text))
    twice: list[str] = []
    for title, text in texts:
        twice += _twice(title, text)
    if twice:
        says = f"“{item.title}”中“{twice[0]}”重复，请看是否删去一处。"
        facts = "|".join(dict.fromkeys(twice))
        row = rows[0].key if rows else None
        yield _on_item(item, row, says, facts, "card" if row else "record")


def _on_item(item: Item, row: str | None, says: str, facts: str, mend: Mend) -> Hit:
    record = (Item.TABLE, item.key)
    return Hit(item.key, says, facts, row, record, "text", item.title, mend)


def _twice(title: str, text: str) -> Iterator[str]:
    """Return the sentences of a text that its title or an earlier sentence has already.

    A text that is no more than its title says it once.
    """
    stripped = [sentence.strip() for sentence in _SENTENCE_END.split(text)]
    sentences = [sentence for sentence in stripped if sentence]
    if len(sentences) < 2:
        return
    seen = {name_key(title)}
    for sentence in sentences:
        key = name_key(sentence)
        if key in seen and len(key) >= _SHORTEST:
            yield sentence
        seen.add(key)
