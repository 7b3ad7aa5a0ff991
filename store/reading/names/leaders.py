"""Leaders in a cell, each with a post or without: 县委常委、政法委书记 何 勇; 法院院长钱 进; 何勇 龙飞."""

from collections.abc import Collection

from store.reading.names.entries import people_of
from store.reading.names.people import looks_like_name, names_in
from store.reading.signs.lines import unpadded


def leaders_in(cell: str, known: Collection[str] = ()) -> tuple[str, ...]:
    """Return the people that a cell of leaders names, without their posts.

    What names no person (相关分管领导) stands as it is worded.
    """
    for text in (cell, unpadded(cell)):
        people = people_of(text)
        names = tuple(person.name for person in people)
        if people and all(person.post for person in people) and all(map(looks_like_name, names)):
            return tuple(dict.fromkeys(names))
    return names_in(cell, known)
