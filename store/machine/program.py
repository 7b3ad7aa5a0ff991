"""Which program this is: its version, and the one file that it came as."""

import functools
import os
from pathlib import Path


@functools.cache
def program() -> str:
    """Return the version as installed, 0.3.0; empty where it is not installed."""
    # Imported by the first fold: it costs as much as the rest of the store.
    from importlib import metadata

    try:
        return metadata.version("yaodian")
    except metadata.PackageNotFoundError:
        return ""


def bundle() -> Path | None:
    """Return the one file that the program was started from; None where it is installed."""
    path = os.environ.get("YAODIAN_BUNDLE")
    return Path(path) if path else None


def unpacked() -> Path:
    """Return the folder that the one file was unpacked into, or that of the installed program's packages."""
    return Path(__file__).resolve().parents[3]
