"""What leaves a list by a stick: all of its changes, or those that the other desks are not known to have."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from store.exchange.parcel import Header
from store.exchange.peers import known_to_all, peers_of
from store.exchange.writing import Written, content, exchange_path, write
from store.file.contents import SCHEMA
from store.file.task_file import TaskFile
from store.history.rooted import rooted
from store.machine.clock import Clock
from store.machine.desks import desk_of
from store.machine.program import program
from store.machine.whoami import machine, user
from store.records.record import Doc


@dataclass(frozen=True, slots=True)
class Leaving:
    """What an exchange file is to hold."""

    header: Header
    docs: tuple[Doc, ...]
    known: int = 0
    """Changes that are left out, as every desk has them."""
    broken: int = 0
    """Changes that are left out, as what they go on from was lost: a damaged list was repaired."""

    def written(self, folder: Path, clock: Clock, passphrase: str) -> Written:
        """Put it on a stick, or into any other folder, and read it back."""
        header = self.header
        path = exchange_path(folder, Path(header.file).stem, header.machine, clock.now())
        return write(path, content(header, self.docs, passphrase), len(self.docs))


def said_of(found: Leaving, written: Written, way: str) -> list[str]:
    """Say what was written, and what was left out and why; `way` says how to have all of it: 加 --all."""
    lines = [f"已导出 {written.count} 次变更到 {written.path}，读回核对无误，可以拔出 U 盘。"]
    if found.known:
        lines.append(f"对方已有的 {found.known} 次没有再导出；要全部导出请{way}。")
    if found.broken:
        lines.append(f"有 {found.broken} 次变更接不上更早的变更（清单修复时缺失），没有导出。")
    return lines


def leaving(file: TaskFile, clock: Clock, *, everything: bool = False) -> Leaving:
    """Return what goes to the other desks: what one of them is not known to have, or everything.

    Where nobody was heard of, that is everything.
    """
    desk = desk_of(file.file_id, file.path)
    told = known_to_all(peers_of(file.file_id, file.path, desk))
    whole = rooted(file.history.docs)
    common = set() if everything else _known(whole, told)
    docs = [doc for digest, doc in whole.items() if digest not in common]
    header = _header(file, clock, desk)
    header = replace(header, since=_heads_of(common, whole), count=len(docs))
    return Leaving(header, tuple(docs), len(common), len(file.history) - len(whole))


def _header(file: TaskFile, clock: Clock, desk: str) -> Header:
    """Return what an exchange file says of the list, of this desk and of what it has."""
    name, have = file.tasks.list_name, file.history.heads
    at_desk = Header(file.file_id, name, machine(), desk, file.path.name, user(), clock.stamp())
    return replace(at_desk, schema=SCHEMA, program=program(), have=have)


def _known(by_hash: dict[str, Doc], told: Sequence[Sequence[str]]) -> set[str]:
    """Return the changes that all desks have, by what each has told."""
    seen = [_seen_from(heads, by_hash) for heads in told]
    return set.intersection(*seen) if seen else set()


def _heads_of(some: set[str], by_hash: dict[str, Doc]) -> tuple[str, ...]:
    """Return those of some changes that none of the others has seen."""
    followed: set[str] = set()
    for digest in some:
        followed.update(by_hash[digest]["parents"])
    return tuple(sorted(some - followed))


def _seen_from(heads: Iterable[str], by_hash: dict[str, Doc]) -> set[str]:
    """Return the changes here that some heads have seen, themselves included."""
    seen: set[str] = set()
    waiting = [head for head in heads if head in by_hash]
    while waiting:
        digest = waiting.pop()
        if digest not in seen:
            seen.add(digest)
            waiting += by_hash[digest]["parents"]
    return seen
