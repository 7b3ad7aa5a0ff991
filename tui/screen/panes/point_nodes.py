"""The nodes of the tree: the notice with what it says of itself, then its work points. Plain values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.records.fields import fields_for
from store.records.notice import Notice, WorkPoint
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line


@dataclass(frozen=True, slots=True)
class TreePlace:
    """The record of a node by its table and key, and the field that editing it changes."""

    table: str
    key: str
    field: str


@dataclass(frozen=True, slots=True, eq=False)
class PointNode:
    """A line of the tree and the node that it hangs on; none at the top."""

    place: TreePlace
    label: str
    above: "PointNode | None" = None
    is_last: bool = True
    foldable: bool = False

    @property
    def path(self) -> Sequence["PointNode"]:
        """The nodes from the top down to this one."""
        return (*self.above.path, self) if self.above else (self,)


def nodes(tasks: TaskList) -> Iterator[PointNode]:
    """Return the notice's head and what it says of itself, then the work points, each above what it holds."""
    notice = tasks.notice
    title = _label(notice.title or "(没有通知标题)")
    head = PointNode(TreePlace("notices", notice.key, "title"), title, foldable=True)
    yield head
    facts = _facts(notice)
    for fact in facts:
        field, text = fact
        place = TreePlace("notices", notice.key, field)
        yield PointNode(place, _label(text), head, is_last=fact is facts[-1])
    yield from _points(tasks, tasks.work_points(), None)


def _facts(notice: Notice) -> Sequence[tuple[str, str]]:
    """Return what the notice says of itself: the fields and what is shown of them."""
    facts: list[tuple[str, str]] = []
    for field in fields_for(Notice, "tree"):
        value = getattr(notice, field.name) or "(无)"
        facts.append((field.name, f"{field.label}:{value}"))
    for number, annex in enumerate(notice.annexes, 1):
        facts.append(("annexes", f"附件{number}:{annex}"))
    return facts


def _points(tasks: TaskList, points: Sequence[WorkPoint], above: PointNode | None) -> Iterator[PointNode]:
    for point in points:
        below = tasks.work_points(point.key)
        place = TreePlace("work_points", point.key, "text")
        label = _label(point.number + (point.heading or point.text))
        is_last = point is points[-1]
        node = PointNode(place, label, above, is_last, foldable=bool(below))
        yield node
        yield from _points(tasks, below, node)


def _label(text: str) -> str:
    first_line, _, _ = text.partition("\n")
    return clean_line(first_line)
