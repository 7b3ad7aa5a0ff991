"""A question, its answers, and the answer that it be left as printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from store.machine.whoami import now, user
from store.records.changes import Change, Edit, created, deleted
from store.records.kept import Acceptance
from store.records.keys import new_key
from store.records.tasklist import TaskList

Act = Callable[[], Change]

Settled = tuple[str, str, str]
"""Code, subject and facts of an acceptance."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: in words, and the change that it makes."""

    words: str
    act: Act
    is_candidate: bool = True
    """Whether it names one of the things asked about, and not an act beside them."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the text does not settle: what it is about, the question, and the answers that can be given."""

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
    leave: str = "照原样,不再问"
    """The answer that leaves it as printed, in words."""
    also: tuple[Settled, ...] = ()
    """Findings of checks that say the same: leaving it as printed accepts them too."""

    @property
    def id(self) -> str:
        """Its name for good."""
        return f"{self.code}:{self.subject}"

    @property
    def candidates(self) -> list[str]:
        """The answers that name something, in words."""
        if self.marks:
            return [words for _, words in self.marks.choices]
        return [answer.words for answer in self.answers if answer.is_candidate]


@dataclass(frozen=True, slots=True)
class Marks:
    """Some of several things: what there is (key and words), what is marked at first, and the change that the marked make."""

    choices: tuple[tuple[str, str], ...]
    marked: tuple[str, ...]
    act: Callable[[Sequence[str]], Change]


def kept(tasks: TaskList, code: str, subject: str, facts: str, reason: str) -> list[Edit]:
    """The edits that keep an answer as an acceptance, in the place of an older one."""
    edits = []
    for acceptance in tasks.all_of(Acceptance):
        if (acceptance.code, acceptance.subject) == (code, subject):
            edits.append(deleted(acceptance))
    return [*edits, created(Acceptance(new_key(), code, subject, facts, reason, user(), now()))]


def left_as_printed(tasks: TaskList, question: Question) -> Change:
    """The change that keeps that a question is left as printed, with the findings that say the same."""
    edits: list[Edit] = []
    for code, subject, facts in ((question.code, question.subject, question.facts), *question.also):
        edits += kept(tasks, code, subject, facts, question.leave)
    return Change(f"待定“{question.about}”:{question.leave}", tuple(edits))
