"""Whether a list on the disk is whole: its file and seal, its journal's checksums, and its history's chain.

It writes nothing.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from store.file import disk, journal
from store.file.contents import Contents, line_of, parse
from store.file.opening import journal_path, real, refuse_unreadable
from store.file.problems import FileDamaged, FileProblem, journal_damaged
from store.history.chain import breaks
from store.records.changes import Change
from store.records.documents import Documents
from store.records.tasklist import TaskList
from store.refused import Refused, fault_sentence

Where = Literal["file", "journal", "history"]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is not whole, in a sentence.

    The line of the file, or the record and the byte of the journal, where they are known.
    """

    where: Where
    sentence: str
    line: int | None = None
    record: int | None = None
    byte: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of a list."""

    changes: int
    """In the file and the good part of the journal."""
    journalled: int
    """Of these, those that only the journal holds."""
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]
    """What is no fault and worth knowing."""

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def verify(path: str | Path) -> Verdict:
    """Look a list over; Refused where there is no file to look at."""
    path = real(path)
    refuse_unreadable(path)
    try:
        beside = disk.read(journal_path(path)) if journal_path(path).exists() else b""
        raw = disk.read(path)
    except OSError as error:
        raise FileProblem(fault_sentence(f"无法读取清单“{path.name}”", error)) from error
    faults: list[Fault] = []
    notes: list[str] = []
    contents = _contents(raw, path, faults)
    records = _records(beside, path, faults, notes)
    if contents is None:
        return Verdict(0, 0, tuple(faults), tuple(notes))
    if contents.seal is None:
        notes.append("文件末尾没有校验码,曾被别的程序改写过。")
    return _history(contents, records, raw, path, faults, notes)


def _contents(raw: bytes, path: Path, faults: list[Fault]) -> Contents | None:
    try:
        return parse(raw, path)
    except Refused as problem:
        faults.append(
            Fault("file", f"{problem.damage}。" if isinstance(problem, FileDamaged) else str(problem))
        )
    try:
        return parse(raw, path, checked=False)
    except Refused:
        return None


def _records(beside: bytes, path: Path, faults: list[Fault], notes: list[str]) -> tuple[journal.Record, ...]:
    try:
        reading = journal.read(beside)
    except journal.Damaged as error:
        (number,) = error.args
        faults.append(
            Fault(
                "journal",
                f"{journal_damaged(path, journal_path(path), number, error.byte).damage}。",
                record=number,
                byte=error.byte,
            )
        )
        return tuple(error.good)
    if reading.torn:
        notes.append(f"日志末尾有 {len(reading.torn)} 个字节没有写完(多为保存时断电),那一条没有保存过。")
    return reading.records


def _history(
    contents: Contents,
    records: tuple[journal.Record, ...],
    raw: bytes,
    path: Path,
    faults: list[Fault],
    notes: list[str],
) -> Verdict:
    tasks, changes, head = TaskList(Documents(contents.tables)), list(contents.changes), contents.head
    after: tuple[journal.Record, ...] = ()
    try:
        after = tuple(
            journal.continuing(records, contents.file_id, head, lambda: {doc["id"] for doc in changes})
        )
    except journal.Foreign:
        notes.append(f"旁边的日志“{journal_path(path).name}”不是接着这份清单写的,没有计入。")
    except journal.Damaged as error:
        (number,) = error.args
        faults.append(Fault("journal", f"日志的第 {number} 条记录接不上前一条,中间有缺失。", record=number))
    try:
        for record in after:
            changes.append(record.doc)
            head = record.hash
            tasks.apply(Change.from_doc(record.doc).edits)
        faults += [
            Fault("history", found.sentence, line=line_of(raw, found.table, found.key))
            for found in breaks(changes, head, tasks)
        ]
    except (AttributeError, KeyError, TypeError):
        faults.append(Fault("history", "历史中有不完整的变更,读不通。"))
    return Verdict(len(changes), len(after), tuple(faults), tuple(notes))
