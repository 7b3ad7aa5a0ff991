"""What this user chose for each kind of sheet of a list: kept in the state folder, a small file a list."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from store.machine.view_state import state_of_list

Choices = Mapping[str, Mapping[str, str]]
"""Kind of sheet to the name of a choice to its value."""

_FOLDER = "prints"
_LONGEST_FILE = 65536


def load_choices(file_id: str, path: Path) -> Choices:
    """Return what was chosen before, of a list by its id, else by its path; what is no choice is left out."""
    try:
        with state_of_list(_FOLDER, file_id, path).open(encoding="utf-8") as kept:
            held = json.loads(kept.read(_LONGEST_FILE))
    except (OSError, ValueError):
        return {}
    if not isinstance(held, dict):
        return {}
    return {kind: _texts(values) for kind, values in held.items() if isinstance(values, dict)}


def _texts(values: Mapping[str, object]) -> dict[str, str]:
    return {name: value for name, value in values.items() if isinstance(value, str)}


def keep_choices(file_id: str, path: Path, choices: Choices) -> None:
    """Keep what is chosen; where it cannot be kept nothing is said."""
    kept = state_of_list(_FOLDER, file_id, path)
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(".new")
        fresh.write_text(json.dumps(choices, ensure_ascii=False), encoding="utf-8")
        fresh.replace(kept)
