"""What a notice says once of all its lists of units: who leads by standing first, or beside a sign."""

import re

from store.reading.signs.lines import cut, folded

Declared = str
"""Who leads where no unit is said to: nobody, the `first` unit of each list, `all` that are responsible, or
those beside a sign (★).
"""
MARKS = "*★☆▲△●◆※#"
"""Signs beside the name of a unit by which a notice tells who leads."""

# 排在第一位的部门为牵头部门,下同; 除标注“分别牵头”外,列第一位为牵头; 列首位者为牵头责任单位,其余为配合单位.
_FIRST = (
    r"[,;。]?(?:除[^,;。()]{2,24}外,)?[^,;。()]{0,14}(?:第一位|首位|排名第一|排第一|第一个|第一责任|第一单位|首个|第一家)"
    r"[^,;。()]{0,12}?(?:为|是|作为)?(?:负总责|(?:负责)?牵头)(?:责任|协调)?(?:单位|部门|处室|科室|者|的)?(?:或汇总单位)?"
    r"(?:[,;](?:其余|其他|其它|后面)[^,;。()]{0,14})?(?:[,;]?(?:以)?下同)?"
)
# In a bracket of its own (注:列第一位者为牵头单位,下同), or in a clause: (税务总局、商务部,排在第一位的…).
_DECLARATION = re.compile(rf"\((?:注:)?{_FIRST}\)|{_FIRST}")
# (市生态环境局。以下均需各县区人民政府落实,不再列出).
_DISCLAIMER = re.compile(r"[。;,]?(?:以下|以上|下面)[^。;()]{0,40}不再(?:一一|逐一|重复)?列出")
"""What an owners' bracket says for all the others."""
# 市水务局(下同); 市水务局牵头,市财政局配合,以下同.
_LIKEWISE = re.compile(r"\(以?下同\)|[,;。]以?下同(?=[)。;]|$)")
# 无牵头单位的,责任单位即为牵头单位: no text here says so; kept for remarks under a list.
_ALL = re.compile(
    r"(?:无|没有|未明确|未列)牵头(?:单位|部门)的,?[^,。;]{0,4}责任(?:单位|部门)[^,。;]{0,4}为牵头(?:单位|部门)"
)
# 注:标★的为牵头单位; 带“*”号者为牵头单位.
_MARKED = re.compile(
    # 注:责任单位中标“★”.
    rf"(?:注:)?[^,;。()]{{0,12}}?[“\"'‘]?(?P<mark>[{MARKS}])[”\"'’]?"
    # 号的, 者, 标识的单位.
    r"(?:号|标记|标识|标志|的|者|责任|单位|部门|处室)*"
    # 为该项任务牵头单位,下同.
    r"(?:为|是|代表|表示)(?:该项)?(?:任务|工作)?(?:的)?牵头(?:责任)?(?:单位|部门|处室|科室|者)?(?:[,;]?下同)?"
)


def declared_by(text: str) -> Declared:
    """Return what a text declares on who leads.

    排在第一位的部门为牵头部门 declares the first, 标★的为牵头单位 those beside the sign;
    无牵头单位的,责任单位即为牵头单位 declares all.
    """
    one_form = folded(text)
    if "牵头" not in one_form and "负总责" not in one_form:
        return ""
    if _ALL.search(one_form):
        return "all"
    marked = _MARKED.search(one_form)
    if marked:
        return marked["mark"]
    return "first" if _DECLARATION.search(one_form) else ""


def said_for_all(text: str) -> str:
    """Return what a text says of all lists of units (排在第一位的部门为牵头部门), as printed.

    It is empty where the text says nothing of the kind.
    """
    one_form = folded(text)
    found = _ALL.search(one_form) or _said_for_all(one_form)
    if found is None:
        return ""
    return cut(text, found).strip(" ,;。()\uff0c\uff1b\uff08\uff09")


def without_declaration(text: str) -> str:
    """Return the text without the words that hold for all lists, or the bracket that holds only them."""
    one_form = folded(text)
    found = _said_for_all(one_form) or _LIKEWISE.search(one_form)
    if found is None:
        return text
    return without_declaration(text[: found.start()] + text[found.end() :])


def _said_for_all(one_form: str) -> "re.Match[str] | None":
    """Return the first words of a text that hold for all lists of units."""
    if "牵头" in one_form or "负总责" in one_form:
        declaration = _MARKED.search(one_form) or _DECLARATION.search(one_form)
        if declaration:
            return declaration
    return _DISCLAIMER.search(one_form) if "不再" in one_form else None
