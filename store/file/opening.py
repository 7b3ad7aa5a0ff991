"""Opening a list: what is refused, what the file and its journal hold together, and what is set aside.

What it promises, and the test that holds it (tests/store/file/test_opening.py unless named):
- What is no whole list is refused in one sentence and stays as it was: test_what_is_no_whole_list_is_refused,
  test_a_flipped_bit_anywhere_in_the_file_is_named_or_does_not_matter.
- A journal that does not continue the file is never replayed; it keeps its bytes under a name of its own,
  which the clerk is told: test_an_older_list_copied_over_this_one_sets_its_journal_aside,
  test_a_list_of_another_id_leaves_the_journal_alone.
- So do the torn end of a journal and a file of an older format: test_a_torn_end_is_cut_kept_and_named,
  test_migrations.test_an_older_file_is_migrated_after_a_backup.
- A bad record anywhere else in the journal is named with its place and stops the opening: test_damage.
- Records that the file already holds are skipped:
  test_folding.test_a_journal_that_cannot_be_emptied_is_skipped.
- Where no lock can be had the list can be read: test_where_no_lock_can_be_had_only_reading_is_possible.
"""

import contextlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from store.file import disk, journal
from store.file.contents import SCHEMA, Contents, parse
from store.file.lock import Held, Holder, WriterLock
from store.file.problems import (
    FileLocked,
    FileProblem,
    NotWritable,
    foreign,
    journal_damaged,
    missing,
)
from store.machine.clock import Clock
from store.machine.whoami import machine
from store.records.record import Doc
from store.refused import fault_sentence


@dataclass(slots=True)
class Loaded:
    """A file and the changes of its journal that it does not hold yet."""

    contents: Contents
    stamp: disk.Stamp | None
    """None where there is no file yet."""
    reading: journal.JournalContents
    unfolded: list[Doc]
    head: str
    """Hash of the last change, the journal's included."""
    notices: list[str] = field(default_factory=list)


def journal_path(path: Path) -> Path:
    """Return where a list's journal stands."""
    return path.with_name(f"{path.name}.journal")


def real(path: str | Path) -> Path:
    """Return a list's own path, links resolved, so that every way to it finds the same journal and lock."""
    return Path(os.path.realpath(path))


def refuse_existing(path: Path) -> None:
    """Refuse to write a new file where something stands already."""
    if os.path.lexists(path):
        raise FileProblem(f"已有同名文件“{path.name}”,请换一个名字;原来的文件没有改动。")


def refuse_unreadable(path: Path) -> None:
    """Refuse what is no file at all, before anything beside it is touched."""
    if not path.exists():
        raise missing(path)
    if path.is_dir():
        raise FileProblem(f"“{path.name}”是一个文件夹,请选其中的清单文件。")
    if not path.is_file():
        raise foreign(path)


def locked(path: Path, by: str, clock: Clock) -> WriterLock:
    """Return the writer's lock of a list.

    FileLocked names who has it, NotWritable says why there can be none here.
    """
    if path.exists() and not disk.is_writable(path):
        raise NotWritable(f"清单“{path.name}”是只读文件,现在只能查看,要修改请先去掉它的只读属性,或另存副本。")
    try:
        return WriterLock(path.with_name(f"{path.name}.lock"), Holder(by, machine(), clock.stamp()))
    except Held as held:
        raise FileLocked(path, held.holder) from held
    except OSError as error:
        raise NotWritable(fault_sentence(f"不能在这里修改清单“{path.name}”,现在只能查看", error)) from error


def load(path: Path, *, writing: bool, salvaging: bool = False) -> Loaded:
    """Load a list from its file and its journal; a writer also clears up what a crash left.

    Salvaging takes a file whose seal does not fit, and a journal up to its first bad record.
    """
    # The journal first: a fold between the two readings then shows in the file, never as a gap.
    beside = journal_path(path)
    try:
        raw_journal = disk.read(beside)
    except FileNotFoundError:
        raw_journal = b""
    stamp = disk.stamp(path)
    raw = disk.read(path)
    contents = parse(raw, path, checked=not salvaging)
    loaded = Loaded(contents, stamp, journal.JournalContents((), 0), [], contents.head)
    if contents.seal is None:
        loaded.notices.append(f"“{path.name}”曾被别的程序改写过,内容未经校验,请核对。")
    try:
        _continue(loaded, raw_journal)
    except journal.Damaged as error:
        if not salvaging:
            raise journal_damaged(path, beside, error.args[0], error.byte) from error
        with contextlib.suppress(journal.Damaged, journal.Foreign):
            _take(loaded, error.good)
    except journal.Foreign:
        kept = (
            f"已改名为“{_set_aside(beside).name}”,核对前请不要删除"
            if writing
            else "请用可修改的方式打开一次,让它改名保存"
        )
        loaded.notices.append(
            f"旁边的日志“{beside.name}”不是接着这份清单写的(清单可能被旧文件覆盖过),没有采用,{kept}。"
        )
    if writing and loaded.reading.torn:
        aside = _keep(beside, loaded.reading.torn)
        loaded.notices.append(
            f"日志末尾有一条没有写完的记录(多为保存时断电),没有采用,已另存为“{aside.name}”,请核对最后一次修改是否还在。"
        )
    if writing and contents.schema != SCHEMA:
        loaded.notices.append(
            f"清单原为旧格式({contents.schema}),已转为新格式,原文件另存为“{_keep(path, raw).name}”。"
        )
    return loaded


def _continue(loaded: Loaded, raw: bytes) -> None:
    reading = journal.read(raw)
    _take(loaded, reading.records)
    loaded.reading = reading  # Not that of a journal which is set aside.


def _take(loaded: Loaded, records: Sequence[journal.JournalRecord]) -> None:
    contents = loaded.contents
    after = journal.continuing(records, contents.file_id, contents.head, contents.change_ids)
    loaded.unfolded = [record.doc for record in after]
    contents.arrived |= journal.arrivals(after)
    loaded.head = after[-1].hash if after else contents.head


def set_aside_stray_journal(path: Path) -> list[str]:
    """Rename a journal that stands where a new list is to be; the sentence that names it, if there is one."""
    beside = journal_path(path)
    if not beside.exists():
        return []
    return [
        f"原有的日志“{beside.name}”不属于这份新清单,已改名为“{_set_aside(beside).name}”,核对前请不要删除。"
    ]


def _set_aside(path: Path) -> Path:
    aside = _free_name(path)
    disk.replace(path, aside)
    disk.sync_folder(path.parent)
    return aside


def _keep(path: Path, data: bytes) -> Path:
    aside = _free_name(path)
    disk.write_whole(aside, data)
    return aside


def _free_name(path: Path) -> Path:
    dated = path.with_name(f"{path.name}.{datetime.now():%Y%m%d-%H%M%S}")
    number = 1
    aside = dated
    while os.path.lexists(aside):
        number += 1
        aside = dated.with_name(f"{dated.name}-{number}")
    return aside
