"""What a draft makes and found, thing by thing, in the groups in which it is shown."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from store.importing.draft import Draft
from store.importing.own_words import own_words_met
from store.importing.placing import points
from store.reading.result import OwnerWord, Reading
from store.reading.signs.owner_words import WordSide
from store.records.cells import CELLS
from store.records.notice import Notice, WorkPoint
from store.records.person import RosterEntry
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Mention, wordings
from store.words.names import fitting

NOTICE, WORK_POINTS, WORDS, ROWS, PROPOSED, ROLES, ROSTER, UNITS, FINDINGS, UNREAD = (
    "通知",
    "工作要点",
    "责任字样",
    "重点任务",
    "正文中提到的分工",
    "名册角色",
    "名册",
    "单位",
    "发现",
    "没有读懂",
)
"""The groups in which a draft shows what it is made of."""

SIDE_WORDS: dict[WordSide | None, str] = {
    "lead": "牵头",
    "participant": "责任",
    "none": "不是责任单位",
    None: "不明",
}
"""What the clerk reads for the side of a word for owners."""


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
    """Of a word for owners and of a role the word itself."""
    questions: tuple[str, ...] = ()
    """What is in question on it, in words."""
    taken: bool = True
    """Whether it is imported; of proposals alone that is chosen."""


def made_of(draft: Draft) -> Iterator[Made]:
    """Yield all that a draft makes and found, group by group."""
    tasks, kept, reading = draft.tasks, draft.kept, draft.reading
    notice = tasks.notice
    title = notice.title or "（没有读到标题）"
    yield Made(NOTICE, title, source=reading.head.source, table=Notice.TABLE, key=notice.key)
    for point in points(tasks):
        heading = f"{point.number}{point.heading or point.text}"
        yield _made(WORK_POINTS, heading, point)
    yield from _words(reading)
    has_lead_column = any(column.field == "lead_units" for column in reading.columns)
    names_leads = has_lead_column or any(task.lead_units for task in kept.tasks)
    for task in kept.tasks:
        if task.key not in draft.proposed:
            yield _row(tasks, ROWS, task, kept.row_name(task.key), names_leads)
    for row in draft.proposed:
        is_taken = row in draft.taken
        name = kept.row_name(row) if is_taken else ""
        made = _row(tasks, PROPOSED, tasks.task(row), name, names_leads)
        yield made if is_taken else replace(made, taken=False, questions=())
    yield from _of_roster(tasks)
    for unit in kept.units:
        if draft.beside.find(type(unit), unit.key) is None:
            aliases = f"（{'、'.join(unit.aliases)}）" if unit.aliases else ""
            words = f"{unit.full_name}{aliases}"
            yield Made(UNITS, words, source=_unit_source(tasks, unit.key), table=unit.TABLE, key=unit.key)
    for finding in reading.findings:
        where = f"第 {finding.line} 行"
        yield Made(FINDINGS, finding.message, where, source=(finding.line,))
    for unread in reading.not_understood:
        where = f"第 {unread.line} 行"
        mentions = f"提到{'、'.join(unread.mentions)}，请看原文" if unread.mentions else ""
        yield Made(UNREAD, unread.text, where, mentions, source=(unread.line,))


def own_words_said(reading: Reading) -> str:
    """Return the words that a notice was read with otherwise than as the data has them; empty for none.

    `“指导部门”读作牵头、“落实部门”读作责任`
    """
    met = own_words_met(reading)
    return "、".join(f"“{word}”读作{SIDE_WORDS[side]}" for word, side in met.items())


def _words(reading: Reading) -> Iterator[Made]:
    """Yield the words for owners that the notice has, those too that were said to stand for nobody."""
    said = own_words_met(reading)
    for one in reading.owner_words:
        if one.rows or one.word in said:
            yield _word(reading, one)


def _word(reading: Reading, met: OwnerWord) -> Made:
    """Return a word for owners with the side that it was read for: 指导部门 → 不明 3 处."""
    source = next((task.source for task in reading.rows if met.word in task.owner_words), ())
    count = f"  {met.rows} 处" if met.rows else ""
    said = f"→ {SIDE_WORDS[met.side]}{count}"
    asked = () if met.side else (f"“{met.word}”是哪一方？按回车选定，整份通知一并改读",)
    return Made(WORDS, said, met.word, source=source, key=met.word, questions=asked)


def _of_roster(tasks: TaskList) -> Iterator[Made]:
    """Yield the roles of the roster, each with how many stand under it, then who is on it."""
    roles = Counter(entry.role for entry in tasks.roster)
    for role, count in roles.items():
        source = next(entry.source for entry in tasks.roster if entry.role == role)
        said = f"{count} 人"
        yield Made(ROLES, said, role or "（没有角色）", source=source, key=role or " ")
    for entry in tasks.roster:
        words = f"{tasks.person_name(entry.person)} {entry.post}".rstrip()
        yield _made(ROSTER, words, entry, entry.role)


def _row(tasks: TaskList, group: str, task: Task, name: str, names_leads: bool) -> Made:
    """Return a row with who answers for it and what is in question.

    That nobody leads is a question where the notice says anywhere who leads: many speak of 责任单位 alone.
    """
    text = " ".join(filter(None, (task.number, task.text)))
    made = _made(group, text, task, name)
    nobody_leads = names_leads and not task.lead_units and not task.doubt("lead")
    questions = ("牵头单位空着，待定",) if nobody_leads else ()
    return replace(made, below=_owners(task), questions=(*questions, *_questions(tasks, task)))


def candidates(tasks: TaskList, mention: Mention) -> list[str]:
    """Return the keys of the units that an unsettled wording may mean."""
    names = {unit.full_name: unit.key for unit in tasks.units}
    return [names[name] for name in fitting(mention.wording, names)]


def _owners(task: Task) -> str:
    """Return who answers for a row by when."""
    lead, leaders, shared, their_leaders = (" ".join(wordings(task.mentions(cell))) for cell in CELLS)
    owners = [f"牵头 {lead or '（空）'}", _in_charge(leaders)]
    if shared or their_leaders:
        owners += [f" 责任 {shared or '（空）'}", _in_charge(their_leaders)]
    owners.append(f" 时限 {task.deadline}" if task.deadline else "")
    return " ".join(filter(None, owners))


def _questions(tasks: TaskList, task: Task) -> Iterator[str]:
    for doubt in task.doubts:
        side = "牵头" if doubt.side == "lead" else "参与"
        yield f"{side}待定：{doubt.reason}"
    units = (*task.lead_units, *task.participant_units)
    for mention in task.all_mentions:
        if mention.is_open:
            yield _unsettled(tasks, mention, is_leader=mention not in units)


def _unsettled(tasks: TaskList, mention: Mention, *, is_leader: bool) -> str:
    """Say of a wording that nobody settled whom it may mean, or that the roster has no such person."""
    may = "、".join(map(tasks.unit_name, candidates(tasks, mention)))
    if may:
        return f"“{mention.wording}”不知指谁，可能是 {may}"
    nobody = is_leader and not tasks.people_named(mention.wording)
    return f"名册中没有“{mention.wording}”" if nobody else f"“{mention.wording}”不知指谁"


def _unit_source(tasks: TaskList, key: str) -> tuple[int, ...]:
    """Return where a unit is named: on the roster, else in its first row."""
    for entry in tasks.roster:
        if entry.unit == key:
            return entry.source
    rows = tasks.rows_naming(key)
    return tasks.task(rows[0]).source if rows else ()


def _in_charge(leaders: str) -> str:
    return f"· 分管 {leaders}" if leaders else ""


def _made(group: str, label: str, record: WorkPoint | Task | RosterEntry, before: str = "") -> Made:
    return Made(group, label, before, source=record.source, table=record.TABLE, key=record.key)
