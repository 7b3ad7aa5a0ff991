"""Letters for many pdf files at once: each font is read and cut to the characters of them all once."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.paper.fonts import Face, face
from tui.paper.setup import ROLES, PageSetup

_NOT_DRAWN = ["FFTM", "DSIG", "BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
"""Tables of a font that no pdf of ours needs: for setting from top to bottom, and for joining letters."""


@contextmanager
def cut_fonts(setup: PageSetup, characters: Iterable[str]) -> Iterator[PageSetup]:
    """Give a page whose letters are in small files, as long as these are needed.

    Refused without Chinese letters.
    """
    codes = [ord(character) for character in {*characters, "国"}]
    with TemporaryDirectory(prefix="yaodian-") as folder:
        files: dict[Face, Path] = {}
        of_role: dict[str, str] = {}
        for role in ROLES:
            chosen = face(role, setup.fonts, setup.font_files)
            if chosen not in files:
                files[chosen] = Path(folder) / f"{len(files)}.ttf"
                _cut(chosen, codes, files[chosen])
            of_role[role] = str(files[chosen])
        yield replace(setup, font_files=of_role)


def _cut(whole: Face, codes: Iterable[int], path: Path) -> None:
    """Write a font that has only some characters."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(layout_features=[], notdef_outline=True, name_IDs=["*"], drop_tables=_NOT_DRAWN)
    options.desubroutinize = True
    cutter = Subsetter(options)
    cutter.populate(unicodes=codes)
    with TTFont(whole.path, fontNumber=whole.number, lazy=True, recalcBBoxes=False) as font:
        cutter.subset(font)
        font.save(path)
