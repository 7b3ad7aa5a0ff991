"""All checks, by their codes (domain.md section 3)."""

from collections.abc import Sequence

from store.checks import (
    added,
    bodies,
    charge,
    courses,
    numbers,
    progress,
    reports,
    sides,
    spelling,
    sums,
    texts,
)
from store.checks.finding import Rule
from store.checks.settings import CheckSettings
from store.refused import Refused

_MODULES = (sides, charge, bodies, texts, progress, reports, courses, spelling, added, numbers, sums)


def _by_code() -> dict[str, Rule]:
    """Return all rules of the modules, in the order of their codes."""
    found: dict[str, Rule] = {}
    for module in _MODULES:
        for value in vars(module).values():
            if isinstance(value, Rule):
                found[value.code] = value
    return dict(sorted(found.items()))


RULES = _by_code()
"""Code to rule, in the order of the codes."""


def switched_on(settings: CheckSettings) -> Sequence[Rule]:
    """Return the rules that the settings leave on."""
    return [rule for code, rule in RULES.items() if code not in settings.off]


def rules_named(codes: Sequence[str]) -> Sequence[Rule]:
    """Return the rules of some codes, in either case; refuse one that is not known."""
    for code in codes:
        if code.upper() not in RULES:
            first, last = next(iter(RULES)), next(reversed(RULES))
            raise Refused(f"没有“{code}”这条核对规则，可用 {first} 至 {last}。")
    wanted = {code.upper() for code in codes}
    return [rule for code, rule in RULES.items() if code in wanted]
