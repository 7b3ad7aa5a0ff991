"""All questions of a list, those left as printed apart."""

from collections.abc import Callable, Iterable

from store.checks.accepting import acceptances
from store.checks.look import Look
from store.checks.settings import CheckSettings
from store.questions import charges, duties, open_days, rows, texts, years
from store.questions.question import Question
from store.records.kept import Acceptance
from store.records.tasklist import TaskList
from store.words.names import name_key

_KINDS: dict[str, Callable[[Look], Iterable[Question]]] = {
    "Q01": charges.leaders,
    "Q03": rows.sides,
    "Q04": charges.collectives,
    "Q05": rows.deadlines,
    "Q06": texts.document_number,
    "Q07": texts.numbering,
    "Q08": texts.group_name,
    "Q09": rows.bodies,
    "Q10": rows.first_leads,
    "Q11": duties.duties,
    "Q12": charges.unknown_names,
    "Q13": texts.odd_signs,
    "Q14": texts.unread,
    "Q15": years.year,
    "Q16": open_days.days,
}
"""By the first code that each kind gives."""


def questions(
    tasks: TaskList, settings: CheckSettings | None = None, codes: Iterable[str] = _KINDS
) -> list[Question]:
    """Return what the program must ask, without what was answered; only some kinds where codes are given."""
    look = Look(tasks, settings)
    look.infer()
    answered = set(map(_name, acceptances(tasks)))
    found: list[Question] = []
    for code in codes:
        found += _KINDS[code](look)
    found.sort(key=lambda question: question.code)
    return [question for question in found if _name(question) not in answered]


def _name(one: Question | Acceptance) -> tuple[str, str, str]:
    """Return what an answer is known by; widths of signs aside, which sentences of before had otherwise."""
    return one.code, one.subject, name_key(one.facts)
