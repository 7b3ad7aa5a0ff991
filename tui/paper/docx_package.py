"""The package of a Word document: a zip of parts, some the same in all, the text written as it comes."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime, timezone
from xml.sax.saxutils import escape

from tui.paper.docx_page import MAIN, RELATIONS, xml_text

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'
_ROOTS = {"styles": "w:styles", "settings": "w:settings", "fontTable": "w:fonts"}
"""Parts of the document, and what each begins with; those with another name are footers."""
_CHUNK = 65_536
"""Characters that are packed at once."""


def packed(
    body: Iterable[str], parts: Mapping[str, str], *, title: str, author: str, created: datetime
) -> bytes:
    """Return a document: its body, and the parts beside it by their names (`styles`, `footer1`)."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        _put(package, "[Content_Types].xml", [_content_types(parts)])
        _put(package, "_rels/.rels", [_package_relations()])
        _put(package, "docProps/core.xml", [_core(title, author, created)])
        _put(package, "docProps/app.xml", [_APP])
        _put(package, "word/_rels/document.xml.rels", [_part_relations(parts)])
        for name, content in parts.items():
            root = _ROOTS.get(name, "w:ftr")
            _put(package, f"word/{name}.xml", [f"<{root} {_NAMESPACES}>{content}</{root}>"])
        _put(package, "word/document.xml", _document(body))
    return written.getvalue()


def _put(package: zipfile.ZipFile, name: str, texts: Iterable[str]) -> None:
    """Write a part in pieces, so that a long one never stands in memory whole."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    pieces, length = [_DECLARATION], 0
    with package.open(entry, "w") as part:
        for text in texts:
            pieces.append(text)
            length += len(text)
            if length > _CHUNK:
                part.write("".join(pieces).encode())
                pieces, length = [], 0
        part.write("".join(pieces).encode())


def _document(body: Iterable[str]) -> Iterable[str]:
    yield f"<w:document {_NAMESPACES}><w:body>"
    yield from body
    yield "</w:body></w:document>"


def _content_types(parts: Mapping[str, str]) -> str:
    types = {"word/document": f"{_WORD_TYPE}.document.main+xml"}
    for name in parts:
        kind = name if name in _ROOTS else "footer"
        types[f"word/{name}"] = f"{_WORD_TYPE}.{kind}+xml"
    types["docProps/core"] = "application/vnd.openxmlformats-package.core-properties+xml"
    types["docProps/app"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    said = [f'<Override PartName="/{name}.xml" ContentType="{kind}"/>' for name, kind in types.items()]
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{"".join(said)}</Types>'


def _package_relations() -> str:
    return _relations(
        {
            "main": (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            "core": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            "app": (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        }
    )


def _part_relations(parts: Mapping[str, str]) -> str:
    """Return how the document names its parts: `r:id` is a part's own name."""
    targets = {}
    for name in parts:
        kind = name if name in _ROOTS else "footer"
        targets[name] = (f"{RELATIONS}/{kind}", f"{name}.xml")
    return _relations(targets)


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    said = [
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    ]
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(said)}</Relationships>'


def _core(title: str, author: str, created: datetime) -> str:
    """Return whose the document is; moments in UTC."""
    moment = created.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    dated = [
        f'<dcterms:{what} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{what}>'
        for what in ("created", "modified")
    ]
    named = {"dc:title": title, "dc:creator": author, "cp:lastModifiedBy": author, "dc:language": "zh-CN"}
    said = [f"<{name}>{escape(xml_text(value))}</{name}>" for name, value in named.items()]
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{''.join(said)}{''.join(dated)}</cp:coreProperties>"
    )


_APP = f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>Yaodian</Application></Properties>'
