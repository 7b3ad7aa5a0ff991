"""Style sheets, read once for all the apps of a run of the tests: a third of what it takes to begin one."""

from contextlib import AbstractContextManager
from unittest.mock import patch

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_READ: dict[tuple[object, ...], list[RuleSet]] = {}
_read = Stylesheet._parse_rules


def read_once() -> AbstractContextManager[object]:
    """Have apps that begin meanwhile share what was read of a sheet, as long as its colours are the same."""
    return patch.object(Stylesheet, "_parse_rules", _read_once)


def _read_once(
    self: Stylesheet,
    css: str,
    read_from: tuple[str, str],
    is_default_rules: bool = False,
    tie_breaker: int = 0,
    scope: str = "",
) -> list[RuleSet]:
    """As Stylesheet._parse_rules."""
    key = (css, read_from, is_default_rules, tie_breaker, scope, *self._variables.items())
    if key not in _READ:
        _READ[key] = _read(self, css, read_from, is_default_rules, tie_breaker, scope)
    return _READ[key]
