"""The kinds of change that the program has to know again: each has a code and the title that the clerk reads.

The program looks at the code; a change keeps its title as it was said then.
"""

from typing import Literal

ChangeCode = Literal["", "notice_followed"]

TITLES: dict[ChangeCode, str] = {"notice_followed": "按通知更新清单"}
"""The title of each kind."""


def code_of_title(title: str) -> ChangeCode:
    """Return the code of a change that was stored without one (by 0.1.0); empty where there is none."""
    found = (code for code, known in TITLES.items() if known == title)
    return next(found, "")
