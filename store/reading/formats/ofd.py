"""A document of OFD (GB/T 33190-2016) as the lines of a notice: words and lines where its pages draw them."""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from store.reading.formats.compound import LOCKED
from store.reading.formats.decode import MAX_BYTES
from store.reading.formats.drawn import Drawing
from store.reading.formats.grids import Words
from store.reading.formats.packages import TOO_LARGE, check_package, parsed_part
from store.reading.formats.paged import words_of_pages
from store.reading.formats.placed import SMALLEST_GAP, Page, Piece, width_of
from store.refused import Refused

_ROOT = "OFD.xml"
_OTHER = "这不是 OFD 文档，本程序读不出其中的通知。请用 WPS 或 OFD 阅读器打开，转换为 .docx，再导入。"
_DAMAGED = "文件已损坏或不是 OFD 文档，无法读取。请用 WPS 或 OFD 阅读器打开，转换为 .docx，再导入。"
_POINTS = 72 / 25.4
"""Points of a millimetre, in which OFD measures."""
_MOST_PAGES = 400
_MOST_OBJECTS = 300_000
_NO_BOX = (0.0, 0.0, 0.0, 0.0)
_UNTURNED = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_GROUPS = frozenset({"Content", "Layer", "PageBlock"})
_NUMBERS_OF = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""The steps of a path, and how many numbers each has."""


class _Place(NamedTuple):
    """Where an object draws: the corner of its box, and what its own measures are turned into."""

    left: float
    top: float
    matrix: Sequence[float]

    def of(self, x: float, y: float) -> tuple[float, float]:
        """Return a place of the object as one of the page, in points."""
        a, b, c, d, e, f = self.matrix
        across = self.left + a * x + c * y + e
        down = self.top + b * x + d * y + f
        return across * _POINTS, down * _POINTS


def words_of_ofd(data: bytes) -> Words:
    """Return the text of a document; Refused is a scan, a locked file, damage, what is beyond the limits."""
    check_package(data, _ROOT, _OTHER, _DAMAGED)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if "Encryptions.xml" in package.namelist():
            raise Refused(LOCKED)
        try:
            pages = list(_Package(package).pages())
        except (KeyError, ValueError, AttributeError, IndexError, RecursionError) as error:
            raise Refused(_DAMAGED) from error
    return words_of_pages(pages)


class _Package:
    """The parts of a document by their places in the package."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        self._objects = 0
        self._signs = 0

    def pages(self) -> Iterator[Page]:
        """Give each page of each document within."""
        root = self._part(_ROOT)
        count = 0
        for body in _all(root, "DocBody"):
            place = _text(_one(body, "DocRoot"))
            document = self._part(place)
            common = _one(document, "CommonData")
            folder = posixpath.dirname(place.lstrip("/"))
            templates: dict[str, str] = {}
            for one in _all(common, "TemplatePage"):
                name = one.get("ID", "")
                templates[name] = _path(folder, one.get("BaseLoc", ""))
            size = _size(common) or [0.0, 0.0, 210.0, 297.0]
            for page in _all(_one(document, "Pages"), "Page"):
                count += 1
                if count > _MOST_PAGES:
                    raise Refused(TOO_LARGE)
                content = _path(folder, page.get("BaseLoc", ""))
                yield self._page(content, templates, size)

    def _page(self, place: str, templates: dict[str, str], size: Sequence[float]) -> Page:
        """Return what a page and the templates that it names print."""
        content = self._part(place)
        box = _size(content) or size
        width, height = box[2:]
        page = Page(width * _POINTS, height * _POINTS)
        for template in _all(content, "Template"):
            named = templates.get(template.get("TemplateID", ""))
            if named:
                self._draw(self._part(named), page)
        self._draw(content, page)
        return page

    def _draw(self, content: Any, page: Page) -> None:
        """Add to a page what the objects of its content print."""
        drawing = Drawing(page.rulings)
        for element in _objects(content):
            self._objects += 1
            if self._objects > _MOST_OBJECTS:
                raise Refused(TOO_LARGE)
            page.has_drawing = True
            name = _name(element)
            if name == "TextObject":
                pieces = list(_pieces(element))
                self._signs += sum(len(piece.words) for piece in pieces)
                if self._signs > MAX_BYTES:
                    raise Refused(TOO_LARGE)
                page.pieces += pieces
            elif name == "PathObject":
                _follow(element, drawing)

    def _part(self, place: str) -> Any:
        return parsed_part(self._package, place.lstrip("/"), _DAMAGED)


