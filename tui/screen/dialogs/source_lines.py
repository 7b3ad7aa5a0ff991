"""The lines of a source in parts, with signs for what each part was taken for. Plain values, no widget."""

from collections.abc import Mapping, Sequence

from store.importing.source_account import LineState, SourceAccount
from tui.screen.widgets.line import Part, Weight
from tui.screen.widgets.row_pane import MARK_SIGN
from tui.screen.widgets.signs import WELL

STATE_SIGNS: Mapping[LineState, str] = {"read": WELL, "asked": "?", "unread": "!", "page": " "}
"""Before the word for the state of a line."""
STATE_WEIGHTS: Mapping[LineState, Weight] = {
    "read": "well",
    "asked": "due",
    "unread": "due",
    "page": "faint",
}
_TAG_END = MARK_SIGN
_TEXTS = frozenset(("事项", "任务"))
"""Parts that are no names."""


def tagged(line: str, account: SourceAccount, number: int) -> Sequence[Part]:
    """Return a line with a word before each part that was taken for something: 牵头›科技局、财政局.

    Parts of one kind that only signs part have it once. In a table, whose head says it too, it is one sign.
    """
    length = 1 if "\t" in line else None
    shown: list[Part] = []
    at, before = 0, ""
    for start, end, kind in account.parts(number):
        between = line[at:start]
        goes_on = kind == before and not any(sign.isalnum() or sign == "\t" for sign in between)
        shown.append(Part(between, "dim"))
        if not goes_on:
            shown.append(Part(f"{kind[:length]}{_TAG_END}", "well"))
        shown.append(Part(line[start:end], "text" if kind in _TEXTS else "bold"))
        at, before = end, kind
    shown.append(Part(line[at:], "dim"))
    return shown


def untagged(line: str, state: LineState | None) -> Sequence[Part]:
    """Return a line whose state alone is to be seen: what was read steps back."""
    return (Part(line, "text" if state in ("asked", "unread") else "dim"),)
