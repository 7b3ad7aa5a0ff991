"""`import`: a notice becomes a new list, a further list of a file, or updates the list it once made."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from store.file.glance import glance
from store.file.task_file import TaskFile
from store.importing.comparing import KIND_WORDS, Comparison, Difference, compare
from store.importing.new_list import import_change
from store.importing.reading_of_list import reading_of
from store.importing.taking import with_proposals
from store.machine.whereabouts import remember
from store.reading import Reading, as_json
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.values import JsonObject
from tui.command_line import notices
from tui.command_line.arguments import JSON, Argument, flag
from tui.command_line.committing import save
from tui.command_line.lists import LIST, answer, at_work_on, choose_list
from tui.command_line.notices import NOTICE
from tui.command_line.numbers import indices_meant
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser
from tui.command_line.read import PROPOSED, reading_lines
from tui.command_line.words import Options

_ARGUMENTS = (
    *NOTICE,
    Argument("-o, --output", "新清单", "新清单的文件名，如 清单.json", take=Path),
    Argument("--into", "清单", "已有的清单：列出与通知的不同，不加 --accept 不改动", take=Path),
    Argument("--accept", "序号,..", "采用哪些不同：all 为全部，或写序号如 1,3-5"),
    Argument(
        "--proposed", "序号,..", "正文中提到的分工列入哪些：all、none，或写序号如 1,3-5；不加则都不列入"
    ),
    flag("--as-new", "不比较，作为另一份清单存入 --into 的文件"),
    LIST,
    flag("--dry-run", "只显示将要做的，不保存"),
    JSON,
)


def parser(name: str) -> Parser:
    """Return what may stand after `import`."""
    what = "把一份通知导入为新的清单文件，或与已有的清单逐行比较后采用；已有的文件不会被覆盖。"
    return Parser(name, what, _ARGUMENTS, one_needed=("--output", "--into", "--dry-run"))


def run(options: Options) -> None:
    """Make or update the list, or show what that would do."""
    reading, file_id = _reading(options)
    if options.proposed is not None:
        numbers = indices_meant("--proposed", options.proposed, len(reading.proposed), PROPOSED)
        reading = with_proposals(reading, numbers)
    if not (reading.rows or reading.roster or reading.work_points):
        raise Refused(f"“{options.notice}”里没有读出工作要点、名册或任务，没有导入；请核对是不是这份通知。")
    if options.into is not None:
        _into(options, reading, file_id)
    elif options.dry_run or options.output is None:
        _show(options, reading)
    else:
        _new_file(options, reading)


def _reading(options: Options) -> tuple[Reading, str]:
    """Return what the notice says; of another list of the same notice what it would have said, and the id of
    its file, else an empty one.
    """
    if options.into is None or not glance(options.notice).is_list:
        return notices.read(options), ""
    with TaskFile.open(options.notice, read_only=True) as other:
        return reading_of(other.tasks, other.path.name), other.file_id


def _show(options: Options, reading: Reading) -> None:
    if options.json:
        say_json(as_json(reading))
        return
    more = f"去掉 --dry-run 即存为 {options.output}。" if options.output else ""
    say(*reading_lines(reading), "", f"以上未保存。{more}")


def _new_file(options: Options, reading: Reading) -> None:
    made = TaskFile.create(options.output, import_change(reading), clock=options.clock)
    with at_work_on(made, is_new=True) as file:
        remember(file.path, file.tasks.list_name, len(file.tasks.task_keys))
        counts = _counts(file.tasks)
        say(f"已导入 {counts}，保存到 {options.output}。")
        _say_proposed(options, reading)
        _say_findings(options, reading)


def _say_proposed(options: Options, reading: Reading) -> None:
    """Say how many proposals were left out where nobody decided on them, and how to take them."""
    if reading.proposed and options.proposed is None:
        say(
            f"正文中另提到 {len(reading.proposed)} 条分工，没有列入；可用 yaodian read {options.notice} 查看序号，"
            "导入时加 --proposed all 或 --proposed 1,3-5 列入。"
        )


def _say_findings(options: Options, reading: Reading) -> None:
    if reading.findings or reading.not_understood:
        findings = len(reading.findings)
        unread = len(reading.not_understood)
        counts = f"核对提示 {findings} 处，未读懂 {unread} 行"
        say(f"{counts}，可用 yaodian read {options.notice} 查看。")


def _counts(tasks: TaskList) -> str:
    items = len(tasks.items)
    rows = len(tasks.task_keys)
    people = len(tasks.roster)
    units = len(tasks.units)
    return f"{items} 个事项、{rows} 行任务、{people} 人、{units} 个单位"


def _into(options: Options, reading: Reading, file_id: str) -> None:
    """Compare a list with a notice, or with the list of another file, and take what is accepted."""
    changes = not options.dry_run and bool(options.accept or options.as_new)
    with at_work_on(TaskFile.open(options.into, read_only=not changes, clock=options.clock)) as file:
        if file.file_id == file_id:
            raise Refused("这是同一份清单的副本，请用 yaodian exchange in 并入，两边的变更都会保留。")
        choose_list(file, options)
        if options.as_new:
            _beside(options, file, reading)
            return
        comparison = compare(file.tasks, reading, file.history, file_id=file.file_id)
        _show_differences(options, comparison, reading)
        if changes:
            accepted = _accepted(comparison.differences, options.accept)
            save(file, comparison.change(accepted), quiet=options.json)
        elif comparison.differences and not options.json:
            say("清单没有改动。要采用请加 --accept all，或写明序号，如 --accept 1,3-5。")


def _beside(options: Options, file: TaskFile, reading: Reading) -> None:
    """Keep the notice as a further list of the file."""
    change = import_change(reading, file.tasks, file.file_id)
    if options.dry_run:
        _show(options, reading)
        return
    saved = file.commit(change)
    answer(file, saved, f"这个文件现有 {len(file.tasks.notices)} 份清单，用 --list 选看。")
    _say_proposed(options, reading)
    _say_findings(options, reading)


def _show_differences(options: Options, comparison: Comparison, reading: Reading) -> None:
    if options.json:
        numbered = enumerate(comparison.differences, 1)
        say_json([difference_json(number, one, comparison) for number, one in numbered])
    else:
        say(*_lines(comparison, reading))


def _lines(comparison: Comparison, reading: Reading) -> Iterator[str]:
    title, tasks, differences = reading.head.title, comparison.tasks, comparison.differences
    if title and title != tasks.notice.title:
        yield f"注意：通知“{title}”与清单的标题不同；要作为另一份清单存入请用 --as-new。"
    numbers = Counter(one.kind for one in differences)
    kinds = filter(numbers.__contains__, KIND_WORDS)
    counts = [f"{KIND_WORDS[kind]} {numbers[kind]} 处" for kind in kinds]
    said = "、".join(counts) or "没有不同"
    yield f"与清单“{tasks.list_name}”比较：{said}。"
    for number, one in enumerate(differences, 1):
        yield from _difference_lines(number, one)
        yield from (f"       {words}" for words in comparison.left_out(one))


def _difference_lines(number: int, one: Difference) -> Iterator[str]:
    kind = KIND_WORDS[one.kind]
    edited = "  （清单中后来改过）" if one.edited_since else ""
    yield f"{number:>3}  {kind}  {one.about}{edited}"
    for name, before, after in one.fields:
        value = f"{before} → {after}" if one.kind == "changed" else after
        yield f"       {name}：{value}"


def difference_json(number: int, one: Difference, comparison: Comparison) -> JsonObject:
    """Return a difference as a JSON value."""
    names = ("label", "before", "after")
    view: JsonObject = {"number": number, "kind": one.kind}
    view["about"] = one.about
    view["fields"] = [dict(zip(names, field, strict=True)) for field in one.fields]
    view["edited_since"] = one.edited_since
    left_out = list(comparison.left_out(one))
    return view | ({"left_out": left_out} if left_out else {})


def _accepted(differences: Sequence[Difference], words: str) -> list[Difference]:
    """Return the differences that `all` or numbers such as `1,3-5` mean."""
    numbers = indices_meant("--accept", words, len(differences), "处不同")
    return [differences[number] for number in numbers]
