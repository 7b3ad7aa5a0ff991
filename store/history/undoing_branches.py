"""Taking a change back where changes did not see one another: what others did beside it stays.

A: lead = 平台处 | B: lead = 成果处, then A undoes his: 成果处 is left, whichever was shown before. Who had
seen the change and wrote over it stands in the way; who had not, does not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.history.evaluation import Evaluated, evaluated
from store.history.gathering import touched_by
from store.history.lineage import Lineage
from store.records.changes import Change, Edit, History, hash_of
from store.records.tasklist import TaskList


def seen_by(history: History, later: Sequence[Change], change: Change) -> list[Change]:
    """Return those of some changes that had seen another."""
    lineage = Lineage(history.docs)
    places = {doc["id"]: number for number, doc in enumerate(history.docs)}
    number = places[change.id]
    return [one for one in later if lineage.has_seen(places[one.id], number)]


def edits_taking_back(tasks: TaskList, history: History, taking: Change) -> tuple[Edit, ...]:
    """Return the edits of an undo or redo: to what its records say once its change is taken back."""
    trial = replace(taking, parents=history.heads)
    doc = trial.to_doc()
    grown = history.grown({hash_of(doc): doc}, {})
    touched = touched_by(grown, [len(history)])
    found = evaluated(grown, Lineage(grown.docs), touched=touched, held=tasks.documents.tables)
    return tuple(_edits(tasks, taking.edits, found))


def _edits(tasks: TaskList, edits: Sequence[Edit], found: Evaluated) -> Iterator[Edit]:
    """Yield some edits, one after another, from what is there to what was found."""
    now = tasks.copy()
    for edit in edits:
        doc = found.tables.get(edit.table, {}).get(edit.key)
        before, after = now.value(edit.table, edit.key, edit.field), edit.after
        if edit.field:
            if doc is None or now.value(edit.table, edit.key, "") is None:
                continue
            after = doc.get(edit.field, after)
        elif after is not None:
            after = doc
        taking = replace(edit, before=before, after=after)
        now.apply((taking,))
        yield taking
