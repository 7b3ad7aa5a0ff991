"""Running text and the 版记, read back: 28 characters a line, 22 lines a page, an even page."""

import io
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import openpyxl
import pdfplumber
import pytest
from docx.oxml.ns import qn
from pdfplumber.pdf import PDF

from store.progress import silent
from tests.sample import sample_list
from tests.tui.paper.font import SETUP
from tui.paper import FORMATS, Sheet, write_sheets
from tui.paper.layout import ImprintEntry, Paragraph
from tui.paper.sheets.task_list import task_list_sheet

_MM = 72 / 25.4
_SENTENCE = "各处室和局属单位要按照调整后的分工抓好衔接把每一项任务落到人"
_TEXT = (
    Paragraph("局属各单位：", first=0),
    *[Paragraph(_SENTENCE * 12) for _ in range(4)],
    Paragraph("特此通知。", keep=True),
    Paragraph(keep=True),
    Paragraph("附件：一份名称长得在一行里写不下的关于各处室任务分工前后情况的对照表", further=5, keep=True),
    Paragraph(keep=True),
    Paragraph("江城市科学技术局", right=4, keep=True),
    Paragraph("2026年3月5日", right=4),
)
_IMPRINT = (
    ImprintEntry(f"抄送：{'、'.join(['市政府办公室'] * 7)}。"),
    ImprintEntry("江城市科学技术局办公室", "2026年3月6日印发"),
)
_LETTER = Sheet(
    "江城市科学技术局关于调整任务分工的通知",
    (),
    (),
    text=_TEXT,
    imprint=_IMPRINT,
    room_above=11,
    orientation="portrait",
    framed=False,
)


def _pdf(*sheets: Sheet) -> PDF:
    return pdfplumber.open(io.BytesIO(FORMATS["pdf"].write(sheets, SETUP, silent).data))


def _lines(page: pdfplumber.page.Page) -> dict[int, str]:
    """The lines of a page by their height, as they are read."""
    found: dict[int, list[tuple[float, str]]] = {}
    for sign in page.chars:
        found.setdefault(round(sign["top"]), []).append((sign["x0"], sign["text"]))
    return {top: "".join(text for _, text in sorted(signs)) for top, signs in sorted(found.items())}


def test_a_page_of_running_text_has_22_lines_of_28_characters() -> None:
    long = replace(_LETTER, text=(Paragraph(_SENTENCE * 60),), imprint=())
    with _pdf(long) as file:
        page = file.pages[1]
        lines = [text for text in _lines(page).values() if "—" not in text]
        assert [len(line) for line in lines] == [28] * 22
        tops = sorted({round(sign["top"], 1) for sign in page.chars if sign["text"] not in "—2 "})
        assert all(high - low == pytest.approx(225 * _MM / 22, abs=0.11) for low, high in pairwise(tops))
        letters = [sign for sign in page.chars if sign["text"] not in "—2 "]
        assert min(sign["x0"] for sign in letters) == pytest.approx(28 * _MM, abs=0.1)
        assert max(sign["x1"] for sign in letters) <= 184 * _MM + 0.3


def test_the_red_head_has_its_room_and_a_paragraph_its_indent() -> None:
    with _pdf(_LETTER) as file:
        page = file.pages[0]
        assert min(sign["top"] for sign in page.chars) > (37 + 11 * 225 / 22) * _MM
        first = next(
            sign for sign in page.chars if sign["text"] == "各" and sign["size"] == 16 and sign["x0"] > 100
        )
        assert first["x0"] == pytest.approx(28 * _MM + 2 * 15.79, abs=0.1)


def test_the_imprint_is_at_the_foot_of_an_even_page_between_its_lines() -> None:
    with _pdf(_LETTER) as file:
        assert len(file.pages) % 2 == 0
        page = file.pages[-1]
        foot = (297 - 35) * _MM
        rules = sorted((round(line["top"], 1), line) for line in page.lines)
        assert [round(line["linewidth"] / _MM, 2) for _, line in rules] == [0.35, 0.25, 0.35]
        assert rules[-1][0] == pytest.approx(foot, abs=0.1)
        for _, line in rules:
            assert (line["x0"], line["x1"]) == pytest.approx((28 * _MM, 184 * _MM), abs=0.1)
        signs = [sign for sign in page.chars if sign["text"].strip()]
        small = [sign for sign in signs if sign["size"] == 14 and sign["top"] < foot]
        assert min(sign["x0"] for sign in small) == pytest.approx(28 * _MM + 14, abs=0.1)
        assert max(sign["x1"] for sign in small) == pytest.approx(184 * _MM - 14, abs=0.3)


