"""`lights`: by which rules rows are lit, from when they are near, by what reminders have their level."""

from dataclasses import replace

from store.acts.light_rules import level_by, take_scheme, warn_from
from store.ledger.lights import SCHEMES, scheme_of
from store.ledger.state_words import WARN_DAYS
from store.records.follow_up import LEVEL_SCHEMES
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
_LEVELS = {word: scheme for scheme, word in LEVEL_SCHEMES.items()}
_ARGUMENTS = (
    word("scheme", "办法", "改用的亮灯办法；不写则看现在的", optional=True, choices=tuple(SCHEMES)),
    Argument("--warn-days", "天数", "到期前几天起为临期，平常 7 天", take=whole_number),
    Argument("--levels", "办法", "催办级别：按状态，或逐级（到期未回再升一级）", choices=tuple(_LEVELS)),
    *BASIS,
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `lights`."""
    return Parser(name, "看或改亮灯办法：落后多少、逾期、临期各亮什么灯。", _ARGUMENTS)


def run(options: Options) -> None:
    """Show the rules, or take over a scheme and set the days."""
    given = (options.scheme, options.warn_days, options.levels)
    changes = any(one is not None for one in given)
    with opened(options, read_only=options.dry_run or not changes) as file:
        if not changes:
            _show(file.tasks, options)
            return
        if options.warn_days is not None and not 1 <= options.warn_days <= _LONGEST_WARNING:
            raise Refused(f"--warn-days 应为 1 至 {_LONGEST_WARNING} 的整数。")
        made = [take_scheme(file.tasks, options.scheme)] if options.scheme else []
        made += [warn_from(file.tasks, options.warn_days)] if options.warn_days else []
        made += [level_by(file.tasks, _LEVELS[options.levels])] if options.levels else []
        edits = tuple(edit for change in made for edit in change.edits)
        title = "，".join(change.title for change in made)
        change = replace(made[0], title=title, edits=edits)
        change_rows(options, file, with_basis(change, options))


def _show(tasks: TaskList, options: Options) -> None:
    rules = scheme_of(tasks.all_of(LightRule))
    days = tasks.notice.warn_days or WARN_DAYS
    levels = LEVEL_SCHEMES[tasks.notice.reminder_levels]
    if options.json:
        lights = [{"word": rule.word, "colour": rule.colour, "test": rule.test} for rule in rules]
        say_json({"warn_days": days, "rules": lights, "levels": levels})
    else:
        say(
            *aligned([(rule.word, rule.test) for rule in rules]),
            f"到期前 {days} 天起为临期。",
            f"催办级别{levels}定。",
        )
