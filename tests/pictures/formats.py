"""Every kind of sheet in every format, the sample over 60 rows: docs/paper, a contact sheet a kind.

A format whose program is not here (LibreOffice for docx and xlsx, Chromium for html) is left blank.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from store.records.tasklist import TaskList
from tests.pictures.bureau_list import bureau_list
from tests.sample import sample_list
from tests.tui.paper.font import FONT
from tui.paper import FORMATS, PageSetup, Sheet, write_sheets
from tui.paper.dressing import dressed, page_of
from tui.paper.sheets.matrix import matrix_sheets
from tui.paper.sheets.roster import roster_sheet
from tui.paper.sheets.subject import leader_sheets, unit_sheets
from tui.paper.sheets.summary import summary_sheet
from tui.paper.sheets.task_list import task_list_sheet
from tui.paper.text import columns_of

OUT = Path(__file__).parents[2] / "docs" / "paper"
_SETUP = PageSetup(bureau="武汉市科学技术局", date="2026年3月31日")
_KINDS: dict[str, Callable[[TaskList], Sequence[Sheet]]] = {
    "list": lambda tasks: [task_list_sheet(tasks)],
    "unit": unit_sheets,
    "leader": leader_sheets,
    "matrix": matrix_sheets,
    "roster": lambda tasks: [roster_sheet(tasks)],
    "summary": lambda tasks: [summary_sheet(tasks)],
}
_LISTS: dict[str, Callable[[], TaskList]] = {"9": sample_list, "60": lambda: bureau_list(60)}
_SIDE = 430
"""Dots of the place of a page, which is square."""
_PAGES = 2
_SCALE = 0.5
"""Dots a point."""


def main() -> None:
    """Make them all."""
    OUT.mkdir(exist_ok=True)
    for kind in _KINDS:
        sheet = Image.new("L", (_SIDE * len(FORMATS), _SIDE * _PAGES * len(_LISTS)), 160)
        for down, (rows, made) in enumerate(_LISTS.items()):
            for across, name in enumerate(FORMATS):
                for number, page in enumerate(_pages(kind, made(), name)):
                    place = (across * _SIDE + 4, (down * _PAGES + number) * _SIDE + 4)
                    sheet.paste(page, place)
            print(kind, rows)
        sheet.quantize(6).save(OUT / f"{kind}.png", optimize=True)


def _pages(kind: str, tasks: TaskList, name: str) -> list[Image.Image]:
    """The first pages of a kind of sheet in a format; none where nothing here shows it."""
    setup = page_of(kind, _SETUP)
    sheets = [dressed(sheet, setup, date(2026, 3, 31)) for sheet in _KINDS[kind](tasks)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"a{FORMATS[name].suffix}"
        write_sheets(sheets, name, file, setup)
        if name == "text":
            return [_typed(page) for page in file.read_text("utf-8").split("\f")[:_PAGES]]
        printed = _printed(file)
        if printed is None:
            return []
        with pypdfium2.PdfDocument(printed) as document:
            count = min(_PAGES, len(document))
            return [document[page].render(scale=_SCALE, grayscale=True).to_pil() for page in range(count)]


def _printed(file: Path) -> Path | None:
    """A file as its program prints it to pdf; none where the program is not here."""
    if file.suffix == ".pdf":
        return file
    folder, printed = file.parent, file.with_suffix(".pdf")
    words: list[object] = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    words += ["--convert-to", "pdf", "--outdir", folder, file]
    if file.suffix == ".html":
        words = ["chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer"]
        words += [f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}", file.as_uri()]
    if not shutil.which(str(words[0])):
        return None
    subprocess.run([str(word) for word in words], check=True, capture_output=True)
    return printed


def _typed(text: str) -> Image.Image:
    """A page of text as a typewriter sets it, 120 columns wide."""
    page = Image.new("L", (_SIDE - 8, _SIDE - 8), 255)
    draw = ImageDraw.Draw(page)
    letters = ImageFont.truetype(FONT, 7)
    for line, words in enumerate(text.split("\n")):
        column = 0
        for character in words:
            draw.text((column * 3.5, line * 7), character, fill=0, font=letters)
            column += columns_of(character)
    return page


if __name__ == "__main__":
    main()
