"""`lights`: by which rules rows are lit, and from when they are near."""

from dataclasses import replace

from store.acts.light_rules import take_scheme, warn_from
from store.ledger.lights import SCHEMES, scheme_of
from store.ledger.state_words import WARN_DAYS
from store.records.ledger_rules import LightRule
from store.records.tasklist import TaskList
from store.refused import Refused
from tui.command_line.arguments import Argument, whole_number, word
from tui.command_line.committing import PREVIEW, change_rows
from tui.command_line.lists import FILE, opened
from tui.command_line.moments import BASIS, with_basis
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_LONGEST_WARNING = 366
_ARGUMENTS = (
    word("scheme", "办法", "改用的亮灯办法；不写则看现在的", optional=True, choices=tuple(SCHEMES)),
    Argument("--warn-days", "天数", "到期前几天起为临期，平常 7 天", take=whole_number),
    *BASIS,
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `lights`."""
    return Parser(name, "看或改亮灯办法：落后多少、逾期、临期各亮什么灯。", _ARGUMENTS)


def run(options: Options) -> None:
    """Show the rules, or take over a scheme and set the days."""
    changes = options.scheme is not None or options.warn_days is not None
    with opened(options, read_only=options.dry_run or not changes) as file:
        if not changes:
            _show(file.tasks, options)
            return
        if options.warn_days is not None and not 1 <= options.warn_days <= _LONGEST_WARNING:
            raise Refused(f"--warn-days 应为 1 至 {_LONGEST_WARNING} 的整数。")
        made = [take_scheme(file.tasks, options.scheme)] if options.scheme else []
        made += [warn_from(file.tasks, options.warn_days)] if options.warn_days else []
        edits = tuple(edit for change in made for edit in change.edits)
        title = "，".join(change.title for change in made)
        change = replace(made[0], title=title, edits=edits)
        change_rows(options, file, with_basis(change, options))


def _show(tasks: TaskList, options: Options) -> None:
    rules = scheme_of(tasks.all_of(LightRule))
    days = tasks.notice.warn_days or WARN_DAYS
    if options.json:
        lights = [{"word": rule.word, "colour": rule.colour, "test": rule.test} for rule in rules]
        say_json({"warn_days": days, "rules": lights})
    else:
        say(*aligned([(rule.word, rule.test) for rule in rules]), f"到期前 {days} 天起为临期。")
