"""What a page is like: paper, margins, sizes, letters and standing words, by GB/T 9704-2012 unless `[paper]` in settings.toml says else."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date as Date
from typing import Any

from store.refused import Refused
from tui.paper.layout import Sheet

ROLES = ("title", "under", "strong", "text", "number")
"""What letters are for: titles, the lines under them, headings, the table's text, page numbers."""

_CHOICES = {
    "orientation": ("landscape", "turned"),
    "numbers": ("standard", "centred", "none"),
    "encoding": ("utf-8", "gb18030"),
    "newline": ("lf", "crlf"),
}
_NUMBERS = {"first_page": (1, 9999), "columns": (40, 400), "lines": (10, 400), "size": (6, 22)}
_TODAY = "today"


@dataclass(frozen=True, slots=True)
class PageSetup:
    """How sheets are set. Lengths in mm and sizes in points, as the standard gives them."""

    orientation: str = "landscape"
    """landscape, or turned: upright pages whose content is turned (横排表格, GB/T 9704-2012, 8); only pdf can turn it."""
    margins: tuple[float, float, float, float] = (27, 37, 27, 35)
    """Top, right, bottom, left of the page as it is read. The type area of 156 x 225 mm (5.2.1), turned: the upright page's 天头 of
    37 is at the right, its foot of 35 at the left; its 订口 of 28 and 切口 of 26 are 27 each, within the 1 mm that is allowed."""
    size: float = 10.5
    """五号 for tables; the standard gives 三号 for running text (5.2.2) and leaves tables open."""
    numbers: str = "standard"
    """Page numbers: standard at the outer edge, odd right and even left, one character in (7.5); centred; none."""
    first_page: int = 1
    """The number of the first page: annexes go on with the numbers of the text (7.5)."""
    bureau: str = ""
    date: str = ""
    """As it is to stand on paper; `today` for the day of the print."""
    title: str = ""
    """In place of the sheet's own."""
    annex: str | None = None
    """附件2; none for what the sheet itself is, empty for no such line."""
    prepared_by: str | None = None
    """The name after 制表; empty to be written by hand, none for no such words."""
    reviewed_by: str | None = None
    """The name after 审核, as above."""
    fonts: Mapping[str, str] = field(default_factory=dict)
    """Role to the name of its letters, in place of the standard's."""
    font_files: Mapping[str, str] = field(default_factory=dict)
    """Role to the file of its letters, for pdf."""
    encoding: str = "utf-8"
    columns: int = 120
    """Columns of a line of text: A4 at 17 characters an inch, or wide paper at 10."""
    lines: int = 60
    """Lines of a page of text: 11 inches at 6 lines an inch, less the margins."""
    newline: str = "lf"


def page_setup(said: Mapping[str, Any]) -> PageSetup:
    """The page that `[paper]` in the settings describes; Refused names what is wrong in it."""
    known = {known.name for known in fields(PageSetup)}
    for name, value in said.items():
        wrong = f"paper.{name} 不认识" if name not in known else _wrong(name, value)
        if wrong:
            raise Refused(f"设置文件中的 {wrong}。已按默认版面打印,请改正后再打印。")
    made: dict[str, Any] = dict(said)
    if "margins" in made:
        made["margins"] = tuple(made["margins"])
    return PageSetup(**made)


def _wrong(name: str, value: object) -> str:
    """Why a value cannot be; empty where it can."""
    if name in _CHOICES:
        return "" if value in _CHOICES[name] else f"paper.{name} 应为 {'、'.join(_CHOICES[name])} 之一"
    if name in _NUMBERS:
        low, high = _NUMBERS[name]
        number = (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and (name == "size" or isinstance(value, int))
        )
        return (
            "" if number and low <= float(str(value)) <= high else f"paper.{name} 应为 {low} 至 {high} 的数"
        )
    if name == "margins":
        whole = (
            isinstance(value, list)
            and len(value) == 4
            and all(type(side) in (int, float) and 5 <= side <= 80 for side in value)
        )
        return "" if whole else "paper.margins 应为上、右、下、左四个毫米数(5 至 80),如 [27, 37, 27, 35]"
    if name in ("fonts", "font_files"):
        whole = isinstance(value, dict) and all(
            role in ROLES and isinstance(said, str) and said for role, said in value.items()
        )
        return (
            ""
            if whole
            else f"paper.{name} 应写作 {'、'.join(ROLES)} 对应的{'字体名' if name == 'fonts' else '字体文件'}"
        )
    return "" if isinstance(value, str) else f"paper.{name} 应为文字,写在引号里"


def dressed(sheet: Sheet, setup: PageSetup) -> Sheet:
    """A sheet with the words that stand on all of a bureau's: its name and the date under the title, 制表 and 审核 under the table."""
    on = _today() if setup.date == _TODAY else setup.date
    issued = "　".join(word for word in (setup.bureau, on) if word)
    signatures = (("制表", setup.prepared_by), ("审核", setup.reviewed_by))
    signed = "".join(
        f"{label}:{name or ''}".ljust(12, "　") for label, name in signatures if name is not None
    ).rstrip("　")
    return replace(
        sheet,
        title=setup.title or sheet.title,
        annex=sheet.annex if setup.annex is None else setup.annex,
        under=(*((issued,) if issued else ()), *sheet.under),
        notes=(*sheet.notes, *((signed,) if signed else ())),
    )


def _today() -> str:
    day = Date.today()
    return f"{day.year}年{day.month}月{day.day}日"
