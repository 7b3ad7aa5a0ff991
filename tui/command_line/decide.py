"""`decide`: one of the values that desks gave a field is taken, or another one is given."""

from collections.abc import Sequence

from store.acts.deciding import give_value, sides_of, take_sides
from store.file.task_file import TaskFile
from store.records.changes import Change
from store.records.conflicts import Conflict, SideOfConflict
from store.records.describing import conflict_named, label
from store.records.parts import field_of_part
from store.records.tables import RECORDS
from store.records.task import Task
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.conflicts import side_in_words
from store.views.values import JsonObject
from store.words.cleaning import clean_line
from tui.command_line.arguments import JSON, Argument, flag, whole_number, word
from tui.command_line.committing import save
from tui.command_line.lists import FILE, opened
from tui.command_line.moments import BASIS, with_basis
from tui.command_line.output import say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_ARGUMENTS = (
    word("row", "行", "行的位置，如 3.2；不在行里的用 --number", optional=True),
    Argument("--field", "栏", "哪一栏：lead、participant、remark，或栏名如 牵头单位；只有一处时不用写"),
    Argument("--number", "序号", "yaodian conflicts 列出的序号", take=whole_number),
    flag("--all", "全部：凡这一方有值的都取它的", field="everything"),
    Argument("--take", "一方", "取哪一方：甲、乙……，或姓名、机器名"),
    Argument("--value", "值", "各方都不取，写另外的值"),
    *BASIS,
    flag("--dry-run", "只看会改成什么，不改动"),
    JSON,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `decide`."""
    what = "定夺一处不一致：取一方的值，或写另外的值；历史里各方的值都还在。"
    return Parser(name, what, _ARGUMENTS, one_needed=("--take", "--value"))


def run(options: Options) -> None:
    """Decide one conflict, or all of which a side is somebody's."""
    if options.take is not None and options.value is not None:
        raise Refused("--take 和 --value 只能写一个。")
    with opened(options, read_only=options.dry_run) as file:
        meant = _meant(file.tasks, options)
        if options.value is not None:
            change = _given(file.tasks, meant, clean_line(options.value))
        else:
            chosen = _chosen(file, meant, clean_line(options.take), options)
            change = take_sides(file.tasks, chosen)
            _preview(file.tasks, chosen, options)
        if options.dry_run:
            return
        save(file, with_basis(change, options), quiet=options.json)
        left = len(file.tasks.documents.undecided)
        if left and not options.json:
            say(f"还有 {left} 处不一致没有定夺。")


def _given(tasks: TaskList, meant: Sequence[Conflict], text: str) -> Change:
    if len(meant) > 1:
        raise Refused("--value 一次只定夺一处，请写明是哪一行、哪一栏。")
    return give_value(tasks, meant[0], text)


def _meant(tasks: TaskList, options: Options) -> list[Conflict]:
    """Return the conflicts that are to be decided: all of them, or the one that is named."""
    undecided = list(tasks.documents.undecided)
    if not undecided:
        raise Refused("没有要定夺的不一致。")
    if options.everything:
        return undecided
    if options.number is not None:
        if not 1 <= options.number <= len(undecided):
            raise Refused(f"没有第 {options.number} 处，请先用 yaodian conflicts 查看序号。")
        return [undecided[options.number - 1]]
    return [_of_row(tasks, undecided, options)]


def _of_row(tasks: TaskList, undecided: Sequence[Conflict], options: Options) -> Conflict:
    """Return the conflict of a row, in a field where there are several."""
    if options.row is None:
        raise Refused("请写明是哪一行，如 3.2；不在行里的写 --number 和序号，全部写 --all。")
    rows = tasks.rows_named(clean_line(options.row))
    found = [one for one in undecided if one.table == Task.TABLE and one.key in rows]
    if options.field:
        found = [one for one in found if _is_of_field(tasks, one, clean_line(options.field))]
    if not found:
        raise Refused(f"{options.row} 没有这样的不一致，有哪些请用 yaodian conflicts 查看。")
    if len(found) > 1:
        names = "、".join(conflict_named(tasks, one) for one in found)
        raise Refused(f"{options.row} 有几处不一致：{names}。请用 --field 写明是哪一栏。")
    return found[0]


def _is_of_field(tasks: TaskList, conflict: Conflict, words: str) -> bool:
    """Tell whether words name a field of a conflict: lead, lead_units, remark, 牵头单位."""
    kind = RECORDS[conflict.table]
    for name in conflict.fields:
        field = field_of_part(name)
        if words in (name, field, field.partition("_")[0], label(tasks, field, kind) if field else ""):
            return True
    return False


def _chosen(
    file: TaskFile, meant: Sequence[Conflict], who: str, options: Options
) -> list[tuple[Conflict, SideOfConflict]]:
    """Return the side that is taken of each conflict."""
    chosen = sides_of(file.tasks, file.history, meant, who)
    if not chosen and options.everything:
        raise Refused(f"没有一处不一致里有“{who}”的一方。")
    if not chosen:
        where = conflict_named(file.tasks, meant[0])
        raise Refused(f"{where}：看不出“{who}”是哪一方，请写甲、乙等，见 yaodian conflicts。")
    return chosen


def _preview(tasks: TaskList, chosen: Sequence[tuple[Conflict, SideOfConflict]], options: Options) -> None:
    """Say what each conflict comes to, where it is only looked at or wanted as JSON."""
    views: list[JsonObject] = []
    for conflict, side in chosen:
        says = side_in_words(tasks, conflict, side)
        views.append({"about": conflict_named(tasks, conflict), "says": says})
    if options.json:
        say_json(views)
    elif options.dry_run:
        say(*(f"{view['about']}：{view['says']}" for view in views))
