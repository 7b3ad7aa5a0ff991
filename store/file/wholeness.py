"""The wholeness of a list on the disk: its bytes under their seal, and those of its journal.

It writes nothing. Whether the changes in these bytes hang together is asked of the history
(store/history/chain.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from store.file import disk, journal
from store.file.contents import Contents, line_of, parse
from store.file.journal import JournalRecord
from store.file.opening import journal_path, real, refuse_unreadable
from store.file.problems import FileDamaged, FileProblem, journal_damaged
from store.history.chain import breaks
from store.history.coming import bring_in
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
    return _Verification(path, raw).verdict(beside)


class _Verification:
    """The looking over of one list: what is wrong so far, and what is worth knowing."""

    def __init__(self, path: Path, raw: bytes) -> None:
        """Take the bytes of the list's file."""
        self._path = path
        self._raw = raw
        self._faults: list[Fault] = []
        self._notes: list[str] = []

    def verdict(self, beside: bytes) -> Verdict:
        """Look at the file, at the bytes of its journal, and at the history of both."""
        contents = self._contents()
        records = self._journalled(beside)
        if contents is None:
            return Verdict(0, 0, tuple(self._faults), tuple(self._notes))
        if contents.seal is None:
            self._notes.append("文件末尾没有校验码,曾被别的程序改写过。")
        after = self._following(contents, records)
        self._look_at_history(contents, after)
        count = len(contents.changes) + len(after)
        return Verdict(count, len(after), tuple(self._faults), tuple(self._notes))

    def _contents(self) -> Contents | None:
        try:
            return parse(self._raw, self._path)
        except Refused as problem:
            said = f"{problem.damage}。" if isinstance(problem, FileDamaged) else str(problem)
            self._faults.append(Fault("file", said))
        try:
            return parse(self._raw, self._path, checked=False)
        except Refused:
            return None

    def _journalled(self, beside: bytes) -> Sequence[JournalRecord]:
        """Return the good records of the journal."""
        try:
            found = journal.read(beside)
        except journal.Damaged as error:
            (number,) = error.args
            damage = journal_damaged(self._path, journal_path(self._path), number, error.byte).damage
            self._faults.append(Fault("journal", f"{damage}。", record=number, byte=error.byte))
            return error.good
        if found.torn:
            size = len(found.torn)
            self._notes.append(f"日志末尾有 {size} 个字节没有写完(多为保存时断电),那一条没有保存过。")
        return found.records

    def _following(self, contents: Contents, records: Sequence[JournalRecord]) -> Sequence[JournalRecord]:
        """Return the records that the file does not hold yet."""
        try:
            return journal.continuing(records, contents.file_id, contents.head, contents.change_ids)
        except journal.Foreign:
            name = journal_path(self._path).name
            self._notes.append(f"旁边的日志“{name}”不是接着这份清单写的,没有计入。")
        except journal.Damaged as error:
            (number,) = error.args
            sentence = f"日志的第 {number} 条记录接不上前一条,中间有缺失。"
            self._faults.append(Fault("journal", sentence, record=number))
        return ()

    def _look_at_history(self, contents: Contents, after: Sequence[JournalRecord]) -> None:
        """Look whether the changes of the file and of the journal hang together and make the list."""
        tasks, head = TaskList(contents.documents), after[-1].hash if after else contents.head
        history = contents.history
        try:
            bring_in(history, tasks.documents, [record.doc for record in after])
            found = list(breaks(history, head, tasks))
        except (AttributeError, KeyError, TypeError):
            self._faults.append(Fault("history", "历史中有不完整的变更,读不通。"))
            return
        for one in found:
            line = line_of(self._raw, one.table, one.key)
            self._faults.append(Fault("history", one.sentence, line=line))
