"""What the checks found, and what is to be decided, as JSON."""

from collections.abc import Sequence

from store.checks.accepting import about, message
from store.checks.checker import Checker
from store.questions.question import Question
from store.records.tasklist import TaskList
from store.views.values import JsonObject


def findings_view(tasks: TaskList, checker: Checker) -> list[JsonObject]:
    """Return the findings, the gravest first."""
    accepted = checker.accepted()
    found: list[JsonObject] = []
    for finding in checker.findings():
        row = finding.hit.row
        view: JsonObject = {"code": finding.code}
        view["severity"] = finding.grade
        view["row"] = tasks.row_name(row) if row else None
        view["subject"] = about(tasks, finding)
        view["message"] = message(tasks, finding)
        view["accepted"] = finding.name in accepted
        found.append(view)
    return found


def questions_view(asked: Sequence[Question]) -> list[JsonObject]:
    """Return the questions that the text leaves open."""
    found: list[JsonObject] = []
    for question in asked:
        view: JsonObject = {"id": question.id}
        view["about"] = question.about
        view["text"] = question.text
        view["candidates"] = question.candidates
        found.append(view)
    return found
