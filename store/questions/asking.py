"""All questions of a list, those left as printed apart."""

from store.checks.look import Look
from store.model import Acceptance
from store.questions import charges, rows, texts
from store.questions.question import Question
from store.settings import CheckSettings
from store.tasklist import TaskList

_KINDS = (
    charges.leaders,
    rows.sides,
    charges.collectives,
    rows.deadlines,
    texts.document_number,
    texts.numbering,
    texts.group_name,
    rows.bodies,
    rows.first_leads,
    rows.duties,
    charges.unknown_names,
    texts.odd_signs,
    texts.unread,
)


def questions(tasks: TaskList, settings: CheckSettings | None = None) -> list[Question]:
    """What the program must ask, by kind and place; what was answered is not in it."""
    look = Look(tasks, settings)
    look.infer()
    found = sorted((question for kind in _KINDS for question in kind(look)), key=lambda question: question.code)
    held = {(one.code, one.subject, one.facts) for one in (tasks.get(Acceptance, key) for key in tasks.documents[Acceptance.TABLE])}
    return [question for question in found if (question.code, question.subject, question.facts) not in held]
