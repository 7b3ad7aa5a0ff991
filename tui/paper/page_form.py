"""What the print dialog lets choose of the page, for each kind of sheet, as plain values."""

from collections.abc import Mapping
from typing import Any, Literal

from tui.paper.dressing import page_of
from tui.paper.form_field import FormField
from tui.paper.kinds import KINDS
from tui.paper.setup import PageSetup
from tui.paper.words import PaperWords, with_page, words_of

PageName = Literal[
    "template",
    "orientation",
    "first_page",
    "annex",
    "document_number",
    "title_line",
    "state",
    "duplex",
    "copies",
]
Chosen = Mapping[str, Mapping[str, str]]
"""Kind of sheet to name to value, as the state folder keeps them."""

_YES = "yes"
_NO = ""
_AS_NOTICE = "*"
_PAGES, _LINES, _COPIES = 400, 10, 99
"""The highest number of a first page, of the title's line, of copies."""
_ANNEXES = 9
_OF_ORDER = ("duplex", "copies")
"""What is chosen for the printer, not for the page."""
_NOT_OF_PAGE = ("template", *_OF_ORDER)
_NOT_KEPT = "copies"
"""Twenty copies of today are not wanted tomorrow."""
_LABELS: dict[PageName, str] = {
    "template": "模板",
    "orientation": "方向",
    "first_page": "起始页码",
    "annex": "附件序号",
    "document_number": "发文字号",
    "title_line": "标题位置",
    "state": "截至",
    "duplex": "单双面",
    "copies": "份数",
}
PAGE_FIELDS: tuple[PageName, ...] = tuple(_LABELS)
_ORIENTATIONS = (("landscape", "横版"), ("portrait", "竖版"), ("turned", "竖版横排，只有 pdf 能转"))
_NUMBERED = (("", "不写"), (_YES, "写在附件序号前"))
_STATED = (("", "不写"), (_YES, "标题下写截至何日、第几次变更"))
_SIDED = (("", "单面"), (_YES, "双面，送打印机时"))

_FIXED = {"orientation": _ORIENTATIONS, "document_number": _NUMBERED, "state": _STATED, "duplex": _SIDED}


class PageForm:
    """The choices for each kind of sheet; the rest is as the settings say, or as the kind has it."""

    def __init__(self, chosen: Chosen | None = None, templates: Mapping[str, str] | None = None) -> None:
        """Begin with what was chosen before, and with the list's templates by their names."""
        self._settings = PageSetup()
        self._templates = dict(templates or {})
        self._chosen = {kind: dict(values) for kind, values in (chosen or {}).items()}

    def take_settings(self, settings: PageSetup) -> None:
        """Let the settings say what is not chosen."""
        self._settings = settings

    def field(self, kind: str, name: PageName) -> FormField:
        """Return a field with what is chosen for a kind of sheet; what it does not offer is not chosen."""
        field = FormField(_LABELS[name], self._values(name)).at(self._said(kind, name))
        return field.at(self._of(kind).get(name, field.value))

    def choose(self, kind: str, name: PageName, value: str) -> None:
        """Choose a value of a field for a kind of sheet."""
        self._chosen.setdefault(kind, {})[name] = value

    def turn(self, kind: str, name: PageName, step: int) -> None:
        """Choose the next value of a field."""
        self.choose(kind, name, self.field(kind, name).turned(step).value)

    def page(self, kind: str) -> PageSetup:
        """Return the page of a kind of sheet."""
        return page_of(kind, self._settings, self._chosen_values(kind))

    def _chosen_values(self, kind: str) -> dict[str, Any]:
        """Return what the template and the clerk chose for it."""
        names = [name for name in PAGE_FIELDS if name in self._of(kind) and name not in _NOT_OF_PAGE]
        values = {name: self.field(kind, name).value for name in names}
        chosen: dict[str, Any] = {name: _meant(name, value) for name, value in values.items()}
        if values.get("annex") == _AS_NOTICE:
            del chosen["annex"]
        return {**self.words(kind).page, **chosen}

    def words(self, kind: str) -> PaperWords:
        """Return the words of the template that is chosen for a kind of sheet."""
        return words_of(self._template(kind))[0]

    def wrong(self, kind: str) -> tuple[str, ...]:
        """Return what is wrong in that template, in sentences."""
        name = self.field(kind, "template").value
        return words_of(self._template(kind), name)[1]

    def _template(self, kind: str) -> str:
        """Return the text of that template; empty for what ships."""
        return self._templates.get(self.field(kind, "template").value, "")

    def as_template(self, kind: str) -> str:
        """Return what is chosen for a kind of sheet as the text of a template, with the words that it has."""
        return with_page(self._template(kind), self._chosen_values(kind))

    def keep(self, kind: str, name: str, text: str) -> None:
        """Know a template that was kept, and choose it."""
        self._templates[name] = text
        self.choose(kind, "template", name)

    def copies(self, kind: str) -> int:
        """Return how many copies a printer is to make."""
        return int(self.field(kind, "copies").value)

    def is_duplex(self, kind: str) -> bool:
        """Return whether a printer is to print on both sides."""
        return self.field(kind, "duplex").value == _YES

    def kept(self) -> dict[str, dict[str, str]]:
        """Return what is remembered for the next print."""
        return {kind: _without_copies(values) for kind, values in self._chosen.items()}

    def _of(self, kind: str) -> Mapping[str, str]:
        return self._chosen.get(kind, {})

    def _said(self, kind: str, name: PageName) -> str:
        """Return the value that a field has where nothing is chosen."""
        if name == "template":
            return ""
        if name in _OF_ORDER:
            return str(KINDS[kind].copies) if name == "copies" else _NO
        if name == "annex":
            return _AS_NOTICE
        value = getattr(page_of(kind, self._settings, self.words(kind).page), name)
        if isinstance(value, bool):
            return _YES if value else _NO
        return str(value)

    def _values(self, name: PageName) -> tuple[tuple[str, str], ...]:
        if name in _FIXED:
            return _FIXED[name]
        match name:
            case "template":
                return (("", "不用"), *((name, name) for name in sorted(self._templates)))
            case "annex":
                marks = ["附件", *(f"附件{number}" for number in range(1, _ANNEXES + 1))]
                own = self._settings.annex
                if own and own not in marks:
                    marks.append(own)
                return ((_AS_NOTICE, "按通知或设置"), ("", "不印"), *((mark, mark) for mark in marks))
            case "copies":
                return _numbers(1, _COPIES, "{} 份")
            case "title_line":
                return _numbers(2, _LINES, "有附件序号时在第 {} 行")
        return _numbers(1, _PAGES, "{}")


def _numbers(low: int, high: int, words: str) -> tuple[tuple[str, str], ...]:
    return tuple((str(number), words.format(number)) for number in range(low, high + 1))


def _meant(name: str, value: str) -> Any:
    """Return a value of a field as the page has it."""
    if name in ("first_page", "title_line"):
        return int(value)
    return value == _YES if name in ("document_number", "state") else value


def _without_copies(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if name != _NOT_KEPT}
