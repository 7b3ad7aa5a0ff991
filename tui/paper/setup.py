"""The page: paper, margins, sizes, letters and standing words.

The standard (GB/T 9704-2012) gives them, unless `[paper]` in settings.toml says else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date as Date
from typing import Any

from store.machine.entries import (
    Entries,
    Entry,
    SettingsGroup,
    amount,
    choice,
    numbers,
    numbers_of,
    text,
    whole,
    words,
)
from store.machine.settings import load_settings
from store.machine.toml_section import SettingsSection
from store.words.full_width import as_printed
from tui.paper.layout import Sheet, with_empty_cells, with_text, written_day

ROLES = {"title": "标题", "under": "副题", "strong": "表头", "text": "表内文字", "number": "页码"}
"""What letters are for: titles, the lines under them, headings, the table's text, page numbers."""

_TODAY = "today"
_EMPTY = {"blank": "", "dash": "—", "slash": "/"}


@dataclass(frozen=True, slots=True)
class PageSetup:
    """How sheets are set. Lengths in mm and sizes in points, as the standard gives them."""

    orientation: str = "landscape"
    """landscape, or turned: upright pages whose content is turned (横排表格, GB/T 9704-2012, 8), in pdf
    alone.
    """
    margins: tuple[float, float, float, float] = (27, 37, 27, 35)
    """Top, right, bottom, left of the page as it is read.

    The type area of 156 x 225 mm (5.2.1), turned: the upright page's 天头 of 37 is at the right, its foot of
    35 at the left; its 订口 of 28 and 切口 of 26 are 27 each, within the 1 mm that is allowed.
    """
    size: float = 10.5
    """五号 for tables; the standard gives 三号 for running text (5.2.2) and leaves tables open."""
    numbers: str = "standard"
    """Page numbers: standard (7.5: at the outer edge, odd right and even left, a character in), centred,
    none.
    """
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
    signs: str = "full"
    """Punctuation where Chinese stands on a side: full, full-width; source, as the list has it."""
    empty: str = "blank"
    """What stands in a cell that says nothing: blank, dash (—), slash (/)."""
    encoding: str = "utf-8"
    columns: int = 120
    """Columns of a line of text: A4 at 17 characters an inch, or wide paper at 10."""
    lines: int = 60
    """Lines of a page of text: 11 inches at 6 lines an inch, less the margins."""
    newline: str = "lf"


def _filled(value: object) -> str:
    """Take a text that says something."""
    written = text(value)
    if not written:
        raise ValueError
    return written


_STANDARD = PageSetup()
_TABLE = "paper"

PAGE = SettingsGroup(
    "打印:版面",
    _TABLE,
    "默认按 GB/T 9704-2012。",
    {
        "orientation": choice(
            "方向",
            "横版,或竖版纸上横排的表格(只有 pdf 能转)",
            {"landscape": "横版", "turned": "竖版横排"},
            _STANDARD.orientation,
        ),
        "margins": Entry(
            numbers_of(4, 5, 80),
            "上、右、下、左四个毫米数(5 至 80),如 [27, 37, 27, 35]",
            "页边距",
            "上、右、下、左,毫米,5 至 80",
            [*_STANDARD.margins],
            read=numbers,
        ),
        "size": amount("表内字号", "磅数:小四 12,五号 10.5,小五 9", 6, 22, _STANDARD.size),
        "numbers": choice(
            "页码",
            "单页居右、双页居左,或居中,或不印",
            {"standard": "单右双左", "centred": "居中", "none": "不印"},
            _STANDARD.numbers,
        ),
        "first_page": whole("起始页码", "附件接正文编页码时,写第一页的页码", 1, 9999, _STANDARD.first_page),
        "signs": choice(
            "标点",
            "中文旁的逗号、括号等印成全角(清单里的字不变),或照原文",
            {"full": "全角", "source": "照原文"},
            _STANDARD.signs,
        ),
        "empty": choice(
            "空格子",
            "任务清单、分解单里没有内容的格子印什么",
            {"blank": "留空", "dash": "—", "slash": "/"},
            _STANDARD.empty,
        ),
    },
)
STANDING_WORDS = SettingsGroup(
    "打印:固定文字",
    _TABLE,
    "各表都印的文字。",
    {
        "bureau": words("单位名称", "印在标题下", unsaid="不印", example="武汉市科学技术局"),
        "date": words("日期", "印在标题下;写 today 为打印当天,其余照写", unsaid="不印", example=_TODAY),
        "title": words("标题", "代替表的标题", unsaid="用表自己的标题"),
        "annex": words(
            "附件序号", "如 附件2;留空则不印", unsaid="按通知的附件序号", example="附件2", keeps_empty=True
        ),
        "prepared_by": words(
            "制表", "表下的“制表：”后的姓名;留空则留待手签", unsaid="不印", keeps_empty=True
        ),
        "reviewed_by": words(
            "审核", "表下的“审核：”后的姓名;留空则留待手签", unsaid="不印", keeps_empty=True
        ),
    },
)
LETTERS = SettingsGroup(
    "打印:字体",
    f"{_TABLE}.fonts",
    "不写则用仿宋、黑体等标准字体,没有时用相近的。",
    {
        role: Entry(
            _filled, "字体名,写在引号里", label, f"{label}的字体名", unsaid="标准字体", example="仿宋"
        )
        for role, label in ROLES.items()
    },
)
LETTER_FILES = SettingsGroup(
    "打印:字体文件",
    f"{_TABLE}.font_files",
    "存为 pdf 时所用的字体文件;不写则在本机的字体里找。",
    {
        role: Entry(
            _filled,
            "字体文件,写在引号里",
            label,
            f"{label}的字体文件,写完整的路径",
            unsaid="自动查找",
            example="C:/Windows/Fonts/simfang.ttf",
        )
        for role, label in ROLES.items()
    },
)
PLAIN_TEXT = SettingsGroup(
    "打印:文本格式",
    _TABLE,
    "存为文本(txt)时。",
    {
        "encoding": choice(
            "编码",
            "老的程序和打印机多用 GB18030",
            {"utf-8": "UTF-8", "gb18030": "GB18030"},
            _STANDARD.encoding,
        ),
        "columns": whole("每行列数", "一个汉字占两列;宽行打印纸 132", 40, 400, _STANDARD.columns),
        "lines": whole("每页行数", "11 英寸的纸每页 60 行", 10, 400, _STANDARD.lines),
        "newline": choice("换行", "Windows 的记事本用 CRLF", {"lf": "LF", "crlf": "CRLF"}, _STANDARD.newline),
    },
)
PAPER = (PAGE, STANDING_WORDS, PLAIN_TEXT, LETTERS, LETTER_FILES)
"""What the clerk may choose of the page; a table of the file that is within another stands after it."""

