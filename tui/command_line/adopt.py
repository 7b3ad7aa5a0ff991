"""`adopt`: what another program wrote into a list, shown row by row, taken over or set aside."""

from store.file.foreign import Foreign
from store.file.task_file import TaskFile
from store.records.describing import describe
from store.refused import Refused
from store.views.previews import edits_view
from store.words.cleaning import clean_line
from tui.command_line.arguments import JSON, Argument, flag
from tui.command_line.lists import FILE, opened
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ARGUMENTS = (
    flag("--dry-run", "只预览，不改动"),
    flag("--drop", "不采用：恢复成历史里的内容，原文件另存"),
    Argument("--basis", "依据", "依据", default=""),
    JSON,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `adopt`."""
    what = "清单文件曾被别的程序改写时，把那些改动采用为一次变更（外部修改），或放弃。"
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Show what another program wrote; take it over, set it aside, or leave it at that."""
    if options.dry_run and options.drop:
        raise Refused("--dry-run 和 --drop 不能一起写，请去掉一个。")
    with opened(options, read_only=options.dry_run, mending=True) as file:
        if not file.is_altered:
            _say_nothing(options)
            return
        foreign = Foreign.of(file, clean_line(options.basis))
        _show(foreign, options)
        if options.drop:
            kept = file.set_aside(foreign)
            file.fold()
            if not options.json:
                say(f"没有采用，已恢复成历史里的内容；原文件另存为“{kept.name}”。")
        elif not options.dry_run:
            _take_over(file, foreign, options)


def _say_nothing(options: Options) -> None:
    if options.json:
        say_json([])
    else:
        say("没有外部修改。")


def _show(foreign: Foreign, options: Options) -> None:
    if options.json:
        say_json(edits_view(foreign.tasks, foreign.change))
        return
    lines = describe(foreign.tasks, foreign.change)
    say(f"{foreign.change.title}：共 {len(lines)} 处")
    say(*(f"{where}：{before} → {after}" for where, before, after in lines))


def _take_over(file: TaskFile, foreign: Foreign, options: Options) -> None:
    taken = file.take_over(foreign)
    if options.json:
        return
    if taken is None:
        say("没有可以采用的改动，清单已恢复成历史里的内容。")
        return
    say(f"{taken.title}（已保存到 {file.path.name}）", *file.left_out, "要撤销请用 yaodian undo。")
