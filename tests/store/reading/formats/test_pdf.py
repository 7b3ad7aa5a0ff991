"""PDF: pages written by hand, what they draw and say of their fonts, and what is refused."""

import zlib
from collections.abc import Sequence

import pytest

from store.reading.formats.pdf import words_of_pdf
from store.refused import Refused

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
CHINESE = (
    b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[<</Type/Font/Subtype"
    b"/CIDFontType0/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>]>>"
)


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), more, content)


def pdf(objects: Sequence[bytes]) -> bytes:
    """A file of objects, the first of them its catalog."""
    made = b"%PDF-1.5\n"
    places: list[int] = []
    for number, part in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + table + end


def page(content: bytes, more: bytes = b"", font: bytes = FONT, objects: Sequence[bytes] = ()) -> bytes:
    """A file of one page."""
    resources = b"/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>"
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + resources + b">>"
    tree = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", leaf]
    return pdf([*tree, stream(content, more), font, *objects])


def text(content: bytes) -> str:
    return words_of_pdf(page(content)).text


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 12 Tf 72 700 Td (Clean the rivers) Tj ET",
        b"BT /F1 12 Tf 1 0 0 1 72 700 Tm [(Cl) -20 (ean the riv) 30 (ers)] TJ ET",
        b"BT /F1 12 Tf 72 700 Td [(Clean) -900 (the) -900 (rivers)] TJ ET",
        b"q 12 0 0 12 72 700 cm BT /F1 1 Tf (Clean the rivers) Tj ET Q",
        b"BT /F1 12 Tf 12 TL 72 700 Td (Clean the) ' ET BT /F1 12 Tf 140 688 Td (rivers) Tj ET",
        b"BT /F1 12 Tf 140 700 Td (rivers) Tj ET BT /F1 12 Tf 72 700.2 Td (Clean the) Tj ET",
    ],
)
def test_words_in_every_way_of_drawing(content: bytes) -> None:
    assert text(content) == "Clean the rivers\n"


def test_signs_of_another_font_stand_where_a_step_leaves_them_room() -> None:
    words = b"BT /F1 12 Tf 72 700 Td [(Cl) -500 (an the riv) -500 (rs)] TJ ET "
    signs = b"BT /F1 12 Tf 84 700 Td [(e) -5000 (e)] TJ ET"
    assert text(signs + b" " + words) == text(words + signs) == "Clean the rivers\n"


def test_chinese_by_a_font_that_is_not_within() -> None:
    words = "关于印发工作要点的通知".encode("gbk").hex().encode()
    content = b"BT /F1 16 Tf 72 700 Td <%s> Tj ET" % words
    assert words_of_pdf(page(content, font=CHINESE)).text == "关于印发工作要点的通知\n"


STROKED = b"72 700 m 272 700 l S 72 680 m 272 680 l S 72 660 m 272 660 l S"
FILLED = b"72 700 200 .5 re f 72 680 200 .5 re f 72 660 200 .5 re f"
DOWN = b"72 660 m 72 700 l S 172 660 m 172 700 l S 272 660 m 272 700 l S"
BOXES = b"72 680 100 20 re 172 680 100 20 re 72 660 100 20 re 172 660 100 20 re S"
CELLS = b"".join(
    b"BT /F1 9 Tf %d %d Td (%s) Tj ET " % (x, y, words)
    for x, y, words in [(75, 685, b"Task"), (175, 685, b"Unit"), (75, 665, b"Clean"), (175, 665, b"Office")]
)


@pytest.mark.parametrize("lines", [STROKED + b" " + DOWN, FILLED + b" " + DOWN, BOXES])
def test_a_table_by_its_lines(lines: bytes) -> None:
    assert text(lines + b" " + CELLS) == "Task | Unit |\nClean | Office |\n"


def test_a_column_of_shading_is_no_line() -> None:
    assert text(b"72 660 100 40 re f " + CELLS) == "Task Unit\nClean Office\n"


def form(content: bytes) -> bytes:
    more = b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>"
    return stream(content, more)


def test_forms_are_read_and_one_within_itself_ends() -> None:
    inner = form(b"BT /F1 12 Tf 72 700 Td (Clean the rivers) Tj ET /X Do /X Do")
    assert words_of_pdf(page(b"/X Do", objects=[inner])).text == "Clean the rivers\n"


def test_words_of_a_form_stand_where_the_form_is_put() -> None:
    inner = form(b"BT /F1 12 Tf 0 0 Td (Clean the) Tj ET")
    beside = b"BT /F1 12 Tf 140 700 Td (rivers) Tj ET q 1 0 0 1 72 700 cm /X Do Q"
    assert words_of_pdf(page(beside, objects=[inner])).text == "Clean the rivers\n"


@pytest.mark.parametrize(
    ("turned", "matrix", "second"),
    [
        (0, b"1 0 0 1", (172, 700)),
        (90, b"0 1 -1 0", (72, 800)),
        (180, b"-1 0 0 -1", (-28, 700)),
        (270, b"0 -1 1 0", (72, 600)),
    ],
)
def test_a_turned_page_is_read_as_it_is_seen(turned: int, matrix: bytes, second: tuple[int, int]) -> None:
    first = b"BT /F1 12 Tf %s 72 700 Tm (Clean) Tj ET " % matrix
    last = b"BT /F1 12 Tf %s %d %d Tm (rivers) Tj ET" % (matrix, *second)
    made = page(last + b" " + first).replace(b"/MediaBox", b"/Rotate %d/MediaBox" % turned)
    assert words_of_pdf(made).text == "Clean rivers\n"


def test_a_page_that_is_a_picture_is_missed() -> None:
    leaf = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 7 0 R>>>>>>"
    )
    tree = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
        leaf % 5,
        leaf % 6,
    ]
    words = stream(b"BT /F1 12 Tf 72 700 Td (Clean the rivers) Tj ET")
    found = words_of_pdf(pdf([*tree, words, stream(b"0 0 9 9 re f"), FONT])).text
    assert found == "Clean the rivers\n(原文第2页是图片,没有读出文字)\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (page(b"q 595 0 0 842 0 0 cm /X Do Q"), "扫描件"),
        (page(b"BT /F1 12 Tf 72 700 Td (\\001\\002\\003\\004\\005\\006\\016\\017\\020) Tj ET"), "乱码"),
        (page(zlib.compress(b"BT (a) Tj ET " * 3_000_000), b"/Filter/FlateDecode"), "太大"),
        (page(zlib.compress(b"0 0 m 1 1 l S " * 200_000), b"/Filter/FlateDecode"), "太大"),
        (pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"]), "已损坏"),
        (b"%PDF-1.7\n" + b"garbage " * 100, "已损坏"),
    ],
)
def test_what_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        words_of_pdf(data)
