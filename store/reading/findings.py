"""What is odd in the source: the reader's findings and their codes.

- R01 a section without its number, or a number left out
- R02 a number used twice
- R03 title brackets closed at the wrong place or left open
- R04 a name that fits several units
- R05 a blank where a sign seems lost, or signs doubled
- R06 a row with a cell or a side in doubt
- R07 annex list and annex headings differ
- R08 a deadline whose day or year is open, or that is taken from a heading
- R09 what the notice says of all lists of units (who leads by standing first)
- R10 words that seem to name who has to do something, in no task and no proposal
- R11 a day that something seems due by, in no task and no proposal
- R13 what the file hides: a sheet that was not read, rows that were
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from store.reading.names.units import meanings
from store.reading.prose.outline import Node, walk
from store.reading.result import SourceFinding, TaskFound, UnitFound
from store.reading.signs.declarations import said_for_all
from store.reading.signs.lines import SourceLine, folded
from store.reading.signs.numbering import NumberFault, last_number, number_faults
from store.reading.signs.owner_words import STANDARD, OwnerWords

# 《关于印发〈2021年全市优化营商环境工作要点的通知〉》 in the sample, for …〈…工作要点〉的通知》.
_WRONG_CLOSE = re.compile(r"《[^《》]*关于[^《》〈〉]*〈[^〈〉]*的(?:通知|意见|决定)〉》")
# “三项制度” 健全 in the sample, where a comma was lost.
_LOST_SIGN = re.compile(r"[”’》][ \u3000](?=[\u4e00-\u9fff])")
# 清理河道,。 or a line that ends in 、.
_DOUBLED_SIGN = re.compile(r"[,、;。:][,、;:]|[,、;:]。|[,、]$")
Places = Mapping[tuple[int, int], Sequence[int]]
"""The lines where a number stands, by the depth of its style and its value."""
_BEGIN_ANEW = 2
_SIGNS_BEFORE = 5
_SIGNS_BEHIND_LOST = 2
"""Signs around a doubtful one that are quoted."""


def findings_in(
    lines: Sequence[SourceLine],
    nodes: Sequence[Node],
    tasks: Sequence[TaskFound],
    units: Sequence[UnitFound],
    words: OwnerWords = STANDARD,
) -> tuple[SourceFinding, ...]:
    """Return all findings on a notice, in the order of its lines."""
    found = [*_numbers(nodes), *_signs(lines), *_declarations(lines, tasks, words)]
    found += [*_names(tasks, units), *_cells(tasks)]
    once = dict.fromkeys(found)
    return tuple(sorted(once, key=attrgetter("line", "code")))


def _numbers(nodes: Sequence[Node]) -> Iterator[SourceFinding]:
    """Give the faults in the numbers of headings; in each part of the text they begin anew."""
    starts = [index for index, node in enumerate(nodes) if node.opens]
    for start, end in zip(starts, [*starts[1:], len(nodes)], strict=False):
        part = nodes[start:end]
        places: dict[tuple[int, int], list[int]] = defaultdict(list)
        for node in walk(part):
            if node.mark.printed:
                places[node.mark.depth, node.mark.value].append(node.lines[0].number)
        before = part[0].mark.value - 1 if part[0].goes_on else 0
        yield from _faults(part, places, before)


def _faults(nodes: Sequence[Node], places: Places, before: int = 0) -> Iterator[SourceFinding]:
    """Give the faults in the numbers of headings, those side by side before those below them.

    `before` is the last number under the heading before theirs: 一、1. 2. 3. 二、4. 5. simply run on.
    """
    numbered = [node for node in nodes if not node.is_block]
    for index, fault in number_faults(_printed(numbered), before):
        node = numbered[index]
        if fault == "gap" and _stands_elsewhere(numbered, index, places):
            continue
        code = "R02" if fault == "double" else "R01"
        words = number_words(fault, node.mark.printed, node.heading)
        yield SourceFinding(code, node.lines[0].number, words)
    last = 0
    for node in nodes:
        yield from _faults(node.children, places, last)
        below = [child for child in node.children if not child.is_block]
        last = last_number(_printed(below), last)


def _stands_elsewhere(nodes: Sequence[Node], index: int, places: Places) -> bool:
    """Tell whether the number before a heading's own stands at another place of the text.

    Numbers that begin once run on over sections, wherever they stand. Those that begin anew run on only
    from above, and one that is left out between two neighbours is missing.
    """
    mark, line = nodes[index].mark, nodes[index].lines[0].number
    others = places.get((mark.depth, mark.value - 1), [])
    if len(places.get((mark.depth, 1), [])) < _BEGIN_ANEW:
        return bool(others)
    from_line = nodes[index - 1].lines[0].number if index else 0
    last = bisect_left(others, line)
    return last > 0 and others[last - 1] > from_line


def _printed(nodes: Sequence[Node]) -> list[int | None]:
    return [node.mark.value if node.mark.printed else None for node in nodes]


def number_words(fault: NumberFault, printed: str, heading: str) -> str:
    """Say what is wrong with a heading's number and what to do."""
    match fault:
        case "none":
            return f"“{heading}”没有编号，请核对各部分的序号"
        case "double":
            return f"序号“{printed}”重复使用，请核对各部分的序号"
        case _:
            return f"“{printed}”之前缺少序号，请核对是否有遗漏"


