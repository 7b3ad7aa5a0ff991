"""Which program this is: its version, and the one file that it came as."""

import functools
import os
import re
from pathlib import Path

_VERSION = re.compile(r"[0-9][0-9A-Za-z.+]{0,20}")


@functools.cache
def program() -> str:
    """Return the version as installed, 0.3.0; empty where it is not installed."""
    # Imported by the first fold: it costs as much as the rest of the store.
    from importlib import metadata

    try:
        return metadata.version("yaodian")
    except metadata.PackageNotFoundError:
        return ""


def version_in_words(version: object) -> str:
    """Return a version as it stands within a sentence; nothing where a file tells none, or no such thing."""
    return f" {version} " if isinstance(version, str) and _VERSION.fullmatch(version) else ""


def bundle() -> Path | None:
    """Return the one file that the program was started from; None where it is installed."""
    path = os.environ.get("YAODIAN_BUNDLE")
    return Path(path) if path else None


def unpacked() -> Path:
    """Return the folder that the one file was unpacked into, or that of the installed program's packages."""
    return Path(__file__).resolve().parents[3]
