"""Changes that go on from the first one without a gap: only these can be given to another desk."""

from collections.abc import Sequence

from store.records.changes import hash_of
from store.records.record import Doc


def rooted(docs: Sequence[Doc]) -> dict[str, Doc]:
    """Return by hash, in order, the changes that go on from the first one without a gap."""
    whole: dict[str, Doc] = {}
    for number, doc in enumerate(docs):
        parents = doc["parents"]
        if all(parent in whole for parent in parents) and (parents or not number):
            whole[hash_of(doc)] = doc
    return whole


def cut_off(docs: Sequence[Doc]) -> list[Doc]:
    """Return the changes that lost one they go on from, as a damaged list was repaired."""
    kept = {doc["id"] for doc in rooted(docs).values()}
    return [doc for doc in docs if doc["id"] not in kept]
