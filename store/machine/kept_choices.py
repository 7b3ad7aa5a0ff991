"""What this user chose for each kind of sheet of a list: kept in the state folder, a small file a list."""

from collections.abc import Mapping
from pathlib import Path

from store.machine.kept_state import keep_state, load_state
from store.machine.view_state import state_of_list

Choices = Mapping[str, Mapping[str, str]]
"""Kind of sheet to the name of a choice to its value."""

_FOLDER = "prints"


def load_choices(file_id: str, path: Path) -> Choices:
    """Return what was chosen before, of a list by its id, else by its path; what is no choice is left out."""
    held = load_state(state_of_list(_FOLDER, file_id, path))
    return {kind: _texts(values) for kind, values in held.items() if isinstance(values, dict)}


def _texts(values: Mapping[str, object]) -> dict[str, str]:
    return {name: value for name, value in values.items() if isinstance(value, str)}


def keep_choices(file_id: str, path: Path, choices: Choices) -> None:
    """Keep what is chosen; where it cannot be kept nothing is said."""
    keep_state(state_of_list(_FOLDER, file_id, path), dict(choices))
