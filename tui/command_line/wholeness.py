"""`verify` and `repair`: whether a list is whole, and what there is to go back to where it is not."""

from dataclasses import asdict
from itertools import count
from pathlib import Path

from store.file.repair import Source, restore, sources
from store.file.wholeness import Verdict, verify
from store.refused import Refused
from store.views.values import JsonObject
from tui.command_line.arguments import JSON, Argument, whole_number, word
from tui.command_line.output import aligned, say, say_json
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_HEADINGS = ("序号", "内容", "时间", "行", "变更", "文件", "最后一次变更")
_LIST_FILE = word("file", "清单文件", "要核对或恢复的清单", take=Path)
_REPAIR = (
    Argument("--restore", "序号", "恢复哪一份，序号见所列", take=whole_number),
    Argument("-o, --output", "新文件", "恢复成的新清单文件", take=Path),
    _LIST_FILE,
    JSON,
)


def parser(name: str) -> Parser:
    """Return what may stand after `verify` or `repair`."""
    if name == "verify":
        what = "核对清单文件、日志和历史是否完整；不完整时退出码为 1。不改动任何文件。"
        return Parser(name, what, (_LIST_FILE, JSON))
    return Parser(
        name, "列出清单损坏后可以恢复的内容，或把其中一份恢复成新文件；已有的文件不会改动。", _REPAIR
    )


def run(options: Options) -> None:
    """Verify, list what can be restored, or restore one."""
    if options.command == "verify":
        _verify(options)
    elif options.restore is None and options.output is None:
        _list(options)
    else:
        _restore(options)


def _verify(options: Options) -> None:
    found = verify(options.file)
    if options.json:
        say_json({"whole": found.whole, **asdict(found)})
    else:
        say(*_lines(found))
    if not found.whole:
        faults = f"“{options.file.name}”不完整，共 {len(found.faults)} 处"
        raise Refused(f"{faults}；可用 yaodian repair {options.file} 查看能恢复的内容。")


def _lines(found: Verdict) -> list[str]:
    lines = []
    if found.whole:
        whole = f"完整：{found.changes} 次变更环环相接，清单与历史一致"
        lines.append(f"{whole}；其中 {found.journalled} 次在日志中。")
    for fault in found.faults:
        where = f"文件第 {fault.line} 行：" if fault.line else ""
        lines.append(f"{where}{fault.sentence}")
    return [*lines, *(f"提示：{note}" for note in found.notes)]


def _list(options: Options) -> None:
    found = sources(options.file)
    if not found:
        raise Refused(f"没有找到“{options.file.name}”和它的备份，请核对文件名和文件夹。")
    if options.json:
        say_json([_view(source) for source in found])
        return
    say(*aligned([_HEADINGS, *map(_row, count(1), found)]))
    for number, source in enumerate(found, 1):
        say(*(f"第 {number} 份{sentence}" for sentence in _lacking(source)))
    say(f"要恢复其中一份：yaodian repair {options.file} --restore 序号 -o 新文件.json")


def _lacking(source: Source) -> list[str]:
    """Return what a source does not give, and what of it can go to no other desk."""
    left_out = [f"没有采用：{left_out}" for left_out in source.left_out]
    cut_off = [f"接不上更早的变更，只留在本机，不会导出：{change}" for change in source.cut_off]
    return left_out + cut_off


def _view(source: Source) -> JsonObject:
    written = source.written.isoformat(timespec="seconds")
    return asdict(source) | {"path": str(source.path), "written": written}


def _row(number: int, source: Source) -> tuple[str, ...]:
    told = (str(number), source.what, f"{source.written:%Y-%m-%d %H:%M}")
    if source.problem:
        return *told, "", "", source.path.name, source.problem
    counts = (str(source.rows), str(source.changes))
    return *told, *counts, source.path.name, source.last_change


def _restore(options: Options) -> None:
    if options.restore is None or options.output is None:
        raise Refused("--restore 和 -o 要一起写明：恢复哪一份，恢复成哪个新文件。")
    found = sources(options.file)
    if not 1 <= options.restore <= len(found):
        raise Refused(f"没有第 {options.restore} 份，请先用 yaodian repair {options.file} 查看序号。")
    source = found[options.restore - 1]
    restore(source, options.output)
    say(*_lacking(source))
    held = f"{source.rows} 行、{source.changes} 次变更"
    say(f"已把{source.what}（{held}）恢复为 {options.output}；原来的文件没有改动。")
