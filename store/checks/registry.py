"""All checks, by their codes (domain.md section 3; C27 to C30 come with reporting)."""

from collections.abc import Sequence

from store.checks import bodies, charge, sides, spelling, texts
from store.checks.finding import Rule
from store.checks.settings import CheckSettings
from store.refused import Refused

_MODULES = (sides, charge, bodies, texts, spelling)

RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in sorted(
        (value for module in _MODULES for value in vars(module).values() if isinstance(value, Rule)),
        key=lambda rule: rule.code,
    )
}
"""Code to rule, in the order of the codes."""


def switched_on(settings: CheckSettings) -> Sequence[Rule]:
    """The rules that the settings leave on."""
    return [rule for code, rule in RULES.items() if code not in settings.off]


def rules_named(codes: Sequence[str]) -> Sequence[Rule]:
    """The rules of some codes, in either case; Refused with a sentence for one that is not known."""
    unknown = next((code for code in codes if code.upper() not in RULES), None)
    if unknown is not None:
        raise Refused(f"没有“{unknown}”这条核对规则,可用 {next(iter(RULES))} 至 {next(reversed(RULES))}。")
    wanted = {code.upper() for code in codes}
    return [rule for code, rule in RULES.items() if code in wanted]
