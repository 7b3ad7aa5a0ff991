"""What another program wrote into a list: what no record can hold, and what its history did not make.

第 3.2 行的备注（文件第 412 行）
"""

from collections.abc import Mapping

from store.file.contents import Contents, line_of
from store.history.chain import made_by
from store.records.changes import Edit
from store.records.describing import edited_in_words
from store.records.fitting import Misfit, fits
from store.records.record import Doc
from store.records.tables import say_the_same
from store.records.tasklist import TaskList


def wrong_in_words(contents: Contents, raw: bytes) -> list[str]:
    """Say of each field, record and change that was left out which it is, and its line in the file."""
    tasks = TaskList(contents.documents)
    return [_in_words(tasks, misfit, raw) for misfit in contents.wrong]


def _in_words(tasks: TaskList, misfit: Misfit, raw: bytes) -> str:
    line = line_of(raw, misfit.table, misfit.key)
    place = f"（文件第 {line} 行）" if line else ""
    if misfit.table == "changes":
        return f"历史中的一次变更{place}，它和它以后的变更都没有采用"
    if not misfit.field:
        return f"表 {misfit.table} 中的一条记录{place}"
    where = edited_in_words(tasks, Edit(misfit.table, misfit.key, misfit.field, None, None))
    return f"{where}{place}"


def compare_with_history(contents: Contents) -> bool:
    """Give fields that were left out what the history makes of them; tell whether the records differ from it.

    Where the history cannot be followed they are taken to differ.
    """
    try:
        made = made_by(contents.history)
    except (AttributeError, KeyError, TypeError, ValueError):
        return True
    for misfit in contents.wrong:
        _mend(contents, misfit, made.get(misfit.table, {}).get(misfit.key))
    tables = contents.tables
    return any(_differ(table, tables.get(table, {}), made.get(table, {})) for table in {**tables, **made})


def _mend(contents: Contents, misfit: Misfit, made: Doc | None) -> None:
    """Put into a record what its history makes of a field that was left out of it."""
    docs = contents.tables.get(misfit.table, {})
    if not made or misfit.key not in docs or misfit.field not in made:
        return
    value = made[misfit.field]
    if fits(misfit.table, misfit.field, value):
        held = {**docs[misfit.key], misfit.field: value}
        docs[misfit.key] = {name: held[name] for name in {**made, **held} if name in held}


def _differ(table: str, held: Mapping[str, Doc], made: Mapping[str, Doc]) -> bool:
    keys = {**held, **made}
    return any(not say_the_same(table, held.get(key), made.get(key)) for key in keys)
