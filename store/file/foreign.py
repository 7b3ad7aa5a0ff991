"""What another program wrote into a list, beside what its history makes: to be taken over or set aside.

Until one of these is done the list says it at each opening. Taken over, it is one change (外部修改) like any
other, with its texts cleaned as all texts from outside are; set aside, the file as it was is kept beside it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from store.file.held import HeldList
from store.history.chain import broken_links, made_by
from store.history.restoration import restoring_edits
from store.records.changes import Change, Edit, inverted
from store.records.documents import Documents
from store.records.fields import field_of
from store.records.tables import RECORDS
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.cleaning import clean, clean_line, clean_source

TITLE = "外部修改"
"""Of the change that takes over what another program wrote."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """What another program wrote into a list."""

    tasks: TaskList
    """The list without it: as the history makes it."""
    back: tuple[Edit, ...]
    """What takes it out of the records."""
    change: Change
    """What puts it in again, cleaned."""

    @classmethod
    def of(cls, file: HeldList, basis: str = "") -> "Foreign":
        """Compare an open list with its history; Refused where the history is not whole."""
        broken = next(broken_links(file.history, file.head), None)
        if broken:
            raise Refused(
                f"{broken}历史也被改动过，不能据此区分，没有改动；请用命令 yaodian repair 查看能恢复的内容。"
            )
        documents = Documents(made_by(file.history))
        documents.undecided = file.undecided
        made = TaskList(documents, clock=file.tasks.clock)
        edits = tuple(restoring_edits(made, file.tasks))
        change = Change(TITLE, tuple(_cleaned(edits)), basis=basis)
        return cls(made, inverted(edits), change)


def _cleaned(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield edits whose texts are as clean as those that are typed; one that says nothing new is left out."""
    for edit in edits:
        after = _clean_value(edit.table, edit.field, edit.after)
        if after != edit.before:
            yield replace(edit, after=after)


def _clean_value(table: str, field: str, value: Any) -> Any:
    if not field and isinstance(value, dict):
        return {name: _clean_value(table, name, held) for name, held in value.items()}
    if isinstance(value, str):
        return _clean_text(table, field, value)
    if isinstance(value, list):
        return [_clean_value(table, field, part) for part in value]
    if isinstance(value, dict):
        return {name: _clean_value(table, field, held) for name, held in value.items()}
    return value


def _clean_text(table: str, field: str, text: str) -> str:
    if field == "source_text":
        return clean_source(text)
    record = RECORDS.get(table)
    is_long = record is not None and field_of(record, field).kind in ("text", "lines", "labelled")
    return clean(text) if is_long else clean_line(text)
