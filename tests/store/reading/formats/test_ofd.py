"""OFD: pages made after GB/T 33190 of the places at which a PDF prints the same notice."""

import io
import zipfile
from xml.sax.saxutils import escape

import pytest

from store.reading import as_json, read_notice
from store.reading.formats.ofd import words_of_ofd
from store.reading.formats.pdf import printed_pages
from store.reading.formats.placed import Page
from store.refused import Refused
from tests.store.reading.formats.made import FILES, sample_reading

MM = 25.4 / 72
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def drawn(page: Page) -> str:
    """A page's words and lines as objects of OFD."""
    parts: list[str] = []
    for piece in page.pieces:
        left, top, size = piece.left * MM, (piece.line - piece.size) * MM, piece.size * MM
        step = (piece.right - piece.left) * MM / len(piece.words)
        steps = f'DeltaX="g {len(piece.words) - 1} {step:.4f}"' if len(piece.words) > 1 else ""
        code = f'<ofd:TextCode X="0" Y="{size:.4f}" {steps}>{escape(piece.words)}</ofd:TextCode>'
        box = f"{left:.4f} {top:.4f} 100 {size:.4f}"
        parts.append(f'<ofd:TextObject Boundary="{box}" Size="{size:.4f}">{code}</ofd:TextObject>')
    for line in page.rulings:
        path = f"M 0 0 L {(line.right - line.left) * MM:.4f} {(line.bottom - line.top) * MM:.4f}"
        box = f"{line.left * MM:.4f} {line.top * MM:.4f} 1 1"
        path = f"<ofd:AbbreviatedData>{path}</ofd:AbbreviatedData>"
        parts.append(f'<ofd:PathObject Boundary="{box}">{path}</ofd:PathObject>')
    return "".join(parts)


def package(contents: list[str], **more: str) -> bytes:
    buffer = io.BytesIO()
    pages = "".join(
        f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(contents))
    )
    parts = {
        "OFD.xml": "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>",
        "Doc_0/Document.xml": "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
        f"</ofd:PageArea></ofd:CommonData><ofd:Pages>{pages}</ofd:Pages>",
    } | more
    for number, content in enumerate(contents):
        layer = f'<ofd:Content><ofd:Layer ID="1">{content}</ofd:Layer></ofd:Content>'
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = layer
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, f"<ofd:x {SPACE}>{part}</ofd:x>")
    return buffer.getvalue()


def test_a_notice_says_what_its_text_says() -> None:
    pages = printed_pages((FILES / "sample.pdf").read_bytes())
    reading = read_notice(package(list(map(drawn, pages))), "通知.ofd")
    found = as_json(reading)
    wanted = as_json(sample_reading())
    for task in (*found["tasks"], *wanted["tasks"]):
        del task["doubts"]
    assert found["tasks"] == wanted["tasks"]
    assert reading.encoding == "ofd"
    assert {line.taken_for for line in reading.unread} == {"页码"}


def text(words: str, more: str = "") -> str:
    code = f'<ofd:TextCode X="0" Y="5" DeltaX="g 4 5">{words}</ofd:TextCode>'
    return f'<ofd:TextObject Boundary="20 20 100 10" Size="5"{more}>{code}</ofd:TextObject>'


def test_blocks_templates_and_wide_steps() -> None:
    block = f"<ofd:PageBlock>{text('清理全部的河道和湖泊')}</ofd:PageBlock>"
    assert words_of_ofd(package([block])).text == "清理全部的河道和湖泊\n"
    wide = text("组长王五六七八九").replace("g 4 5", "25 5 5 5 5 5 5")
    assert words_of_ofd(package([wide])).text == "组 长王五六七八九\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (package([""]), "扫描件"),
        (package(['<ofd:ImageObject Boundary="0 0 210 297" ResourceID="3"/>']), "扫描件"),
        (package([text("清理河道")], **{"Encryptions.xml": ""}), "密码"),
        (package([], **{"OFD.xml": ""}), "扫描件"),
        (package([text("甲乙丙丁", ' CTM="a b"')]), "扫描件"),
        (package([], **{"Doc_0/Document.xml": "<ofd:CommonData/>"}), "已损坏"),
        (package(["<ofd:Layer>" * 20_000 + "</ofd:Layer>" * 20_000]), "扫描件|已损坏"),
        (package([text("清理河道")])[:500], "已损坏"),
    ],
)
def test_what_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        words_of_ofd(data)
