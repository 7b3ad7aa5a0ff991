"""`send-back`: a report goes back with a reason, and counts as not received until it comes again."""

from store.acts.reporting import sent_back
from store.acts.resolving import one_unit_named
from store.ledger.periods import period_named
from store.records.report import Report, report_key
from store.refused import Refused
from store.words.cleaning import clean
from tui.command_line.arguments import Argument, word
from tui.command_line.committing import PREVIEW, change_rows
from tui.command_line.lists import FILE, opened
from tui.command_line.moments import BASIS, with_basis
from tui.command_line.parser import Parser
from tui.command_line.report import PERIOD, UNIT
from tui.command_line.selecting import rows_typed
from tui.command_line.words import Options

_ARGUMENTS = (
    word("row", "行", "行的位置，如 3.2"),
    UNIT,
    PERIOD,
    Argument("--reason", "原因", "为什么退回，如 没有写完成数", required=True),
    *BASIS,
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `send-back`."""
    return Parser(name, "退回一份进展，重报以前按未报计。", _ARGUMENTS)


def run(options: Options) -> None:
    """Send the report back."""
    with opened(options, read_only=options.dry_run) as file:
        tasks = file.tasks
        rows = rows_typed(tasks, options.row)
        if len(rows) > 1:
            raise Refused("一次只退回一行的进展，请写明哪一行。")
        unit, period = one_unit_named(tasks, options.unit).key, period_named(options.period)
        report = tasks.find(Report, report_key(rows[0], unit, period.name))
        if report is None:
            called = f"{tasks.row_name(rows[0])} {tasks.wording_of(unit)}"
            raise Refused(f"{called}还没有报{period.label}的进展，不能退回。")
        change = sent_back(tasks, report, clean(options.reason), options.clock.day())
        change_rows(options, file, with_basis(change, options))
