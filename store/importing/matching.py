"""Which rows, items and work points of two versions of a list are the same: by title, by text, by place, by likeness."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from store.reading.signs.marks import without_mark
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.words.names import name_key

LIKE = 0.6
"""From this share of common characters on, two texts are taken for versions of one."""
_COMPARED = 200_000
"""Comparisons of texts at most: beyond that what is not equal counts as another row."""

Pairs = dict[str, str]
"""Key in the old version to key in the new one."""
Named = tuple[str, Hashable]
"""A record's key, and what it is known by."""


def matched_rows(old: TaskList, new: TaskList) -> Pairs:
    """The rows that both versions have; what is left over on one side was added or is gone."""
    olds, news = list(old.tasks), list(new.tasks)
    titles = {
        task.key: _item_title(tasks, task) for tasks, rows in ((old, olds), (new, news)) for task in rows
    }
    pairs: Pairs = {}
    for title_too in (True, False):
        named = (
            [(task.key, (titles[task.key] if title_too else "", name_key(task.text))) for task in rows]
            for rows in _left(olds, news, pairs)
        )
        pairs |= _paired(*named)
    for same_item in (True, False):
        pairs |= _alike(*_left(olds, news, pairs), titles, same_item)
    return pairs


def matched_items(old: TaskList, new: TaskList, rows: Pairs) -> Pairs:
    """The items that both versions have: of one title, else those that rows of both stand in."""
    pairs = _paired(
        *(((item.key, name_key(without_mark(item.title))) for item in tasks.items) for tasks in (old, new))
    )
    taken = set(pairs.values())
    for before, after in rows.items():
        item, other = old.task(before).item, new.task(after).item
        if item not in pairs and other not in taken:
            pairs[item] = other
            taken.add(other)
    return pairs


def matched_points(old: TaskList, new: TaskList) -> Pairs:
    """The work points that both versions have: of one heading under one section, else of one number there."""
    pairs = _paired(
        *(((key, (path, heading)) for key, path, heading, _ in _branches(tasks)) for tasks in (old, new))
    )
    taken = set(pairs.values())
    left = ((key, (path, number)) for key, path, _, number in _branches(old) if key not in pairs)
    there = ((key, (path, number)) for key, path, _, number in _branches(new) if key not in taken)
    return pairs | _paired(left, there)


def matched_roster(old: TaskList, new: TaskList) -> Pairs:
    """The roster's lines that both versions have: of one person."""
    return _paired(*(((entry.key, entry.person) for entry in tasks.entries) for tasks in (old, new)))


def _branches(
    tasks: TaskList, parent: str | None = None, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, tuple[str, ...], str, str]]:
    """Each work point's key, the headings above it, its own, and its number."""
    for point in tasks.work_points(parent):
        heading = name_key(point.heading or point.text)
        yield point.key, path, heading, point.number
        yield from _branches(tasks, point.key, (*path, heading))


def _left(olds: Sequence[Task], news: Sequence[Task], pairs: Pairs) -> tuple[list[Task], list[Task]]:
    taken = set(pairs.values())
    return [task for task in olds if task.key not in pairs], [task for task in news if task.key not in taken]


def _paired(olds: Iterable[Named], news: Iterable[Named]) -> Pairs:
    """Those known by one thing, the first with the first where several are."""
    waiting: dict[Hashable, list[str]] = {}
    for key, known_by in news:
        waiting.setdefault(known_by, []).append(key)
    return {key: keys.pop(0) for key, known_by in olds if (keys := waiting.get(known_by))}


def _alike(left: Sequence[Task], there: Sequence[Task], titles: Mapping[str, str], same_item: bool) -> Pairs:
    """The most alike first, within items of one title or across them."""
    if len(left) * len(there) > _COMPARED:
        return {}
    found = []
    for one in left:
        matcher = SequenceMatcher(b=name_key(one.text), autojunk=False)
        for other in there:
            if (titles[one.key] == titles[other.key]) is same_item:
                matcher.set_seq1(name_key(other.text))
                if matcher.quick_ratio() >= LIKE and (likeness := matcher.ratio()) >= LIKE:
                    found.append((likeness, one.key, other.key))
    chosen: Pairs = {}
    for _, one_key, other_key in sorted(found, key=lambda match: -match[0]):
        if one_key not in chosen and other_key not in chosen.values():
            chosen[one_key] = other_key
    return chosen


def _item_title(tasks: TaskList, task: Task) -> str:
    item = tasks.find(Item, task.item)
    return name_key(without_mark(item.title)) if item else ""
