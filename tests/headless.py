"""An app without a terminal is spared what it would do for one: a third of its time and more."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from textual._compositor import Compositor
from textual._xterm_parser import XTermParser
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_READ: dict[tuple[object, ...], list[RuleSet]] = {}
_read = Stylesheet._parse_rules


@contextmanager
def spared() -> Iterator[None]:
    """Spare an app that runs meanwhile."""
    painting = patch.object(Compositor, "render_update", _unpainted)
    with painting, patch.object(Stylesheet, "_parse_rules", _read_once):
        yield
    # It keeps each key with the app that got it, and so the app.
    XTermParser._parse_extended_key.cache_clear()


def _unpainted(compositor: Compositor, *_: object, **__: object) -> None:
    """Paint nothing: no terminal would get it. What a test looks at is drawn when it looks."""
    compositor._dirty_regions.clear()


def _read_once(
    self: Stylesheet,
    css: str,
    read_from: tuple[str, str],
    is_default_rules: bool = False,
    tie_breaker: int = 0,
    scope: str = "",
) -> list[RuleSet]:
    """As Stylesheet._parse_rules, for all the apps of a run of the tests that have the same colours."""
    key = (css, read_from, is_default_rules, tie_breaker, scope, *self._variables.items())
    if key not in _READ:
        _READ[key] = _read(self, css, read_from, is_default_rules, tie_breaker, scope)
    return _READ[key]
