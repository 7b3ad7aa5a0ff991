"""The list of findings (核对) on the screen: by rule, to go to, to mend, to accept."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from store.history.changed_by_others import RowOfMine
from store.records.changes import Change
from store.records.conflicts import Conflict
from tui.screen.acts.changed_by_others import OthersChanges
from tui.screen.acts.checking import Checking
from tui.screen.acts.conflicts import ConflictActs
from tui.screen.acts.mending import MendingActs
from tui.screen.acts.questions import QuestionActs
from tui.screen.desk import Desk

if TYPE_CHECKING:
    from store.checks.finding import Finding
    from store.checks.grouping import FindingGroup, FindingLine
    from store.questions.question import Question
    from store.records.kept import Acceptance
    from tui.screen.dialogs.agenda import AgendaCursor, AgendaDialog, Chosen
    from tui.screen.dialogs.agenda_lines import AgendaEntry

    _Value = FindingLine | Question | Conflict | RowOfMine

_Place = Literal["findings", "questions", "list"]
"""Where the clerk goes from a line: back to these, to the questions, or to the list."""
_KEYS = {"f2": "mend", "ctrl+k": "accept", "tab": "turn", "f5": "questions", "ctrl+l": "go"}

_OPEN_UP_TO = 3
"""Lines of a rule up to which its group is open at first."""

_ACCEPTED = "已认可"
_REASONS_SHOWN = 2


class FindingActs:
    """Shows what the checks found, and does what is chosen there.

    Before it stand what nobody has decided and the doubts of the list.
    """

    def __init__(
        self,
        desk: Desk,
        checking: Checking,
        questions: QuestionActs,
        mending: MendingActs,
        conflicts: ConflictActs,
    ) -> None:
        """The desk, what keeps the findings, and the acts that an entry leads to."""
        self._others = OthersChanges(desk)
        self._conflicts = conflicts
        self._desk = desk
        self._checking = checking
        self._questions = questions
        self._mending = mending
        self._with_accepted = False

    async def show(self) -> bool:
        """Show the findings until the clerk goes elsewhere; return whether it is to the list of questions."""
        from tui.screen.dialogs.agenda import AgendaCursor

        cursor = AgendaCursor()
        while (chosen := await self._desk.ask(self._dialog(cursor))) is not None:
            cursor = chosen.cursor
            if chosen.act == "questions":
                return True
            if chosen.act == "turn":
                self._with_accepted = not self._with_accepted
                continue
            goes_to = await self._done(chosen)
            if goes_to != "findings":
                return goes_to == "questions"
            if chosen.act == "mend" and not isinstance(chosen.value, Conflict):
                cursor = cursor.past()
        return False

    async def _done(self, chosen: "Chosen[_Value]") -> _Place:
        """Do what was chosen on a finding, a doubt or a conflict; return where the clerk goes then."""
        from store.checks.grouping import FindingLine
        from store.questions.question import Question

        comes_back = False
        match chosen.act, chosen.value:
            case act, Conflict() as conflict:
                comes_back = await self._conflicts.take_up(act, conflict, chosen.option)
            case act, RowOfMine() as row:
                rows = [value for value in chosen.several if isinstance(value, RowOfMine)]
                comes_back = self._others.take_up(act, rows or [row])
            case "accept", FindingLine():
                lines = [value for value in chosen.several if isinstance(value, FindingLine)]
                await self._accept(lines)
                comes_back = True
            case "mend", FindingLine() as line:
                comes_back = await self._mend(line.first)
            case "" | "go", FindingLine() as line:
                hit = line.first.hit
                self._mending.go_to(hit.row, hit.record, hit.field)
            case act, Question() as question:
                return "questions" if await self._take_up(act, question) else "list"
        return "findings" if comes_back else "list"

    async def _mend(self, finding: "Finding") -> bool:
        """Open what mends a finding; return whether the clerk is to come back to the list."""
        return not self._desk.may_change() or await self._mending.mend(finding)

    async def _take_up(self, act: str, question: "Question") -> bool:
        """Go where a doubt is, or ask it; return whether the list of questions comes next."""
        if act in ("", "go"):
            self._mending.go_to(question.row, question.record, question.field)
            return False
        return await self._questions.ask(question)

    # ------------------------------------------------------------------ what the list says

    def _dialog(self, cursor: "AgendaCursor") -> "AgendaDialog[_Value]":
        from store.checks.grouping import grouped, lines_of
        from tui.screen.dialogs.agenda import Agenda, AgendaDialog

        tasks, checker = self._desk.tasks, self._checking.complete()
        held = checker.accepted()
        groups = grouped(tasks, [one for one in checker.findings() if one.name not in held])
        accepted = lines_of(tasks, [one for one in checker.findings() if one.name in held])
        doubts = self._questions.doubts()
        undecided = self._conflicts.entries()
        entries: list[AgendaEntry[_Value]] = [*undecided, *self._others.entries()]
        entries += [*doubts, *_open_entries(groups)]
        if self._with_accepted:
            entries += [_accepted_entry(line, held[line.first.name]) for line in accepted]
        closing = None if self._with_accepted else _closing(accepted, held)
        turn = "隐已认可" if self._with_accepted else "看已认可"
        agenda = Agenda(
            "findings",
            "核对",
            _counts(groups, len(doubts), len(undecided)),
            "没有发现问题。",
            _KEYS,
            {"tab": turn},
            whole=frozenset({"turn", "questions"}),
            marks=True,
            open_up_to=_OPEN_UP_TO,
            closing=closing,
        )
        return AgendaDialog(agenda, entries, cursor)

    # ------------------------------------------------------------------ accepting

    async def _accept(self, lines: "Sequence[FindingLine]") -> None:
        """Ask for one reason and keep it for all; where all were accepted, they are open again."""
        from store.checks.accepting import accept, take_back
        from store.machine.whoami import user

        desk = self._desk
        if not desk.may_change():
            return
        findings = [finding for line in lines for finding in line.findings]
        held = self._checking.complete().accepted()
        still_open = [finding for finding in findings if finding.name not in held]
        if not still_open:
            await desk.commit(take_back(desk.tasks, findings))
            return

        def accepting(reason: str) -> Change:
            return accept(desk.tasks, still_open, reason, user())

        desk.say(lines[0].says if len(lines) == 1 else "一条理由认可所选各条。")
        await desk.change_text(f"认可 {_named(lines)}的理由", "", accepting)


def _open_entries(groups: "Iterable[FindingGroup]") -> "list[AgendaEntry[_Value]]":
    from tui.screen.dialogs.agenda_lines import AgendaEntry, Heading

    entries: list[AgendaEntry[_Value]] = []
    for group in groups:
        heading = Heading(group.title, f"{group.code} {group.grade}")
        entries += [AgendaEntry(line, line.text, heading, line.name, line.where) for line in group.lines]
    return entries


def _accepted_entry(
    line: "FindingLine", held: "Acceptance"
) -> "AgendaEntry[FindingLine | Question | Conflict]":
    from tui.screen.dialogs.agenda_lines import AgendaEntry, Heading

    accepted = f"已认可：{held.reason}（{held.by} {held.at[:10]}）"
    text = f"{line.first.code}  {line.text}"
    return AgendaEntry(line, text, Heading(_ACCEPTED), line.name, line.where, accepted)


def _closing(
    accepted: "Sequence[FindingLine]", held: "Mapping[tuple[str, str], Acceptance]"
) -> tuple[str, str] | None:
    """Return how many are accepted that are not shown, and the latest reasons."""
    if not accepted:
        return None
    acceptances = sorted((held[line.first.name] for line in accepted), key=lambda one: one.at, reverse=True)
    reasons = dict.fromkeys(f"{one.reason}（{one.at[5:10]}）" for one in acceptances)
    return f"{_ACCEPTED} {len(accepted)}", " · ".join(list(reasons)[:_REASONS_SHOWN])


def _named(lines: "Sequence[FindingLine]") -> str:
    """Return what is accepted in a few words: the rule, with how many lines of it, or how many of several."""
    codes = {line.first.code for line in lines}
    if len(codes) > 1:
        return f"{len(lines)} 条核对结果"
    code = lines[0].first.code
    return f"{code} " if len(lines) == 1 else f"{code} {len(lines)} 条"


def _counts(groups: "Sequence[FindingGroup]", doubts: int, undecided: int) -> str:
    """Count the lines that stand below, by how grave they are."""
    from store.checks.grouping import counts_of

    words = [f"{count} {severity}" for severity, count in counts_of(groups).items()]
    if doubts:
        words.append(f"{doubts} 待定")
    if undecided:
        words.insert(0, f"{undecided} 不一致")
    return " · ".join(words)