@pytest.mark.parametrize("paragraphs", range(1, 9))
def test_the_signature_never_stands_alone(paragraphs: int) -> None:
    text = (*[Paragraph(_SENTENCE * 5)] * paragraphs, *_TEXT[5:])
    with _pdf(replace(_LETTER, text=text, imprint=())) as file:
        last = list(_lines(file.pages[-1]).values())
    assert any("特此通知" in line for line in last)
    assert any("2026年3月5日" in line for line in last)


def test_the_signature_stands_four_characters_from_the_right() -> None:
    with _pdf(_LETTER) as file:
        day = [page.search("2026年3月5日") for page in file.pages]
    (found,) = [hit for hits in day for hit in hits]
    assert found["x1"] == pytest.approx(184 * _MM - 4 * 15.79, abs=0.5)


@pytest.mark.parametrize("turned", ["landscape", "turned"])
def test_an_annex_goes_on_with_the_numbers_and_the_imprint_follows_it(turned: str) -> None:
    annex = replace(task_list_sheet(sample_list()), imprint=_IMPRINT)
    letter = replace(_LETTER, imprint=())
    data = FORMATS["pdf"].write([letter, annex], replace(SETUP, orientation=turned), silent).data
    with pdfplumber.open(io.BytesIO(data)) as file:
        sizes = [page.width < page.height for page in file.pages]
        assert sizes[0] and sizes[-1]
        assert all(sizes) == (turned == "turned")
        assert len(file.pages) % 2 == 0
        texts = [page.extract_text() for page in file.pages]
    assert "抄送" in texts[-1]
    assert "— 1 —" in texts[0] and "— 2 —" in texts[1]


@pytest.mark.parametrize("name", FORMATS)
def test_every_paragraph_is_there_once(name: str, tmp_path: Path) -> None:
    path = tmp_path / "通知"
    write_sheets([_LETTER, task_list_sheet(sample_list())], name, path, SETUP)
    said = _text_of(name, path)
    assert said.count(_SENTENCE) == 48
    for words in ("局属各单位：", "江城市科学技术局办公室", "2026年3月6日印发", "2026年3月5日", "对照表"):
        assert said.count(words) == 1, words
    assert said.count("市政府办公室") == 7


def _text_of(name: str, path: Path) -> str:
    """What a file says, without line ends and blanks."""
    if name == "pdf":
        with pdfplumber.open(path) as file:
            lines = [line for page in file.pages for line in _lines(page).values() if "—" not in line]
        return "".join("".join(lines).split())
    if name == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
        cells = [cell.value or "" for sheet in book for row in sheet.iter_rows() for cell in row]
        return "".join("".join(cells).split())
    if name == "docx":
        with path.open("rb") as opened:
            body = docx.Document(opened).element.body
        return "".join(part.text or "" for part in body.iter(qn("w:t")))
    return "".join(path.read_text("utf-8").split())


def test_word_indents_by_its_styles_and_keeps_the_imprint_apart() -> None:
    written = io.BytesIO(FORMATS["docx"].write([_LETTER], SETUP, silent).data)
    document = docx.Document(written)
    body = next(part for part in document.paragraphs if part.text.startswith(_SENTENCE))
    assert body.style is not None and body.style.name == "Normal"
    day = next(part for part in document.paragraphs if part.text == "2026年3月5日")
    assert day.paragraph_format.right_indent is not None
    assert day.paragraph_format.right_indent.pt == pytest.approx(4 * 15.79, abs=0.1)
    sections = document.sections
    assert sections[-1].start_type == 3  # An even page.
    borders = document.tables[-1]._tbl.tblPr.find(qn("w:tblBorders"))
    sizes = {edge.tag.rpartition("}")[2]: int(edge.get(qn("w:sz"))) for edge in borders}
    assert sizes == {
        "top": round(0.35 * _MM * 8),
        "bottom": round(0.35 * _MM * 8),
        "insideH": round(0.25 * _MM * 8),
    }
