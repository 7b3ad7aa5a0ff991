"""Which lights rows wear: a known scheme becomes the list's own; from when a row is near; by what a reminder
has its level.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from store.ledger.lights import COLOURS, SCHEMES, SchemeName, scheme_of, test_in_words, understood_test
from store.records.changes import Change, Edit, created, deleted, updated
from store.records.follow_up import LEVEL_SCHEMES, LevelScheme
from store.records.keys import key_made_of
from store.records.ledger_rules import LightRule
from store.records.tasklist import TaskList
from store.refused import Refused

RuleField = Literal["word", "sign", "colour", "test"]

LONGEST_WARNING = 366
"""Days."""
_LONGEST = {"word": 6, "sign": 2}


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


def rule_changed(tasks: TaskList, number: int, given: Mapping[RuleField, str]) -> Change:
    """Give a light of the list's scheme (by its place, from 0) another word, sign, colour or test.

    Where the list goes by a known scheme, that becomes its own. Refused for what says nothing.
    """
    own, scheme = tasks.all_of(LightRule), scheme_of(tasks.all_of(LightRule))
    values = {field: _value(field, words.strip()) for field, words in given.items()}
    rule = replace(scheme[number], **values)
    if own:
        edits = updated(scheme[number], **values)
    else:
        made = [rule if one.order == rule.order else one for one in scheme]
        edits = [created(replace(one, key=key_made_of("light", one.order))) for one in made]
    return Change(f"改亮灯规则：{rule.sign}{rule.word} {test_in_words(rule.test)}", tuple(edits))


def _value(field: RuleField, words: str) -> str:
    match field:
        case "test":
            return understood_test(words)
        case "colour":
            return _colour(words)
        case "word" | "sign" if not words or len(words) > _LONGEST[field]:
            what = "名称" if field == "word" else "标志"
            raise Refused(
                f"灯的{what}请写 1 至 {_LONGEST[field]} 个字，如 {'黄' if field == 'word' else '●'}。"
            )
    return words


def _colour(words: str) -> str:
    for colour, name in COLOURS.items():
        if words in (colour, name, f"{name}色"):
            return colour
    raise Refused(f"灯的颜色请写{'、'.join(COLOURS.values())}之一。")


def warn_from(tasks: TaskList, days: int) -> Change:
    """Call rows near from so many days before their day on; refused for no such number of days."""
    if not 1 <= days <= LONGEST_WARNING:
        raise Refused(f"预警天数应为 1 至 {LONGEST_WARNING} 的整数。")
    return Change(f"到期前 {days} 天起为临期", tuple(updated(tasks.notice, warn_days=days)))


def at_once_within(tasks: TaskList, days: int) -> Change:
    """Have what is to be done at once (立即) be due so many days after the notice's issue; 0 for no day."""
    if not 0 <= days <= LONGEST_WARNING:
        raise Refused(f"天数应为 0 至 {LONGEST_WARNING} 的整数，0 为不算日期。")
    title = f"立即办理的，印发后 {days} 天到期" if days else "立即办理的不算日期"
    return Change(title, tuple(updated(tasks.notice, at_once_days=days)))


def level_by(tasks: TaskList, scheme: LevelScheme) -> Change:
    """Have reminders get their level by the state of their rows, or step by step."""
    return Change(f"催办级别{LEVEL_SCHEMES[scheme]}定", tuple(updated(tasks.notice, reminder_levels=scheme)))
