"""From older formats of the file to this one, a step a format (tests/store/file/test_migrations.py).

A step leaves the changes as they were written: each is named by its hash in the next.
"""

from collections.abc import Callable
from typing import Any


def _with_heads(tables: dict[str, Any]) -> dict[str, Any]:
    """Let the list say its heads: until format 2 a history was one line, whose end was the last change."""
    (meta,) = tables["meta"].values()
    heads = [meta["last_change"]] if meta["last_change"] else []
    return {**tables, "meta": {"1": {**meta, "heads": heads}}}


MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _with_heads}
"""Format number to the function that takes the file's tables in it to the next format."""
