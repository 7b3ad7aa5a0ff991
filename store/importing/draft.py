"""A draft: what an import would make, to be looked at and put right before it. Nothing of it is stored."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from store.history.restoration import restoring_edits
from store.importing.new_list import import_change, new_notice
from store.importing.placing import points
from store.importing.taking import dropping, taken_at_first, with_proposals
from store.reading.result import Reading
from store.records.cells import CELLS
from store.records.changes import Change, created
from store.records.ground import Ground
from store.records.issued_grounds import issued_grounds
from store.records.notice import Notice, WorkPoint
from store.records.person import RosterEntry
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Mention, wordings
from store.refused import Refused
from store.words.names import fitting

NOTICE, WORK_POINTS, ROWS, PROPOSED, ROSTER, UNITS, FINDINGS, UNREAD = (
    "通知",
    "工作要点",
    "重点任务",
    "正文中提到的分工",
    "名册",
    "单位",
    "发现",
    "没有读懂",
)
"""The groups in which a draft shows what it is made of."""


@dataclass(frozen=True, slots=True)
class Made:
    """One thing that the import makes, or found."""

    group: str
    label: str
    """What it is, in words."""
    before: str = ""
    """What it goes by: the name of a row, a role of the roster, a line of the notice."""
    below: str = ""
    """Who answers for a row by when."""
    source: tuple[int, ...] = ()
    """The first and last line of the source that it came from."""
    table: str = ""
    key: str = ""
    questions: tuple[str, ...] = ()
    """What is in question on it, in words."""
    taken: bool = True
    """Whether it is imported; of proposals alone that is chosen."""


class Draft:
    """The list that a reading makes, in a file of its own or beside the lists of a file."""

    def __init__(self, reading: Reading, beside: TaskList | None = None) -> None:
        """Make it in memory."""
        self.reading = reading
        self._whole = with_proposals(reading, range(len(reading.proposed)))
        change = import_change(self._whole, beside)
        self.title = change.title
        self._before = beside.copy() if beside else TaskList()
        made = self._before.copy()
        made.apply(change.edits)
        self.tasks = made.of(new_notice(change))
        self.mended = 0
        """How many things were put right in it."""
        proposed = self.tasks.task_keys[len(reading.rows) :]
        self._proposed = {row: number for number, row in enumerate(proposed)}
        self._taken = {proposed[number] for number in taken_at_first(reading)}

    def take(self, change: Change) -> None:
        """Put something right in the draft; Refused where it no longer holds what the change came from."""
        if self.tasks.conflict(change.edits):
            raise Refused("这一处刚刚改过,请重新修改。")
        self.tasks.apply(change.edits)
        self.mended += bool(change.edits)

    def toggle(self, row: str) -> None:
        """Take the proposal that a row came from into the list, or out of it; other rows stay in."""
        if row in self._proposed:
            self._taken ^= {row}
            self.mended += 1

    @property
    def kept(self) -> TaskList:
        """The list that the import makes: without the proposals that are not taken."""
        left = self._proposed.keys() - self._taken
        if not left:
            return self.tasks
        numbers = [self._proposed[row] for row in self._taken]
        kept = self.tasks.copy()
        kept.apply(dropping(self.tasks, left, self._whole, with_proposals(self.reading, numbers)))
        return kept.of(self.tasks.notice.key)

    def change(self) -> Change:
        """Return the one change that imports the draft as it stands, with the grounds of its rows."""
        kept = self.kept
        made = restoring_edits(self._before, kept)
        edits = [edit for edit in made if edit.table != Ground.TABLE]
        edits += map(created, issued_grounds(kept.documents.tables, kept.task_keys))
        return Change(self.title, tuple(edits))

    def made(self) -> Iterator[Made]:
        """Yield all that it makes and found, group by group."""
        tasks, notice, kept = self.tasks, self.tasks.notice, self.kept
        title = notice.title or "(没有读到标题)"
        yield Made(NOTICE, title, source=self.reading.head.source, table=Notice.TABLE, key=notice.key)
        for point in points(tasks):
            heading = f"{point.number}{point.heading or point.text}"
            yield _made(WORK_POINTS, heading, point)
        for task in kept.tasks:
            if task.key not in self._proposed:
                yield self._row(ROWS, task, kept.row_name(task.key))
        for row in self._proposed:
            is_taken = row in self._taken
            made = self._row(PROPOSED, tasks.task(row), kept.row_name(row) if is_taken else "")
            yield made if is_taken else replace(made, taken=False, questions=())
        for entry in tasks.roster:
            words = f"{tasks.person_name(entry.person)} {entry.post}".rstrip()
            yield _made(ROSTER, words, entry, entry.role)
        for unit in kept.units:
            if self._before.find(type(unit), unit.key) is None:
                aliases = f"({'、'.join(unit.aliases)})" if unit.aliases else ""
                words = f"{unit.full_name}{aliases}"
                yield Made(UNITS, words, source=self._unit_source(unit.key), table=unit.TABLE, key=unit.key)
        for finding in self.reading.findings:
            yield Made(FINDINGS, finding.message, f"第 {finding.line} 行", source=(finding.line,))
        for unread in self.reading.not_understood:
            mentions = f"提到{'、'.join(unread.mentions)},请看原文" if unread.mentions else ""
            yield Made(UNREAD, unread.text, f"第 {unread.line} 行", mentions, source=(unread.line,))

    def _row(self, group: str, task: Task, name: str) -> Made:
        """Return a row with who answers for it and what is in question."""
        text = " ".join(filter(None, (task.number, task.text)))
        made = _made(group, text, task, name)
        return replace(made, below=self._owners(task), questions=tuple(self._questions(task)))

    def candidates(self, mention: Mention) -> list[str]:
        """Return the keys of the units that an unsettled wording may mean."""
        names = {unit.full_name: unit.key for unit in self.tasks.units}
        return [names[name] for name in fitting(mention.wording, names)]

    def _owners(self, task: Task) -> str:
        """Return who answers for a row by when."""
        lead, leaders, shared, their_leaders = (" ".join(wordings(task.mentions(cell))) for cell in CELLS)
        owners = [f"牵头 {lead or '(空)'}", _in_charge(leaders)]
        if shared or their_leaders:
            owners += [f" 责任 {shared or '(空)'}", _in_charge(their_leaders)]
        owners.append(f" 时限 {task.deadline}" if task.deadline else "")
        return " ".join(filter(None, owners))

    def _questions(self, task: Task) -> Iterator[str]:
        for doubt in task.doubts:
            side = "牵头" if doubt.side == "lead" else "参与"
            yield f"{side}待定:{doubt.reason}"
        has_lead = any(column.field == "lead_units" for column in self.tasks.columns)
        if has_lead and not task.lead_units and not task.doubt("lead"):
            yield "牵头单位空着,待定"
        units = (*task.lead_units, *task.participant_units)
        for mention in task.all_mentions:
            if mention.is_open:
                yield self._unsettled(mention, is_leader=mention not in units)

    def _unsettled(self, mention: Mention, *, is_leader: bool) -> str:
        """Say of a wording that nobody settled whom it may mean, or that the roster has no such person."""
        may = "、".join(map(self.tasks.unit_name, self.candidates(mention)))
        if may:
            return f"“{mention.wording}”不知指谁,可能是 {may}"
        nobody = is_leader and not self.tasks.people_named(mention.wording)
        return f"名册中没有“{mention.wording}”" if nobody else f"“{mention.wording}”不知指谁"

    def _unit_source(self, key: str) -> tuple[int, ...]:
        """Return where a unit is named: on the roster, else in its first row."""
        for entry in self.tasks.roster:
            if entry.unit == key:
                return entry.source
        rows = self.tasks.rows_naming(key)
        return self.tasks.task(rows[0]).source if rows else ()


def _in_charge(leaders: str) -> str:
    return f"· 分管 {leaders}" if leaders else ""


def _made(group: str, label: str, record: WorkPoint | Task | RosterEntry, before: str = "") -> Made:
    return Made(group, label, before, source=record.source, table=record.TABLE, key=record.key)
