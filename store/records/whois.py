"""Who a unit or person is: one or several, what became of it, and the post of one whose name others have."""

from collections.abc import Iterable

from store.records.person import RosterEntry
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention


def closed_words(tasks: TaskList, unit: Unit) -> str:
    """Say what became of a unit that is no more: 已于 2021-06-01 撤销,由甲处、乙处承接."""
    names = map(tasks.unit_name, unit.successors)
    successors = "、".join(filter(None, names))
    closed = f"已于 {unit.valid_until} 撤销"
    return f"{closed}，由{successors}承接" if successors else closed


def is_collective_unit(tasks: TaskList, key: str | None) -> bool:
    """Say whether a key is that of a unit that stands for several (相关处室)."""
    unit = tasks.find(Unit, key)
    return unit is not None and unit.kind == "collective"


def is_collective(tasks: TaskList, mention: Mention) -> bool:
    """Say whether a mention names several units or people, by its wording or by its unit's kind."""
    return mention.is_collective or is_collective_unit(tasks, mention.key)


def told_apart(tasks: TaskList, person: str) -> str:
    """Return a person's name, with the post where others have the same name."""
    name = tasks.person_name(person)
    if len(tasks.people_named(name)) < 2:
        return name
    return f"{name}（{post_of(tasks, person)}）"


def post_of(tasks: TaskList, person: str) -> str:
    """Return a person's posts on the roster, or say that there is none."""
    posts = [entry.post for entry in tasks.roster if entry.person == person and entry.post]
    return "、".join(posts) or "不在名册"


def deputies_first(entries: Iterable[RosterEntry]) -> list[RosterEntry]:
    """Return lines of the roster as leaders are offered: the deputies in rank order, then the others."""
    return sorted(entries, key=lambda entry: (not entry.role.startswith("副"), entry.order))
