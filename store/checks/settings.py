"""What the clerk may choose of the checks (核对): rules that are off, how grave each is, what is overload."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from store.machine.entries import Entry, SettingsGroup, amount, one_of
from store.machine.toml_section import SettingsSection

Severity = Literal["错误", "提醒", "说明"]
SEVERITIES: tuple[Severity, ...] = ("错误", "提醒", "说明")
"""How grave a finding of a check is, the gravest first."""

_CODE = r"C(?:0[1-9]|[12]\d|3[0-7])"
"""The codes of rules, C01 to C37."""
_OFF, _GRADES, _LOAD_LIMIT = "off", "grades", "load_limit"


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What the clerk chose of the checks."""

    off: frozenset[str] = frozenset()
    """Codes of rules that are not run."""
    grades: Mapping[str, Severity] = field(default_factory=dict)
    """Code to the severity of all findings of that rule."""
    load_limit: float = 0.5
    """C19: the share of the lead rows, 0 to 1, over which one leader's load is told."""


def _codes(value: object) -> list[str]:
    """Take a list of texts; each is looked at by itself."""
    if not isinstance(value, list):
        raise ValueError
    return [str(code).upper() for code in value]


CHECKS = SettingsGroup(
    "核对",
    "checks",
    "不查某些规则，或改一条规则的轻重（错误、提醒、说明）。",
    {
        _LOAD_LIMIT: amount(
            "过于集中的界限", "一位领导分管多少牵头任务算过于集中（C19），写占比 0 至 1", 0, 1, 0.5
        ),
        _OFF: Entry(
            _codes, '规则的代号，如 ["C17"]', "不查的规则", "不查哪些规则", default=[], example=["C17"]
        ),
        f"{_GRADES}.*": Entry(
            one_of(*SEVERITIES), label="轻重", help="一条规则的轻重", example={"C16": "错误"}
        ),
    },
)


def checks_chosen(said: SettingsSection) -> tuple[CheckSettings, tuple[str, ...]]:
    """Return what `[checks]` of the settings says, and a sentence for each wrong entry."""
    values, wrong = said.taken(CHECKS.entries)
    notices = list(wrong)
    off: set[str] = set()
    for code in values.get(_OFF, ()):
        if re.fullmatch(_CODE, code):
            off.add(code)
        else:
            notices.append(said.notice(_OFF, part=code))
    grades: dict[str, Any] = {}
    for key, grade in values.items():
        table, _, code = key.partition(".")
        if table == _GRADES and re.fullmatch(_CODE, code.upper()):
            grades[code.upper()] = grade
        elif table == _GRADES:
            notices.append(said.notice(key))
    load_limit = values.get(_LOAD_LIMIT, CheckSettings().load_limit)
    return CheckSettings(frozenset(off), grades, load_limit), tuple(notices)
