"""What the tests of a reform share: the sample, its units and rows by name."""

from store.acts.preview import Preview
from store.acts.resolving import one_unit_named
from store.acts.units import unit_to_be
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention


def unit(tasks: TaskList, name: str) -> Unit:
    return one_unit_named(tasks, name)


def new(tasks: TaskList, name: str, like: str) -> Unit:
    return unit_to_be(tasks, name, [unit(tasks, like)])


def row(tasks: TaskList, name: str) -> Task:
    return tasks.task(tasks.rows_named(name)[0])


def words(mentions: tuple[Mention, ...]) -> str:
    return " ".join(mention.wording for mention in mentions)


def rows(tasks: TaskList, preview: Preview) -> list[str]:
    return [tasks.row_name(one.row) for one in preview.rows]
