"""The keys of what is taken in from a notice: the same notice makes the same keys, at each desk of a list.

two desks take 2027年通知.docx into the list that both keep: row, unit and person are one at both
the same list takes that notice in again, as a list beside the first: other keys, the same at both
"""

import hashlib
from collections import Counter
from collections.abc import Collection

from store.records.keys import key_made_of, new_key
from store.records.tasklist import TaskList


class RecordKeys:
    """Keys made from a list's file (its id), a notice's text, the line, and what the record is."""

    def __init__(self, file_id: str, text: str, there: TaskList, taken: Collection[str] = ()) -> None:
        """Make keys that none of the records `there` has, nor those `taken`.

        A file that is yet to be made has no id: its keys are random.
        """
        self._file_id = file_id
        digest = hashlib.sha256(text.encode("utf-8", "backslashreplace"))
        self._text = digest.hexdigest()
        self._there, self._taken = there, taken
        self._met: Counter[tuple[str, str]] = Counter()

    def at_line(self, table: str, source: tuple[int, ...]) -> str:
        """Return the key of a record that a line says; several of one line are counted."""
        line = str(source[0]) if source else ""
        return self.named(table, line)

    def named(self, table: str, name: str) -> str:
        """Return the key of a record that the notice names: a unit or person, wherever it stands."""
        if not self._file_id:
            return new_key()
        self._met[table, name] += 1
        parts = self._file_id, self._text, table, name, str(self._met[table, name])
        again = 0
        key = key_made_of(*parts, str(again))
        while key in self._taken or self._there.value(table, key, "") is not None:
            again += 1
            key = key_made_of(*parts, str(again))
        return key
