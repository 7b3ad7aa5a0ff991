"""`check`: the list held against itself, its notice, its roster and its portfolio."""

import sys
from collections.abc import Sequence

from store.checks.accepting import message
from store.checks.checker import Checker, checked
from store.checks.finding import Rule
from store.checks.registry import rules_named
from store.checks.settings import SEVERITIES, CheckSettings, checks_chosen
from store.machine.settings import load_settings
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.findings import findings_view
from tui.command_line.arguments import JSON, Argument, names
from tui.command_line.lists import FILE, opened
from tui.command_line.output import complain, say, say_json
from tui.command_line.parser import WRONG_WORDS, Parser
from tui.command_line.undecided import undecided_lines
from tui.command_line.words import Options

OPEN_ERRORS = 1
"""Exit code while an 错误 is open."""


def parser(name: str) -> Parser:
    """Return what may stand after `check`."""
    only = Argument("--only", "编号,…", "只用这些规则，如 C05,C14", take=names)
    what = "核对清单，列出错误、提醒和说明；有未认可的错误时退出码为 1。"
    return Parser(name, what, (only, JSON, *FILE))


def run(options: Options) -> None:
    """Show the findings."""
    rules = known_rules(options.only) if options.only else None
    with opened(options, read_only=True) as file:
        checker = checked(file.tasks, check_settings(), rules)
        if options.json:
            say_json(findings_view(file.tasks, checker))
        else:
            say(*_lines(file.tasks, checker), *undecided_lines(file.tasks))
        errors = checker.open_counts()["错误"]
    if errors:
        complain(f"还有 {errors} 条错误没有改正或认可。")
        sys.exit(OPEN_ERRORS)


def known_rules(codes: Sequence[str]) -> Sequence[Rule]:
    """Return the rules of some codes; wrong words end the program."""
    try:
        return rules_named(codes)
    except Refused as refusal:
        complain(str(refusal))
        sys.exit(WRONG_WORDS)


def check_settings() -> CheckSettings:
    """Return what the clerk chose of the checks."""
    chosen, _ = checks_chosen(load_settings().checks)
    return chosen


def _lines(tasks: TaskList, checker: Checker) -> list[str]:
    accepted, counts = checker.accepted(), checker.open_counts()
    totals = [f"{severity} {counts[severity]} 条" for severity in SEVERITIES]
    lines = ["、".join(totals)]
    if accepted:
        lines[0] += f"，已认可 {len(accepted)} 条"
    for finding in checker.findings():
        held = accepted.get(finding.name)
        reason = f"（已认可：{held.reason}）" if held else ""
        said = message(tasks, finding)
        lines.append(f"{finding.grade}  {finding.code}  {said}{reason}")
    return lines
