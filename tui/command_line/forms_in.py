"""`forms in`: what forms that came back would register, and registering them, each as one change."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from store.acts.forms_taken import FormTaken, OtherPeriod, RowTaken, form_taken, said_of
from store.file.task_file import TaskFile
from store.ledger.form_reading import form_in
from store.ledger.periods import period_named
from store.reading.formats.book_cells import cells_of_file, workbooks_in
from store.records.describing import NOTHING
from store.records.ranges import rows_in_words
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.values import JsonObject
from store.words.cleaning import clean_line
from store.words.days import past_day_named
from tui.command_line.lists import opened
from tui.command_line.output import say, say_json
from tui.command_line.words import Options


def run_in(options: Options) -> None:
    """Take forms in, or say what that would do; one that cannot be taken in keeps no other back."""
    if not options.files:
        raise Refused(
            "请写明报回的表或所在的文件夹，如 yaodian forms in 成果处_2026年10月_进展情况报送表.xlsx。"
        )
    paths = list(_paths(options.files))
    views: list[JsonObject] = []
    refused: list[str] = []
    with opened(options, read_only=options.dry_run) as file:
        for path in paths:
            try:
                views.append(_take(file, path, options))
            except Refused as refusal:
                refused.append(f"“{path.name}”：{refusal}")
                views.append({"file": path.name, "refused": str(refusal)})
        _say_end(views, refused, options)


def _say_end(views: list[JsonObject], refused: list[str], options: Options) -> None:
    """Say what was refused, and that nothing was changed where nothing was to be."""
    if options.json:
        say_json(views)
    elif len(views) > 1:
        say(*refused)
    if options.dry_run and not options.json and len(refused) < len(views):
        say("以上没有登记。去掉 --dry-run 即登记。")
    if refused:
        left = len(views) - len(refused)
        said = f"{len(refused)} 份表没有登记，其余 {left} 份已看过。"
        raise Refused(said if left else refused[0])


def _paths(given: list[Path]) -> Iterator[Path]:
    """Yield the files that are named, and of a folder those that may be forms."""
    for path in given:
        if not path.is_dir():
            yield path
            continue
        forms = workbooks_in(path)
        if not forms:
            raise Refused(f"文件夹“{path}”里没有报送表（xlsx、xls、et），请核对路径。")
        yield from forms


def _take(file: TaskFile, path: Path, options: Options) -> JsonObject:
    """Look through one form and register it, unless it is only looked at."""
    tasks = file.tasks
    taken = _taken(file, path, options)
    change = taken.change
    if change and not options.dry_run:
        file.commit(change)
    if not options.json:
        lines = _lines(tasks, path, taken, is_done=not options.dry_run)
        say(*lines)
    return _view(tasks, path, taken)


def _taken(file: TaskFile, path: Path, options: Options) -> FormTaken:
    today = options.clock.day()
    asked = period_named(options.period) if options.period else None
    day = clean_line(options.received or "")
    received = past_day_named(day, today) if day else None
    form = form_in(cells_of_file(path))
    try:
        return form_taken(file.tasks, file.file_id, form, today, received=received, asked=asked)
    except OtherPeriod as other:
        label, name = other.period.label, other.period.name
        raise Refused(f"{other}按{label}登记请用 --period {name}。") from other


def _lines(tasks: TaskList, path: Path, taken: FormTaken, *, is_done: bool) -> Iterator[str]:
    """Say what a form brings: row by row old → new with its cell, what is missing, what is wrong."""
    if taken.already:
        yield f"{path.name}：{taken.already}"
        return
    title = f"{taken.unit}{taken.period.label}的表里没有可登记的内容"
    if taken.change:
        title = taken.change.title if is_done else f"将{taken.change.title}"
    yield f"{path.name}：{title}"
    for row in taken.rows:
        yield from _row_lines(tasks, row)
    if taken.same:
        names = rows_in_words(tasks, taken.same)
        yield f"  与已登记的相同 {len(taken.same)} 行：{names}"
    for sentence in said_of(tasks, taken):
        yield f"  {sentence}"


def _row_lines(tasks: TaskList, row: RowTaken) -> Iterator[str]:
    name, new = tasks.row_name(row.row), "，首次报送" if row.is_new else ""
    yield f"  第 {name} 行（表中第 {row.at} 行{new}）"
    for move in row.moves:
        before = move.before or NOTHING
        yield f"    {move.where}：{before} → {move.after}"


def _view(tasks: TaskList, path: Path, taken: FormTaken) -> JsonObject:
    view: JsonObject = {"file": path.name, "sheet": taken.form.sheet}
    view["unit"], view["period"] = taken.unit, taken.period.name
    view["already"] = taken.already
    view["rows"] = [_row_view(tasks, row) for row in taken.rows]
    for name in ("same", "blank", "missing"):
        keys = getattr(taken, name)
        view[name] = [tasks.row_name(key) for key in keys]
    view["notes"] = list(taken.notes)
    return view


def _row_view(tasks: TaskList, row: RowTaken) -> JsonObject:
    view: JsonObject = {"row": tasks.row_name(row.row), "at": row.at, "new": row.is_new}
    view["moves"] = [asdict(move) for move in row.moves]
    return view
