"""The year that a title is of, and the title of the year after."""

import re

_DIGITS = "〇一二三四五六七八九"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}(?=年)")
_ZEROS = str.maketrans("○零", "〇〇")


def year_in(title: str) -> int | None:
    """Return the first year that a title names, as 2021 or as 二〇二一年; none where it names none."""
    found = _YEAR.search(title)
    return _number(found[0]) if found else None


def of_next_year(title: str) -> str:
    """Return a title with the year after its own, wherever that stands in it, written as it is written."""
    year = year_in(title)

    def raised(found: re.Match[str]) -> str:
        if _number(found[0]) != year:
            return found[0]
        digits = str(year + 1)
        return digits if found[0].isascii() else "".join(_DIGITS[int(digit)] for digit in digits)

    return _YEAR.sub(raised, title)


def _number(year: str) -> int:
    if year.isascii():
        return int(year)
    return int("".join(str(_DIGITS.index(sign)) for sign in year.translate(_ZEROS)))
