"""Rules on what came twice into a list since it is kept at several desks."""

from collections.abc import Iterable

from store.checks.finding import Hit, rule
from store.checks.look import Look
from store.records.alike import alike, name_of
from store.records.describing import alike_named
from store.records.task import Task


@rule("C32", "提醒", "两处新增的内容相同", "list", "what_rows_say", "units", "people", "notices")
def added_alike(look: Look) -> Iterable[Hit]:
    """A row, item, unit or person that two desks added alike, neither having seen the other's."""
    documents = look.tasks.documents
    for pair in alike(documents.tables, documents.apart()):
        table, kept, gone = pair
        about = name_of(documents.tables[table][kept])
        says = (
            f"{alike_named(look.tasks, pair)}在两台电脑上各新增了一次，内容相同；是同一个的，请合并为一处。"
        )
        row = kept if table == Task.TABLE else None
        yield Hit(f"{kept}:{gone}", says, "", row, (table, kept), about=about, mend="merge")
