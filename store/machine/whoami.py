"""Who sits at this machine, and which it is: what a change and the lock's note record."""

import getpass
import platform

from store.machine.settings import load_settings


def user() -> str:
    """Return the author that the settings name, else the OS user's name; 未知 where nobody says.

    It is empty where the settings name one that cannot be read: no change is made under another name.
    """
    settings = load_settings()
    if settings.author_is_wrong:
        return ""
    if settings.author:
        return settings.author
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "未知"


def machine() -> str:
    """Return the machine's name in its network; 未知 where it has none."""
    return platform.node() or "未知"
