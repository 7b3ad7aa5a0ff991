"""What commands that change a list share: what the act would do, a dry run, JSON, the one way to commit."""

from collections.abc import Callable, Sequence

from store.acts.preview import Preview, change_preview
from store.file.task_file import TaskFile
from store.records.cells import leaders_field, units_field
from store.records.changes import Change
from store.records.describing import NOTHING, label
from store.records.tasklist import TaskList
from store.views.previews import act_view
from store.views.values import JsonObject
from store.words.cleaning import clean_line
from store.words.days import day_named
from tui.command_line.answers import question_line, refuse_unanswered
from tui.command_line.arguments import JSON, Argument, flag
from tui.command_line.lists import FILE, answer, opened
from tui.command_line.moments import with_basis
from tui.command_line.output import say, say_json
from tui.command_line.words import Options

PREVIEW = (flag("--dry-run", "只预览，不改动"), JSON)
"""The arguments of a command that may only be looked at."""
ACT = (
    Argument("--effective-on", "日期", "生效日期，如 2021-06-01；不写为今天", default=""),
    Argument("--basis", "依据", "依据，如机构改革方案、任免通知", default=""),
    *PREVIEW,
    *FILE,
)
"""The arguments of an act on many rows."""


def day_and_basis(options: Options) -> tuple[str | None, str]:
    """Return the day, ISO, and the basis that were given."""
    day = day_named(clean_line(options.effective_on), options.clock.day())
    return day, clean_line(options.basis)


def carry_out(options: Options, file: TaskFile, preview: Preview, make: Callable[[], Change]) -> None:
    """Show what an act does and commit its change, unless it is only looked at.

    Refused while a question of it is open.
    """
    _show(options, file.tasks, preview)
    if options.dry_run:
        return
    refuse_unanswered(file.tasks, preview)
    save(file, make(), quiet=options.json)


def show_or_change(
    options: Options,
    changes: bool,
    show: Callable[[TaskList, Options], None],
    change: Callable[[TaskList, Options], Change],
) -> None:
    """Show something of the list, or commit a change of it with the basis that was given."""
    with opened(options, read_only=options.dry_run or not changes) as file:
        if changes:
            change_rows(options, file, with_basis(change(file.tasks, options), options))
        else:
            show(file.tasks, options)


def change_rows(options: Options, file: TaskFile, change: Change, said: Sequence[str] = ()) -> None:
    """Commit a change that asks nothing; show it first where it is only looked at, or wanted as JSON."""
    if options.json or (options.dry_run and change.edits):
        _show(options, file.tasks, change_preview(file.tasks, change), said)
    if change.edits and options.dry_run:
        return
    save_if_changed(file, change, *said, quiet=options.json)


def save_if_changed(file: TaskFile, change: Change, *more: str, quiet: bool = False) -> None:
    """Commit a change and say so, or say that there is nothing to change."""
    if change.edits:
        save(file, change, *more, quiet=quiet)
    elif not quiet:
        say("没有变化。")


def save(file: TaskFile, change: Change, *more: str, quiet: bool = False) -> None:
    """Commit a change; say what was saved, and more, unless JSON has said it."""
    saved = file.commit(change)
    if not quiet:
        answer(file, saved, *file.left_out, *more)


def _show(options: Options, tasks: TaskList, preview: Preview, said: Sequence[str] = ()) -> None:
    view = act_view(tasks, preview)
    if options.json:
        say_json(view | {"said": list(said)})
    else:
        say(*_lines(tasks, view), *said)


def _lines(tasks: TaskList, view: JsonObject) -> list[str]:
    """Return what an act does in lines: each row with what moves in it, what is open, what else changes."""
    rows, questions = view["rows"], view["questions"]
    count = len({row["row"] for row in rows})
    lines = [f"{view['title']}：共 {count} 行" if count else view["title"]]
    lines += [_row_line(tasks, row) for row in rows]
    lines += [question_line(question) for question in questions]
    return [*lines, *view["others"], *view.get("left_out", ())]


def _row_line(tasks: TaskList, row: JsonObject) -> str:
    """Return what moves in a row: 第 2 行牵头单位:平台处 → 基地处  牵头单位的分管领导:刘红 → (空)."""
    side = row["side"]
    units = label(tasks, units_field(side))
    leaders = label(tasks, leaders_field(side))
    moved = [_moved(units, row["units_before"], row["units_after"])]
    moved.append(_moved(leaders, row["before"], row["after"]))
    said = "  ".join(filter(None, moved))
    return f"第 {row['row']} 行{said or '不变'}"


def _moved(name: str, before: Sequence[str], after: Sequence[str]) -> str:
    """Return the values of a cell before and after; nothing where they stay."""
    if before == after:
        return ""
    new = " ".join(after) or NOTHING
    return f"{name}：{' '.join(before)} → {new}"
