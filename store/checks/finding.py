"""What a rule finds, and what a rule is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from store.checks.settings import Severity
from store.records.task import Task

if TYPE_CHECKING:
    from store.checks.look import Look

Each = Literal["row", "item", "list"]
"""What a rule looks at in one call: a row, an item with its rows, or the whole list."""

Mend = Literal["cell", "card", "settle", "members", "compare", "merge", "number", "record", "source"]
"""What mends a finding: the picker on its cell, a field of the row's card, settling a unit's leader, saying
whom a 统称 stands for, the body beside the annex, merging what was added twice, another number for a
reminder, the record it is about; or nothing in the list, since the printed notice is as it is."""

RuleReads = Literal[
    "responsibility",
    "standings",
    "roster",
    "people",
    "units",
    "work_points",
    "notices",
    "follow_ups",
    "what_rows_say",
]


@dataclass(frozen=True, slots=True)
class Hit:
    """One element that a rule found fault with."""

    subject: str
    """What it is about, by keys: with the rule's code it names the finding for good."""
    says: str
    """What is wrong and what to do, in a sentence; the place is put before it when it is shown."""
    facts: str = ""
    """What it stands on, in one comparable text: an acceptance holds while this is the same."""
    row: str | None = None
    """Key of the row to go to."""
    record: tuple[str, str] | None = None
    """Table and key of the record to go to where it is not the row."""
    field: str = ""
    """The field to go to."""
    about: str = ""
    """What it is about, in words; empty where the row says it all."""
    mend: Mend = "record"
    severity: Severity | None = None
    """Its own severity, where it is not its rule's."""
    offered: str = ""
    """What is filled in where it is mended: the unit that took over from the one named."""
    common: str = ""
    """What all hits like it say together, where the list as issued cannot help it: one line for all."""


def in_row(task: Task, field: str, says: str, facts: str, *, part: str = "", mend: Mend = "cell") -> Hit:
    """Return a hit on a field of a row; `part` says which, where a row can have several (a side)."""
    subject = f"{task.key}:{part}" if part else task.key
    return Hit(subject, says, facts, task.key, field=field, mend=mend)


def as_issued(hit: Hit, common: str) -> Hit:
    """Return a hit that the list as issued cannot help: it is only told, and once for all like it."""
    return replace(hit, severity="说明", common=common)


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit with the rule that made it and how grave it is."""

    code: str
    grade: Severity
    hit: Hit

    @property
    def common(self) -> str:
        """What is said once for all findings like it; empty where each is said, or graded by the clerk."""
        return self.hit.common if self.grade == "说明" else ""

    @property
    def name(self) -> tuple[str, str]:
        """Return what an acceptance names it by: the rule's code and the subject."""
        return self.code, self.hit.subject


@dataclass(frozen=True, slots=True)
class Rule:
    """A check: its id, how grave its findings are, what it is about, and the function that finds them."""

    code: str
    severity: Severity
    title: str
    each: Each
    reads: frozenset[RuleReads]
    find: Callable[..., Iterable[Hit]]

    @property
    def help(self) -> str:
        """Say what it looks for and how."""
        return self.find.__doc__ or ""

    def findings(self, look: "Look", record: Any, severity: Severity | None = None) -> tuple[Finding, ...]:
        """Return what it finds on a record, or on the list for none; a given severity holds for all of it."""
        found = self.find(look) if self.each == "list" else self.find(look, record)
        hits = tuple(found)
        if not hits:
            return ()
        return tuple(self._finding(hit, severity) for hit in hits)

    def _finding(self, hit: Hit, severity: Severity | None) -> Finding:
        return Finding(self.code, severity or hit.severity or self.severity, hit)


Find = Callable[..., Iterable[Hit]]


def rule(
    code: str, severity: Severity, title: str, each: Each = "row", *reads: RuleReads
) -> Callable[[Find], Rule]:
    """Make a rule of a function; `reads` names what it looks at besides the row or item."""
    return lambda find: Rule(code, severity, title, each, frozenset(reads), find)
