"""AtomicStorage: a TinyDB storage that writes aside and puts the new file in place in one step.

`TinyDB(path, storage=AtomicStorage)` works by itself.

What it promises, and the test that holds it (tests/store/file/test_storage.py unless named):
- At every instant the file is whole, the old one or the new one: test_crash, test_power,
  test_a_fault_while_writing_leaves_the_old_file_and_nothing_beside_it.
- It does for TinyDB what TinyDB's own storage does:
  test_what_is_inserted_updated_and_removed_is_there_after_reopening,
  test_what_json_cannot_hold_is_refused_and_the_file_stays_as_it_was,
  test_it_works_under_tinydbs_caching_middleware and those beside them.
- A plain TinyDB reads what it wrote, and the reverse: test_a_plain_tinydb_and_this_storage_read_each_other.
- Damage is an error, never an empty database: test_a_damaged_file_is_an_error_and_stays.
- Writing gives way every few milliseconds: the table of `make bench` on the file.
"""

import contextlib
import json
import os
import time
from collections.abc import Generator, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar, cast

from tinydb import Storage

from store.file import disk
from store.file.beside import new_staged_path, staged

SLICE_SECONDS = 0.003
"""How long writing may hold the interpreter before it gives way."""

encode = json.JSONEncoder(ensure_ascii=False).encode

_T = TypeVar("_T")

CLOSING = "}\n"
"""What ends a file."""

Data = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Table name to document id to document, as TinyDB hands it to a storage."""


class AtomicStorage(Storage):
    """The tables of one UTF-8 JSON file, Chinese as Chinese; a new one is its owner's alone.

    OSError and ValueError as the file gives them.
    """

    def __init__(self, path: str | Path, create_dirs: bool = False, *, like: Path | None = None) -> None:
        """Stand on a path; the file is made by the first write. FileNotFoundError without its folder.

        A file that is there keeps its rights; a new one has those of another, else it is its owner's alone.
        """
        super().__init__()
        self.path = Path(path)
        self._like = like or self.path
        if create_dirs:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        if not self.path.parent.is_dir():
            raise FileNotFoundError(2, os.strerror(2), str(self.path.parent))

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return all tables; none where there is no file yet or TinyDB has only made its name.

        Damage is a ValueError.
        """
        try:
            raw = disk.read(self.path)
        except FileNotFoundError:
            return None
        if not raw:
            return None
        data = json.loads(raw.decode("utf-8"))
        if not isinstance(data, dict):
            raise ValueError(f"{self.path} holds no tables")
        return data

    def write(self, data: Data) -> None:
        """Put these tables in the place of the file's; durable on return."""
        tables = ((name, _with_ids(docs)) for name, docs in data.items())
        self.publish(exhausted(self.stage(pieces(tables))))

    def stage(self, content: Iterable[str]) -> Generator[None, None, Path]:
        """Write a new file aside, slice by slice, up to the disk, and give its path.

        Abandoned or failing, it leaves nothing.
        """
        aside = new_staged_path(self.path)
        fd = disk.create(aside, self._like)
        try:
            try:
                for chunk in _slices(content):
                    disk.write_all(fd, chunk)
                    yield
                disk.sync(fd)
            finally:
                disk.close(fd)
        except BaseException:
            discard(aside)
            raise
        return aside

    def publish(self, staged: Path) -> None:
        """Put what was staged in the place of the file, durable on return.

        Failing, it leaves the old file.
        """
        try:
            disk.replace(staged, self.path)
        except BaseException:
            discard(staged)
            raise
        disk.sync_folder(self.path.parent)

    def sweep(self) -> None:
        """Take away what processes that died left staged; for the one writer of the file."""
        for left in staged(self.path):
            discard(left)


def _with_ids(docs: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Return documents with their ids, which TinyDB gives as numbers, as texts."""
    return ((str(number), doc) for number, doc in docs.items())


def exhausted(steps: Generator[None, None, _T]) -> _T:
    """Return what a generator gives when all its steps are done."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast(_T, end.value)


def discard(path: Path) -> None:
    """Take away what was staged, where that can be."""
    with contextlib.suppress(OSError):
        disk.remove(path)


def pieces(tables: Iterable[tuple[str, Iterable[tuple[str, Mapping[str, Any]]]]]) -> Iterator[str]:
    """Tables as JSON text, a document a line, in pieces none of which takes long to make.

    The last one is `CLOSING`.
    """
    between = "{"
    for name, docs in tables:
        yield f"{between}\n{encode(name)}: {{"
        between = ","
        comma = ""
        for doc_id, doc in docs:
            yield f"{comma}\n{encode(doc_id)}: "
            yield from _document(doc)
            comma = ","
        yield "}"
    if between == "{":
        yield between
    yield CLOSING


def _document(doc: Mapping[str, Any]) -> Iterator[str]:
    """Yield a document; that of an import, which has thousands of edits, goes edit by edit."""
    if not any(isinstance(value, list) and len(value) > 50 for value in doc.values()):
        yield encode(doc)
        return
    yield "{"
    for number, (field, value) in enumerate(doc.items()):
        yield f"{', ' if number else ''}{encode(field)}: "
        if isinstance(value, list):
            yield "["
            between = ""
            for part in value:
                yield between + encode(part)
                between = ", "
            yield "]"
        else:
            yield encode(value)
    yield "}"


def _slices(content: Iterable[str]) -> Iterator[bytes]:
    """Text gathered for as long as a slice may take; half a surrogate pair goes as JSON's escape of it."""
    gathered: list[str] = []
    end = time.perf_counter() + SLICE_SECONDS
    for piece in content:
        gathered.append(piece)
        if time.perf_counter() > end:
            yield "".join(gathered).encode("utf-8", "backslashreplace")
            gathered.clear()
            end = time.perf_counter() + SLICE_SECONDS
    yield "".join(gathered).encode("utf-8", "backslashreplace")
