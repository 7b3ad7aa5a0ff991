"""From older formats of the file to this one, a step a format (tests/store/file/test_migrations.py).

A step leaves the changes as they were written: each is named by its hash in the next.
"""

from collections.abc import Callable
from typing import Any

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""Format number to the function that takes the file's tables in it to the next format."""
