"""Matching two versions of a list: rows, items and work points by title, text, place and likeness."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from store.reading.signs.marks import without_mark
from store.records.person import RosterEntry
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
    """Return the rows that both versions have; what is left over on one side was added or is gone."""
    olds, news = list(old.tasks), list(new.tasks)
    titles = _titles(old, olds) | _titles(new, news)
    no_titles = dict.fromkeys(titles, "")
    pairs: Pairs = {}
    for known_titles in (titles, no_titles):
        left, there = _left(olds, news, pairs)
        pairs |= _paired(_named(left, known_titles), _named(there, known_titles))
    for same_item in (True, False):
        pairs |= _alike(*_left(olds, news, pairs), titles, same_item)
    return pairs


def _titles(tasks: TaskList, rows: Iterable[Task]) -> dict[str, str]:
    return {task.key: _item_title(tasks, task) for task in rows}


def _named(rows: Iterable[Task], titles: Mapping[str, str]) -> Iterator[Named]:
    """Name each row by its item's title and its text."""
    for task in rows:
        yield task.key, (titles[task.key], name_key(task.text))


def matched_items(old: TaskList, new: TaskList, rows: Pairs) -> Pairs:
    """Return the items that both versions have: of one title, else those that rows of both stand in."""
    pairs = _paired(_items_by_title(old), _items_by_title(new))
    taken = set(pairs.values())
    for before, after in rows.items():
        item, other = old.task(before).item, new.task(after).item
        if item not in pairs and other not in taken:
            pairs[item] = other
            taken.add(other)
    return pairs


def _items_by_title(tasks: TaskList) -> Iterator[Named]:
    for item in tasks.items:
        yield item.key, name_key(without_mark(item.title))


def matched_points(old: TaskList, new: TaskList) -> Pairs:
    """Return the work points that both versions have.

    They are of one heading under one section, else of one number there.
    """
    before, after = list(_branches(old)), list(_branches(new))
    pairs = _paired(map(_by_heading, before), map(_by_heading, after))
    taken = set(pairs.values())
    left = [branch for branch in before if branch.key not in pairs]
    there = [branch for branch in after if branch.key not in taken]
    return pairs | _paired(map(_by_number, left), map(_by_number, there))


def matched_roster(old: TaskList, new: TaskList) -> Pairs:
    """Return the roster's lines that both versions have: of one person."""
    return _paired(map(_by_person, old.entries), map(_by_person, new.entries))


def _by_person(entry: RosterEntry) -> Named:
    return entry.key, entry.person


class _Branch(NamedTuple):
    """A work point by what it is known by: the headings above it, its own, and its number."""

    key: str
    path: tuple[str, ...]
    heading: str
    number: str


def _branches(tasks: TaskList, parent: str | None = None, path: tuple[str, ...] = ()) -> Iterator[_Branch]:
    for point in tasks.work_points(parent):
        heading = name_key(point.heading or point.text)
        yield _Branch(point.key, path, heading, point.number)
        yield from _branches(tasks, point.key, (*path, heading))


def _by_heading(branch: _Branch) -> Named:
    return branch.key, (branch.path, branch.heading)


def _by_number(branch: _Branch) -> Named:
    return branch.key, (branch.path, branch.number)


def _left(olds: Sequence[Task], news: Sequence[Task], pairs: Pairs) -> tuple[list[Task], list[Task]]:
    """Return the rows of each version that are not paired."""
    taken = set(pairs.values())
    left = [task for task in olds if task.key not in pairs]
    there = [task for task in news if task.key not in taken]
    return left, there


def _paired(olds: Iterable[Named], news: Iterable[Named]) -> Pairs:
    """Pair those known by one thing, the first with the first where several are."""
    waiting: dict[Hashable, list[str]] = {}
    for key, known_by in news:
        waiting.setdefault(known_by, []).append(key)
    pairs: Pairs = {}
    for key, known_by in olds:
        keys = waiting.get(known_by)
        if keys:
            pairs[key] = keys.pop(0)
    return pairs


def _alike(left: Sequence[Task], there: Sequence[Task], titles: Mapping[str, str], same_item: bool) -> Pairs:
    """Pair the most alike first, within items of one title or across them."""
    if len(left) * len(there) > _COMPARED:
        return {}
    found = []
    for one in left:
        others = [other for other in there if (titles[one.key] == titles[other.key]) is same_item]
        found += [(likeness, one.key, other) for other, likeness in _likenesses(one, others)]
    found.sort(key=lambda match: -match[0])
    chosen: Pairs = {}
    taken: set[str] = set()
    for _, one_key, other_key in found:
        if one_key not in chosen and other_key not in taken:
            chosen[one_key] = other_key
            taken.add(other_key)
    return chosen


def _likenesses(one: Task, others: Iterable[Task]) -> Iterator[tuple[str, float]]:
    """Yield the keys of the rows that may be another version of one, each with how alike the texts are."""
    matcher = SequenceMatcher(b=name_key(one.text), autojunk=False)
    for other in others:
        matcher.set_seq1(name_key(other.text))
        if matcher.quick_ratio() < LIKE:
            continue
        likeness = matcher.ratio()
        if likeness >= LIKE:
            yield other.key, likeness


def _item_title(tasks: TaskList, task: Task) -> str:
    item = tasks.find(Item, task.item)
    return name_key(without_mark(item.title)) if item else ""
