"""What a rule looks at: the list, and what is derived from it for all rules together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from store.checks.index import Index
from store.checks.settings import CheckSettings
from store.portfolio.standing import Standing
from store.portfolio.standings import standings
from store.reading.result import Reading
from store.records.cells import RESPONSIBILITY_FIELDS
from store.records.columns import shown_columns
from store.records.derived import derived
from store.records.describing import label
from store.records.documents import on, on_which
from store.records.notice import Notice
from store.records.person import Person, RosterEntry
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import SIDES, Mention, Side, SideName
from store.words.names import is_collective, name_key


@lru_cache(maxsize=2)
def reading_of(text: str) -> Reading:
    """Return what a notice's kept source text says."""
    from store.reading.document import read_text

    return read_text(text, "", "utf-8")


_SideKey = tuple[SideName, Sequence[Mention], Sequence[Mention]]


class Look:
    """The list with what rules derive from it; `Checker` refreshes it before rules run."""

    def __init__(self, tasks: TaskList, settings: CheckSettings | None = None) -> None:
        """See nothing but the list until refreshed."""
        self.tasks = tasks
        self.settings = settings or CheckSettings()
        self.index = Index()
        self.standings: Mapping[str, Standing] = {}
        self._cells: dict[_SideKey, Charge] = {}
        self._charged: tuple[Task | None, Sequence[Charge]] = (None, ())
        self.today = tasks.today
        self.refresh()

    def refresh(self) -> None:
        """Look at the small tables again: columns, units, roster."""
        tasks = self.tasks
        self._columns = shown_columns(tasks)
        self.fields = frozenset(column.field for column in self._columns)
        self.labels = {field: label(tasks, field) for field in RESPONSIBILITY_FIELDS}
        self.entries = [entry for entry in tasks.roster if not entry.left_by(self.today)]
        self.people = {entry.person for entry in self.entries}
        self.units_with_member = {entry.unit for entry in self.entries if entry.unit}
        self.units = {unit.key: unit for unit in tasks.units}
        self._collectives = _collectives_by_names(tasks.units)

    @property
    def is_outdated(self) -> bool:
        """Say whether columns came or went since: one that a row fills is shown."""
        return self._columns != shown_columns(self.tasks)

    @property
    def reading(self) -> Reading:
        """Return what the notice's source text says; nothing where there is none."""
        return reading_of(self.tasks.notice.source_text)

    # ------------------------------------------------------------------ mentions

    def is_collective(self, mention: Mention) -> bool:
        """Say whether a mention names no one body or person, by its wording or by its unit's kind."""
        if mention.key is None:
            return is_collective(mention.wording) or self.collective(mention.wording) is not None
        unit = self.units.get(mention.key)
        return unit is not None and unit.kind == "collective"

    def members(self, mention: Mention) -> tuple[str, ...]:
        """Return the keys of the units that a collective was said to stand for."""
        unit = self.units.get(mention.key or "")
        if unit is None:
            unit = self.collective(mention.wording)
        return unit.members if unit else ()

    def collective(self, wording: str) -> Unit | None:
        """Return the record of a collective, where one was made."""
        return self._collectives.get(name_key(wording))

    def leader_of(self, unit: Mention) -> str | None:
        """Return the key of the leader who has a unit, where that is settled, certain or inferred."""
        standing = self.standings.get(unit.key or "")
        return standing.leader if standing and standing.grade != "open" else None

    def units_of(self, leader: str) -> list[str]:
        """Return the keys of the units that a leader has, settled, certain or inferred."""
        found = self.standings.items()
        return [unit for unit, standing in found if standing.leader == leader]

    def charges(self, task: Task) -> Sequence["Charge"]:
        """Hold the sides of a row against who has which unit; once for all rows that have such a side.

        A side whose leaders hold for this row alone (仅此行) is not held against it.
        """
        if self._charged[0] is not task:
            names = [name for name in SIDES if name not in task.only_here]
            charges = [self._of_cell(name, task.side(name)) for name in names]
            self._charged = task, charges
        return self._charged[1]

    def _of_cell(self, name: SideName, side: Side) -> "Charge":
        cell = name, side.units, side.leaders
        if cell not in self._cells:
            self._cells[cell] = self._charge(name, side)
        return self._cells[cell]

    def infer(self) -> frozenset[str]:
        """Look again at who has which unit; return the units of which something else is known than before."""
        before, now = self.standings, standings(self.tasks)
        self.standings = now
        units = {*before, *now}
        changed = [unit for unit in units if _differ(before.get(unit), now.get(unit))]
        if changed:
            self._cells.clear()
            self._charged = None, ()
        return frozenset(changed)

    def _charge(self, name: SideName, side: Side) -> "Charge":
        named = {leader.key for leader in side.leaders}
        missing: list[Mention] = []
        unpaired: list[Mention] = []
        for unit in side.units:
            leader = self.leader_of(unit)
            if leader is None:
                unpaired.append(unit)
            elif leader not in named:
                missing.append(unit)
        surplus = [leader for leader in side.leaders if self._has_none_of(leader, side.units)]
        return Charge(name, side, tuple(missing), tuple(surplus), tuple(unpaired))

    def _has_none_of(self, leader: Mention, units: Sequence[Mention]) -> bool:
        """Say whether a settled leader has none of some units, nor may have one."""
        key = leader.key
        return bool(key) and not any(self._may_have(key, unit) for unit in units)

    def _may_have(self, leader: str | None, unit: Mention) -> bool:
        """Say whether a leader may have a unit: nothing known speaks against it."""
        standing = self.standings.get(unit.key or "")
        if standing is None or standing.grade == "unknown":
            return True
        if leader == standing.leader or leader in standing.candidates:
            return True
        return standing.grade == "open" and not standing.candidates

    # ------------------------------------------------------------------ where things stand

    def row(self, key: str) -> Task | None:
        """Return a row of the list.

        None for one that is gone, or whose item is, or that stands in another list of the file.
        """
        task = self.tasks.find(Task, key)
        return task if task and task.item in self._item_keys else None

    def item(self, key: str) -> Item | None:
        """Return an item of the list; none for one that is gone or of another list."""
        return self.tasks.find(Item, key) if key in self._item_keys else None

    @property
    def _item_keys(self) -> frozenset[str]:
        return _item_keys(self.tasks)

    def first_row(self, key: str) -> str | None:
        """Return the first row in the list's order that names a unit or person."""
        return min(self.index.rows.get(key, ()), key=self._order, default=None)

    def _order(self, row: str) -> tuple[str, str, str, str]:
        task = self.tasks.task(row)
        item = self.tasks.find(Item, task.item)
        return item.order if item else "", task.item, task.order, row

    def entry_of(self, person: str) -> tuple[str, str] | None:
        """Return the record to go to for a person: his line of the roster, else his own."""
        for entry in self.entries:
            if entry.person == person:
                return RosterEntry.TABLE, entry.key
        return (Person.TABLE, person) if self.tasks.find(Person, person) else None


