"""For which period and as of which day statistics and scores are printed, or that they are printed again."""

from dataclasses import replace

from store.file.task_file import TaskFile
from store.history.earlier import State
from store.history.printed import printed_last
from store.ledger.stat_columns import By
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.days import past_day_named
from tui.command_line.arguments import Argument
from tui.command_line.print_ranges import refuse_other_range
from tui.command_line.score import score_base_asked
from tui.command_line.stats import base_asked
from tui.command_line.words import Options
from tui.paper.again import printed_again
from tui.paper.job import Job
from tui.paper.kinds import KINDS

PERIOD = Argument(
    "--period",
    "报送期",
    "stats、bulletin：统计哪一期，如 2026-10、2026Q4、2026；不写为最近到期的一期；"
    "scores：只算这一期的事件，不写则到当天为止的都算",
)
AGAIN = Argument(
    "--again",
    "日期",
    "stats、bulletin：照以前所印重印，其后的补报、更正列在后面；写到哪天为止的最近一次，不写日期为最近一次",
    bare="",
)
_NOT_AGAIN = ("period", "on", "by", "as_of")
"""What a print that is printed again has from before."""


def again_asked(now: TaskFile, options: Options) -> tuple[State, Job]:
    """Return the list as statistics were printed of it, and the same print again with what is new since."""
    refuse_other_range(options.sheet, "--again", "base")
    if any(getattr(options, name) is not None for name in _NOT_AGAIN):
        raise Refused("--again 照原样重印，不能与 --period、--on、--by、--as-of 同用，请去掉它们。")
    today = options.clock.day()
    day = past_day_named(options.again, today).isoformat() if options.again else ""
    record = printed_last(now.tasks, options.sheet, day)
    return printed_again(now, record, today)


def with_base(job: Job, options: Options, tasks: TaskList) -> Job:
    """Return a print with what --period, --on and --by ask for; refused for kinds that have none of it."""
    if options.period is not None or options.on is not None:
        refuse_other_range(job.kind, "--period 和 --on", "base", "period")
    if options.by is not None:
        refuse_other_range(job.kind, "--by", "base")
    if KINDS[job.kind].range == "period":
        return replace(job, scored=score_base_asked(tasks, options))
    by: By = options.by or "unit"
    return replace(job, by=by, base=base_asked(tasks, options))
