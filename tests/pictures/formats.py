"""Every kind of sheet in every format, the sample over 60 rows: docs/paper, a contact sheet a kind.

A format whose program is not here (LibreOffice for docx and xlsx, Chromium for html) is left blank, and so
is a sheet that a list has not (工作要点 of the 60 rows).
"""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from store.history.earlier import State
from store.records.changes import Change
from store.refused import Refused
from tests.pictures.bureau_list import bureau_change
from tests.pictures.month import after_a_month
from tests.sample import sample_change
from tests.tui.paper.font import FONT
from tui.paper import FORMATS, PageSetup, write_sheets
from tui.paper.dressing import page_of
from tui.paper.job import Job
from tui.paper.kinds import KINDS
from tui.paper.making import sheets_for
from tui.paper.text import columns_of

OUT = Path(__file__).parents[2] / "docs" / "paper"
_SETUP = PageSetup(bureau="武汉市科学技术局", date="2026年6月1日")
_SIDE = 556
"""Dots of the place of a page, which is square."""
_PAGES = 2
_SCALE = 0.65
"""Dots a point."""


def main() -> None:
    """Make them all."""
    OUT.mkdir(exist_ok=True)
    lists: dict[str, Callable[[], Change]] = {"9": sample_change, "60": partial(bureau_change, 60)}
    with tempfile.TemporaryDirectory() as folder:
        for rows, made in lists.items():
            _write_all(Path(folder), rows, after_a_month(made()))
        _print_all(Path(folder))
        for kind in KINDS:
            sheet = Image.new("L", (_SIDE * len(FORMATS), _SIDE * _PAGES * len(lists)), 160)
            for down, rows in enumerate(lists):
                for across, name in enumerate(FORMATS):
                    for number, page in enumerate(_pages(Path(folder), f"{kind}{rows}-{name}")):
                        place = (across * _SIDE + 4, (down * _PAGES + number) * _SIDE + 4)
                        sheet.paste(page, place)
            sheet.quantize(6).save(OUT / f"{kind}.png", optimize=True)


def _write_all(folder: Path, rows: str, state: State) -> None:
    """Write every kind of sheet in every format; of a list without work points there is no such sheet."""
    for kind in KINDS:
        setup = page_of(kind, _SETUP)
        try:
            sheets = sheets_for(Job(kind), state, setup)
        except Refused as refusal:
            print(kind, rows, refusal)
            continue
        for name, made in FORMATS.items():
            write_sheets(sheets, name, folder / f"{kind}{rows}-{name}{made.suffix}", setup)


def _print_all(folder: Path) -> None:
    """Have each file's program print it to pdf, where it is here."""
    words: list[object] = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless"]
    words += ["--convert-to", "pdf", "--outdir", folder]
    if shutil.which("soffice"):
        _run([*words, *sorted(folder.glob("*.docx")), *sorted(folder.glob("*.xlsx"))])
    if shutil.which("chromium"):
        for file in sorted(folder.glob("*.html")):
            words = ["chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer"]
            printed = file.with_suffix(".pdf")
            _run([*words, f"--user-data-dir={folder}/chrome", f"--print-to-pdf={printed}", file.as_uri()])


def _run(words: Sequence[object]) -> None:
    subprocess.run([str(word) for word in words], check=True, capture_output=True)


def _pages(folder: Path, name: str) -> Iterator[Image.Image]:
    """The first pages of a file; none where nothing here shows it."""
    text, printed = folder / f"{name}.txt", folder / f"{name}.pdf"
    if text.exists():
        yield from map(_typed, text.read_text("utf-8").split("\f")[:_PAGES])
    elif printed.exists():
        with pypdfium2.PdfDocument(printed) as document:
            for page in range(min(_PAGES, len(document))):
                yield document[page].render(scale=_SCALE, grayscale=True).to_pil()


def _typed(text: str) -> Image.Image:
    """A page of text as a typewriter sets it, 120 columns wide."""
    page = Image.new("L", (_SIDE - 8, _SIDE - 8), 255)
    draw = ImageDraw.Draw(page)
    letters = ImageFont.truetype(FONT, 9)
    for line, words in enumerate(text.split("\n")):
        column = 0
        for character in words:
            draw.text((column * 4.5, line * 9), character, fill=0, font=letters)
            column += columns_of(character)
    return page


if __name__ == "__main__":
    main()
