"""Opening a list: what is refused, what the file and its journals hold together, and what is set aside.

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

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from store.file import beside, disk, journal, journals
from store.file.beside import free_name, is_set_aside, lock_path
from store.file.contents import SCHEMA, Contents, parse
from store.file.journals import Found, Left
from store.file.lock import Held, Holder, WriterLock
from store.file.problems import (
    FileLocked,
    FileProblem,
    NotWritable,
    RecordsWrong,
    altered,
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
    """A file and the changes of its journals that it does not hold yet."""

    contents: Contents
    stamp: disk.Stamp | None
    """None where there is no file yet."""
    head: str
    """Hash of the last change, those included which the journals add in one line after it."""
    unfolded: list[Doc] = field(default_factory=list)
    beside: list[Doc] = field(default_factory=list)
    """Of the changes that the file does not hold, those that were saved side by side with others."""
    left: list[Left] = field(default_factory=list)
    """The journals of writers before this one."""
    notices: list[str] = field(default_factory=list)
    wrong: RecordsWrong | None = None
    """Says what was left out because no record can hold it."""


def real(path: str | Path) -> Path:
    """Return a list's own path, links resolved, so that every way to it finds the same journal and lock."""
    return Path(os.path.realpath(path))


def refuse_existing(path: Path) -> None:
    """Refuse to write a new file where something stands already."""
    if os.path.lexists(path):
        raise FileProblem(f"已有同名文件“{path.name}”，请换一个名字；原来的文件没有改动。")


def refuse_unreadable(path: Path) -> None:
    """Refuse what is no file at all, before anything beside it is touched."""
    if not path.exists():
        raise missing(path)
    if path.is_dir():
        raise FileProblem(f"“{path.name}”是一个文件夹，请选其中的清单文件。")
    if not path.is_file():
        raise foreign(path)


def locked(path: Path, by: str, clock: Clock) -> WriterLock:
    """Return the writer's lock of a list.

    FileLocked names who has it, NotWritable says why there can be none here.
    """
    if path.exists() and not disk.is_writable(path):
        raise NotWritable(_why_read_only(path))
    if not by:
        raise NotWritable(
            "设置里的署名（author）写得不对，为免变更记在别人名下，现在不能修改清单；"
            '请把它改正，如 author = "王小明"，再重新打开。'
        )
    try:
        return WriterLock(lock_path(path), Holder(by, machine(), clock.stamp()), path)
    except Held as held:
        raise FileLocked(path, held.holder) from held
    except OSError as error:
        raise NotWritable(fault_sentence(f"不能在这里修改清单“{path.name}”，现在只能查看", error)) from error


def _why_read_only(path: Path) -> str:
    """Say why a list that is there cannot be written, and what to do."""
    if disk.is_on_read_only_disk(path):
        return f"清单“{path.name}”所在的磁盘是只读的，现在只能查看；要修改请另存副本到可以写入的磁盘。"
    owner = disk.owner_if_another(path)
    if owner:
        return (
            f"清单“{path.name}”是用户 {owner} 的文件，没有给您修改的权限，现在只能查看；"
            "要修改请对方或管理员放开权限，或另存副本。"
        )
    return f"清单“{path.name}”是只读文件，现在只能查看；要修改请先去掉它的只读属性，或另存副本。"


def load(path: Path, *, writing: bool, salvaging: bool = False, mending: bool = False) -> Loaded:
    """Load a list from its file and its journals; a writer also sets aside what does not belong to it.

    Salvaging takes a file whose seal does not fit, and a journal up to its first bad record. What no record
    can hold is left out: RecordsWrong for a writer, unless he is mending that.
    """
    now = journals.found(path)
    contents = parse(now.list, path, checked=not salvaging)
    loaded = Loaded(contents, now.stamp, contents.head)
    if contents.wrong or contents.seal is None or salvaging:
        _look_for_wrong(loaded, path, now.list, refusing=writing and not mending)
    if contents.seal is None and not contents.is_altered:
        loaded.notices.append(f"“{path.name}”曾被别的程序改写过，记录与历史一致。")
    elif contents.is_altered and not contents.wrong:
        loaded.notices.append(altered(path))
    _add_journals(loaded, path, now, writing=writing, salvaging=salvaging)
    if writing:
        _keep_torn_ends(loaded)
        _keep_old_format(loaded, path, now.list)
        if path.stat().st_nlink > 1:
            loaded.notices.append(
                f"清单“{path.name}”在磁盘上还有别的名字（硬链接）；保存后两处不再相同，请只用其中一个。"
            )
    return loaded


