"""A history in memory of changes that came one after another."""

from collections.abc import Iterable
from dataclasses import replace

from store.records.changes import Change, History, hash_of


def made_history(changes: Iterable[Change]) -> History:
    """The history that some changes are, each of which has seen those before it."""
    history = History([])
    for change in changes:
        add(history, change)
    return history


def add(history: History, change: Change) -> None:
    """Add a change to a history."""
    stamped = replace(change, parents=history.heads)
    doc = stamped.to_doc()
    history.append(stamped, doc, hash_of(doc))
