"""What a list's file holds, from its bytes: the tables, the changes, the meta table that seals them.

What it promises, and the test that holds it (tests/store/file):
- A flipped bit is found even where the file is still good JSON, with its place where that can be told:
  test_opening.test_a_flipped_bit_anywhere_in_the_file_is_named_or_does_not_matter,
  test_damage.test_a_changed_record_is_named_with_its_line.
- A newer format is refused, an older one migrated:
  test_opening.test_another_format_is_refused_and_who_wrote_it_named, test_migrations.
- Tables that are not ours are kept: test_folding.test_tables_of_others_are_kept.
"""

import codecs
import contextlib
import gc
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from store.file import local_tables
from store.file.local_tables import LOCAL_TABLES
from store.file.migrations import MIGRATIONS
from store.file.problems import FileProblem, damaged, foreign, from_a_newer_program
from store.file.sealing import SEAL_LENGTH, seal, seal_of
from store.file.tables import OWN_TABLES, changes_of, count_of_right, tables_of
from store.machine.checked_seals import is_checked, remember_checked
from store.records.changes import Arrival, History
from store.records.documents import Documents
from store.records.fitting import Misfit
from store.records.record import Doc, Tables
from store.records.tasklist import TaskList
from store.records.undecided import NOTHING_UNDECIDED, Undecided

SCHEMA = 2
"""The file's format: a newer one is refused, an older one migrated."""

_OUR_TABLES = {*OWN_TABLES, *LOCAL_TABLES, "changes", "meta"}
_META = {"schema": int, "file_id": str, "last_change": str}
ALTERED = "altered"
"""In the meta table: that another program wrote the file."""
_META_SINCE = {"heads": list}
"""What the meta table has to say in every format, and in today's."""


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
    is_altered: bool = False
    """Whether another program wrote it once, and nobody has taken that over or set it aside since."""
    wrong: tuple[Misfit, ...] = ()
    """What no record, or no change, can hold: left out of all else here."""

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


def parse(raw: bytes, path: Path, *, checked: bool = True) -> Contents:
    """Return a file's contents; FileProblem where they are not a whole list that this program can read.

    Unchecked, what the seal does not fit is taken too, as far as it can be read.
    """
    with _no_garbage():
        return _parsed(raw.removeprefix(codecs.BOM_UTF8), path, checked=checked)


@contextlib.contextmanager
def _no_garbage() -> Iterator[None]:
    """Nothing that is read is garbage, and looking for it takes half the time of reading."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _parsed(raw: bytes, path: Path, *, checked: bool) -> Contents:
    data = _tables(raw, path)
    found = seal(raw[-SEAL_LENGTH:])
    is_whole = found is not None and found == seal_of(raw)
    if checked and found and not is_whole:
        raise damaged(path, f"内容与文件末尾的校验码不符，可能被别的程序改过{_where_altered(raw, path)}")
    told = _meta(data, path, _META)
    schema = told["schema"]
    if schema > SCHEMA:
        raise from_a_newer_program(path, schema, SCHEMA, told.get("program"))
    data = _migrated(data, schema, path)
    meta = _meta(data, path, _META | _META_SINCE)
    changes = changes_of(data, path)
    is_known = is_whole and is_checked(found or "")
    tables, wrong = tables_of(data, changes, path, checked=is_known)
    others = {name: docs for name, docs in data.items() if name not in _OUR_TABLES}
    contents = Contents(
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
        is_altered=bool(meta.get(ALTERED)),
        wrong=wrong,
    )
    if is_known:
        return contents
    readable = _readable(contents)
    if is_whole and found and not readable.wrong:
        remember_checked(found)
    return readable


def _readable(contents: Contents) -> Contents:
    """Return contents whose history ends before the first change that holds what no record can."""
    count = count_of_right(contents.changes, contents.tables)
    changes = contents.changes
    if count == len(changes):
        return contents
    wrong = (*contents.wrong, Misfit("changes", str(changes[count]["id"])))
    history = History(changes[:count])
    return replace(contents, changes=history.docs, head=history.head, heads=history.heads, wrong=wrong)


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
    try:
        data = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise damaged(path, f"第 {error.start + 1} 个字节起不是文字") from error
    except json.JSONDecodeError as error:
        raise damaged(path, f"第 {error.lineno} 行第 {error.colno} 个字起读不通") from error
    except (ValueError, RecursionError) as error:
        raise foreign(path) from error
    if not isinstance(data, dict):
        raise foreign(path)
    return data


def _migrated(data: dict[str, Any], schema: int, path: Path) -> dict[str, Any]:
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
    heads = meta.get("heads", [])
    if not isinstance(heads, list) or not all(isinstance(head, str) for head in heads):
        raise foreign(path)
    return meta
