"""`forms`: forms for the reports of a period go out to units, come back filled in, and are looked over."""

from collections.abc import Sequence
from pathlib import Path

from store.acts.resolving import unit_named
from store.file.task_file import TaskFile
from store.ledger.forms import UnitForm, forms_of
from store.ledger.periods import period_named, period_or_none
from store.records.follow_up import Form
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.values import JsonObject
from store.words.names import name_key
from tui.command_line.arguments import Argument, names, word
from tui.command_line.committing import PREVIEW
from tui.command_line.lists import FILE, answer, opened
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ACTS = ("out", "in", "list")
_ALL = "all"
_HEADINGS = ("单位", "报送期", "发出", "收回", "行数", "文件")
_SHOWN = ("unit", "period", "file", "sent_on", "returned_on")
_ARGUMENTS = (
    word("act", "动作", "out 发出报送表，in 登记报回的表，list 看发出和收回的情况", choices=_ACTS),
    word("files", "文件", "in：报回的表，也可以是文件夹", optional=True, take=Path, several=True, default=()),
    Argument("--period", "报送期", "如 2026-10、2026Q4；in 只在登记以前一期的表时要写"),
    Argument("--unit", "单位,..", "out：发给哪些单位；all 或不写为全部要报送的单位", take=names),
    Argument("-d, --to", "文件夹", "out：存到哪个文件夹，如 U 盘；不写则在清单旁边", take=Path),
    Argument("--received", "日期", "in：收到的日期，如 10-24；不写为今天"),
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `forms`."""
    what = "报送表：按单位发出填报进展的表（xlsx），收回后按行登记，空着的格不改动已登记的内容；每份表一次变更，可撤销。"
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Write forms, take some in, or list them."""
    if options.act == "in":
        from tui.command_line.forms_in import run_in

        run_in(options)
        return
    if options.files:
        raise Refused(f"{options.act} 后面不写文件；登记报回的表请用 yaodian forms in。")
    read_only = options.act == "list" or options.dry_run
    with opened(options, read_only=read_only) as file:
        _ACT[options.act](file, options)


def _send(file: TaskFile, options: Options) -> None:
    """Write the forms of a period into a folder, and note them as sent."""
    from tui.paper.forms_writing import write_forms

    if not options.period:
        raise Refused("请写明报送期，如 yaodian forms out --period 2026-10。")
    tasks, day = file.tasks, options.clock.day()
    period = period_named(options.period)
    forms = forms_of(tasks, file.file_id, period, day, _units(tasks, options))
    if options.dry_run:
        _say_forms(forms, options)
        return
    folder = options.to or file.path.parent
    sent = write_forms(tasks, forms, folder, day)
    saved = file.commit(sent.change)
    if options.json:
        say_json([_written(one.form, one.file) for one in sent.written])
    else:
        paths = [folder / one.file for one in sent.written]
        answer(file, saved, *(f"  {path}" for path in paths))
    if sent.problem:
        raise Refused(sent.problem)


def _say_forms(forms: Sequence[UnitForm], options: Options) -> None:
    """Say which forms would go out."""
    if options.json:
        say_json([_written(form, None) for form in forms])
        return
    rows = [(form.unit, f"{len(form.rows)} 行") for form in forms]
    say(*aligned(rows), "以上没有发出。去掉 --dry-run 即发出。")


def _written(form: UnitForm, file: str | None) -> JsonObject:
    return {"unit": form.unit, "rows": len(form.rows), "file": file}


def _units(tasks: TaskList, options: Options) -> list[str]:
    """Return the keys of the units that are named; none for all."""
    if not options.unit or options.unit == [_ALL]:
        return []
    keys = []
    for name in options.unit:
        mention = unit_named(tasks, name)
        if mention.key is None:
            raise Refused(f"“{name_key(name)}”是统称或还不知指谁，不能发报送表，请写明单位。")
        keys.append(mention.key)
    return keys


def _list(file: TaskFile, options: Options) -> None:
    """List the forms that went out, the last period first."""
    tasks = file.tasks
    asked = period_named(options.period).name if options.period else ""
    found = [one for one in tasks.all_of(Form) if asked in ("", one.period)]
    found = [one for one in found if one.notice == tasks.notice.key]
    found.sort(key=_by_period, reverse=True)
    if options.json:
        say_json([_view(tasks, one) for one in found])
    elif not found:
        say("没有发出过报送表。")
    else:
        rows = [_row(tasks, one) for one in found]
        say(*aligned([_HEADINGS, *rows]))


def _by_period(form: Form) -> str:
    period = period_or_none(form.period)
    return period.last.isoformat() if period else ""


def _row(tasks: TaskList, form: Form) -> tuple[str, ...]:
    period = period_or_none(form.period)
    label = period.label if period else form.period
    unit, sent = tasks.wording_of(form.unit), form.sent_on or "—"
    returned = form.returned_on or "没有收回"
    return unit, label, sent, returned, str(len(form.rows)), form.file or "—"


def _view(tasks: TaskList, form: Form) -> JsonObject:
    view: JsonObject = {name: getattr(form, name) for name in _SHOWN}
    view["unit"] = tasks.wording_of(form.unit)
    view["rows"] = len(form.rows)
    return view


_ACT = {"out": _send, "list": _list}
"""What writes forms, and what looks at them."""
