"""`accept`: a finding that is right as it is, with the reason; and taking that back."""

from argparse import Namespace
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
from tui.command_line.check import check_settings, known_rules
from tui.command_line.lists import add_file, answer, opened
from tui.command_line.parser import Parser

_SHOWN = 6


def parser(name: str) -> Parser:
    """What may stand after `accept`."""
    made = Parser(
        f"yaodian {name}",
        "编号 [--row 行 | --subject 对象] (--reason 理由 | --withdraw) [-f 清单文件]",
        "认可一条核对结果:写明理由,以后不再计数,情况变了会重新提出。",
    )
    made.add_argument("code", metavar="编号", help="规则的编号,如 C02")
    made.add_argument("--row", metavar="行", help="行的位置,如 3.2 或 3.1-3.3")
    made.add_argument("--subject", metavar="对象", help="不在某一行的结果所指的单位、人员或事项")
    made.add_argument("--reason", metavar="理由", help="为什么认可")
    made.add_argument("--withdraw", action="store_const", const=True, help="收回认可")
    add_file(made)
    made.need_one_of("--reason", "--withdraw")
    return made


def run(options: Namespace) -> None:
    """Accept, or take back."""
    rules = known_rules([options.code])
    with opened(options) as file:
        tasks = file.tasks
        found = checked(tasks, check_settings(), rules).findings()
        chosen = _chosen(tasks, found, options)
        if options.withdraw:
            answer(file, file.commit(take_back(tasks, chosen)))
        else:
            answer(file, file.commit(accept(tasks, chosen, clean_line(options.reason), user())))


def _chosen(tasks: TaskList, found: Sequence[Finding], options: Namespace) -> Sequence[Finding]:
    """The findings that the words mean; Refused where they mean none, or leave open which."""
    code = options.code.upper()
    chosen = list(found)
    if options.row is not None:
        rows = set(tasks.rows_named(clean_line(options.row)))
        chosen = [finding for finding in chosen if rows & set(_rows_of(tasks, finding))]
    if options.subject is not None:
        wanted = name_key(clean_line(options.subject))
        chosen = [
            finding
            for finding in chosen
            if wanted in (name_key(about(tasks, finding)), name_key(finding.hit.subject))
        ]
    if not chosen:
        raise Refused(f"没有这样的 {code} 结果,可用 yaodian check --only {code} 查看。")
    if len(chosen) > 1 and options.row is None and options.subject is None:
        shown = ";".join(message(tasks, finding).rstrip("。") for finding in chosen[:_SHOWN])
        raise Refused(f"{code} 有 {len(chosen)} 条,请用 --row 或 --subject 写明是哪一条:{shown}。")
    return chosen


def _rows_of(tasks: TaskList, finding: Finding) -> Sequence[str]:
    hit = finding.hit
    if hit.record and hit.record[0] == Item.TABLE:
        return tasks.task_keys_of(hit.record[1])
    return (hit.row,) if hit.row else ()
