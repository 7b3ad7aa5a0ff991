"""The other desks that keep a list, as their exchange files told: known to this user, not to the list."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from store.exchange.parcel import Header, desk_in_words
from store.machine.kept_state import keep_state, load_state
from store.machine.view_state import state_of_list
from store.records.fitting import fits_in

_FOLDER = "peers"


@dataclass(frozen=True, slots=True)
class Peer:
    """A desk that was heard of."""

    desk: str
    by: str = ""
    machine: str = ""
    file: str = ""
    at: str = ""
    """When its last file was written, by the clock there."""
    heard_at: str = ""
    """When that file was taken in here."""
    have: tuple[str, ...] = ()
    """Heads of its history then, by hash."""

    @property
    def name(self) -> str:
        """The desk in the clerk's words: 李明 · PC-03 · 清单-副本.json."""
        return desk_in_words(self.by, self.machine, self.file)


def peers_of(file_id: str, path: Path, own_desk: str) -> list[Peer]:
    """Return the other desks of a list, the one last heard of first."""
    found = []
    for desk, told in load_state(state_of_list(_FOLDER, file_id, path)).items():
        if desk != own_desk and isinstance(told, dict) and fits_in(Peer, {**told, "desk": desk}):
            found.append(_peer({**told, "desk": desk}))
    return sorted(found, key=lambda peer: (peer.heard_at, peer.desk), reverse=True)


def _peer(told: dict[str, Any]) -> Peer:
    return Peer(**{**told, "have": tuple(told.get("have", ()))})


def hear(file_id: str, path: Path, headers: Iterable[Header], heard_at: str) -> None:
    """Note what the desks of some exchange files have; an older file takes nothing back."""
    kept = state_of_list(_FOLDER, file_id, path)
    told = load_state(kept)
    for header in headers:
        before = told.get(header.desk)
        is_older = isinstance(before, dict) and str(before.get("at", "")) > header.at
        if header.desk and not is_older:
            peer = Peer(header.desk, header.by, header.machine, header.file, header.at, heard_at, header.have)
            told[header.desk] = asdict(peer)
    keep_state(kept, told)


def forget(file_id: str, path: Path, desks: Iterable[str]) -> None:
    """Forget desks that keep the list no more, so that nothing is left out or kept back for them."""
    kept = state_of_list(_FOLDER, file_id, path)
    gone = set(desks)
    told = load_state(kept)
    keep_state(kept, {desk: peer for desk, peer in told.items() if desk not in gone})


def known_to_all(peers: Sequence[Peer]) -> list[tuple[str, ...]]:
    """Return the heads of each desk that said what it has."""
    return [peer.have for peer in peers if peer.have]
