"""`accept`: a finding that is right as it is, with the reason; and taking that back."""

from collections.abc import Sequence

from store.checks.accepting import about, accept, message, take_back
from store.checks.checker import checked
from store.checks.finding import Finding
from store.machine.whoami import user
from store.records.task import Item
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.names import name_key
from tui.command_line.arguments import Argument, flag, word
from tui.command_line.check import check_settings, known_rules
from tui.command_line.committing import save
from tui.command_line.lists import FILE, opened
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_SHOWN = 6

_ARGUMENTS = (
    word("code", "编号", "规则的编号，如 C02"),
    Argument("--row", "行", "行的位置，如 3.2 或 3.1-3.3"),
    Argument("--subject", "对象", "不在某一行的结果所指的单位、人员或事项"),
    Argument("--reason", "理由", "为什么认可"),
    flag("--withdraw", "收回认可"),
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `accept`."""
    what = "认可一条核对结果：写明理由，以后不再计数，情况变了会重新提出。"
    return Parser(name, what, _ARGUMENTS, one_needed=("--reason", "--withdraw"))


def run(options: Options) -> None:
    """Accept, or take back."""
    rules = known_rules([options.code])
    with opened(options) as file:
        tasks = file.tasks
        found = checked(tasks, check_settings(), rules).findings()
        chosen = _chosen(tasks, found, options)
        if options.withdraw:
            save(file, take_back(tasks, chosen))
        else:
            save(file, accept(tasks, chosen, clean_line(options.reason), user()))


def _chosen(tasks: TaskList, found: Sequence[Finding], options: Options) -> Sequence[Finding]:
    """Return the findings that the words mean; Refused where they mean none, or leave open which."""
    code = options.code.upper()
    chosen = list(found)
    if options.row is not None:
        chosen = _in_rows(tasks, chosen, options.row)
    if options.subject is not None:
        wanted = name_key(clean_line(options.subject))
        chosen = [finding for finding in chosen if wanted in _names_of(tasks, finding)]
    if not chosen:
        raise Refused(f"没有这样的 {code} 结果，可用 yaodian check --only {code} 查看。")
    is_said_which = options.row is not None or options.subject is not None
    if len(chosen) > 1 and not is_said_which:
        messages = [message(tasks, finding).rstrip("。") for finding in chosen[:_SHOWN]]
        which = f"{code} 有 {len(chosen)} 条，请用 --row 或 --subject 写明是哪一条"
        raise Refused(f"{which}：{'；'.join(messages)}。")
    return chosen


def _in_rows(tasks: TaskList, findings: Sequence[Finding], typed: str) -> list[Finding]:
    """Return the findings that are about one of some rows."""
    rows = set(tasks.rows_named(clean_line(typed)))
    return [one for one in findings if not rows.isdisjoint(_rows_of(tasks, one))]


def _names_of(tasks: TaskList, finding: Finding) -> tuple[str, str]:
    """Return what a finding is about by the names that --subject may give."""
    return name_key(about(tasks, finding)), name_key(finding.hit.subject)


def _rows_of(tasks: TaskList, finding: Finding) -> Sequence[str]:
    hit = finding.hit
    if hit.record and hit.record[0] == Item.TABLE:
        return tasks.task_keys_of(hit.record[1])
    return (hit.row,) if hit.row else ()
