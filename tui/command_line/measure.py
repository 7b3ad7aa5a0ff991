"""`measure`: the figures that rows are to reach: shown, taken from their targets, added, changed, removed."""

from collections.abc import Sequence

from store.acts.measuring import (
    MeasureGiven,
    measure_added,
    measure_changed,
    measure_in_words,
    measure_removed,
    measures_of,
    measures_taken,
    proposed_measures,
)
from store.records.changes import Change
from store.records.schedule import SENSES, Measure
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.measures import measures_view, proposals_view
from store.words.cleaning import clean_line
from tui.command_line.arguments import Argument, flag, word
from tui.command_line.committing import PREVIEW, show_or_change
from tui.command_line.lists import FILE
from tui.command_line.moments import BASIS
from tui.command_line.numbers import indices_meant
from tui.command_line.one_row import one_row, part_named
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.selecting import rows_typed
from tui.command_line.words import Options

_SENSES = {word: name for name, word in SENSES.items()}

_ARGUMENTS = (
    word("rows", "行", "行的位置，如 2；看和采用的可以写几行，不写为全部", optional=True),
    flag("--from-text", "列出各行目标文字中可以作指标的数"),
    Argument("--take", "序号,..", "采用 --from-text 列出的哪几个，如 1,3-5；全部写 all"),
    Argument("--add", "名称", "给这一行新增一个指标"),
    Argument("--measure", "名称", "改或删这一行的哪个指标，写名称或序号"),
    Argument("--target", "数", "目标值，如 40"),
    Argument("--unit", "计量单位", "计量单位，如 家"),
    Argument("--sense", "口径", "至少、至多，或正好达到", choices=tuple(_SENSES)),
    Argument("--baseline", "数", "基数"),
    Argument("--rename", "名称", "改指标的名称"),
    flag("--remove", "删除这个指标，报来的完成值都留着"),
    *BASIS,
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `measure`."""
    return Parser(
        name, "指标和目标值：看，从目标文字中采用，新增、改、删；没有采用的不会自己加上。", _ARGUMENTS
    )


def run(options: Options) -> None:
    """Show measures or proposals, or change what a row is measured by."""
    is_named = options.add is not None or options.measure is not None
    changes = bool(is_named or options.take)
    _refuse_mixed(options)
    show_or_change(options, changes, _show_proposals if options.from_text else _show, _change)


def _refuse_mixed(options: Options) -> None:
    """Refuse options that mean several acts, or one without what it acts on."""
    proposes = options.take or options.from_text or None
    acts = [one for one in (options.add, options.measure, proposes) if one is not None]
    if len(acts) > 1:
        raise Refused("--add、--measure、--from-text 只能用一个。")
    given = (options.target, options.unit, options.sense, options.baseline, options.rename)
    is_said = options.remove or any(one is not None for one in given)
    if is_said and options.add is None and options.measure is None:
        raise Refused("请用 --measure 写明改哪个指标，或用 --add 新增。")


def _change(tasks: TaskList, options: Options) -> Change:
    if options.take:
        proposals = _proposals(tasks, options)
        return measures_taken(tasks, _taken(proposals, options.take))
    row = one_row(tasks, options.rows)
    if options.add is not None:
        return measure_added(tasks, row, _given(options, options.add))
    measure = part_named(measures_of(tasks, row), options.measure, "指标")
    if options.remove:
        return measure_removed(tasks, measure)
    return measure_changed(tasks, measure, _given(options, options.rename))


def _given(options: Options, name: str | None) -> MeasureGiven:
    sense = None if options.sense is None else _SENSES[options.sense]
    target, unit, baseline = map(_line, (options.target, options.unit, options.baseline))
    return MeasureGiven(_line(name), target, unit, sense, baseline)


def _line(typed: str | None) -> str | None:
    return None if typed is None else clean_line(typed).strip()


# ---------------------------------------------------------------------- what the targets word


def _rows(tasks: TaskList, options: Options) -> Sequence[str]:
    return rows_typed(tasks, options.rows) if options.rows else tasks.task_keys


def _proposals(tasks: TaskList, options: Options) -> list[Measure]:
    found: list[Measure] = []
    for row in _rows(tasks, options):
        found += proposed_measures(tasks, row)
    return found


def _taken(proposals: Sequence[Measure], typed: str) -> list[Measure]:
    if not proposals:
        raise Refused("目标文字中没有可以采用的数，或都已采用。")
    taken = indices_meant("--take", typed, len(proposals), "个可作指标的数")
    return [proposals[index] for index in taken]


def _show_proposals(tasks: TaskList, options: Options) -> None:
    proposals = _proposals(tasks, options)
    if options.json:
        say_json(proposals_view(tasks, proposals))
    elif proposals:
        lines = [("序号", "行", "可作指标")]
        for number, one in enumerate(proposals, start=1):
            row = tasks.row_name(one.task)
            lines.append((str(number), row, measure_in_words(one)))
        say(*aligned(lines), "采用用 --take 1,3 或 --take all。")
    else:
        say("目标文字中没有可以采用的数，或都已采用。")


def _show(tasks: TaskList, options: Options) -> None:
    rows = _rows(tasks, options)
    if options.json:
        say_json(measures_view(tasks, rows))
        return
    lines = [("行", "序号", "指标", "基数")]
    for row in rows:
        name = tasks.row_name(row)
        for number, one in enumerate(measures_of(tasks, row), start=1):
            words, baseline = measure_in_words(one), one.baseline or "—"
            lines.append((name, str(number), words, baseline))
    if len(lines) > 1:
        say(*aligned(lines))
    else:
        say("还没有指标。看目标文字中可以采用的，用 --from-text。")
