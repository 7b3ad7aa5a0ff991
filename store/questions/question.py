"""A question, its answers, and the answer that it be left as printed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from store.checks.accepting import acceptances
from store.machine.whoami import user
from store.records.changes import Change, Edit, created, deleted
from store.records.kept import Acceptance, acceptance_key
from store.records.record import Record
from store.records.tasklist import TaskList

ChangeMaker = Callable[[], Change]

Settled = tuple[str, str, str]
"""Code, subject and facts of an acceptance."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: in words, and the change that it makes."""

    words: str
    act: ChangeMaker
    is_candidate: bool = True
    """Whether it names one of the things asked about, and not an act beside them."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the text does not settle: what it is about, the question, and the answers to it."""

    code: str
    """Q01 and on, by the kind of question."""
    subject: str
    """What it is about, by keys: with the code it is the same question tomorrow."""
    about: str
    """What it is about, in words."""
    text: str
    facts: str = ""
    """What it stands on: left as printed, it is asked again when this changes."""
    answers: tuple[Answer, ...] = ()
    typed: Callable[[str], Change] | None = None
    """The change that an answer in the clerk's own words makes, where one can be given."""
    typed_hint: str = ""
    marks: "Marks | None" = None
    """Several of some things, where that is the answer."""
    row: str | None = None
    record: tuple[str, str] | None = None
    field: str = ""
    leave: str = "照原样，不再问"
    """The answer that leaves it as printed, in words."""
    also: tuple[Settled, ...] = ()
    """Findings of checks that say the same: leaving it as printed accepts them too."""

    @property
    def id(self) -> str:
        """Return its name for good."""
        return f"{self.code}:{self.subject}"

    def in_row(self, row: str | None, field: str = "") -> "Question":
        """Return the question with the row, and its field, to go to."""
        return replace(self, row=row, field=field or self.field)

    def on_record(self, record: Record, field: str = "") -> "Question":
        """Return the question with the record, and its field, to go to."""
        named = (record.TABLE, record.key)
        return replace(self, record=named, field=field or self.field)

    def left(self, words: str) -> "Question":
        """Return the question with the words for leaving it as printed."""
        return replace(self, leave=words)

    def same_as(self, code: str, facts: Mapping[str, str]) -> "Question":
        """Return the question with the findings that say the same: leaving it as printed accepts them too.

        They are given by their code, each subject with its facts.
        """
        return replace(self, also=tuple((code, subject, known) for subject, known in facts.items()))

    @property
    def candidates(self) -> list[str]:
        """Return the answers that name something, in words."""
        if self.marks:
            return [words for _, words in self.marks.choices]
        return [answer.words for answer in self.answers if answer.is_candidate]


@dataclass(frozen=True, slots=True)
class Marks:
    """Several things to mark: their keys and words, what is marked at first, and what the marked change."""

    choices: tuple[tuple[str, str], ...]
    marked: tuple[str, ...]
    act: Callable[[Sequence[str]], Change]


def kept(tasks: TaskList, code: str, subject: str, facts: str, reason: str) -> list[Edit]:
    """Return the edits that keep an answer as an acceptance, in the place of an older one."""
    edits: list[Edit] = []
    for old in acceptances(tasks):
        if (old.code, old.subject) == (code, subject):
            edits.append(deleted(old))
    now = tasks.clock.stamp()
    key = acceptance_key(code, subject)
    acceptance = Acceptance(key, code, subject, facts, reason, user(), now)
    return [*edits, created(acceptance)]


def left_as_printed(tasks: TaskList, question: Question) -> Change:
    """Return the change that leaves a question as printed, with the findings that say the same."""
    edits: list[Edit] = []
    own = (question.code, question.subject, question.facts)
    for code, subject, facts in (own, *question.also):
        edits += kept(tasks, code, subject, facts, question.leave)
    title = f"待定“{question.about}”：{question.leave}"
    return Change(title, tuple(edits))
