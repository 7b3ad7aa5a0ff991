"""What it costs to infer who has which unit: 10,000 rows, from plain ones to rows that settle nothing."""

import random
from collections.abc import Callable, Iterable, Sequence

from store.portfolio.puzzle import KeyCell
from store.portfolio.standings import standings
from store.records.changes import created
from store.records.person import Person
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention
from tests.bench.table import ms, print_table, timed

ROWS, UNITS, LEADERS = 10_000, 200, 12
_draw = random.Random(20210331)
_TRUTH = [_draw.randrange(LEADERS) for _ in range(UNITS)]


def inference() -> None:
    """The first look at a list, and the look after a change of one cell and of one text."""
    rows = []
    for name, draw in KINDS.items():
        tasks = listed(draw)
        first, found = timed(standings, tasks)
        task = tasks.task(tasks.task_keys[ROWS // 2])
        tasks.apply(
            [
                created(
                    Task(
                        "new",
                        item=task.item,
                        order="zz",
                        lead_units=task.lead_units,
                        lead_leaders=task.lead_leaders[:1],
                    )
                )
            ]
        )
        cell, _ = timed(standings, tasks)
        tasks.apply([created(Person("new", name="新"))])
        text, _ = timed(standings, tasks)
        known = sum(one.grade == "certain" for one in found.values())
        rows.append(
            [
                name,
                f"{known} of {len(found)}",
                ms(first),
                ms(cell),
                ms(text),
                "" if max(first, cell) < 1000 else "MISSED",
            ]
        )
    print_table(
        "Who has which unit, 10,000 rows (wanted under 1 s)",
        ["rows", "certain", "first", "a cell", "a name", ""],
        rows,
    )


def listed(draw: Callable[[], KeyCell]) -> TaskList:
    """A list of rows with two drawn cells each."""
    tasks = TaskList()
    tasks.apply(
        created(Unit(str(number), order=f"{number:04}", full_name=f"单位{number}")) for number in range(UNITS)
    )
    tasks.apply(created(Person(f"p{number}", name=f"领导{number}")) for number in range(LEADERS))
    tasks.apply([created(Item("item", order="1"))])
    for number in range(ROWS):
        (units, leaders), (others, theirs) = draw(), draw()
        task = Task(
            f"task{number}",
            "item",
            f"{number:06}",
            lead_units=mentions(units),
            lead_leaders=mentions(leaders),
            participant_units=mentions(others),
            participant_leaders=mentions(theirs),
        )
        tasks.apply([created(task)])
    return tasks


def mentions(keys: Iterable[str]) -> tuple[Mention, ...]:
    """Mentions that are worded like their keys."""
    return tuple(Mention(key, key) for key in keys)


def one_unit() -> KeyCell:
    """One unit and its leader."""
    unit = _draw.randrange(UNITS)
    return (str(unit),), (f"p{_TRUTH[unit]}",)


def many_units() -> KeyCell:
    """Up to twelve units with the six leaders that they have, in the units' order."""
    units = _draw.sample(range(UNITS), 12)
    leaders = list(dict.fromkeys(_TRUTH[unit] for unit in units))[:6]
    return _cell([unit for unit in units if _TRUTH[unit] in leaders], leaders)


def always_the_six() -> KeyCell:
    """Twelve units and always the same six leaders: nothing is ever settled."""
    return _cell(_draw.sample(range(UNITS), 12), range(6))


def at_odds() -> KeyCell:
    """Twelve units and six leaders without rhyme or reason."""
    return _cell(_draw.sample(range(UNITS), 12), _draw.sample(range(LEADERS), 6))


def _cell(units: Sequence[int], leaders: Sequence[int]) -> KeyCell:
    return tuple(map(str, units)), tuple(f"p{leader}" for leader in leaders)


KINDS = {
    "one unit a cell": one_unit,
    "12 units, 6 leaders": many_units,
    "the same 6 always": always_the_six,
    "at odds": at_odds,
}
