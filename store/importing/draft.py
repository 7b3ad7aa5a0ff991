"""A draft: what an import would make, to be looked at and put right before it. Nothing of it is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from store.history.restoration import restoring_edits
from store.importing.new_list import import_change, new_notice
from store.importing.reread import in_old_keys, rows_read_otherwise, with_what_was_put_right
from store.importing.taking import dropping, taken_at_first, with_proposals
from store.progress import Progress, silent
from store.reading.document import read_again
from store.reading.result import Reading
from store.reading.signs.owner_words import OwnerWords
from store.records.changes import Change, Edit, created
from store.records.documents import Documents
from store.records.ground import Ground
from store.records.issued_grounds import issued_grounds
from store.records.person import RosterEntry
from store.records.tasklist import TaskList
from store.refused import Refused


@dataclass(frozen=True, slots=True)
class _State:
    """A draft at one moment; another one follows with each thing that is put right."""

    reading: Reading
    whole: Reading
    """With all that sentences propose as rows."""
    edits: Sequence[Edit]
    """What makes the list as it was read."""
    read: TaskList
    """That list."""
    tasks: TaskList
    """The same with what was put right."""
    proposed: Mapping[str, int]
    """Row of a proposal to its number."""
    taken: frozenset[str]
    """The rows of proposals that are taken."""
    mended: int = 0


class Draft:
    """The list that a reading makes, in a file of its own or beside the lists of a file."""

    def __init__(self, reading: Reading, beside: TaskList | None = None, file_id: str = "") -> None:
        """Make it in memory; `file_id` is that of the file that it is to stand in, if there is one."""
        self._file_id = file_id
        self.beside = beside.copy() if beside else TaskList()
        """The lists that the file has."""
        whole = with_proposals(reading, range(len(reading.proposed)))
        change = import_change(whole, beside, file_id)
        self.title = change.title
        self._state = self._read(reading, whole, change.edits, new_notice(change))
        self._earlier: list[_State] = []

    def _read(self, reading: Reading, whole: Reading, edits: Sequence[Edit], notice: str) -> _State:
        tasks = self.beside.copy()
        tasks.apply(edits)
        tasks = tasks.of(notice)
        rows = tasks.task_keys[len(reading.rows) :]
        proposed = {row: number for number, row in enumerate(rows)}
        taken = frozenset(rows[number] for number in taken_at_first(reading))
        return _State(reading, whole, edits, tasks, tasks.copy(), proposed, taken)

    @property
    def reading(self) -> Reading:
        """What was read."""
        return self._state.reading

    @property
    def tasks(self) -> TaskList:
        """The list with all proposals, as it was put right; to be looked at."""
        return self._state.tasks

    @property
    def mended(self) -> int:
        """How many things were put right in it."""
        return self._state.mended

    @property
    def proposed(self) -> Mapping[str, int]:
        """Row of a proposal to its number."""
        return self._state.proposed

    @property
    def taken(self) -> frozenset[str]:
        """The rows of the proposals that are taken."""
        return self._state.taken

    def owner_words_of(self, row: str) -> Sequence[str]:
        """Return the words for owners that a row was read by."""
        rows = self._state.read.task_keys
        return self._state.whole.rows[rows.index(row)].owner_words if row in rows else ()

    # ------------------------------------------------------------------ putting right

    def _put(self, state: _State) -> None:
        self._earlier.append(self._state)
        self._state = replace(state, mended=self._state.mended + 1)

    def take_back(self) -> bool:
        """Take back what was put right last; say whether there was anything."""
        if not self._earlier:
            return False
        self._state = self._earlier.pop()
        return True

    def take(self, change: Change) -> None:
        """Put something right in the draft; Refused where it no longer holds what the change came from."""
        if self.tasks.conflict(change.edits):
            raise Refused("这一处刚刚改过，请重新修改。")
        if change.edits:
            tasks = self.tasks.copy()
            tasks.apply(change.edits)
            self._put(replace(self._state, tasks=tasks))

    def toggle(self, row: str) -> None:
        """Take the proposal that a row came from into the list, or out of it; other rows stay in."""
        if row in self.proposed:
            self._put(replace(self._state, taken=self.taken ^ {row}))

    def toggle_all(self) -> None:
        """Take all proposals; where all are taken, none."""
        every = frozenset(self.proposed)
        if every:
            taken = frozenset() if self.taken == every else every
            self._put(replace(self._state, taken=taken))

    def call_role(self, role: str, otherwise: str) -> int:
        """Give all of the roster that stand under a role another one; return how many they are."""
        edits: list[Edit] = []
        for entry in self.tasks.roster:
            if entry.role == role != otherwise:
                edits.append(Edit(RosterEntry.TABLE, entry.key, "role", role, otherwise))
        title = f"名册角色“{role}”改为“{otherwise}”"
        self.take(Change(title, tuple(edits)))
        return len(edits)

    # ------------------------------------------------------------------ reading otherwise

    def read_with(self, words: OwnerWords, progress: Progress = silent) -> "Reread":
        """Read the notice again with other words for owners, for `take_reading`; this may take a while."""
        return self.reread(read_again(self.reading, words, progress))

    def reread(self, reading: Reading) -> "Reread":
        """Return another reading of the notice with the change that would import it."""
        whole = with_proposals(reading, range(len(reading.proposed)))
        taken = {edit.key for edit in self._state.edits}
        return Reread(reading, whole, import_change(whole, self.beside, self._file_id, taken))

    def take_reading(self, reread: "Reread") -> int:
        """Take another reading, what was put right by hand kept; return how many rows read otherwise."""
        now = self._state
        edits = in_old_keys(reread.change.edits, now.edits)
        notice = self.tasks.notice.key
        fresh = self._read(reread.reading, reread.whole, edits, notice)
        lists = (now.read, now.tasks, fresh.read)
        tables = [one.documents.tables for one in lists]
        documents = Documents(with_what_was_put_right(*tables))
        tasks = TaskList(documents).of(notice)
        known = now.proposed.keys() & fresh.proposed.keys()
        taken = (now.taken & known) | (fresh.taken - known)
        self._put(replace(fresh, tasks=tasks, taken=taken))
        return rows_read_otherwise(now.tasks, tasks)

    # ------------------------------------------------------------------ what it makes

    @property
    def kept(self) -> TaskList:
        """The list that the import makes: without the proposals that are not taken."""
        left = self.proposed.keys() - self.taken
        if not left:
            return self.tasks
        numbers = [self.proposed[row] for row in self.taken]
        kept = self.tasks.copy()
        without = with_proposals(self.reading, numbers)
        kept.apply(dropping(self.tasks, left, self._state.whole, without))
        return kept.of(self.tasks.notice.key)

    def change(self) -> Change:
        """Return the one change that imports the draft as it stands, with the grounds of its rows."""
        kept = self.kept
        made = restoring_edits(self.beside, kept)
        edits = [edit for edit in made if edit.table != Ground.TABLE]
        edits += map(created, issued_grounds(kept.documents.tables, kept.task_keys))
        return Change(self.title, tuple(edits))


@dataclass(frozen=True, slots=True)
class Reread:
    """A notice read again, and the change that would import it; nothing is taken of it yet."""

    reading: Reading
    whole: Reading
    change: Change
