"""From what a clerk writes to what the list holds: units and people by any name that fits exactly one.

A name that fits none or several is refused with the names it may have meant; nothing is chosen for the clerk.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from store.records.cells import RESPONSIBILITY_FIELDS
from store.records.notice import Notice
from store.records.person import Person
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention
from store.records.whois import closed_words, post_of, told_apart
from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.days import today
from store.words.names import fitting, is_collective, name_key


def unit_named(tasks: TaskList, name: str) -> Mention:
    """The unit of a full name, an alias, or any shortening that fits one; a collective or an unsettled wording as it stands."""
    wanted = name_key(clean_line(name))
    named = [unit for unit in tasks.units if wanted in map(name_key, (unit.full_name, *unit.aliases))]
    named = named or [unit for unit in tasks.units if wanted in map(name_key, unit.former_names)]
    named = [unit for unit in named if not unit.closed_on(today())] or named
    if not named and (is_collective(wanted) or wanted in _unsettled(tasks)):
        return Mention(None, wanted)
    if not named:
        units = [unit for unit in tasks.units if unit.kind != "collective" and not unit.closed_on(today())]
        full_names = fitting(wanted, (unit.full_name for unit in units))
        named = [unit for unit in units if unit.full_name in full_names]
    if len(named) > 1:
        raise Refused(
            f"“{wanted}”可以指 {len(named)} 个单位:{'、'.join(unit.full_name for unit in named)}。请写明是哪一个。"
        )
    if not named:
        known = (part for unit in tasks.units for part in (*unit.aliases, unit.full_name))
        raise Refused(f"清单里没有单位“{wanted}”,{_near(wanted, known)}。")
    return Mention(named[0].key, tasks.wording_of(named[0].key))


def leader_named(tasks: TaskList, name: str) -> Mention:
    """The person of a name, blanks apart, told apart by the post where several have it; a collective (相关分管领导) as it stands."""
    wanted = name_key(clean_line(name))
    people = _people_named(tasks, wanted)
    if len(people) > 1:
        posts = "、".join(post_of(tasks, person.key) for person in people)
        raise Refused(
            f"名册中有 {len(people)} 人叫“{people[0].name}”({posts}),请写明职务,如 {told_apart(tasks, people[0].key)}。"
        )
    if not people and (is_collective(wanted) or wanted in _unsettled(tasks)):
        return Mention(None, wanted)
    if not people:
        known = (tasks.person_name(entry.person) for entry in tasks.roster)
        raise Refused(f"名册中没有“{wanted}”,{_near(wanted, known)}。")
    return Mention(people[0].key, tasks.wording_of(people[0].key))


def person_named(tasks: TaskList, name: str) -> Person:
    """The one person of a name; Refused for leaders at large."""
    found = tasks.find(Person, leader_named(tasks, name).key)
    if found is None:
        raise Refused(f"“{name_key(clean_line(name))}”不是一个人,请写明姓名。")
    return found


def one_unit_named(tasks: TaskList, name: str) -> Unit:
    """The one unit of a name, closed or not; Refused for a wording that is none of the list's units."""
    found = tasks.find(Unit, unit_named(tasks, name).key)
    if found is None:
        raise Refused(f"“{name_key(clean_line(name))}”不是清单中的一个单位,请写明是哪一个。")
    return found


def names_in(words: str) -> list[str]:
    """The names that words list, parted by commas of either width, semicolons, 、 or line ends."""
    return [name.strip() for name in re.split("[,\uff0c、;\uff1b\n]", words) if name.strip()]


def units_named(tasks: TaskList, names: Iterable[str]) -> tuple[Mention, ...]:
    """Units by their names, each once; Refused for one that was merged, split or closed."""
    found = tuple(dict.fromkeys(unit_named(tasks, name) for name in names))
    for mention in found:
        unit = tasks.find(Unit, mention.key)
        if unit and unit.closed_on(today()):
            raise Refused(f"“{unit.full_name}”{closed_words(tasks, unit)},请改用现在的单位。")
    return found


def leaders_named(tasks: TaskList, names: Iterable[str]) -> tuple[Mention, ...]:
    """Leaders by their names, each once."""
    return tuple(dict.fromkeys(leader_named(tasks, name) for name in names))


def list_named(tasks: TaskList, words: str) -> Notice:
    """The list of the file with a number, counted from 1, or with these words in its name or title."""
    wanted, notices = name_key(clean_line(words)), tasks.notices
    if wanted.isdecimal() and 0 < int(wanted) <= len(notices):
        return notices[int(wanted) - 1]
    found = [notice for notice in notices if wanted and wanted in name_key(notice.list_title + notice.title)]
    if len(found) != 1:
        names = ";".join(
            f"{number} {tasks.of(notice.key).list_name}" for number, notice in enumerate(notices, 1)
        )
        raise Refused(
            f"{'有几份清单的名称' if found else '没有哪份清单的名称'}含“{words}”,请写序号:{names}。"
        )
    return found[0]


def _unsettled(tasks: TaskList) -> set[str]:
    """Wordings of the list that nobody has settled yet: what the notice says may be said again."""
    cells = (getattr(task, field) for task in tasks.tasks for field in RESPONSIBILITY_FIELDS)
    return {name_key(mention.wording) for cell in cells for mention in cell if mention.key is None}


def _people_named(tasks: TaskList, wanted: str) -> Sequence[Person]:
    """The people of a name; of `王建平(法制处处长)` those whose post has what stands in the brackets."""
    people = tasks.people_named(wanted)
    name, bracket, post = wanted.removesuffix(")").partition("(")
    if people or not bracket:
        return people
    return [person for person in tasks.people_named(name) if post in name_key(post_of(tasks, person.key))]


def _near(wanted: str, known: Iterable[str]) -> str:
    near = get_close_matches(wanted, list(known), cutoff=0.5)
    return f"名称相近的有:{'、'.join(near)},请改用其中之一" if near else "请核对名称"
