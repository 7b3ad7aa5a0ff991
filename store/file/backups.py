"""Dated copies of a list in a folder beside it: all of today, one a day for a month, one a month before.

What they promise, and the test that holds it (tests/store/file/test_backups.py unless named):
- A copy is a whole list by itself, made by the same atomic writer, so that a kill leaves a whole copy or
  none: test_crash.
- One at opening, then at most one an hour of edits: test_a_backup_is_made_at_once_and_then_once_an_hour.
- Old ones are thinned, never beyond that: test_thinning_keeps_all_of_today_one_a_day_and_one_a_month.
- Two lists of one name never thin each other's: test_lists_of_one_name_share_a_chosen_folder_and_keep_apart.
- Who may read the list may read them, and nobody else: test_a_backup_is_the_owners_alone, test_rights.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from store.file import disk
from store.file.beside import fitted
from store.file.storage import discard
from store.machine.settings import KEPT, load_settings

EVERY = timedelta(hours=1)
_DAYS_KEPT_SINGLY = timedelta(days=31)
_STAMP = "%Y%m%d-%H%M%S"


class Backups:
    """The copies of one list, at most `keep` of them."""

    def __init__(self, path: Path, folder: Path | None = None, keep: int = KEPT) -> None:
        """The list's path; its copies stand in a folder of their own beside it unless another is named."""
        self.path = path
        self.folder = folder or path.with_name(fitted(path.stem, ".备份"))
        self._keep = max(1, keep)

    def all(self) -> list[tuple[datetime, Path]]:
        """Return the copies with the local time at which each was made, the newest first.

        It raises OSError where the folder cannot be read.
        """
        found = []
        for copy in self.folder.glob("*.json") if self.folder.is_dir() else ():
            _, _, stamp = copy.stem.rpartition(" ")
            try:
                made = datetime.strptime(stamp, _STAMP)
            except ValueError:
                continue
            if copy == self._named(stamp):
                found.append((made, copy))
        return sorted(found, reverse=True)

    def is_due(self, now: datetime) -> bool:
        """Tell whether no copy was made within the hour before.

        One from the future, after a wrong clock was set right, counts as none.
        """
        ages = [now - made for made, _ in self.all()]
        return not any(timedelta(0) <= age < EVERY for age in ages)

    def place(self, now: datetime) -> Path:
        """Return where the copy of this moment goes; makes the folder, for who has the list."""
        if not self.folder.is_dir():
            # The folder of a list that went away with its stick is not made anew.
            self.folder.mkdir(0o700, parents=self.folder.parent != self.path.parent)
            disk.share_folder(self.folder, self.path)
            disk.sync_folder(self.folder.parent)
        return self._named(now.strftime(_STAMP))

    def _named(self, stamp: str) -> Path:
        return self.folder / fitted(self.path.stem, f" {stamp}.json")

    def thin(self, now: datetime) -> None:
        """Take away what need not be kept, and what a kill left half written."""
        for left in self.folder.glob("*.tmp"):
            discard(left)
        copies = self.all()
        kept = worth_keeping([made for made, _ in copies], now, self._keep)
        for made, copy in copies:
            if made not in kept:
                discard(copy)


def chosen(path: Path) -> Backups:
    """Return the backups of a list where the user's settings put them, by default beside it.

    Settings that cannot be read count as none.
    """
    settings = load_settings()
    folder = settings.backup_folder
    if folder is not None:
        # Lists of one name from several folders come together there.
        parent = str(path.parent).encode("utf-8", "surrogateescape")
        folder /= f"{path.stem}.备份-{hashlib.sha256(parent).hexdigest()[:6]}"
    return Backups(path, folder, settings.backups_kept)


def worth_keeping(times: Iterable[datetime], now: datetime, keep: int) -> set[datetime]:
    """Return which copies to keep: all of today, one a day for a month, one a month before, at most
    `keep`.
    """
    kept: dict[str, datetime] = {}
    for time in sorted(times, reverse=True):
        if time.date() >= now.date():
            period = time.isoformat()
        elif now - time < _DAYS_KEPT_SINGLY:
            period = f"{time:%Y-%m-%d}"
        else:
            period = f"{time:%Y-%m}"
        kept.setdefault(period, time)
    return set(list(kept.values())[:keep])
