"""The lists whose records were found right at this desk, by the seals of their files, so that none is looked
over twice.

A seal is the SHA-256 of a file's bytes: what has the same seal holds the same records.
"""

from contextlib import suppress
from pathlib import Path

from store.machine.whereabouts import state_file

_KEPT = 200
"""Seals that are kept, the latest last."""


def is_checked(seal: str) -> bool:
    """Tell whether a file with this seal was looked over before."""
    return seal in _seals()


def remember_checked(seal: str) -> None:
    """Note that a file with this seal holds what it can; where that fails it is looked over again."""
    kept = _file()
    seals = [other for other in _seals() if other != seal]
    fresh = kept.with_name(f"{kept.name}.{seal[:8]}.new")
    try:
        kept.parent.mkdir(0o700, parents=True, exist_ok=True)
        fresh.write_text("\n".join((*seals[-_KEPT + 1 :], seal)), encoding="ascii")
        fresh.replace(kept)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _file() -> Path:
    return state_file("checked_seals")


def _seals() -> list[str]:
    try:
        return _file().read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return []
