"""`lights`: by which rules rows are lit, from when they are near, by what reminders have their level."""

from dataclasses import replace

from store.acts.light_rules import (
    RuleField,
    at_once_within,
    level_by,
    rule_changed,
    take_scheme,
    warn_from,
)
from store.ledger.lights import SCHEMES, scheme_of, test_in_words
from store.ledger.state_words import WARN_DAYS
from store.records.changes import Change
from store.records.follow_up import LEVEL_SCHEMES
from store.records.ledger_rules import LightRule
from store.records.tasklist import TaskList
from store.refused import Refused
from tui.command_line.arguments import Argument, whole_number, word
from tui.command_line.committing import PREVIEW, show_or_change
from tui.command_line.lists import FILE
from tui.command_line.moments import BASIS
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_LEVELS = {word: scheme for scheme, word in LEVEL_SCHEMES.items()}
_OF_RULES: tuple[tuple[RuleField, str, str], ...] = (
    ("test", "条件", "什么条件下亮，如 落后>30、剩余天数<=3、逾期"),
    ("word", "名称", "另一名称"),
    ("sign", "标志", "另一标志，如 ●"),
    ("colour", "颜色", "另一颜色：红、橙、黄、蓝、绿"),
)
"""Field of a rule, which is the option too, with what is written there and what it is."""
_ARGUMENTS = (
    word("scheme", "办法", "改用的亮灯办法；不写则看现在的", optional=True, choices=tuple(SCHEMES)),
    Argument("--warn-days", "天数", "到期前几天起为临期，平常 7 天", take=whole_number),
    Argument("--rule", "灯", "改现在办法里的这盏灯（写它的名称，如 黄），要改什么另写"),
    *(Argument(f"--{name}", what, f"这盏灯改为{about}") for name, what, about in _OF_RULES),
    Argument("--at-once-days", "天数", "立即办理的，印发后几天到期；0 为不算日期", take=whole_number),
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
    _refuse_rule_and_more(options)
    given = (options.scheme, options.rule, options.warn_days, options.at_once_days, options.levels)
    changes = any(one is not None for one in given)
    show_or_change(options, changes, _show, _change)


def _change(tasks: TaskList, options: Options) -> Change:
    """Return all that was given as one change."""
    made = [take_scheme(tasks, options.scheme)] if options.scheme else []
    made += _rule_changes(tasks, options)
    made += [] if options.warn_days is None else [warn_from(tasks, options.warn_days)]
    made += [] if options.at_once_days is None else [at_once_within(tasks, options.at_once_days)]
    made += [level_by(tasks, _LEVELS[options.levels])] if options.levels else []
    edits = tuple(edit for change in made for edit in change.edits)
    title = "，".join(change.title for change in made)
    return replace(made[0], title=title, edits=edits)


def _refuse_rule_and_more(options: Options) -> None:
    """Refuse a scheme beside one of its lights, and what is to be changed of no light."""
    said = [name for name, _, _ in _OF_RULES if getattr(options, name) is not None]
    if options.rule and options.scheme:
        raise Refused("整套办法和其中一盏灯请分两次改。")
    if bool(said) != bool(options.rule):
        raise Refused("改一盏灯请用 --rule 写它的名称，再写 --test、--word、--sign 或 --colour。")


def _rule_changes(tasks: TaskList, options: Options) -> list[Change]:
    """Return the change of one light, where one is named."""
    if not options.rule:
        return []
    scheme = scheme_of(tasks.all_of(LightRule))
    words = [rule.word for rule in scheme]
    if options.rule not in words:
        raise Refused(f"现在的办法里没有“{options.rule}”灯，有：{'、'.join(words)}。")
    said: dict[RuleField, str] = {}
    for name, _, _ in _OF_RULES:
        if getattr(options, name) is not None:
            said[name] = getattr(options, name)
    return [rule_changed(tasks, words.index(options.rule), said)]


def _show(tasks: TaskList, options: Options) -> None:
    rules = scheme_of(tasks.all_of(LightRule))
    days = tasks.notice.warn_days or WARN_DAYS
    levels = LEVEL_SCHEMES[tasks.notice.reminder_levels]
    if options.json:
        lights = [{"word": rule.word, "colour": rule.colour, "test": rule.test} for rule in rules]
        say_json({"warn_days": days, "rules": lights, "levels": levels})
    else:
        say(
            *aligned([(f"{rule.sign}{rule.word}", test_in_words(rule.test)) for rule in rules]),
            f"到期前 {days} 天起为临期。",
            f"催办级别{levels}定。",
        )
