"""What the checks found, and what is to be decided, as JSON."""

from collections.abc import Sequence

from store.checks.accepting import about, message
from store.checks.checker import Checker
from store.questions.question import Question
from store.records.tasklist import TaskList
from store.views.values import View


def findings_view(tasks: TaskList, checker: Checker) -> list[View]:
    """Return the findings, the gravest first."""
    accepted = checker.accepted()
    found: list[View] = []
    for finding in checker.findings():
        row = finding.hit.row
        view: View = {"code": finding.code}
        view["severity"] = finding.grade
        view["row"] = tasks.row_name(row) if row else None
        view["subject"] = about(tasks, finding)
        view["message"] = message(tasks, finding)
        view["accepted"] = finding.name in accepted
        found.append(view)
    return found


def questions_view(asked: Sequence[Question]) -> list[View]:
    """Return the questions that the text leaves open."""
    found: list[View] = []
    for question in asked:
        view: View = {"id": question.id}
        view["about"] = question.about
        view["text"] = question.text
        view["candidates"] = question.candidates
        found.append(view)
    return found
