"""`punctuation`: the texts of rows, or of the whole list, given the signs of print (标点规范)."""

from store.acts.signs_printed import places_of_signs, print_signs
from store.views.previews import texts_view
from store.words.cleaning import clean_line
from tui.command_line.arguments import word
from tui.command_line.committing import PREVIEW, save_if_changed
from tui.command_line.lists import FILE, opened
from tui.command_line.moments import BASIS, with_basis
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ARGUMENTS = (
    word("rows", "行", "行的位置，如 3.2 或 3.1-3.3；不写为整份清单", optional=True),
    *BASIS,
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `punctuation`."""
    what = "标点规范：清单的文字中，汉字旁的半角标点改为全角；通知原文不变。"
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Change the texts."""
    with opened(options, read_only=options.dry_run) as file:
        tasks = file.tasks
        rows = tasks.task_keys
        if options.rows is not None:
            rows = tasks.rows_named(clean_line(options.rows))
        places = places_of_signs(tasks, rows)
        change = with_basis(print_signs(tasks, places), options)
        if options.json:
            say_json(texts_view(tasks, change, places))
        elif options.dry_run and places:
            say(change.title, *[place.said for place in places])
        if not (options.dry_run and places):
            save_if_changed(file, change, quiet=options.json)
