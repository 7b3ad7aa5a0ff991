"""Rules on an item's texts: body against annex, and sentences said twice."""

import re
from collections.abc import Iterable, Iterator

from store.checks.finding import Hit, rule
from store.checks.look import Look
from store.checks.two_texts import texts_of
from store.reading.signs.marks import without_mark
from store.records.notice import WorkPoint
from store.records.task import Item
from store.words.names import name_key

_SENTENCE_END = re.compile(r"[。;；!！?？\n]")
_SHORTEST = 6
"""Characters from which on a sentence said twice is no mere phrase."""


@rule("C20", "提醒", "正文与清单不一致", "item", "work_points")
def body_differs(look: Look, item: Item) -> Iterable[Hit]:
    """An item whose work point says other words than its rows; numbers of rows, blanks and the width of signs apart."""
    both = texts_of(look.tasks, item)
    if both and both.differs:
        says = f"“{item.title}”正文与清单的文字不同,请对照,取其中一种。"
        facts = f"{both.body_title}|{both.body}|{both.annex_title}|{both.annex}"
        yield Hit(
            item.key, says, facts, both.rows[0].key, (Item.TABLE, item.key), "text", item.title, "compare"
        )


@rule("C25", "说明", "句子重复", "item", "work_points")
def said_twice(look: Look, item: Item) -> Iterable[Hit]:
    """An item with a sentence that repeats its title or another sentence, in a row or in the body."""
    rows = [look.tasks.task(key) for key in look.tasks.task_keys_of(item.key)]
    point = look.tasks.find(WorkPoint, item.work_point)
    texts = [(without_mark(item.title), row.text) for row in rows] + (
        [(point.heading, point.text)] if point else []
    )
    twice = list(dict.fromkeys(sentence for title, text in texts for sentence in _twice(title, text)))
    if twice:
        says = f"“{item.title}”中“{twice[0]}”重复,请看是否删去一处。"
        row = rows[0].key if rows else None
        yield Hit(
            item.key,
            says,
            "|".join(twice),
            row,
            (Item.TABLE, item.key),
            "text",
            item.title,
            "card" if row else "record",
        )


def _twice(title: str, text: str) -> Iterator[str]:
    """Sentences of a text that its title or an earlier sentence has already; a text that is no more than its title says it once."""
    sentences = [sentence.strip() for sentence in _SENTENCE_END.split(text) if sentence.strip()]
    if len(sentences) < 2:
        return
    seen = {name_key(title)}
    for sentence in sentences:
        key = name_key(sentence)
        if key in seen and len(key) >= _SHORTEST:
            yield sentence
        seen.add(key)
