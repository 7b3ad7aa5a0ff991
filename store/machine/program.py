"""Which version of the program this is."""

import functools


@functools.cache
def program() -> str:
    """Return the version as installed, 0.3.0; empty where it is not installed."""
    # Imported by the first fold: it costs as much as the rest of the store.
    from importlib import metadata

    try:
        return metadata.version("yaodian")
    except metadata.PackageNotFoundError:
        return ""
