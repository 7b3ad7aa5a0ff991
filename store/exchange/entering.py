"""What comes in: exchange files, whole copies of the list or backups, taken in together or not at all.

What it promises, and the test that holds it (tests/store/exchange/test_entering.py):
- Files may be given in any order, and what is here is passed over: test_files_are_taken_in_any_order,
  test_the_same_file_twice_brings_nothing_new.
- Looking changes nothing, on the disk or in memory: test_looking_changes_nothing.
- A fault leaves the list as it was: test_a_disk_that_refuses_leaves_the_list_as_it_was.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from store.exchange import problems
from store.exchange.admitting import Admitted, Known, admitted, refuse_ahead
from store.exchange.parcel import Header, Parcel
from store.exchange.peers import hear
from store.exchange.reading import is_exchange_file, read_parcel
from store.exchange.spelling import Forbidden, Misspelled, document
from store.file.glance import glance
from store.file.opening import real
from store.file.task_file import TaskFile
from store.history.coming import TakenIn
from store.machine.clock import Clock
from store.progress import Progress, silent
from store.records.changes import Change, canonical, hash_of_spelled
from store.records.record import Doc
from store.records.task import Task
from store.records.tasklist import TaskList


class Share(NamedTuple):
    """How many changes somebody made on a day."""

    machine: str
    by: str
    day: str
    changes: int


@dataclass(frozen=True, slots=True)
class Entering:
    """What some files would bring to a list; nothing is taken in yet."""

    headers: tuple[Header, ...]
    docs: tuple[Doc, ...]
    """The changes that are not here, parents before children."""
    held: int
    """How many others the files carry."""

    @property
    def origin(self) -> str:
        """The desks that the files are from, in the clerk's words."""
        names = dict.fromkeys(header.desk_named for header in self.headers)
        return "、".join(names)

    @property
    def nothing_new(self) -> str:
        """The sentence where all of it is here."""
        return f"没有新的变更（对方的 {self.held} 次这里都有）。"


def entering(
    file: TaskFile,
    paths: Iterable[Path],
    clock: Clock,
    progress: Progress = silent,
    *,
    passphrase: str = "",
    ahead: bool = False,
) -> Entering:
    """Return what files would bring, read and looked through; NotTaken where one may not come in.

    With `ahead` changes may be from tomorrow or later.
    """
    parcels = [_parcel(file, path, passphrase) for path in paths]
    for parcel in parcels:
        _refuse_other_list(file, parcel.header)
    found = list(_admitted(parcels, Known.of(file.history, file.tasks.documents.tables), progress))
    docs = [doc for one in found for doc in one.docs]
    if not ahead:
        refuse_ahead(docs, clock.now())
    held = sum(one.held for one in found)
    return Entering(tuple(parcel.header for parcel in parcels), tuple(docs), held)


def take_in(file: TaskFile, coming: Entering, clock: Clock, progress: Progress = silent) -> TakenIn:
    """Take it in, on the disk on return, and note what the desks have that it is from."""
    at = clock.stamp()
    taken = file.take_in(coming.docs, at, coming.origin, progress)
    hear(file.file_id, file.path, coming.headers, at)
    return taken


def said_of(taken: TakenIn) -> str:
    """Say what came: 并入 12 次变更（PC-03 李明 9，PC-05 王芳 3），3 处不一致待定夺。"""
    shares = "，".join(f"{machine} {by} {count}" for (machine, by), count in _by_person(taken.changes))
    undecided = f"，{len(taken.conflicts)} 处不一致待定夺" if taken.conflicts else ""
    return f"并入 {len(taken.changes)} 次变更（{shares}）{undecided}。"


def shares(changes: Iterable[Change]) -> list[Share]:
    """Return who made how many of some changes on which day, by person."""
    counts = Counter((change.machine, change.by, change.at[:10]) for change in changes)
    return sorted(Share(*who_and_when, count) for who_and_when, count in counts.items())


def rows_touched(tasks: TaskList, taken: TakenIn) -> list[str]:
    """Return the names of the rows that say something else; new ones and those of other lists by number."""
    keys = {key for table, key in taken.records if table == Task.TABLE}
    names = [tasks.row_name(key) for key in tasks.task_keys if key in keys]
    others = len(keys) - len(names)
    return [*names, f"新增或去掉的 {others} 行"] if others else names


def _by_person(changes: Iterable[Change]) -> Sequence[tuple[tuple[str, str], int]]:
    counts = Counter((change.machine, change.by) for change in changes)
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


# ---------------------------------------------------------------------- reading the files


def _parcel(file: TaskFile, path: Path, passphrase: str) -> Parcel:
    if is_exchange_file(path):
        return read_parcel(path, passphrase)
    if real(path) == file.path:
        raise problems.NotTaken(f"“{path.name}”就是这份清单，不用并入。")
    if glance(path).is_list:
        return _parcel_of_list(path)
    raise problems.not_an_exchange_file(path)


def _parcel_of_list(path: Path) -> Parcel:
    """Return a copy of a list, or a backup, as if its desk had exported all of it."""
    with TaskFile.open(path, read_only=True) as other:
        docs = tuple(other.history.docs)
        header = Header(other.file_id, other.tasks.list_name, file=path.name, have=other.history.heads)
    spelled = [canonical(doc) for doc in docs]
    for number, line in enumerate(spelled, 1):
        try:
            document(line)
        except (Forbidden, Misspelled) as error:
            raise problems.unknown_content(number, "带有控制字符，或层次过深") from error
    return Parcel(header, docs, tuple(map(hash_of_spelled, spelled)), first_line=1)


def _refuse_other_list(file: TaskFile, header: Header) -> None:
    if header.file_id != file.file_id:
        title = file.tasks.list_name
        raise problems.of_another_list(header.title, same_title=header.title == title)


def _admitted(parcels: Sequence[Parcel], known: Known, progress: Progress) -> Iterator[Admitted]:
    """Yield what is new of each parcel; one waits for those that bring what it goes on from."""
    waiting = list(parcels)
    while waiting:
        later: list[Parcel] = []
        for parcel in waiting:
            try:
                found = admitted(parcel, known, progress)
            except problems.AncestorsMissing:
                later.append(parcel)
                continue
            known = known.with_all(found)
            yield found
        if len(later) == len(waiting):
            admitted(later[0], known)  # Says what is missing.
        waiting = later
