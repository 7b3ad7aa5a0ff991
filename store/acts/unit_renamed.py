"""Renaming a unit: rows and roster follow by key, history and the notice keep the old name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.acts.preview import Preview, RowChange, in_words, sides_of
from store.acts.units import refuse_taken, shown_units
from store.records.changes import Edit, updated
from store.records.person import RosterEntry
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention
from store.refused import Refused
from store.words.names import fitting, name_key


@dataclass(frozen=True, slots=True)
class Renaming:
    """A unit's new full name, the alias that rows are to print, from which day, on what basis."""

    unit: str
    full_name: str
    alias: str = ""
    """Empty: rows keep their wording where it fits the new name alone, else they print the full name."""
    effective_on: str | None = None
    basis: str = ""


def rename_preview(tasks: TaskList, renaming: Renaming) -> Preview:
    """Return all rows that name the unit, and what changes beside them; nothing is to be asked."""
    unit = tasks.get(Unit, renaming.unit)
    full_name = name_key(renaming.full_name)
    alias = name_key(renaming.alias)
    _refuse_name(tasks, unit, full_name, alias)
    new = replace(unit, full_name=full_name)
    rows: list[RowChange] = []
    for row, name, side in sides_of(tasks, tasks.rows_naming_anywhere(unit.key)):
        if side.has_unit(unit.key):
            units = [_reworded(tasks, mention, new, alias) for mention in side.units]
            after = replace(side, units=tuple(units))
            rows.append(RowChange(row, name, side, after))
    aliases = _aliases(tasks, new, alias)
    former_names = _former_names(unit, full_name, aliases)
    edits = updated(unit, full_name=full_name, former_names=former_names, aliases=aliases)
    edits += _posts(tasks.all_of(RosterEntry), unit, full_name)
    title = f"{unit.full_name}更名为{full_name}"
    others = in_words(tasks, edits)
    preview = Preview(title, tuple(rows), edits=tuple(edits), others=others)
    return preview.dated(renaming.effective_on, renaming.basis)


def _former_names(unit: Unit, full_name: str, aliases: Sequence[str]) -> tuple[str, ...]:
    """Return the names that the unit is still found by: former names, the old one, aliases given up."""
    given_up = [alias for alias in unit.aliases if alias not in aliases]
    names = dict.fromkeys((*unit.former_names, unit.full_name, *given_up))
    return tuple(name for name in names if name != full_name)


def _refuse_name(tasks: TaskList, unit: Unit, full_name: str, alias: str) -> None:
    if not full_name:
        raise Refused("单位名称不能为空，请输入全称。")
    if full_name == name_key(unit.full_name):
        raise Refused(f"“{full_name}”就是现在的全称，不必更名。")
    refuse_taken(tasks, full_name, unit.key)
    if alias:
        refuse_taken(tasks, alias, unit.key)


def _reworded(tasks: TaskList, mention: Mention, new: Unit, alias: str) -> Mention:
    if mention.key != new.key or (not alias and _fits_alone(tasks, mention.wording, new)):
        return mention
    return Mention(new.key, alias or new.full_name)


def _fits_alone(tasks: TaskList, wording: str, new: Unit) -> bool:
    """Say whether a wording is a shortening of the new name and of no other unit's."""
    others = [unit for unit in shown_units(tasks) if unit.key != new.key]
    names = [unit.full_name for unit in (new, *others)]
    return fitting(wording, names) == [new.full_name]


def _aliases(tasks: TaskList, new: Unit, alias: str) -> tuple[str, ...]:
    """Return the aliases that go with the new name: the one that is given, else those that still fit it."""
    if alias:
        return (alias,) if alias != new.full_name else ()
    return tuple(one for one in new.aliases if _fits_alone(tasks, one, new))


def _posts(entries: Sequence[RosterEntry], unit: Unit, full_name: str) -> list[Edit]:
    """Return posts in the unit by its new name; those who left keep theirs."""
    edits: list[Edit] = []
    for entry in entries:
        if entry.unit == unit.key and entry.left_on is None:
            edits += updated(entry, post=entry.post.replace(unit.full_name, full_name))
    return edits
