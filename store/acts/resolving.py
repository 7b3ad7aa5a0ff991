"""From what a clerk writes to what the list holds: units and people by any name that fits exactly one.

A name that fits none or several is refused with the names it may have meant; nothing is chosen for the clerk.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from store.records.cells import CELLS, RESPONSIBILITY_FIELDS, CellKind
from store.records.derived import derived
from store.records.documents import on
from store.records.notice import Notice
from store.records.person import Person
from store.records.row_order import ORDER_OF_ROWS
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention
from store.records.whois import closed_words, post_of, told_apart
from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.names import fitting, is_collective, name_key


def unit_named(tasks: TaskList, name: str) -> Mention:
    """Return the unit of a full name, an alias, or any shortening that fits one.

    A collective or an unsettled wording is taken as it stands.
    """
    wanted = name_key(clean_line(name))
    named = units_called(tasks, wanted)
    if not named and _is_said(tasks, wanted):
        return Mention(None, wanted)
    named = named or _units_fitting(tasks, wanted)
    if len(named) > 1:
        count = len(named)
        names = "、".join(unit.full_name for unit in named)
        raise Refused(f"“{wanted}”可以指 {count} 个单位：{names}。请写明是哪一个。")
    if not named:
        near = _near(wanted, _known(tasks, "units"))
        raise Refused(f"清单里没有单位“{wanted}”，{near}。")
    (unit,) = named
    return tasks.mention(unit.key)


def units_called(tasks: TaskList, wanted: str) -> list[Unit]:
    """Return the units of a name, else those that once had it; units of today before closed ones."""
    named = [unit for unit in tasks.units if _is_name_of(wanted, unit)]
    if not named:
        named = [unit for unit in tasks.units if wanted in map(name_key, unit.former_names)]
    of_today = [unit for unit in named if not unit.closed_on(tasks.today)]
    return of_today or named


def _is_name_of(wanted: str, unit: Unit) -> bool:
    return wanted in map(name_key, (unit.full_name, *unit.aliases))


def _units_fitting(tasks: TaskList, wanted: str) -> list[Unit]:
    """Return the units of today whose full name a shortening fits."""
    bodies = [unit for unit in tasks.units if unit.kind != "collective"]
    units = [unit for unit in bodies if not unit.closed_on(tasks.today)]
    full_names = fitting(wanted, [unit.full_name for unit in units])
    return [unit for unit in units if unit.full_name in full_names]


def leader_named(tasks: TaskList, name: str) -> Mention:
    """Return the person of a name, blanks apart, told apart by the post where several have it.

    A collective (相关分管领导) is taken as it stands.
    """
    wanted = name_key(clean_line(name))
    people = _people_named(tasks, wanted)
    if len(people) > 1:
        all_posts = [post_of(tasks, person.key) for person in people]
        posts = "、".join(all_posts)
        first = people[0]
        count = len(people)
        several = f"名册中有 {count} 人叫“{first.name}”（{posts}）"
        example = told_apart(tasks, first.key)
        raise Refused(f"{several}，请写明职务，如 {example}。")
    if not people and _is_said(tasks, wanted):
        return Mention(None, wanted)
    if not people:
        near = _near(wanted, _known(tasks, "leaders"))
        raise Refused(f"名册中没有“{wanted}”，{near}。")
    (person,) = people
    return tasks.mention(person.key)


def person_named(tasks: TaskList, name: str) -> Person:
    """Return the one person of a name; refused for leaders at large."""
    found = tasks.find(Person, leader_named(tasks, name).key)
    if found is None:
        raise Refused(f"“{name_key(clean_line(name))}”不是一个人，请写明姓名。")
    return found


def one_unit_named(tasks: TaskList, name: str) -> Unit:
    """Return the one unit of a name, closed or not; refused for a wording that is no unit of the list."""
    found = tasks.find(Unit, unit_named(tasks, name).key)
    if found is None:
        raise Refused(f"“{name_key(clean_line(name))}”不是清单中的一个单位，请写明是哪一个。")
    return found


def names_in(words: str) -> list[str]:
    """Return the names that words list, parted by commas of either width, semicolons, 、 or line ends."""
    parts = re.split("[,\uff0c、;\uff1b\n]", words)
    return list(filter(None, map(str.strip, parts)))


def units_named(tasks: TaskList, names: Iterable[str]) -> tuple[Mention, ...]:
    """Return units by their names, each once; refused for one that was merged, split or closed."""
    mentions = [unit_named(tasks, name) for name in names]
    found = tuple(dict.fromkeys(mentions))
    for mention in found:
        unit = tasks.find(Unit, mention.key)
        if unit and unit.closed_on(tasks.today):
            closed = closed_words(tasks, unit)
            raise Refused(f"“{unit.full_name}”{closed}，请改用现在的单位。")
    return found


def leaders_named(tasks: TaskList, names: Iterable[str]) -> tuple[Mention, ...]:
    """Return leaders by their names, each once."""
    mentions = [leader_named(tasks, name) for name in names]
    return tuple(dict.fromkeys(mentions))


def names_in_doubt(tasks: TaskList, kind: CellKind, names: Iterable[str]) -> dict[str, Sequence[str]]:
    """Return the names that do not fit exactly one unit or person, each with the names it may have meant."""
    doubts: dict[str, Sequence[str]] = {}
    for name in names:
        wanted = name_key(clean_line(name))
        fitting_ones = _fitting_ones(tasks, kind, wanted)
        if len(fitting_ones) > 1:
            doubts[wanted] = fitting_ones
        elif not fitting_ones and not _is_said(tasks, wanted):
            doubts[wanted] = get_close_matches(wanted, _known(tasks, kind), cutoff=0.5)
    return doubts


def _fitting_ones(tasks: TaskList, kind: CellKind, wanted: str) -> list[str]:
    """Return the units or people of a name, in words that fit them alone."""
    if kind == "units":
        units = units_called(tasks, wanted) or _units_fitting(tasks, wanted)
        return [unit.full_name for unit in units]
    return [told_apart(tasks, person.key) for person in _people_named(tasks, wanted)]


def _known(tasks: TaskList, kind: CellKind) -> list[str]:
    if kind == "leaders":
        return [tasks.person_name(entry.person) for entry in tasks.roster]
    known: list[str] = []
    for unit in tasks.units:
        known += (*unit.aliases, unit.full_name)
    return known


def list_named(tasks: TaskList, words: str) -> Notice:
    """Return the list of the file with a number, counted from 1, or with these words in its name or title."""
    wanted, notices = name_key(clean_line(words)), tasks.notices
    if wanted.isdecimal() and 0 < int(wanted) <= len(notices):
        return notices[int(wanted) - 1]
    found = [notice for notice in notices if _is_in_title(wanted, notice)]
    if len(found) != 1:
        named = [tasks.of(notice.key).list_name for notice in notices]
        numbered = enumerate(named, 1)
        labels = [f"{number} {name}" for number, name in numbered]
        names = "；".join(labels)
        several = "有几份清单的名称" if found else "没有哪份清单的名称"
        raise Refused(f"{several}含“{words}”，请写序号：{names}。")
    return found[0]


def _is_in_title(wanted: str, notice: Notice) -> bool:
    titles = name_key(notice.list_title + notice.title)
    return bool(wanted) and wanted in titles


def _is_said(tasks: TaskList, wanted: str) -> bool:
    """Say whether a wording names no one body, or one that the list has and nobody settled yet."""
    return is_collective(wanted) or wanted in _unsettled(tasks)


@derived(on(Task, *RESPONSIBILITY_FIELDS), *ORDER_OF_ROWS)
def _unsettled(tasks: TaskList) -> set[str]:
    """Return the wordings of the list that nobody has settled yet: what the notice says may be said again."""
    found: set[str] = set()
    for task in tasks.tasks:
        for cell in CELLS:
            for mention in task.mentions(cell):
                if mention.key is None:
                    found.add(name_key(mention.wording))
    return found


def _people_named(tasks: TaskList, wanted: str) -> Sequence[Person]:
    """Return the people of a name; of `王建平(法制处处长)` those whose post has what stands in the
    brackets.
    """
    people = tasks.people_named(wanted)
    name, bracket, post = wanted.removesuffix(")").partition("(")
    if people or not bracket:
        return list(people)
    found: list[Person] = []
    for person in tasks.people_named(name):
        if post in name_key(post_of(tasks, person.key)):
            found.append(person)
    return found


def _near(wanted: str, known: Iterable[str]) -> str:
    near = get_close_matches(wanted, list(known), cutoff=0.5)
    return f"名称相近的有：{'、'.join(near)}，请改用其中之一" if near else "请核对名称"
