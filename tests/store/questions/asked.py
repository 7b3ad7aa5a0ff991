"""The questions of one kind, on a list made for a test."""

from store.questions.asking import questions
from store.questions.question import Question
from store.records.tasklist import TaskList


def of_kind(tasks: TaskList, code: str) -> list[Question]:
    """The questions of a list that have a code."""
    return [question for question in questions(tasks) if question.code == code]
