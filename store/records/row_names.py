"""How rows are named: by item in the list and row in the item (3.2), never by a printed number."""

from collections.abc import Sequence

from store.refused import Refused
from store.words.names import name_key

_NAMES_SHOWN = 12
"""Of the rows of an item, in a sentence that asks for one of them."""

_AS_TYPED = str.maketrans({"–": "-", "—": "-", "。": "."})
"""What an input method for Chinese sends for the signs of a name."""


class RowNames:
    """The names of a list's rows."""

    def __init__(self, items: Sequence[Sequence[str]]) -> None:
        """Take the keys of each item's rows, in the list's order."""
        self._items = items
        self._names: dict[str, str] = {}
        for number, rows in enumerate(items, 1):
            if len(rows) == 1:
                self._names[rows[0]] = str(number)
                continue
            for row_number, key in enumerate(rows, 1):
                self._names[key] = f"{number}.{row_number}"
        self._keys = {name: key for key, name in self._names.items()}
        self.longest = max(map(len, self._keys), default=0)
        """Signs of the longest of them."""

    def of(self, key: str) -> str:
        """Return the name of a row; empty where the list has no such row."""
        return self._names.get(key, "")

    def named(self, words: str) -> tuple[str, ...]:
        """Return the keys of the rows that `3.2`, `2` or `3.1-3.3` names.

        Refused with the rows that there are.
        """
        typed = name_key(words).translate(_AS_TYPED)
        first, dash, last = typed.partition("-")
        start = self._keys.get(self._shortest(first))
        end = self._keys.get(self._shortest(last or first))
        if start is None or end is None or (dash and not last):
            raise Refused(f"没有第 {words} 行。{self._rows_to_choose(first)}")
        rows = list(self._names)
        begin, stop = rows.index(start), rows.index(end) + 1
        if begin >= stop:
            raise Refused(f"行的次序颠倒：{words}。请写作 {last}-{first}。")
        return tuple(rows[begin:stop])

    def first_named(self, words: str) -> str:
        """Return the key of the row of a name, for the number of an item its first; Refused where none is."""
        typed = name_key(words)
        number = int(typed) if typed.isdecimal() else 0
        if 0 < number <= len(self._items) and self._items[number - 1]:
            return self._items[number - 1][0]
        return self.named(words)[0]

    def _shortest(self, name: str) -> str:
        """Return `3` for `3.1` where the item has one row, which is that row as well."""
        item, _, row_number = name.partition(".")
        known = item.isdecimal() and 0 < int(item) <= len(self._items)
        has_one_row = known and len(self._items[int(item) - 1]) == 1
        return item if has_one_row and row_number == "1" else name

    def _rows_to_choose(self, name: str) -> str:
        names = list(self._names.values())
        within = [row for row in names if row.startswith(f"{name}.")]
        if within:
            shown = "、".join(within[:_NAMES_SHOWN])
            more = " …" if len(within) > _NAMES_SHOWN else ""
            return f"这一事项有 {len(within)} 行，请写明是哪一行：{shown}{more}。"
        return f"本清单的行为 {names[0]} 至 {names[-1]}。" if names else "本清单还没有任务。"
