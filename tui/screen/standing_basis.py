"""The basis that the clerk gives to all changes until he says otherwise."""

from dataclasses import replace
from typing import NamedTuple

from store.records.cells import RESPONSIBILITY_FIELDS
from store.records.changes import Change

_SHOWN = 18
"""Characters of it in the status line, which has more to say."""


class StandingBasis(NamedTuple):
    """The words of the basis, empty for none, and the day from which changes are in force."""

    words: str = ""
    effective_on: str | None = None

    @property
    def stands(self) -> bool:
        """Whether there is anything to give to a change."""
        return bool(self.words or self.effective_on)

    def given_to(self, change: Change) -> Change:
        """Return a change with this basis, and with this day where it has none of its own."""
        return replace(change, basis=self.words, effective_on=change.effective_on or self.effective_on)

    @property
    def in_words(self) -> list[str]:
        """The basis and the day, as the status line shows them."""
        shown = self.words if len(self.words) <= _SHOWN else f"{self.words[:_SHOWN]}…"
        said = [f"依据：{shown}"] if shown else []
        if self.effective_on:
            said.append(f"{self.effective_on} 起生效")
        return said


def is_of_responsibility(change: Change) -> bool:
    """Return whether a change edits who answers for a row: such a one may be asked for its basis."""
    return any(edit.field in RESPONSIBILITY_FIELDS for edit in change.edits)
