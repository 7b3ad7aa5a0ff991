"""通知 of a change in duties or members: a letter whose annex is the 调整对照表 (GB/T 9704-2012, 7)."""

from dataclasses import replace

from store.history.earlier import State
from store.history.prints import is_print
from store.records.changes import Change
from store.records.person import Person, RosterEntry
from store.records.task import Item, Task
from store.words.cleaning import clean_line
from tui.paper.layout import ImprintEntry, Paragraph, Sheet, is_banner, written_day
from tui.paper.reckoning import reckoned
from tui.paper.setup import TODAY
from tui.paper.sheets.cells import list_title
from tui.paper.sheets.changes_since import changes_since
from tui.paper.words import PaperWords, filled

_FREE = 4.0
"""Characters free at the right of the day, that a seal stands over: 右空四字 (7.3.5.1)."""
_LEAST = 2.0
"""The same of a name longer than that leaves room for."""
_TO_BE_WRITTEN = "　　　年　月　日"
_MEMBERS = (RosterEntry.TABLE, Person.TABLE)
_DUTIES = (Task.TABLE, Item.TABLE)


def letter_sheets(state: State, count: int, words: PaperWords) -> list[Sheet]:
    """Return the letter and its annex: what differs between the first `count` changes and now."""
    annex = changes_since(state, count)
    rows = [row for row in annex.rows if not is_banner(row)]
    values = _values(state, count, len(rows))
    notice = words.of("notice")
    said = {key: filled(text, values) for key, text in notice.items() if isinstance(text, str)}
    addressees = said["addressees"].rstrip("：:")
    gap = Paragraph(keep=True)
    text = [Paragraph(f"{addressees}：", first=0), *_body(said["body"]), gap]
    text += [Paragraph(f"附件：{annex.title}", further=5, keep=True), gap, gap]
    text += _signed(said["issuer"], _day(said["date"], values) or _TO_BE_WRITTEN)
    letter = Sheet(said["title"], (), (), text=tuple(text), orientation="portrait", framed=False)
    placed = replace(letter, is_letter=True, room_above=notice["head_lines"], name="通知")
    return [placed, replace(annex, imprint=_imprint(said, values))]


def _body(said: str) -> list[Paragraph]:
    """Return a paragraph for each line that says something; the last one stays with what is signed."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    paragraphs = [Paragraph(line) for line in lines]
    return [*paragraphs[:-1], *(replace(last, keep=True) for last in paragraphs[-1:])]


def _signed(issuer: str, day: str) -> list[Paragraph]:
    """Return who issued it over the day, each in the middle of the other (7.3.5.1)."""
    if not issuer:
        return [Paragraph(day, right=_FREE)]
    more = (reckoned(1000, issuer) - reckoned(1000, day)) / 2000
    free = max(_FREE - more, _LEAST)
    return [Paragraph(issuer, right=free, keep=True), Paragraph(day, right=free + more)]


def _imprint(said: dict[str, str], values: dict[str, str]) -> tuple[ImprintEntry, ...]:
    """Return 抄送, and who printed it and when (7.4.2, 7.4.3); what is not said is left out."""
    entries = []
    copies = said["copies_to"].strip().rstrip("。")
    if copies:
        entries.append(ImprintEntry(f"抄送：{copies}。"))
    if said["printed_by"]:
        day = _day(said["printed_on"], values)
        entries.append(ImprintEntry(said["printed_by"], f"{day}印发" if day else ""))
    return tuple(entries)


def _day(said: str, values: dict[str, str]) -> str:
    return values["今天"] if said == TODAY else said


def _values(state: State, count: int, rows: int) -> dict[str, str]:
    """Return what the holes of the words are filled with."""
    tasks, history = state.tasks, state.history
    notice = tasks.notice
    later = [change for change in history[count:] if not is_print(change)]
    bases = dict.fromkeys(clean_line(change.basis) for change in later if change.basis)
    values = {"标题": list_title(tasks), "通知": clean_line(notice.title)}
    values["文号"] = clean_line(notice.document_number or "")
    values["发文机关"] = clean_line(notice.issuer)
    values["主送"] = clean_line(notice.addressees) or "各有关单位"
    values["调整内容"] = _what(later)
    values["调整数"] = str(rows)
    values["依据"] = "、".join(bases)
    values["起"] = written_day(history[count - 1].at[:10])
    values["止"] = written_day(history[-1].at[:10])
    values["今天"] = written_day(tasks.today)
    return values


def _what(changes: list[Change]) -> str:
    """Return what was changed, in words: duties, members of the group, or both."""
    tables = {edit.table for change in changes for edit in change.edits}
    said = []
    if not tables.isdisjoint(_DUTIES):
        said.append("重点任务分工")
    if not tables.isdisjoint(_MEMBERS):
        said.append("领导小组成员")
    return "和".join(said) or "重点任务分工"
