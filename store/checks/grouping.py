"""Findings to be worked off: by rule, and in one line what the list as issued cannot help in any of its rows.

Each finding stays what it is: an acceptance names it by itself, however it is shown.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from store.checks.accepting import place_of
from store.checks.finding import Finding
from store.checks.registry import RULES
from store.checks.settings import SEVERITIES, Severity
from store.records.ranges import names_in_words, numbered_rows
from store.records.tasklist import TaskList


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One line: a finding, or all that are said in one sentence."""

    findings: tuple[Finding, ...]
    text: str
    where: str = ""
    """The place that it is about, in words; empty where the text says it."""

    @property
    def says(self) -> str:
        """The whole sentence, which begins with its place."""
        return f"{self.where}：{self.text}" if self.where else self.text

    @property
    def first(self) -> Finding:
        """The finding to go to, and to mend."""
        return self.findings[0]

    @property
    def name(self) -> str:
        """What names the line, whatever it says."""
        subject = "" if self.first.common else self.first.hit.subject
        return f"{self.first.code}:{subject}"


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The lines of a rule that are alike grave."""

    code: str
    grade: Severity
    lines: tuple[FindingLine, ...]

    @property
    def title(self) -> str:
        """The rule's title."""
        return RULES[self.code].title


def grouped(tasks: TaskList, findings: Iterable[Finding]) -> list[FindingGroup]:
    """Return findings by rule, in the order in which the rules come first among them."""
    groups = []
    for (grade, code), own in groupby(findings, key=lambda finding: (finding.grade, finding.code)):
        groups.append(FindingGroup(code, grade, tuple(lines_of(tasks, own))))
    return groups


def lines_of(tasks: TaskList, findings: Iterable[Finding]) -> list[FindingLine]:
    """Return a line for each finding; one for all that say the same of the list as issued."""
    alone: list[FindingLine] = []
    together: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.common:
            together.setdefault((finding.code, finding.common), []).append(finding)
        else:
            alone.append(FindingLine((finding,), finding.hit.says, place_of(tasks, finding)))
    for (_, common), alike in together.items():
        alone.append(FindingLine(tuple(alike), common, _where(tasks, alike)))
    return alone


def counts_of(groups: Iterable[FindingGroup]) -> dict[Severity, int]:
    """Count the lines of each severity."""
    counts: Counter[Severity] = Counter()
    for group in groups:
        counts[group.grade] += len(group.lines)
    return {severity: counts[severity] for severity in SEVERITIES}


def _where(tasks: TaskList, findings: Sequence[Finding]) -> str:
    """Say which rows some findings are about, else which people or units."""
    rows = [finding.hit.row for finding in findings if finding.hit.row]
    if rows and len(rows) == len(tasks.task_keys):
        return f"全部 {len(rows)} 行"
    if rows:
        return numbered_rows(tasks, rows)
    return names_in_words([finding.hit.about for finding in findings])
