"""The list of the year after, made from this one: rows that are chosen, with who answers for them; by which
schedules they are reported, and by which rules they are lit and scored.

It goes into a file of its own, since its history begins with it. Nothing of this list is changed.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from store.acts.field_values import NO_DAY_SET
from store.ledger.days import schedules_of
from store.ledger.periods import period_or_none
from store.portfolio.standings import certain_pairs
from store.progress import Progress, share, silent, told
from store.reading.signs.deadline_given import list_year
from store.records.changes import Change, created
from store.records.ground import Ground, ground_key
from store.records.issued_grounds import issued_grounds
from store.records.kept import Pair, Template
from store.records.keys import new_key
from store.records.ledger_rules import LightRule, ScoreRule
from store.records.notice import Notice
from store.records.person import Person, RosterEntry
from store.records.record import Record
from store.records.schedule import Schedule
from store.records.several_lists import units_of_list
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.refused import Refused
from store.words.years import of_next_year, year_in


@dataclass(frozen=True, slots=True)
class NextYear:
    """What the list of the year after is to be: its rows, by key, and its name."""

    tasks: TaskList
    rows: frozenset[str]
    name: str

    @classmethod
    def proposed(cls, tasks: TaskList) -> "NextYear":
        """Return all rows of a list under its name, with the year after where it names one."""
        return cls(tasks, frozenset(tasks.task_keys), of_next_year(tasks.list_name))

    def rows_of_the_year(self) -> Sequence[str]:
        """Return the rows whose text names the year that is over: they are to be looked at."""
        year = year_in(self.tasks.list_name)
        if year is None:
            return ()
        named = str(year)
        return [row for row in self._rows if named in self.tasks.task(row).text]

    @property
    def _rows(self) -> Sequence[str]:
        return [row for row in self.tasks.task_keys if row in self.rows]

    def refuse_incomplete(self) -> None:
        """Refuse to make a list without a row or a name."""
        if not self._rows:
            raise Refused("没有选任何一行，请先选要带到下年的任务。")
        if not self.name.strip():
            raise Refused("名称不能为空，请输入。")

    def change(self, progress: Progress = silent) -> Change:
        """Return the change that makes the list in a new file; Refused without a row or a name.

        Deadlines are cleared, as are the lines of the old notice's source, of which the new list has none.
        """
        self.refuse_incomplete()
        notice = self._notice()
        half, other_half = share(progress, 0, 2), share(progress, 1, 2)
        records: list[Record] = [notice]
        records += self._items_and_tasks(notice.key, half)
        roster = list(self._roster(notice.key))
        units = self._units(records)
        pairs = self._pairs({unit.key for unit in units})
        people = self._people([*records, *roster, *units, *pairs])
        grounds = list(self._grounds(records, other_half))
        records += [*units, *people, *roster, *pairs, *grounds]
        title = f"据“{self.tasks.list_name}”建下年清单"
        templates = self.tasks.all_of(Template)
        records += [replace(template, key=new_key()) for template in templates]
        records += self._schedules(notice.key)
        records += self.tasks.all_of(LightRule)
        records += self.tasks.all_of(ScoreRule)
        return Change(title, tuple(map(created, records)))

    def _notice(self) -> Notice:
        """Return the notice of the new list, which is still to come: what is known of it is who issues it."""
        old = self.tasks.notice
        title, name = of_next_year(old.title), self.name.strip()
        notice = replace(old, key=new_key(), title=title, list_title=name)
        notice = replace(notice, document_number=None, issued_on=None, basis="", annexes=(), year="")
        year = list_year(old)
        is_untold = year is not None and list_year(notice) is None
        of_year = str(year + 1) if year and is_untold else ""
        return replace(notice, source_name="", source_text="", year=of_year)

    def _items_and_tasks(self, notice: str, progress: Progress) -> Iterator[Record]:
        for item in told(list(self.tasks.items), progress):
            of_item = self.tasks.task_keys_of(item.key)
            rows = [row for row in of_item if row in self.rows]
            if not rows:
                continue
            made = replace(item, key=new_key(), notice=notice, work_point=None, source=())
            yield made
            for row in rows:
                task = self.tasks.task(row)
                made_row = replace(task, key=new_key(), item=made.key, deadline=None, source=())
                yield replace(made_row, **NO_DAY_SET, start_on=None)

    def _roster(self, notice: str) -> Iterator[RosterEntry]:
        for entry in self.tasks.roster:
            yield replace(entry, key=new_key(), notice=notice, source=())

    def _grounds(self, records: Sequence[Record], progress: Progress) -> Iterator[Ground]:
        """Yield what the rows say of who has which unit: until the new notice comes they are said by hand."""
        new = TaskList()
        new.apply(map(created, records))
        at = self.tasks.clock.stamp()
        for ground in issued_grounds(new.documents.tables, told(new.task_keys, progress)):
            if ground.side not in new.task(ground.row).only_here:
                key = ground_key(ground.row, ground.side, "hand")
                yield replace(ground, key=key, origin="hand", at=at, basis=self._basis)

    @property
    def _basis(self) -> str:
        return f"沿用〔{self.tasks.list_name}〕"

    def _units(self, records: Sequence[Record]) -> list[Unit]:
        """Return the units of this list that are there still, and those that the rows name."""
        named = _named(records)
        today = self.tasks.today
        units = [unit for unit in units_of_list(self.tasks) if unit.key in named or not unit.closed_on(today)]
        there = {unit.key for unit in units}
        return [_among(unit, there) for unit in units]

    def _pairs(self, units: Collection[str]) -> list[Pair]:
        """Return who has which unit, as far as it is settled or certain, as settled from today on."""
        today = self.tasks.today
        return [
            Pair(new_key(), unit, leader, today, self._basis)
            for unit, leader in certain_pairs(self.tasks).items()
            if unit in units
        ]

    def _schedules(self, notice: str) -> Iterator[Schedule]:
        """Yield by when units report, the first and the last period a year later."""
        for schedule in schedules_of(self.tasks):
            first = _a_year_later(schedule.from_period)
            last = _a_year_later(schedule.until_period)
            made = replace(schedule, key=new_key(), notice=notice)
            yield replace(made, from_period=first, until_period=last)

    def _people(self, records: Sequence[Record]) -> list[Person]:
        """Return the people whom the new list names anywhere."""
        named = _named(records)
        people = self.tasks.all_of(Person)
        return [person for person in people if person.key in named]


def _a_year_later(name: str) -> str:
    """Return the same period of the year after, by its name; a name of no period stays."""
    period = period_or_none(name)
    return period.a_year_later.name if period else name


def _among(unit: Unit, there: Collection[str]) -> Unit:
    """Return a unit whose members and successors are of the new list."""
    members = tuple(key for key in unit.members if key in there)
    successors = tuple(key for key in unit.successors if key in there)
    return replace(unit, members=members, successors=successors)


def _named(records: Sequence[Record]) -> set[str]:
    """Return the keys of the units and people that records name."""
    named: set[str | None] = set()
    for record in records:
        match record:
            case Task():
                named.update(mention.key for mention in record.all_mentions)
            case Notice():
                named |= {record.group_office_unit, record.group_office_director}
            case RosterEntry():
                named |= {record.person, record.unit}
            case Unit():
                named.add(record.head)
            case Pair():
                named.add(record.leader)
    return {key for key in named if key}