def _objects(content: Any) -> Iterator[Any]:
    """Give the objects of a content, those of its layers and blocks too."""
    stack = list(content)[::-1]
    while stack:
        element = stack.pop()
        if _name(element) in _GROUPS:
            stack += list(element)[::-1]
        else:
            yield element


def _pieces(element: Any) -> Iterator[Piece]:
    """Give the words of a text object, each of its codes at its place."""
    place = _place(element)
    size = float(element.get("Size", "4"))
    size = abs(size * (place.matrix[3] or 1.0))
    x = y = 0.0
    for code in _all(element, "TextCode"):
        words = (code.text or "").replace("\n", "")
        x = float(code.get("X", x))
        y = float(code.get("Y", y))
        steps = _steps(code.get("DeltaX", ""), len(words) - 1)
        if words:
            left, line = place.of(x, y)
            last = words[len(steps) :]
            stretched = abs(place.matrix[0] or 1.0)
            wide = sum(steps) * stretched + width_of(last, size)
            right = left + wide * _POINTS
            spaced = _spaced(words, steps, size)
            yield Piece(left, right, line, size * _POINTS, spaced)


def _spaced(words: str, steps: Sequence[float], size: float) -> str:
    """Return words with a blank where one is left between two of their signs."""
    spaced: list[str] = []
    for index, sign in enumerate(words):
        spaced.append(sign)
        if index < len(steps) and steps[index] - width_of(sign, size) > SMALLEST_GAP * size:
            spaced.append(" ")
    return "".join(spaced)


def _steps(words: str, most: int) -> list[float]:
    """Return how far each sign stands from the one before: 5 5 6, or g 20 5 for twenty times 5."""
    parts = words.split()
    steps: list[float] = []
    at = 0
    while at < len(parts) and len(steps) < most:
        if parts[at] == "g" and at + 2 < len(parts):
            times, step = int(parts[at + 1]), float(parts[at + 2])
            steps += [step] * min(times, most - len(steps))
            at += 3
        else:
            steps.append(float(parts[at]))
            at += 1
    return steps


def _follow(element: Any, drawing: Drawing) -> None:
    """Follow a path object; of curves only where they end."""
    place = _place(element)
    data = _first(element, "AbbreviatedData")
    parts = _text(data).split() if data is not None else []
    at = 0
    while at < len(parts):
        step = parts[at]
        count = _NUMBERS_OF.get(step)
        if count is None:
            break
        at += 1
        numbers = list(map(float, parts[at : at + count]))
        at += count
        if step == "C":
            drawing.close()
        elif len(numbers) < count:
            break
        elif step == "L":
            drawing.line(place.of(*numbers))
        else:
            drawing.move(place.of(*numbers[-2:]))
    if element.get("Stroke", "true") == "true":
        drawing.stroke()
    elif element.get("Fill") == "true":
        drawing.fill()
    else:
        drawing.drop()


def _place(element: Any) -> _Place:
    box = _numbers(element.get("Boundary", ""), 4) or _NO_BOX
    matrix = _numbers(element.get("CTM", ""), 6) or _UNTURNED
    return _Place(box[0], box[1], matrix)


def _numbers(words: str, count: int) -> list[float] | None:
    """Return the numbers of a list of so many; none where it has others."""
    parts = words.split()
    if len(parts) != count:
        return None
    return list(map(float, parts))


def _size(element: Any) -> list[float] | None:
    """Return the box of the paper that an element says: left, top, width, height."""
    box = _first(element, "PhysicalBox")
    return _numbers(_text(box), 4) if box is not None else None


def _path(folder: str, place: str) -> str:
    """Return the place of a part that is named from a folder, or from the top with / before it."""
    whole = posixpath.join("/", folder, place)
    return posixpath.normpath(whole).lstrip("/")


def _name(element: Any) -> str:
    """Return an element's name, whichever namespace its writer gave it."""
    return str(element.tag).rpartition("}")[2]


def _all(element: Any, name: str) -> list[Any]:
    """Return the elements of a name right below another."""
    return [part for part in element if _name(part) == name]


def _one(element: Any, name: str) -> Any:
    return _all(element, name)[0]


def _first(element: Any, name: str) -> Any:
    """Return the first element of a name anywhere below another, if there is one."""
    named = (part for part in element.iter() if _name(part) == name)
    return next(named, None)


def _text(element: Any) -> str:
    return (element.text or "").strip()
