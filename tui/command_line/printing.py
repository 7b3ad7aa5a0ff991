"""`print`: sheets on paper, as a file, and to the printer."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from store.acts.templates import template_named
from store.file.beside import is_beside
from store.file.opening import real
from store.file.task_file import TaskFile
from store.history import handovers
from store.history.earlier import State
from store.history.prints import print_change
from store.machine.clock import Clock
from store.machine.windows import windows
from store.records.changes import Change
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.days import moment_named
from tui.command_line.arguments import Argument, flag, whole_number
from tui.command_line.due import ON
from tui.command_line.lists import FILE, opened
from tui.command_line.moments import AS_OF, as_asked
from tui.command_line.output import complain, say
from tui.command_line.page_options import CHOSEN, PAGE
from tui.command_line.parser import Parser
from tui.command_line.print_bases import AGAIN, PERIOD, again_asked, with_base
from tui.command_line.print_ranges import (
    LAST_PRINT,
    refuse_other_range,
    since_asked,
    subjects_asked,
    until_asked,
)
from tui.command_line.selecting import SELECTION, rows_asked
from tui.command_line.stats import BY
from tui.command_line.words import Options
from tui.paper import FORMATS, Sheet, better_name, write_each, write_sheets
from tui.paper.bases import recorded
from tui.paper.dressing import page_of
from tui.paper.job import Job, newer_note, of_earlier
from tui.paper.kinds import KINDS
from tui.paper.lacking import said_of_letters
from tui.paper.making import sheets_for, title_of
from tui.paper.printer import PRINTABLE, Order, print_files
from tui.paper.setup import PageSetup, saved_page_setup
from tui.paper.sheets.open_rows import open_said
from tui.paper.words import PaperWords, words_of

TEMPLATE = Argument("--template", "模板", "用清单里的哪个打印模板，见 template")
"""The argument of a command whose words may be a template's."""
_OF_LAST = handovers.LAST
_ENCODINGS = ("utf-8", "gb18030")

