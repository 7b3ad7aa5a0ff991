"""The letters of one pdf file: which font draws each character, and how wide it is."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from tui.paper.fonts import Face, face, face_with
from tui.paper.setup import PageSetup

if TYPE_CHECKING:
    from fpdf import FPDF

MISSING = "〓"
"""Stands where no font of this machine has a character, as printers have it."""
_MOST_RARE = 50


class _Advances(dict[str, int]):
    """Widths of characters in thousandths of a size, asked for once each."""

    def __init__(self, letters: "Letters", role: str) -> None:
        super().__init__()
        self._letters, self._role = letters, role

    def __missing__(self, character: str) -> int:
        family = self._letters.family(self._role, character)
        drawn = character if family else MISSING
        width = self[character] = self._letters.advance(family or self._role, drawn)
        return width


class Letters:
    """The fonts of a document, a role's own first; what they lack is looked for on the machine."""

    def __init__(
        self, pdf: "FPDF", setup: PageSetup, roles: Iterable[str], characters: Iterable[str]
    ) -> None:
        """Load the fonts of the roles, and of the characters that these lack."""
        self._pdf = pdf
        self._families: dict[Face, str] = {}
        self._cmaps: dict[str, dict[int, str]] = {}
        self._of_role: dict[str, str] = {}
        for role in roles:
            chosen = face(role, setup.fonts, setup.font_files)
            self._of_role[role] = self._loaded(chosen)
        self.missing: list[str] = []
        self._rare: dict[str, str | None] = {}
        for character in sorted(set(characters)):
            code = ord(character)
            if not character.isspace() and any(
                code not in self._cmaps[family] for family in self._of_role.values()
            ):
                self._rare[character] = self._stand_in(character)
                if self._rare[character] is None:
                    self.missing.append(character)
        self._advances = {role: _Advances(self, role) for role in self._of_role}

    def measure(self, role: str, text: str, size: int) -> int:
        """The width of a text at a size, in the size's unit."""
        return sum(map(self._advances[role].__getitem__, text)) * size // 1000

    def runs(self, role: str, text: str) -> Iterator[tuple[str, str]]:
        """A text in runs of one font: its name in the document and what it draws."""
        own = self._of_role[role]
        if self._rare.keys().isdisjoint(text):
            yield own, text
            return
        for family, run in groupby(text, lambda character: self.family(role, character)):
            characters = "".join(run)
            yield (family, characters) if family else (own, MISSING * len(characters))

    def family(self, role: str, character: str) -> str | None:
        """The font that draws a character; none where none has it."""
        own = self._of_role[role]
        if character not in self._rare or ord(character) in self._cmaps[own]:
            return own
        return self._rare[character]

    def advance(self, family: str, character: str) -> int:
        """The width of a character in a font, in thousandths of its size."""
        key = self._of_role.get(family, family)
        font = self._font(key)
        name = self._cmaps[key].get(ord(character), ".notdef")
        width = int(font["hmtx"][name][0])
        unit = int(font["head"].unitsPerEm)
        return round(width * 1000 / unit)

    def close(self) -> None:
        """Let go of the files."""
        for name in self._cmaps:
            self._font(name).close()

    def _font(self, name: str) -> Any:
        font: Any = self._pdf.fonts[name]
        return font.ttfont

    def _loaded(self, wanted: Face) -> str:
        if wanted not in self._families:
            name = self._families[wanted] = f"font{len(self._families)}"
            self._pdf.add_font(name, fname=wanted.path, collection_font_number=wanted.number)
            font = self._font(name)
            # Cutting leaves outlines as they are: reckoning their boxes anew takes most of its time.
            font.recalcBBoxes = False
            self._cmaps[name] = font.getBestCmap()
        return self._families[wanted]

    def _stand_in(self, character: str) -> str | None:
        """A font that has what the role's own lacks: one that is loaded, else one of the machine."""
        for family, cmap in self._cmaps.items():
            if ord(character) in cmap:
                return family
        if len(self._rare) > _MOST_RARE:
            return None
        found = face_with(character)
        if found is None:
            return None
        family = self._loaded(found)
        return family if ord(character) in self._cmaps[family] else None
