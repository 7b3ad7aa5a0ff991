"""A ruler for the eye: it shows how many cells the terminal gives to “ … — ①, where its own answer is wrong
or none.
"""

from unicodedata import east_asian_width

SAMPLE = "“三权”…①—×·℃"
"""Characters of class A, as notices have them, and two that are two cells everywhere."""


def ruler(cells: int) -> list[str]:
    """Return two lines whose bars stand under one another where a character of class A has so many cells."""
    width = sum(2 if east_asian_width(character) == "W" else cells for character in SAMPLE)
    digits = "1234567890" * 2
    return [f"  {SAMPLE}|", f"  {digits[:width]}|"]


def ruler_lines() -> list[str]:
    """Return both rulers, and how one reads them."""
    return [
        "下面两组，哪一组的两道竖线上下对齐，终端就是哪一种：",
        "",
        "甲组 一格",
        *ruler(1),
        "",
        "乙组 两格",
        *ruler(2),
    ]
