"""通知 of a change in duties or members: a letter whose annex is the 调整对照表 (GB/T 9704-2012, 7)."""

from dataclasses import replace

from store.history.earlier import State
from store.history.prints import is_print
from store.records.changes import Change
from store.records.person import Person, RosterEntry
from store.records.task import Item, Task
from store.words.cleaning import clean_line
from tui.paper.layout import Paragraph, Sheet, is_banner, written_day
from tui.paper.sheets.changes_since import changes_since
from tui.paper.sheets.letter_parts import addressed, body, imprint, signed, values_of_list
from tui.paper.words import PaperWords, filled

_MEMBERS = (RosterEntry.TABLE, Person.TABLE)
_DUTIES = (Task.TABLE, Item.TABLE)


def letter_sheets(state: State, count: int, words: PaperWords) -> list[Sheet]:
    """Return the letter and its annex: what differs between the first `count` changes and now."""
    annex = changes_since(state, count)
    rows = [row for row in annex.rows if not is_banner(row)]
    values = values_of_list(state.tasks, words) | _values(state, count, len(rows))
    notice = words.of("notice")
    said = {key: filled(text, values) for key, text in notice.items() if isinstance(text, str)}
    gap = Paragraph(keep=True)
    text = [addressed(said), *body(said["body"]), gap]
    text += [Paragraph(f"附件：{annex.title}", further=5, keep=True), gap, gap]
    text += signed(said, values)
    letter = Sheet(said["title"], (), (), text=tuple(text), orientation="portrait", framed=False)
    placed = replace(letter, is_letter=True, room_above=notice["head_lines"], name="通知")
    return [placed, replace(annex, imprint=imprint(said, values))]


def _values(state: State, count: int, rows: int) -> dict[str, str]:
    """Return what the holes of the words are filled with that are the change's own."""
    history = state.history
    later = [change for change in history[count:] if not is_print(change)]
    bases = dict.fromkeys(clean_line(change.basis) for change in later if change.basis)
    values = {"调整内容": _what(later)}
    values["调整数"] = str(rows)
    values["依据"] = "、".join(bases)
    values["起"] = written_day(history[count - 1].at[:10])
    values["止"] = written_day(history[-1].at[:10])
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