def _signs(lines: Sequence[SourceLine]) -> Iterator[SourceFinding]:
    for line in lines:
        for code, words in (*_title_marks(line.folded), *_doubtful_signs(line.folded)):
            yield SourceFinding(code, line.number, words)


def _title_marks(text: str) -> Iterator[tuple[str, str]]:
    """Give code and sentence where title marks are closed at the wrong place, or not at all."""
    wrong = _WRONG_CLOSE.search(text)
    if wrong:
        yield "R03", f"书名号位置可疑：{wrong.group()}，请核对原文"
    elif text.count("《") != text.count("》"):
        yield "R03", "书名号不成对，请核对原文"


def _doubtful_signs(text: str) -> Iterator[tuple[str, str]]:
    """Give code and sentence where a sign seems lost, and where two stand that cannot stand together."""
    lost = _LOST_SIGN.search(text)
    if lost:
        quoted = _quoted(text, lost.start(), lost.end() + _SIGNS_BEHIND_LOST)
        yield "R05", f"“{quoted}”中有空格，疑似漏了标点，请核对原文"
    doubled = _DOUBLED_SIGN.search(text)
    if doubled:
        quoted = _quoted(text, doubled.start(), doubled.end())
        yield "R05", f"标点可疑：“{quoted}”，请核对原文"


def _quoted(text: str, start: int, end: int) -> str:
    return text[max(0, start - _SIGNS_BEFORE) : end]


def _declarations(
    lines: Sequence[SourceLine], tasks: Sequence[TaskFound], words: OwnerWords
) -> Iterator[SourceFinding]:
    """Give what the notice says of all lists of units, and whether a unit leads by it."""
    promoted = any(_leads_by_place(task, words) for task in tasks)
    what = "已按此读出牵头单位，请核对" if promoted else "没有一行是按此读出牵头单位的，请核对"
    for line in lines:
        said = said_for_all(line.text)
        if said:
            yield SourceFinding("R09", line.number, f"通知规定“{said}”，{what}")


def _leads_by_place(task: TaskFound, words: OwnerWords) -> bool:
    """Tell whether a task has a unit in the lead that no word of its own puts there."""
    sides = [words.side_of(word) for word in task.owner_words]
    return bool(task.lead_units) and "lead" not in sides


def _names(tasks: Sequence[TaskFound], units: Sequence[UnitFound]) -> Iterator[SourceFinding]:
    """Ask about the wordings that can mean several units."""
    wordings = (wording for task in tasks for wording in task.units)
    means_of = meanings(wordings, [unit.full_name for unit in units])
    for task in tasks:
        for wording in dict.fromkeys(task.units):
            means = means_of.get(wording, [])
            if len(means) > 1:
                words = f"“{wording}”可指{'、'.join(means)}，请指定是哪一个单位"
                yield SourceFinding("R04", task.source[0], words)


def _cells(tasks: Sequence[TaskFound]) -> Iterator[SourceFinding]:
    for task in tasks:
        for doubt in task.doubts:
            yield SourceFinding("R06", task.source[0], doubt.reason)


def annex_findings(names: Sequence[str], headings: Sequence[tuple[int, str]]) -> tuple[SourceFinding, ...]:
    """Return the annexes whose heading differs from their entry in the annex list."""
    found: list[SourceFinding] = []
    for name, (line, heading) in zip(names, headings, strict=False):
        if heading and _without_blanks(name) != _without_blanks(heading):
            words = f"附件标题“{heading}”与附件目录“{name}”不一致，请核对"
            found.append(SourceFinding("R07", line, words))
    return tuple(found)


def _without_blanks(text: str) -> str:
    return "".join(folded(text).split())


def hidden_findings(sheets: Sequence[str], with_rows: Sequence[str]) -> tuple[SourceFinding, ...]:
    """Say which sheets of a workbook are hidden and were not read, and of which hidden rows were."""
    found: list[SourceFinding] = []
    for name in sheets:
        words = f"工作表“{name}”是隐藏的，没有读入。如需要，请在 WPS 中取消隐藏，保存后再导入"
        found.append(SourceFinding("R13", 1, words))
    for name in with_rows:
        words = f"工作表“{name}”中有隐藏的行，已一并读入。如不需要，请在 WPS 中删去，保存后再导入"
        found.append(SourceFinding("R13", 1, words))
    return tuple(found)
