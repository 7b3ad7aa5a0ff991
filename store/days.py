"""Days as clerks write them, and as the file holds them (ISO)."""

import re
from datetime import date

from store.model import Refused
from store.names import name_key

_WRITTEN = re.compile(r"(\d{4})(?:[-./年])(\d{1,2})(?:[-./月])(\d{1,2})日?|(\d{4})(\d{2})(\d{2})")


def day_named(words: str) -> str | None:
    """The ISO day that 2021-06-01, 2021.6.1, 2021年6月1日 or 20210601 names; none for no words; Refused for what is no day."""
    wanted = name_key(words)
    if not wanted:
        return None
    found = _WRITTEN.fullmatch(wanted)
    try:
        year, month, day = (int(part) for part in found.groups() if part) if found else (0, 0, 0)
        return date(year, month, day).isoformat()
    except ValueError:
        raise Refused(f"“{words.strip()}”不是日期,请写作 {date.today().isoformat()} 这样。") from None


def today() -> str:
    """Today, ISO."""
    return date.today().isoformat()
