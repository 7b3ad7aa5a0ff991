"""`exchange undo`: what came from other desks at one time is taken back, or what one person made of it."""

from collections.abc import Iterator
from typing import NoReturn

from store.file.task_file import TaskFile
from store.history.batches import Batch, batches
from store.history.countering import Countered, countering
from store.records.describing import describe
from store.refused import Refused
from store.views.previews import edits_view
from store.views.values import JsonObject
from store.words.cleaning import clean_line
from tui.command_line.committing import save
from tui.command_line.lists import opened
from tui.command_line.numbers import indices_meant
from tui.command_line.output import say, say_json
from tui.command_line.words import Options


def run_undo(options: Options) -> None:
    """Counter a batch, or say which there are and what that would do."""
    with opened(options, read_only=options.dry_run) as file:
        found = batches(file.history)
        if not found:
            raise Refused("这份清单没有并入过别处的变更，没有可以撤销的。")
        batch = _chosen(found, options)
        countered = countering(file.tasks, file.history, batch.changes)
        if options.json:
            say_json(_view(file, batch, countered))
        elif options.dry_run:
            say(*_lines(file, batch, countered))
        if not options.dry_run:
            left_out = () if options.json else countered.left_out
            save(file, countered.change, *left_out, quiet=options.json)


def _chosen(found: list[Batch], options: Options) -> Batch:
    """Return the batch that is meant, the last where none is named, or what one person made of it."""
    indices = indices_meant("--batch", options.batch, len(found), "批") if options.batch else [0]
    if len(indices) != 1:
        raise Refused("--batch 一次只写一批的序号。")
    batch = found[indices[0]]
    if not options.by:
        return batch
    person = clean_line(options.by)
    if person not in batch.people:
        _refuse_person(person, batch)
    return batch.by(person)


def _refuse_person(person: str, batch: Batch) -> NoReturn:
    people = "、".join(batch.people)
    raise Refused(f"这批里没有{person}的变更，有的是：{people}。")


def _lines(file: TaskFile, batch: Batch, countered: Countered) -> Iterator[str]:
    """Say what would be taken back, field by field, and what stays."""
    yield f"将撤销：{batch}"
    for where, before, after in describe(file.tasks, countered.change):
        yield f"  {where}：{before} → {after}"
    yield from countered.left_out
    yield "以上没有改动。去掉 --dry-run 即撤销；撤销后可用 yaodian undo 恢复。"


def _view(file: TaskFile, batch: Batch, countered: Countered) -> JsonObject:
    view: JsonObject = {"at": batch.at, "from": batch.desk, "by": batch.people}
    view["title"] = countered.change.title
    view["changes"] = edits_view(file.tasks, countered.change)
    view["left_out"] = list(countered.left_out)
    return view
