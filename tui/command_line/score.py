"""`score`: the assessment of units by the bureau's own rules, each with the events behind it."""

from pathlib import Path

from store.acts.score_rules import rule_in, rules_in_toml, set_score_rules
from store.ledger.score_events import ScoreEvent
from store.ledger.scoring import (
    NO_RULES,
    ScoreBase,
    UnitScore,
    event_word,
    points_said,
    rule_said,
    score_base,
    score_rules_of,
    scores_on,
)
from store.records.changes import Change
from store.records.tasklist import TaskList
from store.refused import Refused, fault_sentence
from store.views.scores import scores_view
from tui.command_line.arguments import Argument, names
from tui.command_line.committing import PREVIEW, show_or_change
from tui.command_line.due import ON
from tui.command_line.lists import FILE
from tui.command_line.moments import BASIS
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser
from tui.command_line.stats import period_and_day
from tui.command_line.words import Options

_ARGUMENTS = (
    ON,
    Argument("--period", "报送期", "只算这一期的事件，状态看期满时的，如 2026Q3；不写则到当天为止的都算"),
    Argument("--rule", "规则,..", "定规则，如 未报=-0.5/2：每次减 0.5，最多 2 分；未报= 为不计", take=names),
    Argument("--rules", "文件", "改用一份 TOML 里的全部规则", "taken", take=Path),
    *BASIS,
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `score`."""
    what = "按本单位的考核规则给各单位打分，列出每一分的由来；没有规则则不打分。"
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Show the scores with their rules, or set rules."""
    changes = options.rule is not None or options.taken is not None
    if options.rule is not None and options.taken is not None:
        raise Refused("--rule 和 --rules 不能同时用，请去掉一个。")
    show_or_change(options, changes, _show, _change)


def _change(tasks: TaskList, options: Options) -> Change:
    if options.taken is None:
        return set_score_rules(tasks, map(rule_in, options.rule))
    return set_score_rules(tasks, rules_in_toml(_read(options.taken)), whole=True)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise Refused(fault_sentence(f"规则文件 {path} 读不了", error)) from error
    except ValueError as error:
        raise Refused(f"规则文件 {path} 读不了，请存成 UTF-8 的文本。") from error


def _show(tasks: TaskList, options: Options) -> None:
    base, rules = score_base_asked(tasks, options), score_rules_of(tasks)
    scores = scores_on(tasks, base.day, base.period) if rules else ()
    if options.json:
        say_json(scores_view(tasks, rules, scores))
    elif not rules:
        say(NO_RULES)
    else:
        by_rules = "，".join(map(rule_said, rules))
        say(f"考核规则：{by_rules}。")
        for score in scores:
            say(*_lines(tasks, score))


def score_base_asked(tasks: TaskList, options: Options) -> ScoreBase:
    """Return the base of scores that --period and --on ask for."""
    return score_base(tasks, options.clock.day(), *period_and_day(options))


def _lines(tasks: TaskList, score: UnitScore) -> list[str]:
    """Return the score of a unit, and under it what each rule counts with its events."""
    unit, total = tasks.wording_of(score.unit), points_said(score.total)
    lines = [f"{unit} {total}"]
    for one in score.scored:
        cap = "，已到上限" if one.is_capped else ""
        word, points = event_word(one.rule.event), points_said(one.points)
        said = [_event(tasks, event) for event in one.events]
        reasons = "；".join(said)
        lines.append(f"    {word} {len(said)} 次 {points}{cap}：{reasons}")
    return lines


def _event(tasks: TaskList, event: ScoreEvent) -> str:
    row = tasks.row_name(event.row)
    return f"{row} {event.said}".strip()
