"""One unit, one person, a reform: what the commands show of them, by name."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.tui.command_line.conftest import Yaodian

Shown = Callable[[str], Any]


Words = tuple[str, ...]


def row(shown: Shown, name: str) -> dict[str, Any]:
    return next(one for one in shown("tasks") if one["row"] == name)


def unit(shown: Shown, full_name: str) -> dict[str, Any]:
    return next(one for one in shown("units") if one["full_name"] == full_name)


def names(shown: Shown) -> list[str]:
    return [one["name"] for one in shown("roster")]


def one(yaodian: Yaodian, listed: Path, *words: str) -> dict[str, Any]:
    code, out, err = yaodian("show", *words, "--json", "-f", listed)
    assert (code, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found
