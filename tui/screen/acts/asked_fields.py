"""Changing a record of the ledger's rules field by field: one is chosen, asked for, and is a change."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from store.records.changes import Change
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice


@dataclass(frozen=True, slots=True)
class AskedField:
    """A field as it is asked for: its name, what the clerk calls it, and what it holds."""

    name: str
    label: str
    held: str
    """As it is typed; of a choice its code."""
    hint: str = ""
    """What may be written, beside the label."""
    choices: Mapping[Any, str] = field(default_factory=dict)
    """What it may be, with the clerk's words; empty where it is typed."""
    is_long: bool = False
    """Whether it is typed on several lines."""

    @property
    def shown(self) -> str:
        """What it holds, as the clerk reads it in a line."""
        return " ".join(self.choices.get(self.held, self.held).split()) or "（空）"

    @property
    def question(self) -> str:
        """What is asked."""
        return f"{self.label}（{self.hint}）" if self.hint else self.label


Put = Callable[[str, str], Change]
"""Makes the change that gives a field (its name) what was typed or chosen; Refused where it may not be."""

_REMOVE = ""


async def ask_field(desk: Desk, asked: AskedField, check: Callable[[str], object]) -> str | None:
    """Ask for a field's value; None where the clerk leaves it."""
    if asked.choices:
        choices = [Choice(value, words, (words,)) for value, words in asked.choices.items()]
        return await desk.choose(asked.question, choices)
    return await desk.ask_text(asked.question, asked.held, long=asked.is_long, check=check)


async def change_field(
    desk: Desk,
    title: str,
    fields: Sequence[AskedField],
    put: Put,
    remove: Change | None = None,
    *,
    about: str = "",
) -> bool:
    """Show a record's fields; change the one that is chosen, or take the record out.

    Return whether a field was chosen: a form goes on until the clerk leaves it.
    """
    choices = [Choice(one.name, one.label, (one.label,), about=one.shown) for one in fields]
    if remove is not None:
        choices.append(Choice(_REMOVE, "删除", ("删除",), about="可撤销"))
    chosen = await desk.choose(title, choices, about=about)
    if chosen is None or not desk.may_change():
        return False
    if chosen == _REMOVE and remove is not None:
        await desk.commit(remove)
        return False
    asked = next(one for one in fields if one.name == chosen)
    value = await ask_field(desk, asked, lambda words: put(asked.name, words))
    if value is not None:
        await desk.attempt(lambda: put(asked.name, value))
    return True
