"""The words on paper that are the bureau's own (打印模板): each is a field of a form."""

from store.acts.templates import keep_template, remove_template, template_name, templates
from store.records.changes import Change
from tui.paper.word_fields import PARTS, holes_of, with_word, word_fields
from tui.screen.acts.asked_fields import AskedField, change_field
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice

_NEW, _REMOVE = "", ""
_ABOUT = "打印时（F9）按 F6，在“模板”一项选用。"


class TemplateActs:
    """Changes what templates say."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    async def edit(self) -> None:
        """Ask for a template, or for the name of a new one; change its words until the clerk leaves."""
        desk, name = self._desk, await self._ask_name()
        if name is None:
            return
        choices = [Choice(part, label, (label,)) for part, label in PARTS.items()]
        if self._text(name):
            choices.append(Choice(_REMOVE, "删除", ("删除",), about="这个模板不要了，可撤销"))
        while (part := await desk.choose(f"模板“{name}”：改哪里的文字", choices, about=_ABOUT)) is not None:
            if part == _REMOVE:
                await desk.commit(remove_template(desk.tasks, name))
                return
            while await self._change(name, part):
                continue

    async def _ask_name(self) -> str | None:
        desk = self._desk
        known = [template.name for template in templates(desk.tasks)]
        name: str | None = _NEW
        if known:
            choices = [Choice(name, name) for name in known]
            choices.append(Choice(_NEW, "新模板", about="从程序自带的文字改起"))
            name = await desk.choose("打印模板", choices, about=_ABOUT)
        if name == _NEW:
            typed = await desk.ask_text("新模板的名称", check=template_name)
            name = None if typed is None else template_name(typed)
        return name

    async def _change(self, name: str, part: str) -> bool:
        """Show the words of a part, and change the one that is chosen."""
        desk, text = self._desk, self._text(name)
        fields = []
        for one in word_fields(text, part):
            fields.append(AskedField(one.name, one.label, one.said, one.hint, is_long=one.is_long))

        def put(word: str, typed: str) -> Change:
            return keep_template(desk.tasks, name, with_word(text, part, word, typed))

        about = f"花括号里的打印时换成清单的内容，可写 {holes_of(part)}。"
        return await change_field(desk, f"{PARTS[part]}的文字", fields, put, about=about)

    def _text(self, name: str) -> str:
        """Return what a template says; nothing where there is none of the name yet."""
        return next((one.text for one in templates(self._desk.tasks) if one.name == name), "")
