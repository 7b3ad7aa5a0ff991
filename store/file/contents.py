"""What a list's file holds, from its bytes: the tables, the changes, the meta table that seals them.

What it promises, and the test that holds it (tests/store/file):
- A flipped bit is found even where the file is still good JSON, with its place where that can be told:
  test_opening.test_a_flipped_bit_anywhere_in_the_file_is_named_or_does_not_matter,
  test_damage.test_a_changed_record_is_named_with_its_line.
- A newer format is refused, an older one migrated: test_opening.test_another_format_is_refused,
  test_migrations.
- Tables that are not ours are kept: test_folding.test_tables_of_others_are_kept.
"""

import contextlib
import gc
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from store.file import local_tables
from store.file.local_tables import LOCAL_TABLES
from store.file.migrations import MIGRATIONS
from store.file.problems import FileProblem, damaged, foreign
from store.file.sealing import SEAL_LENGTH, seal, seal_of
from store.records.changes import Arrival, History
from store.records.documents import Documents, Tables
from store.records.ground import Ground
from store.records.joined_before import NO_JOINS, OldJoins, is_old_row, old_joins
from store.records.raising import RAISINGS, raised
from store.records.record import Doc
from store.records.tables import RECORDS
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.undecided import NOTHING_UNDECIDED, Undecided

SCHEMA = 2
"""The file's format: a newer one is refused, an older one migrated."""

OWN_TABLES = tuple(RECORDS)
"""The tables of keyed records; beside them stand `changes` and `meta`."""
_OUR_TABLES = {*OWN_TABLES, *LOCAL_TABLES, "changes", "meta"}
_CHANGE = {"id", "title", "edits", "parents", "at", "by", "machine"}
_META = {"schema": int, "file_id": str, "last_change": str}
_META_SINCE = {"heads": list}
"""What the meta table has to say in every format, and in today's."""
_EDIT = {"table", "key", "field", "before", "after"}
"""Fields without which a change or an edit means nothing."""


@dataclass(slots=True)
class Contents:
    """The whole of a file in memory."""

    file_id: str
    head: str
    """Hash of the change that arrived last."""
    tables: Tables
    changes: list[Doc]
    heads: tuple[str, ...] = ()
    """Hashes of the changes that none has seen."""
    arrived: dict[str, Arrival] = field(default_factory=dict)
    """By id the changes that came from other desks."""
    undecided: Undecided = NOTHING_UNDECIDED
    """The conflicts that nobody has decided."""
    others: dict[str, dict[str, Doc]] = field(default_factory=dict)
    """Tables that are not ours, kept as they are."""
    schema: int = SCHEMA
    """The format that the file was read in."""
    seal: str | None = None
    """None where another program wrote the file."""

    @property
    def history(self) -> History:
        """The changes as a history."""
        return History(self.changes, self.heads, self.arrived)

    @property
    def documents(self) -> Documents:
        """The records, with the conflicts that are open."""
        documents = Documents(self.tables)
        documents.undecided = self.undecided
        return documents

    def change_ids(self) -> set[str]:
        """Return the ids of all changes."""
        return {change["id"] for change in self.changes}


def parse(raw: bytes, path: Path, *, checked: bool = True) -> Contents:
    """Return a file's contents; FileProblem where they are not a whole list that this program can read.

    Unchecked, what the seal does not fit is taken too, as far as it can be read.
    """
    data = _tables(raw, path)
    found = seal(raw[-SEAL_LENGTH:])
    if checked and found and found != seal_of(raw):
        raise damaged(path, f"内容与文件末尾的校验码不符，可能被别的程序改过{_where_altered(raw, path)}")
    schema = _meta(data, path, _META)["schema"]
    data = _migrated(data, schema, path)
    meta = _meta(data, path, _META | _META_SINCE)
    changes = _changes(data, path)
    joins = _old_joins(data, changes)
    tables = {name: _raised(data, name, path, joins) for name in OWN_TABLES}
    if Ground.TABLE not in data:
        tables[Ground.TABLE] = _grounds(changes, path)
    _share(tables, changes)
    others = {name: docs for name, docs in data.items() if name not in _OUR_TABLES}
    return Contents(
        meta["file_id"],
        meta["last_change"],
        tables,
        changes,
        tuple(meta["heads"]),
        local_tables.arrived(data, path),
        local_tables.undecided(data, path),
        others,
        schema,
        found,
    )


def _where_altered(raw: bytes, path: Path) -> str:
    """Say in brackets where the content of a file is not what its history made.

    It says nothing where that cannot be told.
    """
    from store.history.chain import breaks

    with contextlib.suppress(FileProblem, KeyError, TypeError, AttributeError):
        found = parse(raw, path, checked=False)
        first = next(breaks(found.history, found.head, TaskList(found.documents)), None)
        if first is not None:
            line = line_of(raw, first.table, first.key)
            where = f"文件第 {line} 行，" if line else ""
            said = first.sentence.rstrip("。")
            return f"（{where}{said}）"
    return ""


def line_of(raw: bytes, table: str, key: str) -> int | None:
    """Return the line, counted from 1, on which a file holds a record, as our writer puts one a line."""
    start = raw.find(b'\n"%s": {' % table.encode()) if table else -1
    if start < 0:
        return None
    field = b"id" if table == "changes" else b"key"
    # A line of our writer: "12": {"key": "task00000001", "item": …
    line = rb'^"\d+": \{.*?"%s": "%s"' % (field, re.escape(key.encode()))
    found = re.compile(line, re.MULTILINE).search(raw, start + 1)
    return raw.count(b"\n", 0, found.start()) + 1 if found else None


