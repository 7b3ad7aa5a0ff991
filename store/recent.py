"""The lists last opened, newest first, remembered for the start screen and for commands that name no file.

A convenience: where it cannot be read or written, nothing is remembered and nothing fails.
"""

import contextlib
import json
import os
import secrets
from pathlib import Path

from platformdirs import user_state_path

_KEPT = 10


def recent_files() -> list[Path]:
    """Lists that were opened, newest first; some may be gone."""
    try:
        found = json.loads(_store().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    return [Path(path) for path in found if isinstance(path, str)] if isinstance(found, list) else []


def remember(path: Path) -> None:
    """Put a list at the head of those last opened."""
    opened = Path(os.path.realpath(path))
    paths = [str(opened), *(str(other) for other in recent_files() if other != opened)]
    store = _store()
    aside = store.with_name(f".{secrets.token_hex(4)}.recent")
    with contextlib.suppress(OSError):
        store.parent.mkdir(parents=True, exist_ok=True)
        try:
            aside.write_text(json.dumps(paths[:_KEPT], indent=1), encoding="utf-8")
            aside.replace(store)
        finally:
            aside.unlink(missing_ok=True)


def _store() -> Path:
    return user_state_path("yaodian", appauthor=False) / "recent.json"
