"""What is said before a print of letters that the standard or the settings ask for and a machine has not."""

from collections.abc import Iterable, Mapping

from store.refused import Refused
from tui.paper.fonts import FALLBACKS, NAMES, OWN, face, families, installed
from tui.paper.setup import ROLES, PageSetup


def said_of_letters(format_name: str, setup: PageSetup) -> str:
    """Return in a sentence which letters are not here and what stands in for them; empty for none.

    A pdf takes its letters along; of other formats the program that opens the file looks for them.
    """
    if format_name == "text":
        return ""
    if format_name == "pdf":
        return stand_ins(ROLES, setup.fonts, setup.font_files)
    return not_here(setup.fonts)


def stand_ins(roles: Iterable[str], fonts: Mapping[str, str], files: Mapping[str, str]) -> str:
    """Return which letters a pdf cannot have on this machine and what it takes; empty for none.

    仿宋 is 仿宋_GB2312 under another name, and stands in for nothing. Files that settings name are there.
    """
    lacking: dict[str, None] = {}
    used: dict[str, None] = {}
    for role in roles:
        if role in files:
            continue
        try:
            chosen = face(role, fonts, files)
        except Refused:
            return ""  # The print itself says it.
        names = [name for name, there in installed().items() if there == chosen]
        if _meant(role, fonts).isdisjoint(names):
            lacking[fonts.get(role, NAMES[role])] = None
            used[names[0]] = None
    return f"这台机器缺字体：{'、'.join(lacking)}；用 {'、'.join(used)} 代替。" if lacking else ""


def not_here(fonts: Mapping[str, str]) -> str:
    """Return which letters that a file names this machine has not, and what will be seen instead.

    A machine that cannot list its letters says nothing.
    """
    there = names_here()
    lacking: dict[str, None] = {}
    used: dict[str, None] = {}
    for role in ROLES:
        if not there or not _meant(role, fonts).isdisjoint(there):
            continue
        lacking[fonts.get(role, NAMES[role])] = None
        known = [name for name in FALLBACKS[role] if name in there]
        if known:
            used[known[0]] = None
    if not lacking:
        return ""
    instead = f"用 {'、'.join(used)} 等代替" if used else "用别的字体代替"
    return f"这台机器缺字体：{'、'.join(lacking)}；在这里打开{instead}。"


def names_here() -> frozenset[str]:
    """Return the names of the letters here; of a machine that lists none, those known by file."""
    return families() or frozenset(installed())


def _meant(role: str, fonts: Mapping[str, str]) -> set[str]:
    """Return the names of the letters that a role asks for."""
    return {fonts[role]} if role in fonts else set(OWN[role])
