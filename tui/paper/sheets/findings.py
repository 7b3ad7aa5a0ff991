"""核对结果: what the checks find, by rule; what was accepted, why and by whom; and the open questions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from store.checks.accepting import about
from store.checks.checker import Checker, checked
from store.checks.finding import Finding
from store.checks.grouping import FindingGroup, FindingLine, grouped
from store.checks.settings import SEVERITIES, CheckSettings
from store.questions.asking import questions
from store.questions.question import Question
from store.records.kept import Acceptance
from store.records.ranges import names_in_words
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn, banner, written_day
from tui.paper.sheets.cells import line_cell, line_cells, of_list

_COLUMNS = (
    SheetColumn("序号", 5, True),
    SheetColumn("核对项", 11, False),
    SheetColumn("位置", 10, False),
    SheetColumn("结果", 40, False),
    SheetColumn("处理情况", 18, False),
)
_ACCEPTED = "已认可"
_QUESTIONS = "待定问题"

_Held = Mapping[tuple[str, str], Acceptance]
"""What was accepted, by rule and subject."""
_Parts = Mapping[str, Sequence[Row]]
"""The rows of each part by its name, those without a row left out."""


def findings_sheets(tasks: TaskList, settings: CheckSettings) -> list[Sheet]:
    """Return what is to be seen to in a list; no sheet where there is nothing."""
    parts = _parts(tasks, settings)
    if not parts:
        return []
    counts = [f"{name} {len(part)} 条" for name, part in parts.items()]
    under = (of_list(tasks), "，".join(counts))
    rows = tuple(_numbered(parts))
    return [Sheet("核对结果", _COLUMNS, rows, under=under, name="核对结果")]


def _parts(tasks: TaskList, settings: CheckSettings) -> _Parts:
    checker = checked(tasks, settings)
    held = checker.accepted()
    still_open, accepted = _divided(checker, held)
    groups = grouped(tasks, still_open)
    parts: dict[str, list[Row]] = {}
    for severity in SEVERITIES:
        own = [group for group in groups if group.grade == severity]
        parts[severity] = list(_found(tasks, own, {}))
    parts[_ACCEPTED] = list(_found(tasks, grouped(tasks, accepted), held))
    parts[_QUESTIONS] = list(map(_question, questions(tasks, settings)))
    return {name: part for name, part in parts.items() if part}


def _divided(checker: Checker, held: _Held) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that are open, and those that were accepted."""
    still_open: list[Finding] = []
    accepted: list[Finding] = []
    for finding in checker.findings():
        part = accepted if finding.name in held else still_open
        part.append(finding)
    return still_open, accepted


def _numbered(parts: _Parts) -> Iterator[Row]:
    """Yield the rows of all parts with numbers before them, each part under its name."""
    count = 0
    for number, (name, part) in zip("一二三四五", parts.items(), strict=False):
        heading = f"{number}、{name}（{len(part)} 条）"
        yield banner(heading, len(_COLUMNS))
        for row in part:
            count += 1
            yield (line_cell(str(count)), *row)


def _found(tasks: TaskList, groups: Iterable[FindingGroup], held: _Held) -> Iterator[Row]:
    """Yield the lines of some rules, the rule joined over its lines."""
    for group in groups:
        title: SheetCell | None = line_cell(group.title, len(group.lines))
        for line in group.lines:
            where = line.where or about(tasks, line.first)
            done = SheetCell(_done(line, held))
            yield (title, *line_cells(where, line.text), done)
            title = None


def _done(line: FindingLine, held: _Held) -> tuple[str, ...]:
    """Return why the findings of a line were accepted, by whom and when; nothing of one that is open."""
    said: dict[str, None] = {}
    for finding in line.findings:
        if finding.name in held:
            said |= dict.fromkeys(_accepted(held[finding.name]))
    return tuple(said)


def _accepted(one: Acceptance) -> tuple[str, str]:
    reason = clean_line(one.reason)
    day = written_day(one.at[:10])
    return f"认可：{reason}", f"{one.by}　{day}"


def _question(question: Question) -> Row:
    """Return a question, what it is about, and the answers that may be given."""
    lines = [clean_line(question.text)]
    candidates = names_in_words(question.candidates)
    if candidates:
        lines.append(f"可选：{candidates}")
    topic = clean_line(question.about)
    heading = SheetCell((topic,), colspan=2)
    return (heading, None, SheetCell(tuple(lines)), line_cell(""))
