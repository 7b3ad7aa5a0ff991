"""The page: paper, margins, sizes, letters and standing words.

The standard (GB/T 9704-2012) gives them, unless `[paper]` in settings.toml says else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date as Date
from typing import Any

from store.machine.settings import load_settings, number, one_of, text, whole_number
from store.machine.toml_section import Entries, Entry, SettingsSection
from tui.paper.layout import Sheet, written_day

ROLES = ("title", "under", "strong", "text", "number")
"""What letters are for: titles, the lines under them, headings, the table's text, page numbers."""

_TODAY = "today"


@dataclass(frozen=True, slots=True)
class PageSetup:
    """How sheets are set. Lengths in mm and sizes in points, as the standard gives them."""

    orientation: str = "landscape"
    """landscape, or turned: upright pages whose content is turned (横排表格, GB/T 9704-2012, 8), in pdf
    alone.
    """
    margins: tuple[float, float, float, float] = (27, 37, 27, 35)
    """Top, right, bottom, left of the page as it is read.

    The type area of 156 x 225 mm (5.2.1), turned: the upright page's 天头 of 37 is at the right, its foot of
    35 at the left; its 订口 of 28 and 切口 of 26 are 27 each, within the 1 mm that is allowed.
    """
    size: float = 10.5
    """五号 for tables; the standard gives 三号 for running text (5.2.2) and leaves tables open."""
    numbers: str = "standard"
    """Page numbers: standard (7.5: at the outer edge, odd right and even left, a character in), centred,
    none.
    """
    first_page: int = 1
    """The number of the first page: annexes go on with the numbers of the text (7.5)."""
    bureau: str = ""
    date: str = ""
    """As it is to stand on paper; `today` for the day of the print."""
    title: str = ""
    """In place of the sheet's own."""
    annex: str | None = None
    """附件2; none for what the sheet itself is, empty for no such line."""
    prepared_by: str | None = None
    """The name after 制表; empty to be written by hand, none for no such words."""
    reviewed_by: str | None = None
    """The name after 审核, as above."""
    fonts: Mapping[str, str] = field(default_factory=dict)
    """Role to the name of its letters, in place of the standard's."""
    font_files: Mapping[str, str] = field(default_factory=dict)
    """Role to the file of its letters, for pdf."""
    encoding: str = "utf-8"
    columns: int = 120
    """Columns of a line of text: A4 at 17 characters an inch, or wide paper at 10."""
    lines: int = 60
    """Lines of a page of text: 11 inches at 6 lines an inch, less the margins."""
    newline: str = "lf"


def _filled(value: object) -> str:
    """Take a text that says something."""
    words = text(value)
    if not words:
        raise ValueError
    return words


def _margins(value: object) -> tuple[float, ...]:
    """Take four lengths in mm."""
    if not isinstance(value, list) or len(value) != 4:
        raise ValueError
    side = number(5, 80)
    return tuple(side(length) for length in value)


def _choice(*names: str) -> Entry:
    listed = "、".join(names)
    return Entry(one_of(*names), f" {listed} 之一")


def _whole(low: int, high: int) -> Entry:
    return Entry(whole_number(low, high), f" {low} 至 {high} 的整数")


_WORDS = Entry(text, "文字,写在引号里")
_LETTERS = {"fonts": Entry(_filled, "字体名,写在引号里"), "font_files": Entry(_filled, "字体文件,写在引号里")}
_ENTRIES: Entries = {
    "orientation": _choice("landscape", "turned"),
    "margins": Entry(_margins, "上、右、下、左四个毫米数(5 至 80),如 [27, 37, 27, 35]"),
    "size": Entry(number(6, 22), " 6 至 22 的数"),
    "numbers": _choice("standard", "centred", "none"),
    "first_page": _whole(1, 9999),
    "bureau": _WORDS,
    "date": _WORDS,
    "title": _WORDS,
    "annex": _WORDS,
    "prepared_by": _WORDS,
    "reviewed_by": _WORDS,
    **{f"{table}.{role}": entry for table, entry in _LETTERS.items() for role in ROLES},
    "encoding": _choice("utf-8", "gb18030"),
    "columns": _whole(40, 400),
    "lines": _whole(10, 400),
    "newline": _choice("lf", "crlf"),
}


def page_setup(said: SettingsSection) -> tuple[PageSetup, tuple[str, ...]]:
    """Return the page that `[paper]` of the settings describes, and a sentence for each wrong entry."""
    tables = {table: said.said.get(table, {}) for table in _LETTERS}
    misplaced = [table for table in tables if not isinstance(tables[table], dict)]
    entries = dict(said.said)
    no_tables = []
    for table in misplaced:
        del entries[table]
        no_tables.append(said.notice(table, f"一节,写作 [paper.{table}]"))
    values, wrong = replace(said, said=entries).taken(_ENTRIES)
    plain: dict[str, Any] = {table: {} for table in _LETTERS}
    for key, value in values.items():
        table, _, role = key.partition(".")
        if role:
            plain[table][role] = value
        else:
            plain[key] = value
    return PageSetup(**plain), (*wrong, *no_tables)


def saved_page_setup() -> tuple[PageSetup, tuple[str, ...]]:
    """Return the page that the user's settings describe, and what is wrong in them, in sentences."""
    settings = load_settings()
    setup, wrong = page_setup(settings.paper)
    return setup, (*settings.notices, *wrong)


def dressed(sheet: Sheet, setup: PageSetup, today: Date) -> Sheet:
    """Return a sheet with the words that stand on all of a bureau's.

    Its name and the date stand under the title, 制表 and 审核 under the table.
    """
    day = written_day(today.isoformat()) if setup.date == _TODAY else setup.date
    issued = "　".join(filter(None, (setup.bureau, day)))
    signed = _signatures(setup)
    annex = sheet.annex if setup.annex is None else setup.annex
    under = (issued, *sheet.under) if issued else sheet.under
    notes = (*sheet.notes, signed) if signed else sheet.notes
    title = setup.title or sheet.title
    return replace(sheet, title=title, annex=annex, under=under, notes=notes)


def _signatures(setup: PageSetup) -> str:
    """Return the line of 制表 and 审核, each with room for a name of some length; empty without either."""
    signed = ""
    for label, name in (("制表", setup.prepared_by), ("审核", setup.reviewed_by)):
        if name is not None:
            signed += f"{label}:{name}".ljust(12, "　")
    return signed.rstrip("　")
