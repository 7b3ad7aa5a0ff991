"""What the clerk is told over and under the panes: how it is with the file, and what the last act did."""

from collections.abc import Sequence

from store.history.earlier import State
from store.records.changes import Change
from store.records.kept import Plan
from tui.screen.commands import by_id
from tui.screen.commands.rekeying import shown_key
from tui.screen.room import Past
from tui.screen.saving import Saver
from tui.screen.standing_basis import StandingBasis
from tui.screen.widgets.key_words import KeyWords
from tui.screen.widgets.said_line import SaidLine
from tui.screen.widgets.top_line import FileState, Mood, TopLine


def _way_back(change: Change) -> KeyWords:
    """Return the key that takes a change back: an undone one is done again."""
    command = by_id("redo" if change.undoes else "undo")
    return shown_key(command), command.label


def state_of(state: State, saver: Saver, basis: StandingBasis, past: Past | None) -> FileState:
    """Return how it is with a list and its file; a past one is only looked at."""
    tasks, file = state.tasks, saver.file
    mood: Mood = "due" if past else saver.mood
    saving = past.in_words if past else saver.in_words
    known = FileState(tasks.list_name, file.path.name, len(state.history), saving=saving)
    planned = len(tasks.keys_of(Plan))
    undecided = len(tasks.documents.undecided)
    notes = [f"不一致 {undecided} 处"] if undecided else []
    if planned:
        notes.append(f"预定调整 {planned} 项")
    return known._replace(
        notes=(*notes, *basis.in_words),
        mood=mood,
        all_saved=not file.unsaved,
        unsaved_because=saver.unsaved_because,
    )


class Saying:
    """The two lines joined: done is said of nothing that is not on the disk."""

    def __init__(self) -> None:
        """Say nothing."""
        self.top = TopLine()
        self.line = SaidLine()
        self._state = FileState()
        self._said = ""
        self._warns = False
        self._back: KeyWords | None = None
        self._is_whole = False
        """What is said stands nowhere else."""
        self._once_saved = ""
        """What the last change did: said when it is on the disk."""

    def say(self, text: str, *, warns: bool = False) -> None:
        """Say a sentence."""
        self._said, self._warns, self._once_saved, self._back = text, warns, "", None
        self._is_whole = True
        self._show()

    def say_once_saved(self, taken: Change, said: str = "", left_out: Sequence[str] = ()) -> None:
        """Take what a change did, to say as soon as all is on the disk: its title, or a sentence of its own.

        The title stands in the history too; what the change left out is said with it.
        """
        self._said, self._warns = "", False
        self._once_saved = "；".join((said or taken.title, *left_out))
        self._back = _way_back(taken)
        self._is_whole = bool(said or left_out)
        self._show()

    def say_more(self, text: str) -> None:
        """Add what is to be known beside it to what is said, or will be once all is on the disk."""
        self._is_whole = True
        if self._once_saved:
            self._once_saved += text
        else:
            self._said += text
        self._show()

    def show(self, state: FileState) -> None:
        """Show how it is with the file, and say what waited for it."""
        is_due = bool(self._once_saved) and state.all_saved
        is_otherwise = state.unsaved_because != self._state.unsaved_because
        self._state = state
        self.top.show(state)
        if is_due:
            self._said, self._once_saved = self._once_saved, ""
        if is_due or is_otherwise:
            self._show()

    def _show(self) -> None:
        because = self._state.unsaved_because
        said = " ".join(filter(None, (because, self._said)))
        back = self._back if self._said else None
        self.line.say(
            said, warns=self._warns or bool(because), whole=self._is_whole or bool(because), back=back
        )
