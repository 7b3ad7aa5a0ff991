"""What a kind of sheet makes of the page, and what a page adds to a sheet: mark, title, signatures."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date as Date
from typing import Any

from store.words.full_width import as_printed
from tui.paper.kinds import KINDS
from tui.paper.layout import Sheet, with_empty_cells, with_text, written_day
from tui.paper.setup import EMPTY, TODAY, PageSetup

_RUNNING_TEXT = 16
"""三号, in points: a list without rules is running text (5.2.2)."""


def page_of(name: str, settings: PageSetup, chosen: Mapping[str, Any] | None = None) -> PageSetup:
    """Return the page of a kind of sheet: what was chosen for it, else what the settings say, else its own.

    Title and mark of the settings are those of the list: on a unit's sheet they would hide whose it is.
    """
    kind = KINDS[name]
    page = settings if name == "list" else replace(settings, title="", annex=None)
    page = replace(page, **(chosen or {}))
    if page.orientation == "by_sheet":
        own = "portrait" if kind.is_upright else "landscape"
        page = replace(page, orientation=own)
    if kind.is_text and page.size == PageSetup().size:
        page = replace(page, size=_RUNNING_TEXT)
    return replace(page, own_numbers=kind.of_each)


def dressed(
    sheet: Sheet, setup: PageSetup, today: Date, number: str = "", state: Sequence[str] = ()
) -> Sheet:
    """Return a sheet with the words that stand on all of a bureau's, `number` being the notice's 发文字号.

    The bureau's name, the date and what is said of the list's state stand under the title, 制表 and 审核
    under the table. A unit's sheet that is given another title keeps its own under it: it says whose it is.
    """
    if sheet.is_letter:
        return _drawn(replace(sheet, title=setup.title or sheet.title), setup)
    day = written_day(today.isoformat()) if setup.date == TODAY else setup.date
    issued = "　".join(filter(None, (setup.bureau, day)))
    own = (sheet.title,) if setup.title and setup.own_numbers else ()
    said = (issued,) if issued else ()
    signed = _signatures(setup)
    annex = sheet.annex if setup.annex is None else setup.annex
    if annex and setup.document_number:
        annex = f"{number}{annex}"
    notes = (*sheet.notes, signed) if signed else sheet.notes
    title = setup.title or sheet.title
    under = (*own, *said, *state, *sheet.under)
    placed = replace(sheet, annex=annex, title_line=setup.title_line)
    return _drawn(replace(placed, title=title, under=under, notes=notes), setup)


def _drawn(sheet: Sheet, setup: PageSetup) -> Sheet:
    """Return a sheet with its signs and its empty cells as the page has them."""
    mark = EMPTY[setup.empty]
    if mark and sheet.says_empty:
        sheet = with_empty_cells(sheet, mark)
    return with_text(sheet, as_printed) if setup.signs == "full" else sheet


def _signatures(setup: PageSetup) -> str:
    """Return the line of 制表 and 审核, each with room for a name of some length; empty without either."""
    signed = ""
    for label, name in (("制表", setup.prepared_by), ("审核", setup.reviewed_by)):
        if name is not None:
            signed += f"{label}：{name}".ljust(12, "　")
    return signed.rstrip("　")
