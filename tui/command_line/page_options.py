"""Options of `print` that choose the page: each stands for a field of the page's setup."""

from collections.abc import Callable

from tui.command_line.arguments import Argument, WrongWords, flag, whole_number
from tui.paper.setup import PAGE as PAGE_GROUP
from tui.paper.setup import STANDING_WORDS

_ENTRIES = {**PAGE_GROUP.entries, **STANDING_WORDS.entries}


def _number(name: str) -> Callable[[str], int]:
    """Take a whole number that a setting takes."""

    def take(typed: str) -> int:
        entry = _ENTRIES[name]
        number = whole_number(typed)
        try:
            entry.take(number)
        except ValueError as error:
            raise WrongWords(f"应为{entry.expected}") from error
        return number

    return take


PAGE = (
    Argument(
        "--orientation",
        "方向",
        "portrait 竖版，landscape 横版，turned 竖版纸上横排（pdf）；不写则名单、汇总表竖版，其余横版",
        choices=("portrait", "landscape", "turned"),
    ),
    Argument("--first-page", "页码", "第一页的页码", take=_number("first_page")),
    Argument("--title", "标题", "代替表的标题"),
    Argument("--annex", "附件序号", "如 附件2；写 '' 则不印；不写则按通知"),
    flag("--document-number", "附件序号前写发文字号", default=None),
    Argument("--title-line", "行", "有附件序号时，标题在版心第几行；不写为 3", take=_number("title_line")),
    flag("--state", "标题下写截至何日、第几次变更", default=None),
)
CHOSEN = ("orientation", "first_page", "title", "annex", "document_number", "title_line", "state")
"""The fields that they choose."""