_LETTERS = {"fonts": LETTERS, "font_files": LETTER_FILES}
_ENTRIES: Entries = {
    key.removeprefix(f"{_TABLE}."): entry for group in PAPER for key, entry in group.whole_keys.items()
}


def page_setup(said: SettingsSection) -> tuple[PageSetup, tuple[str, ...]]:
    """Return the page that `[paper]` of the settings describes, and a sentence for each wrong entry."""
    tables = {table: said.said.get(table, {}) for table in _LETTERS}
    misplaced = [table for table in tables if not isinstance(tables[table], dict)]
    entries = dict(said.said)
    no_tables = []
    for table in misplaced:
        del entries[table]
        no_tables.append(said.notice(table, f"一节,写作 [paper.{table}]"))
    values, wrong = replace(said, said=entries).taken(_ENTRIES)
    plain: dict[str, Any] = {table: {} for table in _LETTERS}
    for key, value in values.items():
        table, _, role = key.partition(".")
        if role:
            plain[table][role] = value
        else:
            plain[key] = value
    return PageSetup(**plain), (*wrong, *no_tables)


def saved_page_setup() -> tuple[PageSetup, tuple[str, ...]]:
    """Return the page that the user's settings describe, and what is wrong in them, in sentences."""
    settings = load_settings()
    setup, wrong = page_setup(settings.paper)
    return setup, (*settings.notices, *wrong)


def dressed(sheet: Sheet, setup: PageSetup, today: Date) -> Sheet:
    """Return a sheet with the words that stand on all of a bureau's.

    Its name and the date stand under the title, 制表 and 审核 under the table.
    """
    day = written_day(today.isoformat()) if setup.date == _TODAY else setup.date
    issued = "　".join(filter(None, (setup.bureau, day)))
    signed = _signatures(setup)
    annex = sheet.annex if setup.annex is None else setup.annex
    under = (issued, *sheet.under) if issued else sheet.under
    notes = (*sheet.notes, signed) if signed else sheet.notes
    title = setup.title or sheet.title
    return _drawn(replace(sheet, title=title, annex=annex, under=under, notes=notes), setup)


def _drawn(sheet: Sheet, setup: PageSetup) -> Sheet:
    """Return a sheet with its signs and its empty cells as the page has them."""
    mark = _EMPTY[setup.empty]
    if mark and sheet.says_empty:
        sheet = with_empty_cells(sheet, mark)
    return with_text(sheet, as_printed) if setup.signs == "full" else sheet


def _signatures(setup: PageSetup) -> str:
    """Return the line of 制表 and 审核, each with room for a name of some length; empty without either."""
    signed = ""
    for label, name in (("制表", setup.prepared_by), ("审核", setup.reviewed_by)):
        if name is not None:
            signed += f"{label}：{name}".ljust(12, "　")
    return signed.rstrip("　")
