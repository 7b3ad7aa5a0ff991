"""What is odd in the source: the reader's findings and their codes.

R01 a section without its number, or a number left out · R02 a number used twice · R03 title brackets closed at the
wrong place or left open · R04 a name that fits several units · R05 a blank where a sign seems lost, or signs doubled ·
R06 a row with too few cells · R07 annex list and annex headings differ · R08 a cell that is no unit and no person · R09 what
the notice says of all lists of units (who leads by standing first).
"""

import re
from collections.abc import Iterable, Sequence

from store.reading.names.units import meanings
from store.reading.prose.outline import Node
from store.reading.result import SourceFinding, TaskFound, UnitFound
from store.reading.signs.labels import said_for_all
from store.reading.signs.lines import SourceLine, folded
from store.reading.signs.numbering import NumberFault, number_faults

_WRONG_CLOSE = re.compile(r"《[^《》]*关于[^《》〈〉]*〈[^〈〉]*的(?:通知|意见|决定)〉》")
_LOST_SIGN = re.compile(r"[”’》][ \u3000](?=[\u4e00-\u9fff])")
_DOUBLED_SIGN = re.compile(r"[,、;。:][,、;:]|[,、;:]。|[,、]$")


def findings_in(
    lines: Sequence[SourceLine], nodes: Sequence[Node], rows: Sequence[TaskFound], units: Sequence[UnitFound]
) -> tuple[SourceFinding, ...]:
    """All findings on a notice, in the order of its lines."""
    found = [*_numbers(nodes), *_signs(lines), *_declarations(lines), *_names(rows, units), *_cells(rows)]
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: (finding.line, finding.code)))


def _numbers(nodes: Sequence[Node]) -> Iterable[SourceFinding]:
    for place, fault in number_faults([node.mark.value if node.mark.printed else None for node in nodes]):
        node = nodes[place]
        yield SourceFinding(
            "R02" if fault == "double" else "R01",
            node.lines[0].number,
            number_words(fault, node.mark.printed, node.heading),
        )
    for node in nodes:
        yield from _numbers(node.children)


def number_words(fault: NumberFault, printed: str, heading: str) -> str:
    """What is wrong with a heading's number and what to do, in a sentence."""
    match fault:
        case "none":
            return f"“{heading}”没有编号,请核对各部分的序号"
        case "double":
            return f"序号“{printed}”重复使用,请核对各部分的序号"
        case _:
            return f"“{printed}”之前缺少序号,请核对是否有遗漏"


def _signs(lines: Sequence[SourceLine]) -> Iterable[SourceFinding]:
    for line in lines:
        text = line.folded
        if "〈" in text and (wrong := _WRONG_CLOSE.search(text)):
            yield SourceFinding("R03", line.number, f"书名号位置可疑:{wrong.group()},请核对原文")
        elif text.count("《") != text.count("》"):
            yield SourceFinding("R03", line.number, "书名号不成对,请核对原文")
        if lost := _LOST_SIGN.search(text):
            yield SourceFinding(
                "R05",
                line.number,
                f"“{text[max(0, lost.start() - 5) : lost.end() + 2]}”中有空格,疑似漏了标点,请核对原文",
            )
        if doubled := _DOUBLED_SIGN.search(text):
            yield SourceFinding(
                "R05",
                line.number,
                f"标点可疑:“{text[max(0, doubled.start() - 5) : doubled.end()]}”,请核对原文",
            )


def _declarations(lines: Sequence[SourceLine]) -> Iterable[SourceFinding]:
    for line in lines:
        if said := said_for_all(line.text):
            yield SourceFinding("R09", line.number, f"通知规定“{said}”,已按此读出牵头单位,请核对")


def _names(rows: Sequence[TaskFound], units: Sequence[UnitFound]) -> Iterable[SourceFinding]:
    wordings = (wording for row in rows for wording in (*row.lead_units, *row.participant_units))
    means_of = meanings(wordings, [unit.full_name for unit in units])
    for row in rows:
        for wording in dict.fromkeys((*row.lead_units, *row.participant_units)):
            if len(means := means_of.get(wording, [])) > 1:
                yield SourceFinding(
                    "R04", row.source[0], f"“{wording}”可指{'、'.join(means)},请指定是哪一个单位"
                )


def _cells(rows: Sequence[TaskFound]) -> Iterable[SourceFinding]:
    for row in rows:
        for doubt in row.doubts:
            yield SourceFinding("R06", row.source[0], doubt.reason)


def annex_findings(names: Sequence[str], headings: Sequence[tuple[int, str]]) -> tuple[SourceFinding, ...]:
    """Annexes whose heading differs from their entry in the annex list."""
    found = []
    for name, (line, heading) in zip(names, headings, strict=False):
        if heading and "".join(folded(name).split()) != "".join(folded(heading).split()):
            found.append(SourceFinding("R07", line, f"附件标题“{heading}”与附件目录“{name}”不一致,请核对"))
    return tuple(found)
