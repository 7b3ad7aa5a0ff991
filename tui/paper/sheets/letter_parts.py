"""What letters have in common: what the holes of their words are filled with, body, signature, 版记."""

from collections.abc import Mapping
from dataclasses import replace

from store.records.tasklist import TaskList
from store.words.cleaning import clean_line
from tui.paper.layout import ImprintEntry, Paragraph, written_day
from tui.paper.reckoning import reckoned
from tui.paper.setup import TODAY
from tui.paper.sheets.cells import list_title
from tui.paper.words import PaperWords

_FREE = 4.0
"""Characters free at the right of the day, that a seal stands over: 右空四字 (7.3.5.1)."""
_LEAST = 2.0
"""The same of a name longer than that leaves room for."""
_TO_BE_WRITTEN = "　　　年　月　日"


def issuer_of(tasks: TaskList, words: PaperWords) -> str:
    """Return who issues a sheet: who issued the notice, else the bureau of the page."""
    return clean_line(tasks.notice.issuer) or words.bureau


def values_of_list(tasks: TaskList, words: PaperWords) -> dict[str, str]:
    """Return what the holes are filled with that the list and its notice say."""
    notice = tasks.notice
    values = {"标题": list_title(tasks), "通知": clean_line(notice.title)}
    values["文号"] = clean_line(notice.document_number or "")
    values["发文机关"] = issuer_of(tasks, words)
    values["主送"] = clean_line(notice.addressees) or "各有关单位"
    values["今天"] = written_day(tasks.today)
    return values


def addressed(said: Mapping[str, str]) -> Paragraph:
    """Return to whom a letter goes, on its first line."""
    addressees = said["addressees"].rstrip("：:")
    return Paragraph(f"{addressees}：", first=0)


def body(words: str) -> list[Paragraph]:
    """Return a paragraph for each line that says something; the last one stays with what is signed."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    paragraphs = [Paragraph(line) for line in lines]
    return [*paragraphs[:-1], *(replace(last, keep=True) for last in paragraphs[-1:])]


def signed(said: Mapping[str, str], values: Mapping[str, str]) -> list[Paragraph]:
    """Return who issued it over the day, each in the middle of the other (7.3.5.1)."""
    issuer, day = said["issuer"], _day(said["date"], values) or _TO_BE_WRITTEN
    if not issuer:
        return [Paragraph(day, right=_FREE)]
    more = (reckoned(1000, issuer) - reckoned(1000, day)) / 2000
    free = max(_FREE - more, _LEAST)
    return [Paragraph(issuer, right=free, keep=True), Paragraph(day, right=free + more)]


def imprint(said: Mapping[str, str], values: Mapping[str, str]) -> tuple[ImprintEntry, ...]:
    """Return 抄送, and who printed it and when (7.4.2, 7.4.3); what is not said is left out."""
    entries = []
    copies = said["copies_to"].strip().rstrip("。")
    if copies:
        entries.append(ImprintEntry(f"抄送：{copies}。"))
    if said["printed_by"]:
        day = _day(said["printed_on"], values)
        entries.append(ImprintEntry(said["printed_by"], f"{day}印发" if day else ""))
    return tuple(entries)


def _day(said: str, values: Mapping[str, str]) -> str:
    return values["今天"] if said == TODAY else said
