"""The page: paper, margins, sizes, letters and standing words.

The standard (GB/T 9704-2012) gives them, unless `[paper]` in settings.toml says else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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
    yes_no,
)
from store.machine.settings import load_settings
from store.machine.toml_section import SettingsSection

ROLES = {"title": "标题", "under": "副题", "strong": "表头", "text": "表内文字", "number": "页码"}
"""What letters are for: titles, the lines under them, headings, the table's text, page numbers."""

TODAY = "today"
_SHORT, _LONG = 210, 297
"""The sides of A4 in mm (GB/T 9704-2012, 5.1)."""
EMPTY = {"blank": "", "dash": "—", "slash": "/"}
"""Settings of what stands in an empty cell, to what is printed."""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """How sheets are set. Lengths in mm and sizes in points, as the standard gives them."""

    orientation: str = "by_sheet"
    """landscape, portrait, or turned: upright pages whose content is turned (横排表格, GB/T 9704-2012, 8),
    in pdf alone; by_sheet for what a kind of sheet has of its own.
    """
    margins: tuple[float, float, float, float] = (27, 37, 27, 35)
    """Top, right, bottom, left of the page as it is read.

    The type area of 156 x 225 mm (5.2.1), turned: the upright page's 天头 of 37 is at the right, its foot of
    35 at the left; its 订口 of 28 and 切口 of 26 are 27 each, within the 1 mm that is allowed.
    """
    upright_margins: tuple[float, float, float, float] = (37, 26, 35, 28)
    """The same of a portrait page: 天头 37, 切口 26, foot 35, 订口 28 (5.2.1)."""
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
    """In place of the sheet's own; that of the settings is the list's."""
    annex: str | None = None
    """附件2; none for what the sheet itself is, empty for no such line.

    That of the settings is the list's.
    """
    document_number: bool = False
    """The mark begins with the 发文字号, as that of an annex that is not bound to its notice does (7.3.7)."""
    title_line: int = 3
    """The line of the type area that the title stands in, under the mark in the first (7.3.7)."""
    state: bool = False
    """A line under the title says of which day and of which change the list is."""
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
    own_numbers: bool = False
    """Each sheet begins on a front page with numbers of its own: it is handed out by itself."""

    @property
    def is_upright(self) -> bool:
        """Whether lines run along the short side of the paper."""
        return self.orientation == "portrait"

    @property
    def paper(self) -> tuple[float, float]:
        """Width and height of the page as it is read, in mm."""
        return (_SHORT, _LONG) if self.is_upright else (_LONG, _SHORT)

    @property
    def sides(self) -> tuple[float, float, float, float]:
        """The margins in use: top, right, bottom, left of the page as it is read, in mm."""
        return self.upright_margins if self.is_upright else self.margins


def _filled(value: object) -> str:
    """Take a text that says something."""
    written = text(value)
    if not written:
        raise ValueError
    return written


_STANDARD = PageSetup()
_TABLE = "paper"

PAGE = SettingsGroup(
    "打印：版面",
    _TABLE,
    "默认按 GB/T 9704-2012。",
    {
        "orientation": choice(
            "方向",
            "名单、汇总表竖版，其余横版；或都用一种；竖版横排只有 pdf 能转",
            {"by_sheet": "按表", "landscape": "横版", "portrait": "竖版", "turned": "竖版横排"},
            _STANDARD.orientation,
        ),
        "margins": Entry(
            numbers_of(4, 5, 80),
            "上、右、下、左四个毫米数（5 至 80），如 [27, 37, 27, 35]",
            "页边距",
            "上、右、下、左，毫米，5 至 80",
            [*_STANDARD.margins],
            read=numbers,
        ),
        "upright_margins": Entry(
            numbers_of(4, 5, 80),
            "上、右、下、左四个毫米数（5 至 80），如 [37, 26, 35, 28]",
            "竖版页边距",
            "竖版的上、右、下、左，毫米，5 至 80",
            [*_STANDARD.upright_margins],
            read=numbers,
        ),
        "size": amount("表内字号", "磅数：小四 12，五号 10.5，小五 9", 6, 22, _STANDARD.size),
        "numbers": choice(
            "页码",
            "单页居右、双页居左，或居中，或不印",
            {"standard": "单右双左", "centred": "居中", "none": "不印"},
            _STANDARD.numbers,
        ),
        "first_page": whole("起始页码", "附件接正文编页码时，写第一页的页码", 1, 9999, _STANDARD.first_page),
        "signs": choice(
            "标点",
            "中文旁的逗号、括号等印成全角（清单里的字不变），或照原文",
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
    "打印：固定文字",
    _TABLE,
    "印在表上的文字。",
    {
        "bureau": words("单位名称", "印在标题下", unsaid="不印", example="武汉市科学技术局"),
        "date": words("日期", "印在标题下；写 today 为打印当天，其余照写", unsaid="不印", example=TODAY),
        "title": words("标题", "代替任务清单的标题，别的表不变", unsaid="用清单自己的标题"),
        "annex": words(
            "附件序号",
            "任务清单的，如 附件2；留空则不印",
            unsaid="按通知的附件序号",
            example="附件2",
            keeps_empty=True,
        ),
        "document_number": yes_no(
            "发文字号", "附件不与正文装订在一起时，附件序号前写发文字号", "写在附件序号前", "不写"
        ),
        "title_line": whole("标题在第几行", "有附件序号时，标题在版心第几行", 2, 10, _STANDARD.title_line),
        "state": yes_no("截至", "标题下写截至何日、第几次变更", "写", "不写"),
        "prepared_by": words(
            "制表", "表下的“制表：”后的姓名；留空则留待手签", unsaid="不印", keeps_empty=True
        ),
        "reviewed_by": words(
            "审核", "表下的“审核：”后的姓名；留空则留待手签", unsaid="不印", keeps_empty=True
        ),
    },
)
LETTERS = SettingsGroup(
    "打印：字体",
    f"{_TABLE}.fonts",
    "不写则用仿宋、黑体等标准字体，没有时用相近的。",
    {
        role: Entry(
            _filled, "字体名，写在引号里", label, f"{label}的字体名", unsaid="标准字体", example="仿宋"
        )
        for role, label in ROLES.items()
    },
)
LETTER_FILES = SettingsGroup(
    "打印：字体文件",
    f"{_TABLE}.font_files",
    "存为 pdf 时所用的字体文件；不写则在本机的字体里找。",
    {
        role: Entry(
            _filled,
            "字体文件，写在引号里",
            label,
            f"{label}的字体文件，写完整的路径",
            unsaid="自动查找",
            example="C:/Windows/Fonts/simfang.ttf",
        )
        for role, label in ROLES.items()
    },
)
PLAIN_TEXT = SettingsGroup(
    "打印：文本格式",
    _TABLE,
    "存为文本（txt）时。",
    {
        "encoding": choice(
            "编码",
            "老的程序和打印机多用 GB18030",
            {"utf-8": "UTF-8", "gb18030": "GB18030"},
            _STANDARD.encoding,
        ),
        "columns": whole("每行列数", "一个汉字占两列；宽行打印纸 132", 40, 400, _STANDARD.columns),
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
        no_tables.append(said.notice(table, f"一节，写作 [paper.{table}]"))
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
