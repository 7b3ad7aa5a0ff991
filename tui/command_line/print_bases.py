"""For which period and as of which day statistics are printed: --period, --on and --by of `print`."""

from dataclasses import replace

from store.ledger.stat_columns import By
from store.records.tasklist import TaskList
from tui.command_line.print_ranges import refuse_other_range
from tui.command_line.stats import base_asked
from tui.command_line.words import Options
from tui.paper.job import Job


def with_base(job: Job, options: Options, tasks: TaskList) -> Job:
    """Return a print with what --period, --on and --by ask for; refused for kinds that have none of it."""
    if options.period is not None or options.on is not None:
        refuse_other_range(job.kind, "--period 和 --on", "base")
    if options.by is not None:
        refuse_other_range(job.kind, "--by", "base")
    by: By = options.by or "unit"
    return replace(job, by=by, base=base_asked(tasks, options))
