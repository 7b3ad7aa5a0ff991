"""The made year passes: each fact is put in on its day, by its clerk, at his desk; the desks meet."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from store.file.task_file import TaskFile
from store.history.earlier import Earlier
from store.machine.clock import Clock
from store.records.changes import Change, created
from tests.store.ledger.year import doing
from tests.store.ledger.year.facts import (
    ACTS,
    LI,
    MEETINGS,
    MONTH_ENDS,
    OTHER_DAYS,
    REPORTS,
    WANG,
    Act,
    Said,
    the_list,
)

_FIRST = "2021-01-20"
_NAME = "2021年清单.json"


class _Calendar:
    """The day that both desks have."""

    def __init__(self) -> None:
        self.day = _FIRST

    def now(self) -> datetime:
        """Nine in the morning."""
        return datetime.combine(date.fromisoformat(self.day), time(9))


class Year:
    """Two desks of the made list, and how the list stood on the days that are looked at."""

    def __init__(self, folder: Path) -> None:
        """Begin the list at the desk of 李明 and give 王芳 a copy."""
        self._calendar = _Calendar()
        clock = Clock(self._calendar.now)
        for desk in (LI, WANG):
            (folder / desk).mkdir()
        first = Change("建清单", tuple(map(created, the_list())))
        TaskFile.create(folder / LI / _NAME, first, by=LI, clock=clock).close()
        shutil.copy(folder / LI / _NAME, folder / WANG / _NAME)
        self.desks = {desk: TaskFile.open(folder / desk / _NAME, by=desk, clock=clock) for desk in (LI, WANG)}
        self.on: dict[str, Earlier] = {}
        """Day to the list as it stood at the desk of 李明 in the evening."""
        self.at_wang: dict[str, Earlier] = {}
        """The same at the other desk."""

    def pass_by(self, last: str = "2021-12-31") -> None:
        """Let the year pass, up to its end or to a day, on which the desks meet."""
        acts = _by_day()
        day = date.fromisoformat(_FIRST)
        while day.isoformat() <= last:
            self._calendar.day = today = day.isoformat()
            for by, act in acts.get(today, ()):
                desk = self.desks[by]
                desk.commit(act(desk.tasks, today))
            if today in (*MEETINGS, *MONTH_ENDS, *OTHER_DAYS, last):
                self._meet()
            if today in (*MONTH_ENDS, *OTHER_DAYS):
                self.on[today], self.at_wang[today] = map(_held, self.desks.values())
            day += timedelta(days=1)

    def _meet(self) -> None:
        """Let each desk have the changes of the other."""
        ours, theirs = self.desks.values()
        at = self._calendar.now().astimezone().isoformat()
        theirs.take_in(list(ours.history.docs), at, LI)
        ours.take_in(list(theirs.history.docs), at, WANG)

    def close(self) -> None:
        """Close both lists."""
        for desk in self.desks.values():
            desk.close()


def _held(desk: TaskFile) -> Earlier:
    """The list as it stands, by a clock that stands still."""
    then = desk.after(len(desk.history))
    now = desk.tasks.clock.now()
    then.tasks.clock = Clock(lambda: now)
    then.tasks.documents.history = lambda: then.history
    return then


_Done = Callable[..., Change]


def _by_day() -> dict[str, list[tuple[str, _Done]]]:
    """The acts of each day, with who does them: reports before what follows on them."""
    found: dict[str, list[tuple[str, _Done]]] = {}
    for said in REPORTS:
        found.setdefault(said.received, []).append((_keeper(said.row), doing.reported(said)))
    for act in ACTS:
        found.setdefault(act.day, []).append((act.by, doing.ACTS[act.what](act)))
    return found


def _keeper(row: str) -> str:
    return LI if row.startswith("1.") else WANG


def looked_at(year: Year) -> Iterator[tuple[date, Earlier]]:
    """The last of each month with the list as it stood on it."""
    for day in MONTH_ENDS:
        yield date.fromisoformat(day), year.on[day]


__all__ = ["Act", "Said", "Year", "looked_at"]