_ARGUMENTS = (
    Argument(
        "--sheet",
        "表",
        "，".join(f"{kind.name} {kind.label}" for kind in KINDS.values()),
        choices=tuple(KINDS),
        default="list",
    ),
    Argument(
        "--for",
        "名称",
        "unit、leader、progress：给谁，几个用逗号分开；all 或不写为全部有任务的，每个从单页起、各编页码；"
        "reminder：文号，不写为最近一天发出的",
        "subjects",
    ),
    flag("--with-idle", "unit：没有任务的单位也印"),
    flag("--each", "unit、leader、progress、reminder：每个一个文件，-o 写文件夹"),
    Argument(
        "--since",
        "时间",
        f"changes、history：从何时起，如 2026-11-01；{LAST_PRINT} 为上次打印清单以来；不写则从印发起",
    ),
    Argument("--until", "日期", "history：到哪天，如 2026-11-30"),
    Argument(
        "--change", "编号", f"handover：哪次分工调整的移交清单，写变更的编号；{_OF_LAST} 或不写为最近一次"
    ),
    PERIOD,
    ON,
    BY,
    AGAIN,
    AS_OF,
    *SELECTION,
    Argument("--format", "格式", " ".join(FORMATS), choices=tuple(FORMATS), required=True),
    Argument("-o, --output", "文件", "保存到的文件", take=Path, required=True),
    Argument("--encoding", "编码", "text 的编码：utf-8 或 gb18030；不写则按设置", choices=_ENCODINGS),
    TEMPLATE,
    *PAGE,
    Argument("--printer", "打印机", "存好后送打印机；不写名称为默认打印机", bare=""),
    Argument("--copies", "份数", "打印份数", take=whole_number),
    flag("--duplex", "双面打印", default=None),
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `print`."""
    return Parser(name, "把清单、分解单、对照表等存成可打印的文件；同名文件会被替换。", _ARGUMENTS)


def run(options: Options) -> None:
    """Print; never over a list.

    The file is saved first, then the print is recorded, then the printer is asked.
    """
    _refuse_wrong_order(options)
    with opened(options, read_only=True) as now:
        _refuse_list_file(now, options)
        state, job = _asked(now, options)
        words = words_chosen(now.tasks, options.template)
        job = replace(job, words=words)
        setup = _setup(options, words)
        if said := said_of_letters(options.format, setup):
            complain(said)
        sheets = sheets_for(job, state, setup)
        files, remarks = _written(sheets, options, setup)
        title = title_of(job, sheets)
        subjects = job.subjects or ()
        moment = options.clock.stamp()
        change = print_change(state.history, title, job.kind, subjects, options.format, moment, recorded(job))
        rows = len(state.tasks.task_keys if job.rows is None else job.rows)
    for remark in remarks:
        complain(remark)
    if job.newer_print:
        complain(newer_note(job))
    _record(now.path, change, options.clock)
    counted = _counted(job, rows, len(sheets))
    for sentence in (f"已保存到 {options.output}{counted}。", *open_said(sheets)):
        say(sentence)
    if options.printer is not None:
        raw = options.format == "text" and setup.encoding == "gb18030"
        order = Order(
            options.printer, options.copies or KINDS[job.kind].copies, bool(options.duplex), change.title, raw
        )
        say(print_files(files, order))


def _refuse_wrong_order(options: Options) -> None:
    """Refuse what no printer does."""
    if options.printer is None and (options.copies is not None or options.duplex):
        raise Refused("--copies 和 --duplex 只用于送打印机，请加上 --printer，或去掉它们。")
    if options.copies is not None and not 1 <= options.copies <= 999:
        raise Refused("--copies 应为 1 至 999 的份数。")
    if options.printer is not None and options.format not in PRINTABLE and not windows():
        raise Refused(f"打印机不认 {options.format}，请改用 --format pdf 或 text。")
    if not options.each and (better := better_name(options.output, options.format)):
        raise Refused(
            f"“{options.output.name}”不像 {options.format} 文件的名字，请改为 {better}，或改 --format。"
        )


def _refuse_list_file(file: TaskFile, options: Options) -> None:
    """Refuse to write where a list is, or may be."""
    target = real(options.output)
    if target == file.path or is_beside(target, file.path) or target.suffix == ".json":
        better = f"{file.path.stem}{FORMATS[options.format].suffix}"
        raise Refused(f"“{options.output}”是清单文件的名字，请换一个文件名，如 {better}。")


def _record(path: Path, change: Change, clock: Clock) -> None:
    """Keep in the list what was printed; where that cannot be, the print stands."""
    try:
        with TaskFile.open(path, clock=clock) as writable:
            writable.commit(change)
    except Refused as refusal:
        complain(f"这次打印没有记下来：{refusal}")


def _counted(job: Job, rows: int, sheets: int) -> str:
    """Return how much was printed: (9 行), (15 份)."""
    if job.kind == "list":
        return f"（{rows} 行）"
    return f"（{sheets} 份）" if sheets > 1 else ""


def _written(
    sheets: Sequence[Sheet], options: Options, setup: PageSetup
) -> tuple[list[Path], tuple[str, ...]]:
    """Write the sheets to one file, or to one each; return the files, and what is to be said of them."""
    path = real(options.output)
    if options.each:
        return write_each(sheets, options.format, path, setup)
    remarks = write_sheets(sheets, options.format, options.output, setup)
    return [path], remarks


def words_chosen(tasks: TaskList, name: str | None) -> PaperWords:
    """Return the words of a template; what is wrong in it is said on stderr."""
    if name is None:
        return PaperWords()
    template = template_named(tasks, name)
    words, wrong = words_of(template.text, template.name)
    for sentence in wrong:
        complain(sentence)
    return words


def _setup(options: Options, words: PaperWords) -> PageSetup:
    """Return the page as settings, template and options have it."""
    setup, _ = saved_page_setup()
    typed = {name: getattr(options, name) for name in CHOSEN}
    chosen = {name: value for name, value in typed.items() if value is not None}
    if options.encoding:
        chosen["encoding"] = options.encoding
    return page_of(options.sheet, setup, {**words.page, **chosen})


def _asked(now: TaskFile, options: Options) -> tuple[State, Job]:
    """Return what is to be printed, and of which state of the list."""
    if options.again is not None:
        return again_asked(now, options)
    state = as_asked(now, options)
    return state, _of_state(_job(options, state), options, now, state)


def _job(options: Options, state: State) -> Job:
    """Return what is asked for; Refused where options do not go together or name nobody."""
    kind = options.sheet
    if options.subjects is not None:
        refuse_other_range(kind, "--for", "each")
    if options.since is not None:
        refuse_other_range(kind, "--since", "since", "span")
    if options.until is not None:
        refuse_other_range(kind, "--until", "span")
    if options.only or options.sort:
        refuse_other_range(kind, "--only 和 --sort", "rows")
    subjects = subjects_asked(state.tasks, kind, options.subjects)
    if options.with_idle and (kind != "unit" or subjects is not None):
        raise Refused("--with-idle 只用于 --sheet unit 打印全部单位时，请改写。")
    since = since_asked(state, kind, options.since)
    until = until_asked(state, options)
    rows = rows_asked(state, options)
    job = Job(kind, subjects, rows, options.with_idle, since=since, until=until)
    if options.change is not None:
        refuse_other_range(kind, "--change", "handover")
        job = replace(job, handover=handovers.handover_named(state, options.change))
    if options.each:
        refuse_other_range(kind, "--each", "each")
    return with_base(job, options, state.tasks)


def _of_state(job: Job, options: Options, now: TaskFile, state: State) -> Job:
    """Return a print with the day of the state that --as-of gives, and whether a later one was printed."""
    if options.as_of is None:
        return job
    moment = moment_named(options.as_of, now.tasks.clock.now())
    return of_earlier(job, now, state, moment.date().isoformat())
