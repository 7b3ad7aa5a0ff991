"""Which lights rows wear: a known scheme becomes the list's own; from when a row is near; by what a reminder
has its level.
"""

from dataclasses import replace

from store.ledger.lights import SCHEMES, SchemeName
from store.records.changes import Change, Edit, created, deleted, updated
from store.records.follow_up import LEVEL_SCHEMES, LevelScheme
from store.records.keys import key_made_of
from store.records.ledger_rules import LightRule
from store.records.tasklist import TaskList


def take_scheme(tasks: TaskList, name: SchemeName) -> Change:
    """Make a known scheme the list's own; a change without edits where it is."""
    rules = [replace(rule, key=key_made_of("light", rule.order)) for rule in SCHEMES[name]]
    held = {rule.key: rule for rule in tasks.all_of(LightRule)}
    edits: list[Edit] = []
    for rule in rules:
        known = held.pop(rule.key, None)
        values = {field: getattr(rule, field) for field in ("order", "word", "sign", "colour", "test")}
        edits += updated(known, **values) if known else [created(rule)]
    edits += map(deleted, held.values())
    return Change(f"亮灯按{name}的办法", tuple(edits))


def warn_from(tasks: TaskList, days: int) -> Change:
    """Call rows near from so many days before their day on."""
    return Change(f"到期前 {days} 天起为临期", tuple(updated(tasks.notice, warn_days=days)))


def level_by(tasks: TaskList, scheme: LevelScheme) -> Change:
    """Have reminders get their level by the state of their rows, or step by step."""
    return Change(f"催办级别{LEVEL_SCHEMES[scheme]}定", tuple(updated(tasks.notice, reminder_levels=scheme)))