def _look_for_wrong(loaded: Loaded, path: Path, raw: bytes, *, refusing: bool) -> None:
    """Say what was left out of a file, or refuse it; note whether its records differ from its history."""
    from store.file.wrong import compare_with_history, wrong_in_words

    contents = loaded.contents
    if contents.wrong:
        loaded.wrong = RecordsWrong(path, wrong_in_words(contents, raw))
        if refusing:
            raise loaded.wrong
        loaded.notices.append(str(loaded.wrong))
    differs = compare_with_history(contents)
    contents.is_altered = differs or bool(contents.wrong)


def _add_journals(loaded: Loaded, path: Path, now: Found, *, writing: bool, salvaging: bool) -> None:
    """Add what the journals have beyond the file; set aside those that do not continue it."""
    contents = loaded.contents
    try:
        loaded.left = journals.left(now.journals, salvaging=salvaging)
    except journals.DamagedJournal as error:
        raise journal_damaged(path, error.path, error.number, error.byte) from error
    added = journals.added(loaded.left, contents.file_id, contents.changes, contents.head)
    loaded.unfolded = [record.doc for record in added.straight]
    loaded.beside = [record.doc for record in added.beside]
    contents.arrived |= journal.arrivals((*added.straight, *added.beside))
    loaded.head = added.straight[-1].hash if added.straight else contents.head
    loaded.left = [one for one in loaded.left if one.path not in added.foreign]
    for stray in added.foreign:
        kept = (
            f"已改名为“{_set_aside(stray).name}”，核对前请不要删除"
            if writing
            else "请用可修改的方式打开一次，让它改名保存"
        )
        loaded.notices.append(
            f"旁边的日志“{stray.name}”不是接着这份清单写的（清单可能被旧文件覆盖过），没有采用，{kept}。"
        )


def _keep_torn_ends(loaded: Loaded) -> None:
    """Keep what a power cut left of a record beside its journal, once, and say so."""
    for one in loaded.left:
        torn = one.contents.torn
        if not torn or _is_kept(one.path, torn):
            continue
        aside = _keep(one.path, torn)
        loaded.notices.append(
            f"日志末尾有一条没有写完的记录（多为保存时断电），没有采用，已另存为“{aside.name}”，请核对最后一次修改是否还在。"
        )


def _is_kept(path: Path, data: bytes) -> bool:
    """Tell whether these bytes of a file were kept before."""
    return any(disk.read(other) == data for other in path.parent.iterdir() if is_set_aside(other, path))


def _keep_old_format(loaded: Loaded, path: Path, raw: bytes) -> None:
    """Keep a file of an older format, and say so."""
    schema = loaded.contents.schema
    if schema != SCHEMA:
        loaded.notices.append(
            f"清单原为旧格式（{schema}），已转为新格式，原文件另存为“{_keep(path, raw).name}”。"
        )


def said_of_beside(docs: Sequence[Doc], opened: int) -> list[str]:
    """Say which changes were saved side by side with others, and how many records are in conflict since."""
    if not docs:
        return []
    names = "、".join(dict.fromkeys(doc["by"] for doc in docs))
    more = f"，其中 {opened} 处两边改得不同，待定夺" if opened else ""
    return [f"有 {len(docs)} 次变更是与别的窗口同时保存的（{names}），已并入清单{more}，请在历史中核对。"]


def set_aside_stray_journals(path: Path) -> list[str]:
    """Rename journals that stand where a new list is to be; the sentences that name them."""
    return [
        f"原有的日志“{stray.name}”不属于这份新清单，已改名为“{_set_aside(stray).name}”，核对前请不要删除。"
        for stray in beside.journals(path)
    ]


def keep_copy(path: Path) -> Path:
    """Keep a copy of a list's file beside it, under a name of its own; FileProblem where the disk fails."""
    try:
        return _keep(path, path.read_bytes())
    except OSError as error:
        raise FileProblem(fault_sentence(f"“{path.name}”的副本没有存成", error)) from error


def _set_aside(path: Path) -> Path:
    aside = free_name(path)
    disk.replace(path, aside)
    disk.sync_folder(path.parent)
    return aside


def _keep(path: Path, data: bytes) -> Path:
    aside = free_name(path)
    disk.write_whole(aside, data)
    return aside
