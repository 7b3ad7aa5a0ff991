"""The wholeness of a list on the disk: its bytes under their seal, and those of its journal.

It writes nothing. Whether the changes in these bytes hang together is asked of the history
(store/history/chain.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from store.file import journals
from store.file.contents import Contents, line_of, parse
from store.file.journal import JournalRecord
from store.file.journals import Found, Left
from store.file.opening import real, refuse_unreadable
from store.file.problems import FileDamaged, FileProblem, journal_damaged
from store.file.wrong import wrong_in_words
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
    try:
        refuse_unreadable(path)
        now = journals.found(path)
    except OSError as error:
        raise FileProblem(fault_sentence(f"无法读取清单“{path.name}”", error)) from error
    return _Verification(path, now).verdict()


class _Verification:
    """The looking over of one list: what is wrong so far, and what is worth knowing."""

    def __init__(self, path: Path, now: Found) -> None:
        """Take what the disk holds of the list."""
        self._path = path
        self._raw = now.list
        self._journals = now.journals
        self._faults: list[Fault] = []
        self._notes: list[str] = []

    def verdict(self) -> Verdict:
        """Look at the file, at its journals, and at the history of all."""
        contents = self._contents()
        lefts = self._journalled()
        if contents is None:
            return Verdict(0, 0, tuple(self._faults), tuple(self._notes))
        self._look_at_records(contents)
        after = self._following(contents, lefts)
        count = len(contents.changes) + len(after)
        self._look_at_history(contents, after)
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

    def _look_at_records(self, contents: Contents) -> None:
        """Look whether each record holds what it can, and whether another program wrote the file."""
        words = wrong_in_words(contents, self._raw)
        for misfit, said in zip(contents.wrong, words, strict=True):
            line = line_of(self._raw, misfit.table, misfit.key)
            self._faults.append(Fault("file", f"{said}不合规格，没有采用。", line=line))
        if contents.seal is None or contents.is_altered:
            said = "文件末尾没有校验码，曾被别的程序改写过" if contents.seal is None else "曾被别的程序改写过"
            adopt = f"yaodian adopt -f {self._path.name}"
            self._notes.append(f"{said}；记录若与历史不同，请用 {adopt} 采用或放弃。")

    def _journalled(self) -> list[Left]:
        """Return the journals with their good records."""
        try:
            lefts = journals.left(self._journals)
        except journals.DamagedJournal as error:
            sentence = f"日志的第 {error.number} 条记录接不上前一条，中间有缺失。"
            if error.byte:
                damaged = journal_damaged(self._path, error.path, error.number, error.byte)
                sentence = f"{damaged.damage}。"
            self._faults.append(Fault("journal", sentence, record=error.number, byte=error.byte))
            lefts = journals.left(self._journals, salvaging=True)
        for one in lefts:
            if one.contents.torn:
                size = len(one.contents.torn)
                self._notes.append(
                    f"日志末尾有 {size} 个字节没有写完（多为保存时断电），请核对最后一次修改是否还在。"
                )
        return lefts

    def _following(self, contents: Contents, lefts: Sequence[Left]) -> list[JournalRecord]:
        """Return the records that the file does not hold yet."""
        added = journals.added(lefts, contents.file_id, contents.changes, contents.head)
        for path in added.foreign:
            self._notes.append(f"旁边的日志“{path.name}”不是接着这份清单写的，没有计入。")
        if added.beside:
            self._notes.append(f"日志里有 {len(added.beside)} 次变更是与别的窗口同时保存的，打开清单时并入。")
        return [*added.straight, *added.beside]

    def _look_at_history(self, contents: Contents, after: Sequence[JournalRecord]) -> None:
        """Look whether the changes of the file and of the journal hang together and make the list."""
        tasks, head = TaskList(contents.documents), after[-1].hash if after else contents.head
        history = contents.history
        try:
            bring_in(history, tasks.documents, [record.doc for record in after])
            found = list(breaks(history, head, tasks))
        except (AttributeError, KeyError, TypeError):
            self._faults.append(Fault("history", "历史中有不完整的变更，读不通。"))
            return
        for one in found:
            line = line_of(self._raw, one.table, one.key)
            self._faults.append(Fault("history", one.sentence, line=line))