@derived(on(Item), on_which(Notice))
def _item_keys(tasks: TaskList) -> frozenset[str]:
    """Return the keys of the list's items."""
    return frozenset(item.key for item in tasks.items)


def _collectives_by_names(units: Iterable[Unit]) -> dict[str, Unit]:
    """Return the collectives among units by the keys of their names."""
    found: dict[str, Unit] = {}
    for unit in units:
        if unit.kind == "collective":
            for name in (unit.full_name, *unit.aliases):
                found[name_key(name)] = unit
    return found


@dataclass(frozen=True, slots=True)
class Charge:
    """A side of a row against who has which unit."""

    name: SideName
    side: Side
    missing: tuple[Mention, ...]
    """Units whose known leader is not named."""
    surplus: tuple[Mention, ...]
    """Leaders who have none of the units, nor may have one."""
    unpaired: tuple[Mention, ...]
    """Units of which nobody knows whose they are."""


def _differ(one: Standing | None, other: Standing | None) -> bool:
    """Say whether rules would read another thing of one standing than of the other."""
    if one is None or other is None:
        return one is not other
    if one.grade != other.grade or one.leader != other.leader:
        return True
    return one.candidates != other.candidates


def wordings(mentions: tuple[Mention, ...]) -> str:
    """Return what a cell prints."""
    return "、".join(mention.wording for mention in mentions)


def keys_of(mentions: tuple[Mention, ...]) -> str:
    """Return a cell as facts: by keys, which a rename leaves the same; by wording where there are none."""
    return " ".join(mention.key or mention.wording for mention in mentions)
