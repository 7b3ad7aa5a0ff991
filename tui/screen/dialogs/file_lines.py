"""What a list of files says of each: its name, its title, its day. Plain values, no widget."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.cells import cell_len

from store.machine.folders import Entry, is_path, parted
from store.words.cleaning import clean_line
from store.words.cutting import cut
from store.words.moments import since_today
from store.words.search import Names, ranked
from tui.screen.dialogs.file_request import EXCHANGE_FILES
from tui.screen.widgets.line import Line, Part, padded

_LONGEST_NAME = 34
_TITLES = 200
"""Files whose titles are read."""
_SEARCHED = 400
"""Of more files than this only the characters of their names are searched: pinyin of all would be slow."""


@dataclass(frozen=True, slots=True)
class FileLine:
    """A line of the list: a file, a folder, or a place elsewhere, and what it is shown as."""

    entry: Entry
    title: str = ""
    is_place: bool = False

    @property
    def name(self) -> str:
        """What stands first."""
        if self.is_place:
            return f"→ {self.entry.name}"
        return f"{self.entry.name}/" if self.entry.is_folder else self.entry.name

    def line(self, name_width: int, today: date) -> Line:
        """Return it as it is shown, the name in a column of a width, its day at the right."""
        modified = self.entry.modified
        day = since_today(modified, today) if modified else ""
        about = str(self.entry.path) if self.is_place else self.title
        name = padded(cut(clean_line(self.name), name_width, cell_len), name_width)
        is_file = not self.entry.is_folder and not self.is_place
        return Line((Part(about, "dim"),), (Part(name, "text" if is_file else "dim"), Part("  ")), right=day)


class FolderLines:
    """A folder as it is shown: what is in it, the titles that are known so far, the places elsewhere."""

    def __init__(self, path: Path) -> None:
        """Show nothing yet."""
        self.path = path
        self.places: Sequence[Entry] = ()
        self.titles: dict[Path, str] = {}
        self._entries: Sequence[Entry] = ()

    def show(self, path: Path, entries: Sequence[Entry]) -> None:
        """Show another folder; titles that were read are kept."""
        self.path, self._entries = path, entries

    def untitled(self) -> list[Path]:
        """Return the files whose title is to be read, those on top first."""
        files = [entry.path for entry in self._entries if not entry.is_folder]
        return [path for path in files[:_TITLES] if path not in self.titles]

    def lines(self, typed: str, *, is_saving: bool) -> list[FileLine]:
        """Return the lines that fit what is typed: the last part of a path, else any part of a name or title.

        Where something is to be saved a name is typed, and all is shown.
        """
        lines = [FileLine(entry, self.titles.get(entry.path, "")) for entry in self._entries]
        if is_path(typed):
            return beginning_with(lines, parted(typed)[1])
        places = [FileLine(place, is_place=True) for place in self.places]
        if typed and not is_saving:
            return _fitting([*lines, *places], typed)
        parent = Entry(self.path.parent, "..", is_folder=True)
        return [FileLine(parent, "上一级"), *lines, *places]


def name_width_of(lines: Sequence[FileLine], width: int) -> int:
    """Return the cells for the names: as many as they need, up to a part of the width."""
    longest = max((cell_len(line.name) for line in lines), default=0)
    return max(8, min(longest, _LONGEST_NAME, width * 2 // 5))


def _fitting(lines: Sequence[FileLine], typed: str) -> list[FileLine]:
    """Return the lines that a part of a name or title fits, or pinyin of it, the best first."""
    if len(lines) > _SEARCHED:
        wanted = typed.lower()
        return [line for line in lines if wanted in f"{line.entry.name} {line.title}".lower()]
    names = [Names(line.entry.name, (line.title,)) for line in lines]
    return [lines[index] for index in ranked(typed, names)]


def beginning_with(lines: Sequence[FileLine], part: str) -> list[FileLine]:
    """Return the lines whose name begins with the last part of a path; places are elsewhere."""
    wanted = part.lower()
    return [line for line in lines if not line.is_place and line.entry.name.lower().startswith(wanted)]


def common_beginning(names: Sequence[str]) -> str:
    """Return what all names begin with, whatever the case of their letters."""
    first = min(names, key=len)
    for length in range(len(first), 0, -1):
        beginning = first[:length].lower()
        if all(name.lower().startswith(beginning) for name in names):
            return first[:length]
    return ""


def title_in(path: Path) -> str:
    """Return what a list or a notice is called; it is read for that, which takes a while."""
    if path.suffix.lower() == ".json":
        from store.file.glance import glance

        seen = glance(path)
        return (seen.title or "清单") if seen.is_list else "（不是要点的清单）"
    if path.suffix.lower() in EXCHANGE_FILES:
        from store.exchange.reading import is_exchange_file, read_header

        return read_header(path).desk_named if is_exchange_file(path) else "（不是要点的交换文件）"
    from store.reading.titles import title_of

    return title_of(path)
