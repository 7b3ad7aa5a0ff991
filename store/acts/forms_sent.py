"""Forms that went out: noted unit by unit, so that it is known whose form did not come back."""

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from store.ledger.forms import UnitForm
from store.records.changes import Change, Edit, created, updated
from store.records.follow_up import Form, form_key
from store.records.tasklist import TaskList


class FormWritten(NamedTuple):
    """A form as it was written: the name of its file, and the file's bytes."""

    form: UnitForm
    file: str
    data: bytes


def forms_sent(tasks: TaskList, written: Sequence[FormWritten], day: date) -> Change:
    """Note forms as sent on a day; one that goes out again takes the place of the earlier one."""
    edits: list[Edit] = []
    for one in written:
        edits += _noted(tasks, one, day.isoformat())
    form = written[0].form
    label = form.period.label
    if len(written) == 1:
        return Change(f"发出{form.unit}{label}报送表", tuple(edits))
    count = len(written)
    return Change(f"发出{label}报送表（{count} 个单位）", tuple(edits))


def _noted(tasks: TaskList, written: FormWritten, day: str) -> Sequence[Edit]:
    identity = written.form.identity
    key = form_key(*identity[1:])
    digest = hashlib.sha256(written.data).hexdigest()
    rows = written.form.rows
    held = tasks.find(Form, key)
    if held:
        return updated(held, sent_on=day, file=written.file, sha256=digest, rows=rows)
    form = Form(key, *identity[1:], day, written.file, digest, rows)
    return [created(form)]
