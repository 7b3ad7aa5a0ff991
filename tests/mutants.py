"""Lists with one value that is none: what another program may leave in a file of good JSON."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from store.file.sealing import sealed

VALUES: tuple[Any, ...] = (
    None,
    True,
    7,
    -1,
    1.5,
    "",
    "甲\x1b[2J",
    [],
    ["甲"],
    [7],
    [None],
    [{}],
    {},
    {"甲": 1},
    {"key": None, "wording": "甲"},
    [["甲", "乙"]],
)
"""What stands in the place of a field's value."""


class Mutant(NamedTuple):
    """A list with one value that is another: the table, the record's place in it, the field."""

    table: str
    number: str
    field: str
    value: Any
    is_sealed: bool

    def write(self, whole: dict[str, Any], path: Path) -> None:
        """Write the list so; sealed as by our own writer, or as a plain TinyDB leaves it."""
        tables = {name: dict(docs) for name, docs in whole.items()}
        table, _, inner = self.table.partition("/")
        doc = dict(tables[table][self.number])
        if inner:
            edits = list(doc["edits"])
            edits[0] = {**edits[0], self.field: self.value}
            doc["edits"] = edits
        else:
            doc[self.field] = self.value
        tables[table][self.number] = doc
        path.write_text(_text(tables, is_sealed=self.is_sealed), encoding="utf-8")


def _text(tables: dict[str, dict[str, Any]], *, is_sealed: bool) -> str:
    if not is_sealed:
        return json.dumps(tables, ensure_ascii=False)
    meta = {name: value for name, value in tables["meta"]["1"].items() if name != "checksum"}
    others = {name: docs.values() for name, docs in tables.items() if name != "meta"}
    return "".join(sealed(others, {}, meta))


def mutants(whole: dict[str, Any]) -> Iterator[Mutant]:
    """Yield all mutants of a list: of each table its first record, of the changes the first and the last."""
    for table, docs in whole.items():
        numbers = list(docs)
        chosen = dict.fromkeys((numbers[0], numbers[-1])) if table == "changes" else numbers[:1]
        for number in chosen:
            yield from _of_record(table, number, list(docs[number]))
            if table == "changes":
                yield from _of_record("changes/edits", number, list(docs[number]["edits"][0]))


def _of_record(table: str, number: str, names: list[str]) -> Iterator[Mutant]:
    for name in names:
        for place, value in enumerate(VALUES):
            yield Mutant(table, number, name, value, is_sealed=place % 2 == 0)


def some(whole: dict[str, Any], count: int, seed: int) -> list[Mutant]:
    """Return some of the mutants, the same for a seed."""
    found = list(mutants(whole))
    return random.Random(seed).sample(found, min(count, len(found)))
