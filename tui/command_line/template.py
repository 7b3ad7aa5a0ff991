"""`template`: the bureau's own words on paper, kept in the list under names."""

from pathlib import Path

from data import paper_words
from store.acts.templates import keep_template, remove_template, template_named, templates
from store.records.kept import Template
from store.records.tasklist import TaskList
from store.refused import Refused, fault_sentence
from store.views.values import JsonObject
from tui.command_line.arguments import Argument, flag
from tui.command_line.committing import PREVIEW, change_rows
from tui.command_line.lists import FILE, opened
from tui.command_line.output import complain, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options
from tui.paper.words import words_of

_ARGUMENTS = (
    Argument("--name", "名称", "哪个模板；不写则列出全部，或用随程序的一份"),
    Argument("--set", "文件", "把一份 TOML 存为这个模板", "taken", take=Path),
    Argument("--save", "文件", "把这个模板存成文件，改好后再用 --set 存回", take=Path),
    flag("--remove", "删除这个模板"),
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `template`."""
    return Parser(name, "打印模板：本单位的标题、通知正文、签字人等文字和版面，随清单保存。", _ARGUMENTS)


def run(options: Options) -> None:
    """Show the templates, or set, save or remove one."""
    changes = options.taken is not None or options.remove
    if changes and not options.name:
        raise Refused("请用 --name 写明是哪个模板。")
    if options.taken is not None and options.remove:
        raise Refused("--set 和 --remove 不能同时用，请去掉一个。")
    with opened(options, read_only=options.dry_run or not changes) as file:
        if options.remove:
            change_rows(options, file, remove_template(file.tasks, options.name))
        elif changes:
            text = _read(options.taken)
            for sentence in words_of(text, options.name)[1]:
                complain(sentence)
            change_rows(options, file, keep_template(file.tasks, options.name, text))
        else:
            _show(file.tasks, options)


def _show(tasks: TaskList, options: Options) -> None:
    """Say the text of one template, or the names of all; or save the text."""
    text = template_named(tasks, options.name).text if options.name else paper_words()
    known = [template_named(tasks, options.name)] if options.name else templates(tasks)
    if options.save is not None:
        _write(options.save, text)
        say(f"已保存到 {options.save}。")
    elif options.json:
        say_json([_view(template) for template in known])
    elif options.name:
        say(*text.splitlines())
    elif known:
        say(*(template.name for template in known))
    else:
        say("清单里还没有打印模板。可用 template --save 文件 存出一份，改好后用 --set 存回。")


def _view(template: Template) -> JsonObject:
    wrong = words_of(template.text, template.name)[1]
    return {"name": template.name, "text": template.text, "wrong": list(wrong)}


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        raise Refused(_fault(f"模板文件 {path} 读不了", error)) from error


def _write(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise Refused(_fault(f"不能保存 {path}", error)) from error


def _fault(what: str, error: Exception) -> str:
    return fault_sentence(what, error) if isinstance(error, OSError) else f"{what}，请存成 UTF-8 的文本。"
