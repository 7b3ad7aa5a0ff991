"""标点规范: the texts of rows given the punctuation of print, as one change; the notice's source stays."""

from collections.abc import Sequence

from store.acts.field_values import field_text
from store.acts.texts_replaced import Piece, TextPlace, around, counted, in_words, rewritten, texts_of
from store.records.changes import Change
from store.records.tasklist import TaskList
from store.words.full_width import as_printed


def places_of_signs(tasks: TaskList, rows: Sequence[str]) -> tuple[TextPlace, ...]:
    """Return the texts of rows with half-width signs beside Chinese; of items all named the titles too."""
    found: list[TextPlace] = []
    for record, field in texts_of(tasks, rows):
        text = field_text(tasks, record, field)
        printed = as_printed(text)
        changed = [place for place, sign in enumerate(text) if printed[place] != sign]
        if changed:
            first = changed[0]
            before = around(text, first, first + 1, text[first])
            after = around(printed, first, first + 1, printed[first])
            where = in_words(tasks, record, field)
            pieces = tuple(Piece(at, at + 1, printed[at]) for at in changed)
            found.append(TextPlace(record, field, where, before, after, pieces))
    return tuple(found)


def print_signs(tasks: TaskList, places: Sequence[TextPlace]) -> Change:
    """Return the one change that gives texts the signs of print: 标点规范（第 1、3.2 行 3 处）."""
    if not places:
        return Change("标点没有变化", ())
    return Change(f"标点规范（{counted(tasks, places)}）", rewritten(tasks, places))