def _tables(raw: bytes, path: Path) -> dict[str, Any]:
    if not raw:
        raise damaged(path, "它是空文件（0 字节）")
    if not raw.strip(b"\0"):
        raise damaged(path, "内容全是零字节，常见于断电之后")
    if raw.lstrip()[:1] != b"{" and not seal(raw[-SEAL_LENGTH:]):
        raise foreign(path)
    collecting = gc.isenabled()
    gc.disable()  # Nothing read is garbage, and looking for it takes half the time of reading.
    try:
        data = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise damaged(path, f"第 {error.start + 1} 个字节起不是文字") from error
    except json.JSONDecodeError as error:
        raise damaged(path, f"第 {error.lineno} 行第 {error.colno} 个字起读不通") from error
    except (ValueError, RecursionError) as error:
        raise foreign(path) from error
    finally:
        if collecting:
            gc.enable()
    if not isinstance(data, dict):
        raise foreign(path)
    return data


def _migrated(data: dict[str, Any], schema: int, path: Path) -> dict[str, Any]:
    if schema > SCHEMA:
        raise FileProblem(
            f"“{path.name}”由更新版本的要点保存（格式 {schema}，本程序只认到 {SCHEMA}），请升级程序后再打开；文件没有改动。"
        )
    for older in range(schema, SCHEMA):
        if older not in MIGRATIONS:
            raise FileProblem(
                f"“{path.name}”的格式 {schema} 太旧，本程序不能读取，请用旧版本的要点打开；文件没有改动。"
            )
        data = MIGRATIONS[older](data)
    return data


def _meta(data: dict[str, Any], path: Path, kinds: Mapping[str, type]) -> Doc:
    docs = data.get("meta")
    meta = next(iter(docs.values()), None) if isinstance(docs, dict) else None
    if not isinstance(meta, dict) or not all(
        isinstance(meta.get(name), kind) for name, kind in kinds.items()
    ):
        raise foreign(path)
    return meta


def _keyed(data: dict[str, Any], table: str, path: Path, key: str = "key") -> dict[str, Doc]:
    """Return a table's documents by their own key; TinyDB's ids mean nothing."""
    try:
        found = {doc[key]: doc for doc in data.get(table, {}).values()}
    except (AttributeError, KeyError, TypeError) as error:
        raise damaged(path, f"表 {table} 中有不完整的记录") from error
    if len(found) != len(data.get(table, {})):
        raise damaged(path, f"表 {table} 中有重复的记录")
    return found


def _old_joins(data: dict[str, Any], changes: Iterable[Doc]) -> OldJoins:
    """Return the joins of rows that were made before rows carried any; none where there are no such rows."""
    rows = data.get(Task.TABLE)
    if not isinstance(rows, dict):
        return NO_JOINS
    has_old = any(isinstance(doc, dict) and is_old_row(Task.TABLE, doc) for doc in rows.values())
    with contextlib.suppress(AttributeError, KeyError, TypeError):  # What is broken is said of the table.
        return old_joins(changes) if has_old else NO_JOINS
    return NO_JOINS


def _raised(data: dict[str, Any], table: str, path: Path, joins: OldJoins) -> dict[str, Doc]:
    """Return a table's documents by key, in today's shape; those of changes stay as they were written."""
    docs = _keyed(data, table, path)
    if table not in RAISINGS:
        return docs
    try:
        return {key: raised(table, doc, joins) for key, doc in docs.items()}
    except (AttributeError, KeyError, TypeError) as error:
        raise damaged(path, f"表 {table} 中有不完整的记录") from error


def _changes(data: dict[str, Any], path: Path) -> list[Doc]:
    changes = list(_keyed(data, "changes", path, "id").values())
    try:
        are_whole = all(map(_is_whole, changes))
    except (AttributeError, TypeError):
        are_whole = False
    if not are_whole:
        raise damaged(path, "表 changes 中有不完整的记录")
    return changes


def _grounds(changes: list[Doc], path: Path) -> dict[str, Doc]:
    """Return the grounds that the changes of a file make which an older program wrote."""
    from store.records.raised_grounds import grounds_after

    try:
        return grounds_after(changes)
    except (AttributeError, KeyError, TypeError) as error:
        raise damaged(path, "表 changes 中有不完整的记录") from error


def _share(tables: Tables, changes: Iterable[Doc]) -> None:
    """Have a record that is as a change made it be the change's document: most of a list is kept once.

    Nothing in a document is ever changed in place, so that they can have it in common.
    """
    for change in changes:
        for edit in change["edits"]:
            docs = tables.get(edit["table"], {})
            made = edit["after"]
            if not edit["field"] and made is not None and docs.get(edit["key"]) == made:
                docs[edit["key"]] = made
    for name, docs in tables.items():
        # By its own key too: that of the document which is let go would hold the memory around it.
        tables[name] = {doc["key"]: doc for doc in docs.values()}


def _is_whole(change: Doc) -> bool:
    """Tell whether a change's document, and each of its edits, has all that it means something by."""
    if not change.keys() >= _CHANGE:
        return False
    for edit in change["edits"]:
        is_addressed = (
            edit.keys() == _EDIT and isinstance(edit["table"], str) and isinstance(edit["key"], str)
        )
        if not is_addressed:
            return False
    return True
