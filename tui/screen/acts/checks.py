"""Checks on the screen: the count over the rows, the list behind F5, accepting what is found."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from store.checks.settings import SEVERITIES, CheckSettings, checks_chosen
from store.records.changes import Change
from tui.screen.acts.mending import Mending

if TYPE_CHECKING:
    from store.acts.profile import Findings
    from store.checks.checker import Checker
    from store.checks.finding import Finding
    from store.questions.question import Question
    from store.records.kept import Acceptance
    from tui.screen.dialogs.agenda import Chosen, Entry

_SLICE_SECONDS = 0.006
_GAP_SECONDS = 0.004


class Checking(Mending):
    """Keeps the findings true to the list, in slices between keys."""

    _checker: "Checker | None" = None
    _with_accepted = False
    _further_due = False
    """Whether the next slice waits for its turn: one at a time, however many changes come."""

    @property
    def findings_concerning(self) -> "Findings | None":
        """What is open about a unit or person; none while the checks have not looked."""
        from store.checks.concerning import findings_concerning

        return findings_concerning(self._checker) if self._checker else None

    # ------------------------------------------------------------------ keeping true

    def begin_checking(self) -> None:
        """Read what the checks need away from the event loop, then look at the whole list in slices."""
        source = self.tasks.notice.source_text

        def prepare() -> None:
            from store.checks.look import reading_of
            from store.machine.settings import load_settings

            settings, _ = checks_chosen(load_settings().checks)  # What is wrong was said at the start.
            if source:
                reading_of(source)
            self.app.call_from_thread(self._begin, settings)

        self.run_worker(prepare, thread=True)

    def _begin(self, settings: CheckSettings) -> None:
        from store.checks.checker import Checker

        if self.is_attached:
            self._checker = Checker(self.tasks, settings)
            self.check_further()

    def check_after(self, change: Change) -> None:
        """Check what a change touched: most of it at once, the rest in slices."""
        if self._checker is not None:
            if self._checker.tasks is self.tasks:
                self._checker.note(change.edits)
            self.check_further()

    def check_further(self) -> None:
        """Go on with what is to be checked, a slice now and the rest between keys."""
        if self._checker is None or not self.is_attached:
            return
        if self._checker.tasks is not self.tasks:  # The file was opened anew.
            self._begin(self._checker.settings)
        elif self._checker.work(_SLICE_SECONDS):
            self.show_rows_title()
        elif not self._further_due:
            self._further_due = True
            self.set_timer(_GAP_SECONDS, self._next_slice)

    def _next_slice(self) -> None:
        self._further_due = False
        self.check_further()

    @property
    def checks_said(self) -> str:
        """The count of open findings, behind the title of the rows; nothing before the list was looked at."""
        if self._checker is None or self._checker.tasks is not self.tasks or not self._checker.complete:
            return ""
        counts = self._checker.open_counts()
        return "  核对 " + (
            " ".join(f"{counts[severity]} {severity}" for severity in SEVERITIES if counts[severity]) or "无"
        )

    def checked(self) -> "Checker":
        """The checker with all its work done: the clerk waits for the list of findings."""
        if self._checker is None or self._checker.tasks is not self.tasks:
            from store.checks.checker import Checker

            self._checker = Checker(self.tasks, self._checker.settings if self._checker else None)
        self._checker.work()
        self.show_rows_title()
        return self._checker

    # ------------------------------------------------------------------ the list

    def action_findings(self) -> None:
        """What the checks found: to go to, to mend, to accept."""
        self._show_findings()

    def _show_findings(self, place: int = 0, typed: str = "") -> None:
        from tui.screen.dialogs.agenda import AgendaDialog

        checker = self.checked()
        accepted = checker.accepted()
        found = checker.findings()
        entries = list(self.doubts())
        entries += [
            self._entry(finding, accepted)
            for finding in found
            if self._with_accepted or finding.name not in accepted
        ]
        counts = checker.open_counts()
        title = (
            "核对:"
            + " ".join(f"{severity} {counts[severity]}" for severity in SEVERITIES)
            + f"  已认可 {len(accepted)}"
        )
        turn = "隐去已认可" if self._with_accepted else "看已认可"
        dialog = AgendaDialog(
            title,
            entries,
            {"f2": "mend", "f4": "accept", "tab": "turn", "f5": "questions"},
            hint=f"Enter 到该处 · F2 改正 · F4 认可 · Tab {turn} · F5 待定 · Esc",
            nothing="没有发现问题。",
            place=place,
            typed=typed,
            whole=frozenset({"turn", "questions"}),
        )
        self.app.push_screen(dialog, self._finding_chosen)

    def doubts(self) -> "Iterable[Entry[Finding | Question]]":
        """The questions that stand on cells and on lines of the source: they come before the findings."""
        raise NotImplementedError

    def question_chosen(self, chosen: "Chosen[Question]") -> None:
        """Go where a question stands, or answer it."""
        raise NotImplementedError

    def _entry(
        self, finding: "Finding", accepted: "dict[tuple[str, str], Acceptance]"
    ) -> "Entry[Finding | Question]":
        from store.checks.accepting import message
        from tui.screen.dialogs.agenda import Entry

        held = accepted.get(finding.name)
        said = f"{finding.code}  {message(self.tasks, finding)}"
        if held:
            said += f"\n       已认可:{held.reason}({held.by} {held.at[:10]})"
        return Entry(finding, said, f"{finding.grade}")

    def _finding_chosen(self, chosen: "Chosen[Finding | Question] | None") -> None:
        from store.checks.finding import Finding
        from tui.screen.dialogs.agenda import Chosen

        if chosen is None:
            return
        if chosen.act == "turn":
            self._with_accepted = not self._with_accepted
            self._show_findings(0, chosen.typed)
        elif chosen.act == "questions":
            self.action_questions()
        elif isinstance(chosen.value, Finding):
            self._act_on(chosen.act, chosen.value, chosen.place, chosen.typed)
        elif chosen.value:
            self.question_chosen(Chosen("answer" if chosen.act else "go", chosen.value, 0, ""))

    def _act_on(self, act: str, finding: "Finding", place: int, typed: str) -> None:
        match act:
            case "accept":
                self._accept_finding(finding, place, typed)
            case "mend":
                self.mend(finding)
            case _:
                self.go_to(finding.hit.row, finding.hit.record, finding.hit.field)

    def action_questions(self) -> None:
        """What somebody has to say."""
        raise NotImplementedError

    def _accept_finding(self, finding: "Finding", place: int, typed: str) -> None:
        """Ask for the reason and keep it; a finding that was accepted is open again."""
        from store.checks.accepting import accept, message, take_back
        from store.machine.whoami import user
        from tui.screen.dialogs.text import TextDialog

        if finding.name in self.checked().accepted():
            self.commit(take_back(self.tasks, [finding]))
            self._show_findings(place, typed)
            return

        def check(reason: str) -> None:
            accept(self.tasks, [finding], reason, "")

        def given(reason: str | None) -> None:
            if reason is not None:
                self.commit(accept(self.tasks, [finding], reason, user()))
            self._show_findings(place, typed)

        self.say(message(self.tasks, finding))
        self.app.push_screen(TextDialog(f"认可 {finding.code} 的理由", check=check), given)
