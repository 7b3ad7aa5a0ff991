"""`exchange in`: what files of other desks would bring, and taking it in."""

from collections import Counter
from collections.abc import Iterator

from store.exchange.entering import Entering, entering, rows_touched, said_of, shares, take_in
from store.exchange.problems import AheadOfClock
from store.file.task_file import TaskFile
from store.history.coming import TakenIn
from store.machine.settings import load_settings
from store.records.describing import in_conflict
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.values import JsonObject
from tui.command_line.lists import opened
from tui.command_line.output import say, say_json
from tui.command_line.words import Options


def run_in(options: Options) -> None:
    """Take files in, or say what that would do."""
    with opened(options, read_only=options.dry_run) as file:
        passphrase = load_settings().passphrase
        try:
            coming = entering(file, options.files, options.clock, passphrase=passphrase, ahead=options.ahead)
        except AheadOfClock as ahead:
            raise Refused(f"{ahead}确认无误，请加 --ahead 再并入。") from ahead
        taken = _taken(file, coming, options)
        if options.json:
            say_json(_view(file.tasks, coming, taken))
        elif taken.changes:
            say(*_lines(file, taken, is_done=not options.dry_run))
        else:
            say(coming.nothing_new)


def _taken(file: TaskFile, coming: Entering, options: Options) -> TakenIn:
    if options.dry_run:
        return file.would_take_in(coming.docs)
    return take_in(file, coming, options.clock)


def _lines(file: TaskFile, taken: TakenIn, *, is_done: bool) -> Iterator[str]:
    """Say what comes: by person and day, the rows that it touches, the conflicts that it opens."""
    said = said_of(taken)
    yield said if is_done else f"将{said}"
    for share in shares(taken.changes):
        yield f"  {share.day}  {share.machine} {share.by} {share.changes} 次"
    rows = rows_touched(file.tasks, taken)
    if rows:
        yield f"涉及 {len(rows)} 行：{'、'.join(rows)}"
    for conflict in taken.conflicts:
        yield f"不一致：{in_conflict(file.tasks, conflict)}"
    if not is_done:
        yield "以上没有并入。去掉 --dry-run 即并入。"
    elif taken.conflicts:
        yield "看各方的值用 yaodian conflicts，定夺用 yaodian decide。"


def _view(tasks: TaskList, coming: Entering, taken: TakenIn) -> JsonObject:
    tables = Counter(table for table, _ in taken.records)
    view: JsonObject = {"new": len(taken.changes), "known": coming.held}
    view["from"] = [header.desk_named for header in coming.headers]
    view["by"] = [share._asdict() for share in shares(taken.changes)]
    view["rows"] = rows_touched(tasks, taken)
    view["records"] = dict(sorted(tables.items()))
    view["conflicts"] = [in_conflict(tasks, conflict) for conflict in taken.conflicts]
    return view
