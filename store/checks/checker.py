"""Checker: the findings of a list, kept true to it change by change.

Each rule runs on what a change can have touched and on no more. The first look is the same work, with all
of it due: a screen takes it in slices.
"""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from store.checks.accepting import acceptances
from store.checks.due import Due
from store.checks.finding import Each, Finding, Rule
from store.checks.look import Look
from store.checks.registry import RULES, switched_on
from store.checks.settings import SEVERITIES, CheckSettings, Severity
from store.records.changes import Edit
from store.records.kept import Acceptance
from store.records.tasklist import TaskList
from store.words.names import name_key

_FoundByKey = dict[str, tuple[Finding, ...]]
"""Key of a row or item, empty for the whole list, to what a rule found there."""


class Checker:
    """Holds what the rules found. `note` says what changed, `work` runs what is due, `findings` reads."""

    def __init__(
        self, tasks: TaskList, settings: CheckSettings | None = None, rules: Sequence[Rule] | None = None
    ) -> None:
        """Take the list to check, and the rules (by default those that the settings leave on); all is due."""
        self._tasks = tasks
        self.settings = settings or CheckSettings()
        if rules is None:
            rules = switched_on(self.settings)
        self._row_rules = _on_each(rules, "row")
        self._charge_rules = [rule for rule in self._row_rules if "standings" in rule.reads]
        self._item_rules = _on_each(rules, "item")
        self._list_rules = _on_each(rules, "list")
        self.begin()

    def begin(self) -> None:
        """Know nothing: everything is due."""
        self._look = Look(self._tasks, self.settings)
        self._found: dict[str, _FoundByKey] = {}
        for rule in (*self._row_rules, *self._item_rules, *self._list_rules):
            self._found[rule.code] = {}
        self._tally: Counter[Severity] = Counter()
        self._had_people = False
        self._due = Due()
        self._due.all_of(self._look)

    @property
    def tasks(self) -> TaskList:
        """The list that is checked."""
        return self._tasks

    # ------------------------------------------------------------------ keeping true

    @property
    def complete(self) -> bool:
        """Say whether nothing is due: the findings are those of the list as it is."""
        return self._due.nothing

    def note(self, edits: Iterable[Edit]) -> None:
        """Say that edits were applied to the list.

        Where a notice came or went, items and rows may belong to another list: all is looked at again.
        """
        edits = tuple(edits)
        if any(edit.table == "notices" and not edit.field for edit in edits):
            self.begin()
        else:
            self._due.after(self._look, edits)

    def work(self, seconds: float | None = None) -> bool:
        """Run what is due, for about so many seconds or to the end; return whether all is done."""
        end = None if seconds is None else time.perf_counter() + seconds
        for _ in self._steps():
            if end is not None and time.perf_counter() > end:
                break
        return self.complete

    def _steps(self) -> Iterator[None]:
        due, look = self._due, self._look
        if due.look or look.is_outdated:
            self._refresh()
        while due.index:
            row, _ = due.index.popitem()
            if look.index.take(row, look.row(row)):
                due.standings = True
            yield
        if due.standings:
            self._infer()
            yield
        while due.rows:
            row, _ = due.rows.popitem()
            due.charges.pop(row, None)
            self._run(self._row_rules, row, look.row(row))
            yield
        while due.charges:
            row, _ = due.charges.popitem()
            self._run(self._charge_rules, row, look.row(row))
            yield
        while due.items:
            key, _ = due.items.popitem()
            self._run(self._item_rules, key, look.item(key))
            yield
        for rule in self._list_rules:
            if rule.reads & due.reads:
                self._run([rule], "", look.tasks)
                yield
        due.reads.clear()

    def _refresh(self) -> None:
        """Look at the small tables again.

        All rows are due where the roster came to name people at all, or ceased to, and where columns came
        or went.
        """
        fields = self._look.fields
        self._look.refresh()
        self._due.look = False
        if bool(self._look.people) is not self._had_people or self._look.fields != fields:
            self._had_people = bool(self._look.people)
            self._due.all_rows(self._look)

    def _infer(self) -> None:
        self._due.standings = False
        for unit in self._look.infer():
            self._due.charges.update(self._look.index.rows.get(unit, {}))

    def _run(self, rules: Iterable[Rule], key: str, record: object) -> None:
        for rule in rules:
            found: tuple[Finding, ...] = ()
            if record is not None:
                found = rule.findings(self._look, record, self.settings.grades.get(rule.code))
            kept = self._found[rule.code]
            if found or key in kept:
                self._keep(kept, key, found)

    def _keep(self, kept: _FoundByKey, key: str, found: tuple[Finding, ...]) -> None:
        """Put what a rule found in the place of what it found there before, and count it."""
        before = kept.pop(key, ())
        self._tally.subtract(finding.grade for finding in before)
        self._tally.update(finding.grade for finding in found)
        if found:
            kept[key] = found

    # ------------------------------------------------------------------ reading

    def findings(self) -> list[Finding]:
        """Return all findings, accepted ones included: the gravest first, then by rule and row."""
        positions = self._look.tasks.places

        def order(finding: Finding) -> tuple[int, str, int]:
            position = positions.get(finding.hit.row or "", len(positions))
            return SEVERITIES.index(finding.grade), finding.code, position

        found: list[Finding] = []
        for by_key in self._found.values():
            for findings in by_key.values():
                found += findings
        return sorted(found, key=order)

    def accepted(self) -> dict[tuple[str, str], Acceptance]:
        """Return the acceptances that hold, by rule and subject: their finding has the same facts.

        Widths of signs aside, which the sentences of before had otherwise.
        """
        held = {}
        for acceptance in acceptances(self._look.tasks):
            finding = self._finding(acceptance.code, acceptance.subject)
            if finding and name_key(finding.hit.facts) == name_key(acceptance.facts):
                held[finding.name] = acceptance
        return held

    def open_counts(self) -> dict[Severity, int]:
        """Count the findings of each severity that nobody has accepted."""
        counts = self._tally.copy()
        for code, subject in self.accepted():
            if finding := self._finding(code, subject):
                counts[finding.grade] -= 1
        return {severity: counts[severity] for severity in SEVERITIES}

    def _finding(self, code: str, subject: str) -> Finding | None:
        """Return the finding of a rule on a subject, which begins with the key of its row (`key:lead`)."""
        whole_list = code in RULES and RULES[code].each == "list"
        key = "" if whole_list else subject.partition(":")[0]
        for finding in self._found.get(code, {}).get(key, ()):
            if finding.hit.subject == subject:
                return finding
        return None


def _on_each(rules: Sequence[Rule], each: Each) -> list[Rule]:
    """Return the rules that look at each row, at each item, or at the whole list."""
    return [rule for rule in rules if rule.each == each]


def checked(
    tasks: TaskList, settings: CheckSettings | None = None, rules: Sequence[Rule] | None = None
) -> Checker:
    """Return a checker that has done its work: every finding of a list as it is."""
    checker = Checker(tasks, settings, rules)
    checker.work()
    return checker
